// How alike two screenshots are, worked out by the browser, which has a PNG decoder.

/** The share of pixels, 0 to 1, in which a channel differs by more than an eye that switches between both would see. */
export async function likeness(page, first, second) {
  const canvas = await page.context().browser().newPage();
  try {
    return await canvas.evaluate(async (pictures) => {
      const [a, b] = await Promise.all(pictures.map(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      }));
      if (a.width !== b.width || a.height !== b.height) return 1;
      let differing = 0;
      for (let at = 0; at < a.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 64)) differing++;
      return differing / (a.width * a.height);
    }, [first, second].map((png) => png.toString('base64')));
  } finally {
    await canvas.close();
  }
}

/** What selecting changed between two screenshots. `boxes`: for each line of the text { letters, line }, each
    [left, top, right, bottom] in device px; `tint`: the selection's colour, [red, green, blue, alpha]. Gives how many pixels the
    `letters` have, and how many of them are not under the tint (`missed`); how many changed `outside` every line; and the `least` contrast (WCAG) of the letters' core with their ground after it. */
export async function selectionCover(page, before, after, boxes, tint) {
  const canvas = await page.context().browser().newPage();
  try {
    return await canvas.evaluate(async ({ pictures, boxes, tint: [red, green, blue, alpha] }) => {
      const [a, b] = await Promise.all(pictures.map(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      }));
      const at = (image, x, y) => [...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3)];
      const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const contrast = (one, other) => { const [low, high] = [light(one), light(other)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
      const words = [a, b].map(({ data }) => new Uint32Array(data.buffer));
      const isIn = (x, y) => boxes.some(({ line: [l, t, r, btm] }) => x >= l && x < r && y >= t && y < btm);
      const under = (rgb) => [red, green, blue].map((value, channel) => rgb[channel] * (1 - alpha) + value * alpha);
      const isNear = (one, other) => one.every((value, channel) => Math.abs(value - other[channel]) <= 3);
      const isTinted = (was, is) => isNear(under(was), is) || isNear(under(under(was)), is);   // twice where the boxes of two lines overlap
      let letters = 0, missed = 0, outside = 0, least = 21;
      for (let at = 0; at < words[0].length; at++)
        if (words[0][at] !== words[1][at] && !isIn(at % a.width, Math.floor(at / a.width))) outside++;
      for (const { letters: [left, top, right, bottom] } of boxes) {
        const ground = at(a, left + 1, top + 1), groundAfter = at(b, left + 1, top + 1), core = [];
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) {
          const strength = contrast(at(a, x, y), ground);
          if (strength < 3) continue;   // the ground, or the soft edge of a letter
          letters++;
          if (!isTinted(at(a, x, y), at(b, x, y))) missed++;
          core.push([strength, contrast(at(b, x, y), groundAfter)]);
        }
        // The core of the letters: the pixels furthest from their ground, of which every text has some.
        core.sort((one, other) => other[0] - one[0]);
        least = Math.min(least, ...core.slice(0, 20).map(([, then]) => then));
      }
      return { letters, missed, outside, least };
    }, { pictures: [before, after].map((png) => png.toString('base64')), boxes, tint });
  } finally {
    await canvas.close();
  }
}
