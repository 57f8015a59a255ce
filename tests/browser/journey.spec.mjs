// What the page is for: from opening it to a number to call, and where that number came from.
import { data, expect, phone, spoken, test, wide } from './support/finder.mjs';

const offers = (program, facet, value) => program.facts.some((block) => block.offered?.[facet]?.includes(value));
const fitting = data.programs.filter((program) => offers(program, 'groups', 'trauma') && offers(program, 'payment', 'medi-cal'));
const publisher = (phone) => data.sources[phone.source].publisher;

for (const view of ['painted', 'page']) {
  test(`trauma and Medi-Cal, a program, its phone number and where that came from (${view} view)`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.tick(/^Trauma,/);
    await finder.tick(/^Medi-Cal/);
    await expect(finder.count()).toHaveText(`${fitting.length} programs`);
    await expect(finder.cards).toHaveCount(Math.min(20, fitting.length));
    const program = fitting[0];
    await finder.card(program.name).first().getByRole('link', { name: program.name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: program.name })).toBeFocused();
    const contact = page.getByRole('complementary', { name: 'Contact' });
    const [first] = program.phones;
    await expect(contact.getByRole('link', { name: `Call ${spoken(first.number)}` })).toHaveAttribute('href', `tel:${first.number}`);
    await expect(contact).toContainText(publisher(first));
    await expect(page.getByRole('list', { name: 'Groups' }).getByRole('listitem').filter({ hasText: 'Trauma' })).toHaveText(/Offered: Trauma/);
    await page.getByRole('link', { name: `← Back to ${fitting.length} programs` }).click();
    await expect(finder.count()).toHaveText(`${fitting.length} programs`);
  });
}

test('by keyboard alone: tick a filter, open a program, reach the phone number, and come back to the same card', async ({ finder, page }) => {
  await finder.open();
  await page.keyboard.press('/');
  await expect(finder.search).toBeFocused();
  await page.keyboard.type('edgewood');
  await expect(finder.count()).toHaveText(/^\d+ programs?\s*$/);
  const card = finder.card('Edgewood Intensive Outpatient Program').first().getByRole('link', { name: 'Edgewood Intensive Outpatient Program', exact: true });
  for (let steps = 0; steps < 200 && !(await card.evaluate((link) => link === document.activeElement)); steps++) await page.keyboard.press('Tab');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const call = page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: /^Call/ }).first();
  for (let steps = 0; steps < 60 && !(await call.evaluate((link) => link === document.activeElement)); steps++) await page.keyboard.press('Tab');
  await expect(call).toBeFocused();
  await page.goBack();
  await expect(card).toBeFocused();
});

test('on a phone: open the filter sheet, choose, and see the programs', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' }).getByRole('heading', { name: 'Filters' })).toBeFocused();
  await expect(finder.cards).toHaveCount(0);
  await finder.tick(/^Trauma,/);
  await finder.tick(/^Medi-Cal/);
  await page.getByRole('button', { name: `Show ${fitting.length} programs` }).click();
  await expect(finder.cards).toHaveCount(Math.min(20, fitting.length));
  await expect(page.getByRole('button', { name: 'Filters (2)' })).toBeVisible();
  const call = finder.cards.first().getByRole('link', { name: /^Call/ });
  const box = await call.boundingBox();
  expect(box.width).toBeGreaterThan(300);   // the largest thing on a card
  expect(box.height).toBeGreaterThanOrEqual(44);
});

test('help in a crisis and a way out are on every screen', async ({ finder, page }) => {
  for (const size of [wide, phone]) {
    await page.setViewportSize(size);
    for (const screen of ['', '#program=edgewood-iop-san-carlos', '#page=about', '#show=filters', '#q=nothing-has-this-name']) {
      await finder.open(screen);
      const help = page.getByRole('complementary', { name: 'Help now' });
      await expect(help.getByRole('link', { name: 'Call 988' })).toHaveAttribute('href', 'tel:988');
      await expect(help.getByRole('link', { name: 'Text 988' })).toHaveAttribute('href', 'sms:988');
      await expect(help.getByRole('link', { name: 'Leave' })).toBeVisible();
    }
  }
});

for (const [how, leave] of [['the link', (page) => page.getByRole('link', { name: 'Leave' }).click()], ['Escape twice', (page) => page.keyboard.press('Escape').then(() => page.keyboard.press('Escape'))]]) {
  test(`leaving by ${how} puts another site in the place of this one, without a trace of the search`, async ({ finder, page }) => {
    await page.route('https://www.weather.gov/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await page.goto('about:blank');
    await finder.open('#groups=trauma');
    const asked = page.waitForRequest('https://www.weather.gov/');
    await leave(page);
    expect((await asked).headers().referer).toBeUndefined();
    await expect(page).toHaveTitle('Weather');
    await page.goBack();
    await expect(page).toHaveURL('about:blank');   // not the finder: its place was taken
  });
}
