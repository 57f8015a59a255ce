// The search box: words and their beginnings, accents and case aside.
import { data, expect, test } from './support/finder.mjs';

const cases = [
  ['edgewood', 'Edgewood Intensive Outpatient Program', 'a name'],
  ['EDGEW', 'Edgewood Intensive Outpatient Program', 'the beginning of a name, in capitals'],
  ['éDgewóod', 'Edgewood Intensive Outpatient Program', 'accents'],
  ['san carlos', 'Edgewood Intensive Outpatient Program', 'a city'],
  ['el camino', 'ASPIRE (After-School Program Interventions and Resiliency Education)', 'an organization'],
];
for (const [typed, name, what] of cases) {
  test(`"${typed}" finds by ${what}`, async ({ finder }) => {
    await finder.open();
    await finder.search.fill(typed);
    await expect(finder.card(name).first()).toBeVisible();
    expect(await finder.total()).toBeLessThan(data.programs.length);
  });
}

for (const [typed, option] of [['trauma', /^Trauma,/], ['acupuncture', /^Acupuncture,/], ['medi-cal', /^Medi-Cal/], ['medicaid', /^Medi-Cal/], ['family therapy', /^Family therapy,/]]) {
  test(`"${typed}" finds at least every program that offers it`, async ({ finder }) => {
    await finder.open();
    await finder.unfold();
    const offered = await finder.countOf(option);
    await finder.search.fill(typed);
    await expect.poll(() => finder.total()).toBeGreaterThanOrEqual(offered);
    await finder.tick(option);
    await expect.poll(() => finder.total()).toBe(offered);
  });
}

test('results follow each letter, and the address is replaced, not filled with every letter', async ({ finder, page }) => {
  await finder.open();
  const entries = await page.evaluate(() => history.length);
  await finder.search.pressSequentially('yoga');
  await expect(finder.status).toHaveText(/\d+ programs?/);
  await expect(page).toHaveURL(/#q=yoga$/);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect(finder.search).toHaveValue('');
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
});

test('what was typed stays in the field as typed, with its caret, while results change', async ({ finder, page }) => {
  await finder.open();
  await finder.search.fill('yga');
  await finder.search.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('o');
  await expect(finder.search).toHaveValue('yoga');
  expect(await finder.search.evaluate((input) => input.selectionStart)).toBe(2);
  await expect(finder.search).toBeFocused();
});

test('an input method can compose in the field', async ({ finder, page }) => {
  await finder.open();
  await finder.search.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: '焦', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.insertText', { text: '焦虑' });
  await expect(finder.search).toHaveValue('焦虑');
});
