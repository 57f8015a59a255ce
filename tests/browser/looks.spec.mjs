// How the page looks: colours that follow the device or a choice, the size of letters, and a person's own style sheet.
import { expect, phone, test, wide, wishes, withScreen } from './support/finder.mjs';
import { likeness } from './support/pictures.mjs';
import { alive } from './support/tiles.mjs';

const theme = async (finder) => { await finder.settle(); return finder.host.getAttribute('data-theme'); };
const grounds = { light: 'rgb(251, 250, 247)', dark: 'rgb(18, 23, 22)', contrast: 'rgb(255, 255, 255)', 'contrast-dark': 'rgb(0, 0, 0)' };
const choice = (page, group, name) => page.getByRole('group', { name: group }).getByRole('radio', { name });
const textSize = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.card-facts')).fontSize));

for (const [name, wish] of Object.entries(wishes)) {
  test(`the page has the colours that the device asks for: ${name}`, async ({ finder, page }) => {
    await page.emulateMedia(wish);
    await page.route('**/main.js', (route) => route.abort());   // without script already
    finder.expectedComplaints = [/net::ERR_FAILED/];
    await page.goto('/');
    const before = await finder.host.evaluate((host) => getComputedStyle(host).backgroundColor);
    expect(before).toBe(grounds[name]);
    await page.unroute('**/main.js');
    await finder.open('#groups=trauma');
    expect(await theme(finder)).toBe(name);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(grounds[name]);
  });

  test(`both views look alike in the theme: ${name}`, async ({ finder, page }) => {
    await page.emulateMedia(wish);
    for (const fragment of ['#groups=trauma,art&not-stated=1', '#program=edgewood-iop-san-carlos']) {
      await finder.open(fragment);
      await finder.chooser.first().click();
      await page.mouse.move(2, 700);
      await page.evaluate(() => document.activeElement.blur());
      await page.evaluate(() => scrollTo(0, 0));
      await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('.tiles canvas')].slice(0, 2).every(({ width }) => width > 0))).toBe(true);   // painted as it comes into sight
      const painted = await page.screenshot();
      await page.getByRole('button', { name: 'Simple view' }).evaluate((button) => button.click());
      await expect(finder.host).toHaveClass(/\bpage\b/);
      await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
      expect(await likeness(page, painted, await page.screenshot())).toBeLessThan(0.02);
      await page.getByRole('button', { name: 'Simple view' }).evaluate((button) => button.click());
    }
  });
}

test('colours are chosen, follow the device while they are not, and stay after a reload', async ({ finder, page }) => {
  await finder.open();
  await expect(finder.chooser).toHaveAttribute('aria-expanded', 'false');
  await finder.chooser.click();
  await expect(choice(page, 'Colors', 'Same as this device')).toBeChecked();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => theme(finder)).toBe('dark');
  await choice(page, 'Colors', 'Light').check();
  expect(await theme(finder)).toBe('light');
  await choice(page, 'Colors', 'High contrast').check();
  expect(await theme(finder)).toBe('contrast-dark');   // on the ground that the device prefers
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => theme(finder)).toBe('contrast');
  await page.reload();
  await finder.ready();
  expect(await theme(finder)).toBe('contrast');
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await theme(finder)).toBe('contrast');
  expect(page.url()).not.toContain('contrast');   // what a person needs to see is nobody's business
});

test('a change of colours repaints what is in sight, writes no texts and moves nothing', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(300);
  const painted = () => finder.host.evaluate((host) => host.programFinder.stats.tilesPainted);
  const before = await painted(), words = await page.evaluate(() => document.querySelector('.twin').textContent);
  await page.evaluate(() => {
    globalThis.writes = 0;
    new MutationObserver((records) => { globalThis.writes += records.length; }).observe(document.querySelector('.twin'), { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => theme(finder)).toBe('dark');
  await expect.poll(async () => (await painted()) - before).toBeGreaterThan(0);
  expect((await painted()) - before).toBeLessThanOrEqual(alive(page.viewportSize().height));
  expect(await page.evaluate(() => globalThis.writes)).toBe(0);
  expect(await page.evaluate(() => document.querySelector('.twin').textContent)).toBe(words);
  expect(await page.evaluate(() => scrollY)).toBe(900);
});

test('arrow keys choose among colours and sizes, Escape closes the choices and returns to their button', async ({ finder, page }) => {
  await finder.open();
  await finder.chooser.focus();
  await page.keyboard.press('Enter');
  await expect(finder.chooser).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');   // the view
  await page.keyboard.press('Tab');
  await expect(choice(page, 'Text size', '100 %')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'Text size', '125 %')).toBeChecked();
  await expect(choice(page, 'Text size', '125 %')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(choice(page, 'Colors', 'Same as this device')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, 'Colors', 'Dark')).toBeChecked();
  expect(await theme(finder)).toBe('dark');
  await page.keyboard.press('Escape');
  await expect(finder.chooser).toBeFocused();
  await expect(finder.chooser).toHaveAttribute('aria-expanded', 'false');
  await expect(page).not.toHaveURL(/weather/);
});

for (const [size, viewport] of Object.entries({ wide, phone })) {
  test(`the page's own text size makes all letters larger, in both views, and nothing is cut off (${size})`, async ({ finder, page }) => {
    await page.setViewportSize(viewport);
    await finder.open();
    const usual = await textSize(page);
    await finder.chooser.click();
    for (const [name, factor] of [['125 %', 1.25], ['150 %', 1.5], ['200 %', 2]]) {
      await choice(page, 'Text size', name).check();
      await expect.poll(() => textSize(page)).toBeCloseTo(usual * factor, 1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      const { wrong } = await finder.host.evaluate((host) => {
        const box = host.getBoundingClientRect();
        return { wrong: host.programFinder.painted().texts.filter(({ rect: [x, , w] }) => x < -1 || x + w > box.width + 1).map(({ text }) => text) };
      });
      expect(wrong, name).toEqual([]);
    }
    await page.getByRole('button', { name: 'Simple view' }).click();
    await expect.poll(() => textSize(page)).toBeCloseTo(usual * 2, 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.reload();
    await expect(finder.host).toHaveClass(/\bready\b/);
    expect(await textSize(page)).toBeCloseTo(usual * 2, 1);
  });
}

test('what a person looks at stays where it is when letters become larger', async ({ finder, page }) => {
  await finder.open('#page=about');
  await finder.chooser.click();
  const radio = choice(page, 'Text size', '150 %');
  await radio.scrollIntoViewIfNeeded();
  const before = (await radio.boundingBox()).y;
  await radio.focus();
  await radio.check();
  await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe('150%');
  expect(Math.abs((await radio.boundingBox()).y - before)).toBeLessThan(40);
  await expect(radio).toBeFocused();
});

// WCAG 2.1.4: who speaks to the computer, or whose hand slips, says "/" without meaning it.
test('the key / goes to the search, unless that is switched off; then it stays off', async ({ finder, page }) => {
  await finder.open();
  await finder.chooser.click();
  const off = choice(page, 'The key /', 'Does nothing');
  await page.keyboard.press('/');
  await expect(finder.search).toBeFocused();
  await off.check();
  await page.keyboard.press('/');
  await expect(off).toBeFocused();
  await page.reload();
  await finder.ready();
  await page.keyboard.press('/');
  await expect(finder.search).not.toBeFocused();
  await finder.chooser.click();
  await expect(off).toBeChecked();
  await choice(page, 'The key /', 'Goes to the search').check();
  await page.keyboard.press('/');
  await expect(finder.search).toBeFocused();
});

// WCAG 1.4.12, and what fonts, extensions and browsers' settings do.
const ownSheets = {
  'the text spacing of WCAG 1.4.12': '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  'wide letters alone': '* { letter-spacing: .12em !important }',
  'wide words alone': '* { word-spacing: .16em !important }',
  'high lines alone': '* { line-height: 1.8 !important }',
  'wide paragraphs alone': 'p { margin-bottom: 2em !important }',
  'another font': '* { font-family: monospace !important }',
  'a least size of letters': '* { font-size: max(1em, 22px) !important }',
};

for (const [name, sheet] of Object.entries(ownSheets)) {
  test(`a person's own style sheet turns the page simple, and nothing is cut off: ${name}`, async ({ finder, page }) => {
    await finder.open('#groups=trauma');
    await finder.wear(sheet);
    await expect(finder.host).toHaveClass(/\bpage\b/);
    const cut = await page.evaluate(() => [...document.querySelectorAll('.twin a, .twin button, .twin p, .twin li, .twin h2, .twin h3, .twin label')]
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.skip') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4) && getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.className}: ${element.textContent.trim()}`));
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(wide.width);
    await finder.tick(/^Medi-Cal/);
    await page.evaluate(() => { document.adoptedStyleSheets = []; });
    await finder.ready();
  });
}

test('nothing moves by itself, with reduced motion or without', async ({ finder, page }) => {
  for (const reducedMotion of ['reduce', 'no-preference']) {
    await page.emulateMedia({ reducedMotion });
    await finder.open();
    await finder.tick(/^Trauma,/);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).scrollBehavior !== 'auto').length)).toBe(0);
  }
});

// Paper is light, whatever the screen is.
test('a dark page is printed on white', async ({ finder, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await finder.open('#groups=trauma');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await finder.host.evaluate((host) => [getComputedStyle(host).backgroundColor, getComputedStyle(host.querySelector('.card')).backgroundColor, getComputedStyle(host.querySelector('.card-facts')).color]);
  expect(colours.slice(0, 2)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  expect(colours[2]).toMatch(/^rgb\((\d|[1-9]\d), /);   // dark
});

// What was painted, read off the screen: ink is what differs most from the ground of a text's own box.
function contrasts({ base64, rects, scale }) {
  const luminance = (r, g, b) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((bitmap) => {
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return rects.map(({ text, x, y, w, h }) => {
      const { data } = context.getImageData(Math.round(x * scale), Math.round(y * scale), Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale)));
      const seen = new Map();
      for (let at = 0; at < data.length; at += 4) { const key = data[at] << 16 | data[at + 1] << 8 | data[at + 2]; seen.set(key, (seen.get(key) ?? 0) + 1); }
      const light = (key) => luminance(key >> 16, key >> 8 & 255, key & 255);
      const ground = light([...seen].sort((a, b) => b[1] - a[1])[0][0]);
      const best = Math.max(...[...seen.keys()].map((key) => { const one = light(key); return (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05); }));
      return { text, best };
    });
  });
}

for (const [name, wish] of Object.entries(wishes)) {
  test(`painted text can be read, measured on the screen: ${name}`, async () => {
    await withScreen({ scale: 2, ...wish }, async (finder, page) => {
      await finder.open('#groups=trauma,art&not-stated=1');
      const least = name.startsWith('contrast') ? 7 : 4.5;
      for (const top of [0, 700]) {
        await page.evaluate((y) => scrollTo(0, y), top);
        await page.waitForTimeout(400);
        const rects = await finder.host.evaluate((host) => host.programFinder.painted().texts.map(({ text, rect: [x, y, w, h] }) => ({ text, x, y: y - scrollY, w, h }))
          .filter(({ text, x, y, w, h }) => y > 2 && y + h < innerHeight - 2 && !document.elementFromPoint(x + w / 2, y + h / 2)?.closest('.sheet-done') && /[a-z]{2}/i.test(text)));
        expect(rects.length).toBeGreaterThan(20);
        const measured = await page.evaluate(contrasts, { base64: (await page.screenshot()).toString('base64'), rects, scale: 2 });
        expect(measured.filter(({ best }) => best < least * 0.95)).toEqual([]);   // thin strokes do not reach their full colour
      }
    });
  });
}
