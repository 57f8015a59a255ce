// What may happen to a page while nobody looks: it is hidden, put behind a tab, moved to another screen, loses its drawing context.
// State and focus survive, what comes back is right, and nothing is drawn that nobody sees.
import { data, expect, test, wide } from './support/finder.mjs';
import { likeness } from './support/pictures.mjs';
import { expectInUse, expectSharp, medi_cal, painted, settled, use } from './support/recovery.mjs';
import { withTabs } from './support/tabs.mjs';

// --- Hidden

const waysToHide = {
  'not displayed': { display: 'none' },
  'no width': { width: '0px', overflow: 'hidden' },
  'no height': { height: '0px', overflow: 'hidden' },
};
const hide = (page, style) => page.evaluate((style) => Object.assign(document.querySelector('.finder').style, style), style);
const show = (page) => page.evaluate(() => { document.querySelector('.finder').style.cssText = ''; });

for (const [name, style] of Object.entries(waysToHide)) {
  test(`a finder that starts hidden (${name}) draws nothing, and is right when it is shown`, async ({ finder, page }) => {
    await finder.open('#groups=trauma');
    await settled(page);
    const usual = await page.screenshot();
    await page.addInitScript((style) => document.addEventListener('readystatechange', () => {   // before the script of the page
      const host = document.querySelector('.finder');
      if (host && document.readyState === 'interactive') Object.assign(host.style, style);
    }), style);
    await page.goto('about:blank');
    await page.goto('/#groups=trauma');
    await expect(finder.host).toHaveClass(/\bready\b/);
    await page.waitForTimeout(1000);
    expect(await painted(finder)).toBe(0);
    await show(page);
    await expectSharp(finder, page);
    await expect(finder.option(/^Trauma,/)).toBeChecked();
    await settled(page);
    expect(await likeness(page, usual, await page.screenshot())).toBeLessThan(0.002);
    await finder.tick(medi_cal);
  });

  test(`a finder that is hidden (${name}) and shown again keeps choices, words and focus, and draws nothing meanwhile`, async ({ finder, page }) => {
    await finder.open();
    await use(finder, page);
    const before = await page.screenshot(), state = await page.locator('body').ariaSnapshot();
    await hide(page, style);
    await settled(page);
    const stats = () => finder.host.evaluate((host) => ({ ...host.programFinder.stats }));
    const then = await stats();
    await page.mouse.move(300, 300);
    await page.mouse.move(500, 400);
    await page.evaluate(() => { location.hash = 'groups=trauma&payment=medi-cal&q=center'; });   // a link of the page around it
    await settled(page);
    expect(await stats()).toEqual(then);
    await page.evaluate(() => history.back());
    await settled(page);
    expect(await stats()).toEqual(then);
    await page.mouse.move(0, 0);
    await show(page);
    await expectInUse(finder);
    await expectSharp(finder, page);
    await settled(page);
    expect(await likeness(page, before, await page.screenshot())).toBeLessThan(0.002);
    expect(await page.locator('body').ariaSnapshot()).toBe(state);
  });

  test(`hidden (${name}) while the window became another, it is shown as the window is now`, async ({ finder, page }) => {
    await finder.open();
    await use(finder, page);
    await hide(page, style);
    await settled(page);
    await page.setViewportSize({ width: 1000, height: 700 });
    await settled(page);
    await show(page);
    await expectInUse(finder);
    await expect.poll(() => page.evaluate(() => document.querySelector('.tiles canvas').width)).toBe(1000);
    await expectSharp(finder, page);
  });

  test(`a drawing context lost and given back while hidden (${name}) is not missed`, async ({ finder, page }) => {
    await finder.open();
    await use(finder, page);
    await hide(page, style);
    await page.evaluate(() => { globalThis.loss = document.querySelector('.finder').programFinder.context.getExtension('WEBGL_lose_context'); globalThis.loss.loseContext(); });
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await show(page);
    await expect(page.getByText('Your browser stopped drawing the standard view')).toBeVisible();
    await expectInUse(finder);
    await hide(page, style);
    await settled(page);
    await page.evaluate(() => globalThis.loss.restoreContext());
    await settled(page);
    await show(page);
    await expectSharp(finder, page);
    await expectInUse(finder);
  });
}

test('focus that went elsewhere while the finder was hidden is not taken back', async ({ finder, page }) => {
  await finder.open();
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('button'), { textContent: 'Of the page around' })));
  await use(finder, page);
  await hide(page, waysToHide['not displayed']);
  await settled(page);
  const other = page.getByRole('button', { name: 'Of the page around' });
  await other.focus();
  await show(page);
  await finder.ready();
  await settled(page);
  await expect(other).toBeFocused();
});

test('a tab behind another one draws nothing, and is right when it comes to the front', async () => {
  await withTabs(async (open) => {
    const tab = await open('#groups=trauma');
    const poll = (expression) => expect.poll(() => tab.run(expression), { timeout: 20_000 });
    await poll('document.querySelector(".finder.painted") !== null').toBe(true);
    await tab.run('document.querySelector(".checkbox:checked").focus()');
    await tab.run('new Promise((resolve) => setTimeout(resolve, 500))');
    const other = await open(null);
    await other.bringToFront();
    await poll('document.visibilityState').toBe('hidden');
    const stats = 'JSON.stringify(document.querySelector(".finder").programFinder.stats)', then = await tab.run(stats);
    // What a page around it may do, and a device at nightfall.
    await tab.run('{ location.hash = "groups=trauma&payment=medi-cal"; }');
    await poll('document.querySelectorAll(".checkbox:checked").length').toBe(2);
    await tab.run('new Promise((resolve) => setTimeout(resolve, 1000))');
    expect(await tab.run(stats)).toBe(then);
    await tab.bringToFront();
    await poll('document.visibilityState').toBe('visible');
    const sight = `[...document.querySelectorAll('.tiles canvas')].filter((canvas) => { const { top, bottom } = canvas.getBoundingClientRect(); return top < innerHeight && bottom > 0; })`;
    await poll(`${sight}.every((canvas) => canvas.width === document.documentElement.clientWidth)`).toBe(true);
    expect(JSON.parse(await tab.run(stats)).tilesPainted).toBeGreaterThan(JSON.parse(then).tilesPainted);
    expect(await tab.run('document.activeElement.matches(".checkbox:checked")')).toBe(true);
    await tab.run('new Promise((resolve) => setTimeout(resolve, 1000))');   // what is only near is painted when there is time
    // The picture is of what there is now: all of it painted anew is the same but for the soft edge of a letter.
    await tab.run(`{ globalThis.pictures = () => ${sight}.map((canvas) => { const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d'); copy.drawImage(canvas, 0, 0); return copy.getImageData(0, 0, canvas.width, canvas.height).data; }); globalThis.before = pictures(); }`);
    await tab.run(`{ const simple = [...document.querySelectorAll('.tool')].find(({ textContent }) => textContent.startsWith('Simple view')); simple.click(); simple.click(); }`);
    await poll('document.querySelector(".finder.painted") !== null').toBe(true);
    const differing = '(() => { const after = pictures(); return after.length !== before.length ? -1 : after.reduce((sum, data, n) => sum + data.filter((value, at) => Math.abs(value - before[n][at]) > 64).length, 0); })()';
    await poll(`(() => { const count = ${differing}; return count >= 0 && count < 200; })()`).toBe(true);
    expect(tab.complaints).toEqual([]);
  });
});

test('frozen by the browser and awake again, it goes on', async ({ finder, page }) => {
  await finder.open();
  await use(finder, page);
  const cdp = await page.context().newCDPSession(page), tiles = await painted(finder);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await settled(page);
  expect(await painted(finder)).toBe(tiles);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await expectInUse(finder);
  await finder.tick(/^Trauma,/);
  await expectSharp(finder, page);
});

// --- Another screen

test('moved to a screen with other pixels, tiles are drawn anew; choices, focus and place stay', async ({ finder, page }) => {
  await finder.open();
  await finder.tick(medi_cal);
  const link = finder.cards.nth(6).getByRole('heading', { level: 3 }).getByRole('link');
  await link.focus();
  await page.evaluate(() => scrollTo(0, 1200));
  await settled(page);
  const cdp = await page.context().newCDPSession(page), count = await finder.total(), place = async () => (await link.boundingBox()).y, before = await place();
  for (const [at, dpr] of [2, 1.5, 1.25, 1.1, 4 / 3, 3, 1].entries()) {
    const tiles = await painted(finder);
    // Emulated, nothing is heard of another screen unless its window is another, too; its width stays, which would be reason enough.
    await cdp.send('Emulation.setDeviceMetricsOverride', { ...wide, height: wide.height + 1 - at % 2, deviceScaleFactor: dpr, mobile: false });
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(dpr, 3);
    await expect.poll(() => painted(finder)).toBeGreaterThan(tiles);
    await expect.poll(() => page.evaluate(() => Math.max(...[...document.querySelectorAll('.tiles canvas')].map(({ width }) => width)))).toBe(Math.round(wide.width * dpr));
    await expectSharp(finder, page, dpr);
    expect(Math.abs(await place() - before)).toBeLessThan(4);   // lines are a little higher or lower there
    await expect(link).toBeFocused();
    await expect(finder.option(medi_cal)).toBeChecked();
    expect(await finder.total()).toBe(count);
  }
});

// As the browser's zoom does it: fewer css px of more device px each.
test('zoomed by the browser, tiles are drawn anew; choices and focus stay', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await finder.search.fill('center');
  await finder.search.focus();
  const cdp = await page.context().newCDPSession(page);
  for (const zoom of [1.1, 1.25, 2, 4, 0.5, 1]) {
    await cdp.send('Emulation.setDeviceMetricsOverride', { width: Math.round(wide.width / zoom), height: Math.round(wide.height / zoom), deviceScaleFactor: zoom, mobile: false });
    await expect.poll(() => page.evaluate(() => document.querySelector('.finder').getBoundingClientRect().width)).toBe(Math.round(wide.width / zoom));
    await expectSharp(finder, page, zoom);
    await expect(finder.search).toBeFocused();
    await expect(finder.search).toHaveValue('center');
    await expect(page.getByRole('button', { name: 'Remove filter: Trauma' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(Math.round(wide.width / zoom));
  }
});

// --- Where a canvas may not be read back

for (const [name, answer] of Object.entries({
  'is refused': 'throw new DOMException("The operation is insecure.", "SecurityError")',
  'gives a white sheet': 'const image = read.apply(this, args); image.data.fill(255); return image',
  'gives nothing': 'const image = read.apply(this, args); image.data.fill(0); return image',
  'gives noise': 'const image = read.apply(this, args); for (let at = 0; at < image.data.length; at++) image.data[at] ^= Math.floor(Math.random() * 32); return image',
})) {
  test(`where reading a canvas ${name}, page view takes over with what was already chosen, typed and focused`, async ({ finder, page }) => {
    await page.addInitScript((answer) => {
      for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) prototype.getImageData = new Function('read', `return function (...args) { ${answer} }`)(prototype.getImageData);
    }, answer);
    let go;
    const may = new Promise((resolve) => { go = resolve; });
    await page.route('**/finder.wasm', async (route) => { await may; await route.continue(); });
    await page.goto('/');
    await finder.search.fill('center');
    await finder.option(medi_cal).focus();
    await page.keyboard.press('Space');
    go();
    await expect(page.getByText('Your browser’s privacy settings do not allow the standard view')).toBeVisible();
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await expectInUse(finder);
    await expect(page.locator('.tiles canvas')).toHaveCount(0);
    const count = await finder.total();
    expect(count).toBeLessThan(data.programs.length);
    await page.keyboard.press('Space');
    expect(await finder.total()).toBeGreaterThan(count);
  });
}
