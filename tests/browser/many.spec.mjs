// With 20,000 programs the page costs what it costs with 63: a page of the list is all that is there. Counts, never times.
import { data, expect, phone, test, wide } from './support/finder.mjs';
import { manyPrograms } from './support/many.mjs';
import { alive, liveTiles } from './support/tiles.mjs';

const total = 20_000, size = 20, last = total / size;
const text = manyPrograms(data, total);
const next = (page) => page.getByRole('link', { name: 'Next page' });

const elements = (page) => page.evaluate(() => document.querySelectorAll('.twin *').length);
const tiles = (page) => page.locator('.tiles canvas').count();

async function load(finder, page) {
  expect(await page.evaluate((text) => document.querySelector('.finder').programFinder.loadPrograms(text), text)).toBe(true);
  await expect(finder.count()).toHaveText(`${total} programs`);
}

test('the generated list is the same for the same seed, and another for another', () => {
  const few = (seed) => manyPrograms(data, 100, seed);
  expect(few(1)).toBe(few(1));
  expect(few(1)).not.toBe(few(2));
  const { programs } = JSON.parse(few(1));
  expect(new Set(programs.map(({ id }) => id)).size).toBe(100);
});

test('a host may hand in a list of 20,000', async ({ finder, page }) => {
  await page.route('**/given.json', (route) => route.fulfill({ contentType: 'application/json', body: text }));
  await page.route((url) => url.pathname === '/', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('data-program-finder', 'data-program-finder data-programs="given.json"') });
  });
  await finder.open(`#page-number=${last}`);
  await expect(finder.count()).toHaveText(`${total} programs`);
  await expect(finder.main.getByText(`Programs ${total - size + 1} to ${total} of ${total}`).first()).toBeVisible();
  await expect(next(page)).toHaveCount(0);
});

for (const [name, viewport] of Object.entries({ wide, phone })) {
  test(`the document and the picture are no larger than with ${data.programs.length} (${name})`, async ({ finder, page }) => {
    await page.setViewportSize(viewport);
    await finder.open();
    const before = { elements: await elements(page), tiles: await tiles(page) };
    await load(finder, page);
    await finder.ready();
    // Other cards than those, each a little longer or shorter.
    for (const fragment of ['', '#page-number=500', `#page-number=${last}`]) {
      await page.evaluate((hash) => { location.hash = hash; }, fragment);
      await expect(finder.cards).toHaveCount(size);
      expect(await elements(page)).toBeLessThan(before.elements * 1.25);
      expect(await tiles(page)).toBeLessThan(before.tiles * 1.25 + 1);
      expect(await liveTiles(page)).toBeLessThanOrEqual(alive(viewport.height));
    }
  });
}

test('choosing, searching and paging to the end give what they promise', async ({ finder, page }) => {
  await finder.open();
  await load(finder, page);
  const promised = await finder.countOf(/^Trauma,/);
  await finder.tick(/^Trauma,/);
  expect(await finder.total()).toBe(promised);
  await expect(finder.cards).toHaveCount(size);
  await finder.search.fill('acupuncture');
  const found = await finder.total();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(promised);
  // The last page, by its link, and one before it.
  await page.evaluate((hash) => { location.hash = hash; }, '#page-number=99999');
  await expect(finder.main.getByText(`Programs ${total - size + 1} to ${total} of ${total}`).first()).toBeVisible();
  await page.getByRole('link', { name: 'Previous page' }).click();
  const at = total - 2 * size + 1;
  await expect(finder.status).toHaveText(`Programs ${at} to ${at + size - 1} of ${total}`);
  await expect(finder.count()).toBeFocused();
  const places = await finder.cards.evaluateAll((cards) => cards.map((card) => [card.getAttribute('aria-posinset'), card.getAttribute('aria-setsize')]));
  expect(places).toEqual(places.map((_, card) => [`${at + card}`, `${total}`]));
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ \d+\s*$/);
});

test('scrolling through a page of it writes no DOM and keeps few tiles', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open();
  await load(finder, page);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    globalThis.written = 0;
    new MutationObserver((records) => { globalThis.written += records.length; }).observe(document.querySelector('.twin'), { childList: true, subtree: true, attributes: true, characterData: true });
  });
  await page.mouse.move(200, 400);
  const live = [];
  for (let at = 0; at < 8000; at += 400) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
    live.push(await liveTiles(page));
  }
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(6000);
  expect(await page.evaluate(() => globalThis.written)).toBe(0);
  expect(Math.max(...live)).toBeLessThanOrEqual(alive(phone.height));
});
