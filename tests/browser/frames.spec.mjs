// What is not done: no frame while nothing changes, no write while the page scrolls, no request after it loaded.
import { address } from './support/browser.mjs';
import { expect, phone, test } from './support/finder.mjs';
import { alive, liveTiles, TILE } from './support/tiles.mjs';

// Counts what a page could do behind one's back.
async function count(page) {
  await page.addInitScript(() => {
    const counted = globalThis.counted = { frames: 0, timers: 0, mutations: 0, draws: 0 };
    const { requestAnimationFrame: frame, setInterval: interval } = globalThis;
    globalThis.requestAnimationFrame = (callback) => { counted.frames++; return frame(callback); };
    globalThis.setInterval = (...args) => { counted.timers++; return interval(...args); };
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...args) { counted.draws++; return drawElements.apply(this, args); };
    addEventListener('DOMContentLoaded', () => {
      const twin = document.querySelector('.twin');
      if (!twin) return;   // about:blank
      new MutationObserver((records) => { counted.mutations += records.length; }).observe(twin, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  });
}
const reset = (page) => page.evaluate(() => { Object.assign(globalThis.counted, { frames: 0, timers: 0, mutations: 0, draws: 0 }); });
const counted = (page) => page.evaluate(() => ({ ...globalThis.counted }));

test('five seconds of idling draw nothing, write nothing and ask for no frame', async ({ finder, page }) => {
  await count(page);
  await finder.open();
  await page.mouse.move(700, 400);
  await page.waitForTimeout(500);
  await reset(page);
  await page.waitForTimeout(5000);
  expect(await counted(page)).toEqual({ frames: 0, timers: 0, mutations: 0, draws: 0 });
});

test('scrolling writes no DOM, paints only tiles that come near, and keeps few of them', async ({ finder, page }) => {
  await count(page);
  await page.setViewportSize(phone);   // where a page of the list is longest
  await finder.open();
  await page.mouse.move(200, 400);
  await page.waitForTimeout(300);
  await reset(page);
  const painted = await finder.host.evaluate((host) => host.programFinder.stats.tilesPainted);
  const down = [];
  for (let at = 0; at < 8000; at += 400) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
    down.push(await liveTiles(page));
  }
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(7000);
  await page.waitForTimeout(200);
  expect((await counted(page)).mutations).toBe(0);
  const tiles = await finder.host.evaluate((host) => host.programFinder.stats.tilesPainted) - painted;
  // A tile may be painted anew where the pointer comes over something else; the rest are new ones.
  expect(tiles).toBeLessThanOrEqual(Math.ceil(8000 / TILE) + 20 + 20);
  expect(Math.max(...down)).toBeLessThanOrEqual(alive(phone.height));
});

test('a jump goes to where there is a picture already in the first frame', async ({ finder, page }) => {
  await finder.open();
  await page.waitForTimeout(500);
  for (const to of [4000, 9000, 0, 1e6, 6000]) {
    const bare = await page.evaluate((to) => new Promise((done) => {
      scrollTo(0, to);
      requestAnimationFrame(() => {   // scroll events come before it in the same frame
        const inSight = [...document.querySelectorAll('.tiles canvas')].filter((canvas) => { const { top, bottom } = canvas.getBoundingClientRect(); return top < innerHeight && bottom > 0; });
        done({ tiles: inSight.length, bare: inSight.filter((canvas) => canvas.width === 0).length });
      });
    }), to);
    expect(bare.tiles).toBeGreaterThan(4);
    expect(bare.bare).toBe(0);
    await page.waitForTimeout(300);
  }
});

test('one tick writes what changed and no more, and repaints only what is in sight', async ({ finder, page }) => {
  await count(page);
  await finder.open();
  const yoga = finder.option(/^Yoga,/), nodes = await page.evaluate(() => document.querySelectorAll('.twin *').length);
  await finder.tick(/^Relapse prevention,/);
  await yoga.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await reset(page);
  const before = await finder.host.evaluate((host) => host.programFinder.stats.tilesPainted);
  await finder.option(/^Relapse prevention,/).uncheck();   // other cards come to the page
  await page.waitForTimeout(300);
  const after = await finder.host.evaluate((host) => host.programFinder.stats.tilesPainted);
  const { frames, mutations } = await counted(page);
  test.info().annotations.push({ type: 'measured', description: `${mutations} mutations, ${after - before} tiles, ${frames} frames, ${nodes} elements` });
  expect(after - before).toBeLessThanOrEqual(alive(800) + 2);   // and one or two for the pointer
  expect(frames).toBeLessThanOrEqual(3);
  expect(mutations).toBeLessThan(nodes / 3);
});

test('after it has loaded the page asks for nothing, stores nothing, and asked no other server', async ({ finder, page, context }) => {
  const seen = finder.watch();
  await finder.open();
  expect(seen.requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
  expect(seen.requests.filter((url) => url.includes('?'))).toEqual([]);
  const loaded = seen.requests.length;
  await finder.tick(/^Trauma,/);
  await finder.search.fill('center');
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await page.goBack();
  await finder.showSimply();
  await page.waitForTimeout(300);
  expect(seen.requests.slice(loaded)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('once loaded, everything works without a network', async ({ finder, page, context }) => {
  await finder.open();
  await context.setOffline(true);
  await finder.tick(/^Trauma,/);
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await expect(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: /^Call/ }).first()).toBeVisible();
});
