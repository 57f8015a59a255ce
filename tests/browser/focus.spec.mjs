// Where focus goes when what had it goes away, and how the keyboard gets past the filters.
import { expect, test } from './support/finder.mjs';

test('after help, the keyboard has a way past the filters', async ({ finder, page }) => {
  await finder.open();
  const skip = page.getByRole('link', { name: 'Skip to the programs' });
  for (const help of ['Call 988', 'Text 988', /^San Mateo County/, 'Leave']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: help })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(finder.count()).toBeFocused();
  expect(await finder.count().evaluate((count) => getComputedStyle(count).outlineStyle)).toBe('solid');   // who sees looks for where they are now
  expect(Math.round((await finder.count().boundingBox()).y)).toBeGreaterThanOrEqual(5);   // with its ring
  await page.keyboard.press('Tab');
  await expect(finder.cards.first().getByRole('link').first()).toBeFocused();
});

test('deep in the filters a button leads to the programs', async ({ finder, page }) => {
  await finder.open();
  await expect(page.getByRole('button', { name: /^Show \d+ programs$/ })).toHaveCount(0);   // nothing was chosen
  await finder.option(/^Yoga,/).scrollIntoViewIfNeeded();
  await finder.tick(/^Yoga,/);
  const show = page.getByRole('button', { name: /^Show \d+ programs?$/ });
  await expect(show).toBeInViewport();
  await show.click();
  await expect(finder.count()).toBeFocused();
  await expect(finder.count()).toBeInViewport();
});

test('after "Clear all" focus is on the number of programs, not lost', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await page.getByRole('button', { name: 'Clear all' }).focus();
  await page.keyboard.press('Enter');
  await expect(finder.count()).toBeFocused();
});

test('after "show these too" focus is on the first of them', async ({ finder, page }) => {
  await finder.open('#complementary_therapies=yoga');
  await page.getByRole('button', { name: /^Show these \d+ too$/ }).focus();
  await page.keyboard.press('Enter');
  const first = page.getByRole('list', { name: 'Programs that may fit' }).getByRole('heading', { level: 3 }).first().getByRole('link');
  await expect(first).toBeFocused();
});

test('of the programs that may fit, those come first that leave least open', async ({ finder, page }) => {
  await finder.open('#ages=under-18&level_of_care=iop-mental-health&payment=medi-cal&not-stated=1');
  const cards = page.getByRole('list', { name: 'Programs that may fit' }).getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  const open = [];
  for (const card of await cards.all()) open.push(await card.getByText(/: not stated, ask them$/).filter({ hasText: /under 18|mental health|Medi-Cal/ }).count());
  expect(open.length).toBeGreaterThan(10);
  expect(open).toEqual([...open].sort((a, b) => a - b));
});

test('what was typed is seen where it is selected', async ({ finder, page }) => {
  await finder.open();
  await finder.search.fill('trauma');
  const colour = await finder.search.evaluate((input) => getComputedStyle(input, '::selection').color);
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');
});

test('a text that letters drawn one by one would garble turns the page simple as long as it is there', async ({ finder }) => {
  await finder.open();
  await finder.search.fill('العربية');
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await finder.search.fill('yoga');
  await finder.ready();
});
