// How alike two screenshots are, worked out by the browser, which has a PNG decoder.

/** The share of pixels, 0 to 1, in which a channel differs by more than an eye that switches between both would see. */
export async function likeness(page, first, second) {
  const canvas = await page.context().newPage();
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
