// The address holds what was chosen, after '#', where no server sees it.
import { data, expect, test } from './support/finder.mjs';

test('reload, and a link opened elsewhere, bring back filters, search and program', async ({ finder, page, context }) => {
  await finder.open();
  await finder.tick(/^Trauma,/);
  await finder.tick(/^Medi-Cal/);
  await finder.tick(/^Also show programs that do not state it/);
  await finder.search.fill('center');
  const check = async (other) => {
    await expect(other.getByRole('checkbox', { name: /^Trauma,/ })).toBeChecked();
    await expect(other.getByRole('checkbox', { name: /^Medi-Cal/ })).toBeChecked();
    await expect(other.getByRole('checkbox', { name: /^Also show programs/ })).toBeChecked();
    await expect(other.getByRole('searchbox', { name: 'Search' })).toHaveValue('center');
  };
  const total = await finder.total();
  await page.reload();
  await check(page);
  expect(await finder.total()).toBe(total);
  const other = await context.newPage();
  await other.goto(page.url());
  await check(other);
  const name = await finder.cards.first().getByRole('heading', { level: 3 }).innerText();
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('link', { name: /^← Back/ }).click();
  await check(page);
});

test('back and forward go through every step', async ({ finder, page }) => {
  await finder.open();
  await finder.tick(/^Trauma,/);
  await expect(page).toHaveURL(/#groups=trauma$/);
  await finder.tick(/^Medi-Cal/);
  await expect(page).toHaveURL(/#payment=medi-cal&groups=trauma$/);
  await page.goBack();
  await expect(finder.option(/^Medi-Cal/)).not.toBeChecked();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await page.goBack();
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  await page.goForward();
  await page.goForward();
  await expect(finder.option(/^Medi-Cal/)).toBeChecked();
});

test('a card\'s link can be copied and opened in another tab, with the choices', async ({ finder, page, context }) => {
  await finder.open('#groups=trauma');
  const link = finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link');
  const name = await link.innerText();
  const opened = context.waitForEvent('page');
  await link.click({ modifiers: ['ControlOrMeta'] });
  const other = await opened;
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page).toHaveURL(/#groups=trauma$/);   // this tab stays
});

for (const fragment of ['#groups=nonsense&unknown=1&payment=medi-cal', '#%E0%A4%A&payment=medi-cal', `#payment=medi-cal&q=${'x'.repeat(20_000)}`, '#program=closed-long-ago&payment=medi-cal']) {
  test(`a link that holds nonsense still opens (${fragment.slice(0, 40)})`, async ({ finder }) => {
    await finder.open(fragment);
    await expect(finder.option(/^Medi-Cal/)).toBeChecked();
  });
}

test('markup in a link is text', async ({ finder, page }) => {
  await finder.open(`#q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(finder.search).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.locator('.twin img')).toHaveCount(0);
});
