// A long list comes in pages: their links, their words, where focus goes, and what paper gets.
import { data, expect, phone, test, wide, withScreen } from './support/finder.mjs';

const size = 20, total = data.programs.length, count = Math.ceil(total / size);
const words = (page) => `Programs ${(page - 1) * size + 1} to ${Math.min(total, page * size)} of ${total}`;
const pages = (page) => page.getByRole('navigation', { name: 'Pages of the list' });
const next = (page) => pages(page).getByRole('link', { name: 'Next page' });
const previous = (page) => pages(page).getByRole('link', { name: 'Previous page' });
const names = (finder) => finder.cards.getByRole('heading', { level: 3 }).allInnerTexts();
const top = (page) => page.evaluate(() => Math.round(scrollY));

for (const view of ['painted', 'page']) {
  test(`its pages hold the whole list, each program once (${view} view)`, async ({ finder, page }) => {
    await finder.open('', { view });
    await expect(previous(page)).toHaveCount(0);
    const seen = [];
    for (let at = 1; at <= count; at++) {
      await expect(finder.main.getByText(words(at))).toHaveCount(2);   // near the number, and between the links
      await expect(finder.cards).toHaveCount(Math.min(size, total - (at - 1) * size));
      seen.push(...await names(finder));
      if (at < count) await next(page).click();
    }
    await expect(next(page)).toHaveCount(0);
    expect(seen.map((name) => name.trim()).sort()).toEqual(data.programs.map(({ name }) => name).sort());
  });

  for (const viewport of [wide, phone]) {
    test(`another page is read from its top: focus, place and words (${view} view, ${viewport.width} px)`, async ({ finder, page }) => {
      await page.setViewportSize(viewport);
      await finder.open('', { view });
      await next(page).focus();
      await page.keyboard.press('Enter');
      await expect(finder.count()).toBeFocused();
      await expect(finder.status).toHaveText(words(2));
      await expect(page).toHaveURL(/#page-number=2$/);
      await expect.poll(async () => Math.abs((await finder.count().boundingBox()).y)).toBeLessThan(20);
      await page.keyboard.press('Tab');
      const button = viewport === phone ? page.getByRole('button', { name: 'Filters', exact: true }) : finder.cards.first().getByRole('link').first();
      await expect(button).toBeFocused();
    });
  }
}

test('the second click of a double one opens nothing that has come under the pointer meanwhile', async ({ finder, page }) => {
  await finder.open();
  await next(page).scrollIntoViewIfNeeded();
  const { x, y } = await next(page).boundingBox(), at = [x + 20, y + 20];
  await page.mouse.click(...at);
  await expect(finder.count()).toBeFocused();
  const link = finder.cards.nth(3).getByRole('heading', { level: 3 }).getByRole('link');
  await page.evaluate((by) => scrollBy(0, by), (await link.boundingBox()).y + 20 - at[1]);
  const inCards = await link.boundingBox(), there = [inCards.x + 20, inCards.y + inCards.height / 2];
  await page.mouse.move(...there);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await finder.settle();
  await expect(page).toHaveURL(/#page-number=2$/);
  await page.mouse.click(...there);   // meant
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('what is in sight of another page has its picture as soon as it is there', async ({ finder, page }) => {
  await finder.open();
  await next(page).scrollIntoViewIfNeeded();
  const blank = await next(page).evaluate(async (link) => {
    link.click();
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });   // that it was pressed is on the screen, and then
    return [...document.querySelectorAll('.tiles canvas')].filter((tile) => {
      const { top, bottom } = tile.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && tile.width === 0;
    }).length;
  });
  expect(blank).toBe(0);
  await expect(page.getByText(words(2)).first()).toBeInViewport();
});

test('Back and Forward go through the pages, to where the person was on each', async ({ finder, page }) => {
  await finder.open();
  const first = await names(finder);
  await next(page).scrollIntoViewIfNeeded();
  const before = await top(page);
  await next(page).click();
  await expect(page.getByText(words(2)).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(words(1)).first()).toBeVisible();
  expect(await names(finder)).toEqual(first);
  await expect.poll(async () => Math.abs(await top(page) - before)).toBeLessThan(3);
  await expect(next(page)).toBeFocused();
  await page.goForward();
  await expect(page.getByText(words(2)).first()).toBeVisible();
});

test('a page of the list is part of the link, which also leads back from a program', async ({ finder, page, context }) => {
  await finder.open('#page-number=2');
  await expect(page.getByText(words(2)).first()).toBeVisible();
  const second = await names(finder);
  const opened = context.waitForEvent('page');
  await next(page).click({ modifiers: ['ControlOrMeta'] });
  const other = await opened;
  await expect(other.getByText(words(3)).first()).toBeVisible();
  await finder.cards.nth(3).getByRole('heading', { level: 3 }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second[3].trim());
  await page.getByRole('link', { name: /^← Back/ }).click();
  expect(await names(finder)).toEqual(second);
});

test('a link to a page that is not there shows the last one, and nonsense the first', async ({ finder, page }) => {
  for (const [number, shown] of [['4000', count], ['0', 1], ['-1', 1], ['two', 1], ['99999999999999999999999', count]]) {
    await finder.open(`#page-number=${number}`);
    await expect(page.getByText(words(shown)).first()).toBeVisible();
  }
});

test('another choice begins with its first page', async ({ finder, page }) => {
  await finder.open('#page-number=3');
  await finder.tick(/^Trauma,/);
  await expect(page).toHaveURL(/#groups=trauma$/);
  await expect(page.getByText(/^Programs 1 to 20 of/).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(words(3)).first()).toBeVisible();
});

test('a list that fits on one page says nothing of pages', async ({ finder, page }) => {
  await finder.open('#q=edgewood');
  expect(await finder.total()).toBeLessThanOrEqual(size);
  await expect(pages(page)).toHaveCount(0);
  await expect(page.getByText(/^Programs \d+ to/)).toHaveCount(0);
  await expect(finder.host.locator('[aria-setsize], [aria-posinset]')).toHaveCount(0);
});

test('a screen reader hears the place of a program among all of them', async ({ finder, page }) => {
  await finder.open('#page-number=2');
  const cdp = await page.context().newCDPSession(page);
  const heard = await finder.cards.evaluateAll((cards) => cards.map((card) => [card.getAttribute('aria-posinset'), card.getAttribute('aria-setsize')]));
  expect(heard).toEqual(heard.map((_, at) => [`${size + at + 1}`, `${total}`]));
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  expect(nodes.filter(({ role }) => role?.value === 'listitem').length).toBeGreaterThan(size);
  // A list that is all there again counts by itself.
  await finder.search.fill('edgewood');
  await expect(finder.host.locator('[aria-setsize], [aria-posinset]')).toHaveCount(0);
});

test('programs that may fit go on after the last that fits, and "show these too" comes to the first of them', async ({ finder, page }) => {
  await finder.open('#complementary_therapies=yoga');
  const may = page.getByRole('list', { name: 'Programs that may fit' });
  await page.getByRole('button', { name: /^Show these \d+ too$/ }).click();
  await expect(may.getByRole('heading', { level: 3 }).getByRole('link').first()).toBeVisible();
  const fitting = await finder.total(), here = await may.getByRole('heading', { level: 3 }).count();
  expect((fitting % size) + here).toBe(size);
  await next(page).click();
  await expect(finder.cards).toHaveCount(0);
  await expect(page.getByText('Not stated does not mean no. Call and ask.')).toBeVisible();
  await expect(may.locator('.card').first()).toHaveAttribute('aria-posinset', `${here + 1}`);
});

// --- Paper

// What the document holds at the moment when the browser takes it for printing.
const noteWhatIsPrinted = (page) => page.evaluate(() => addEventListener('beforeprint', () => {
  globalThis.printed = { cards: document.querySelectorAll('.card').length, sheet: document.querySelectorAll('.filters-title').length, heading: document.querySelector('.count')?.textContent.trim() };
}));

test('paper gets every program, and afterwards the page is as it was', async ({ finder, page }) => {
  await finder.open('#page-number=2');
  await noteWhatIsPrinted(page);
  await finder.cards.nth(5).getByRole('link').first().focus();
  await page.evaluate(() => scrollTo(0, 1500));
  const before = await page.locator('body').ariaSnapshot();
  await page.pdf();
  expect(await page.evaluate(() => globalThis.printed)).toMatchObject({ cards: total, heading: `${total} programs` });
  await expect(finder.cards).toHaveCount(size);
  await expect(finder.cards.nth(5).getByRole('link').first()).toBeFocused();
  expect(await top(page)).toBe(1500);
  expect(await page.locator('body').ariaSnapshot()).toBe(before);
  await expect(page).toHaveURL(/#page-number=2$/);
  await expect(finder.status).toHaveText('');
});

test('paper gets the list that a phone\'s filter sheet covers', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await finder.tick(/^Trauma,/);
  await noteWhatIsPrinted(page);
  await page.pdf();
  const printed = await page.evaluate(() => globalThis.printed);
  expect(printed.sheet).toBe(0);
  expect(printed.cards).toBe(Number(printed.heading.match(/\d+/)[0]));
  await expect(page.getByRole('dialog', { name: 'Filters' }).getByRole('heading', { name: 'Filters' })).toBeVisible();
  await expect(finder.option(/^Trauma,/)).toBeFocused();
});

// --- The page that is there before the script

test('the page that the build wrote holds every program, and the script takes the surplus away without a jump', async () => {
  await withScreen({}, async (finder, page) => {
    let go;
    const may = new Promise((resolve) => { go = resolve; });
    await page.route('**/finder.wasm', async (route) => { await may; await route.continue(); });
    await page.goto('/');
    await expect(finder.cards).toHaveCount(total);
    const places = () => page.evaluate(() => ['.count', '.range', '.card:nth-child(1)', '.card:nth-child(15)'].map((selector) => document.querySelector(selector).getBoundingClientRect().top));
    const before = await places();
    go();
    await expect(finder.host).toHaveClass(/\bready\b/);
    await expect(finder.cards).toHaveCount(size);
    for (const [at, y] of (await places()).entries()) expect(Math.abs(y - before[at])).toBeLessThan(1);
  });
});

test('who has read on to a program of a later page before the script is there goes on reading it', async () => {
  await withScreen({}, async (finder, page) => {
    let go;
    const may = new Promise((resolve) => { go = resolve; });
    await page.route('**/finder.wasm', async (route) => { await may; await route.continue(); });
    await page.goto('/');
    await expect(finder.cards).toHaveCount(total);
    const title = await finder.cards.nth(45).getByRole('heading', { level: 3 }).innerText();
    const y = () => page.evaluate((title) => [...document.querySelectorAll('.card-link')].find((link) => link.textContent.trim() === title.trim())?.getBoundingClientRect().top, title);
    await finder.cards.nth(45).evaluate((card) => scrollTo(0, card.getBoundingClientRect().top + scrollY - 100));
    const before = await y();
    go();
    await expect(finder.host).toHaveClass(/\bready\b/);
    await expect(page.getByText(words(3)).first()).toBeVisible();
    expect(Math.abs(await y() - before)).toBeLessThan(2);
  });
});
