// One program's page: how to reach it, each fact in its three states, and where each was read.
import { data, expect, phone, spoken, test, wide } from './support/finder.mjs';

const edgewood = data.programs.find((program) => program.id === 'edgewood-iop-san-carlos');
const vocabulary = { services: ['Individual therapy', 'Group therapy', 'Family therapy'] };

test('Edgewood: call to confirm the address, ages, hours, steps, phones and sources', async ({ finder, page }) => {
  await finder.open('#program=edgewood-iop-san-carlos');
  await expect(page).toHaveTitle(/^Edgewood Intensive Outpatient Program/);
  await expect(finder.main).toContainText('Call to confirm before you go');
  await expect(finder.main).toContainText('957 Industrial Road, Suite B, San Carlos, CA 94070');
  const value = (term) => page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd');
  await expect(value('Ages')).toHaveText(/12–17/);
  await expect(value('Days and times')).toHaveText(/2:00–5:00 pm, 3 to 5 days a week/);
  await expect(value('Hours a week')).toHaveText(/9–15 hours a week/);
  await expect(value('Usual stay')).toHaveText(/2–8 weeks/);
  await expect(value('Step up or step down')).toHaveText([/Step up from weekly therapy/, /Step down from/]);
  const contact = page.getByRole('complementary', { name: 'Contact' });
  for (const { number } of edgewood.phones)
    await expect(contact.getByRole('link', { name: `Call ${spoken(number)}` })).toHaveAttribute('href', `tel:${number}`);
  await expect(contact.getByRole('link', { name: 'Website' })).toHaveAttribute('href', edgewood.website.url);
  await expect(contact.getByRole('link', { name: 'Directions' })).toHaveAttribute('href', /957%20Industrial%20Road/);
  await expect(page.getByRole('link', { name: 'Intensive Outpatient Program page' })).toHaveAttribute('href', data.sources['edgewood-iop'].url);
});

for (const [name, size] of Object.entries({ wide, phone })) test(`whom to call comes before the facts, for the keyboard and for who listens (${name})`, async ({ finder, page }) => {
  await page.setViewportSize(size);
  await finder.open('#program=edgewood-iop-san-carlos');
  await page.locator('.back').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: `Call ${spoken(edgewood.phones[0].number)}` })).toBeFocused();
  const [contact, glance] = await Promise.all(['.contact', '.detail-facts .section-title'].map((part) => page.locator(part).first().boundingBox()));
  expect(contact.y).toBeLessThan(glance.y);
  expect(await page.evaluate(() => Boolean(document.querySelector('.contact').compareDocumentPosition(document.querySelector('.detail-facts')) & Node.DOCUMENT_POSITION_FOLLOWING))).toBe(true);
});

test('each fact is offered, not offered or to be asked; what is not stated is never shown as no', async ({ finder, page }) => {
  await finder.open('#program=edgewood-iop-san-carlos');
  const services = page.getByRole('list', { name: 'Services' });
  for (const name of vocabulary.services) await expect(services.getByRole('listitem').filter({ hasText: name })).toHaveText(new RegExp(`Offered: ${name}`));
  await expect(services.getByRole('listitem').filter({ hasText: 'Medication management' })).toHaveText(/Not offered: /);
  await expect(services.getByRole('listitem').filter({ hasText: 'Case management' })).toHaveText(/Not stated, ask: /);
  await expect(page.getByRole('list', { name: 'Groups' }).getByRole('listitem')).toHaveCount(11);
  await expect(page.getByRole('list', { name: 'Complementary therapies' }).getByRole('listitem')).toHaveCount(8);
  await expect(page.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(8);
  await expect(finder.main).toContainText('Its page names “creative application” groups and does not say what they are. Ask them.');
});

// Of two sources that say the same the first is shown, and a clear word replaces "ask".
function sourcesOf(program) {
  const facts = new Map(), note = (source, values) => {
    for (const [facet, codes] of Object.entries(values ?? {})) for (const code of codes) if (!facts.has(`${facet}/${code}`)) facts.set(`${facet}/${code}`, source);
  };
  for (const { source, offered, not_offered } of program.facts) { note(source, offered); note(source, not_offered); }
  for (const { source, ask } of program.facts) note(source, ask);
  if (program.ages) for (const key of facts.keys()) if (key.startsWith('ages/')) facts.delete(key);   // the page gives them in numbers
  const single = ['address', 'website', 'ages', 'hours_per_week', 'weeks', 'schedule'].map((member) => program[member]?.source);
  const lists = ['phones', 'for_whom', 'sessions', 'notices'].flatMap((member) => (program[member] ?? []).map(({ source }) => source));
  return new Set([...facts.values(), ...single, ...lists].filter(Boolean));
}

test('every program has a page that names its phones, and the source and date of everything it says', async ({ finder, page }) => {
  await finder.open('', { view: 'page' });
  for (const program of data.programs) {
    await page.evaluate((id) => { location.hash = `#program=${id}`; }, program.id);
    await expect(page.getByRole('heading', { level: 1, name: program.name, exact: true })).toBeVisible();
    const text = await finder.main.innerText();
    for (const { number, extension } of program.phones ?? []) {
      expect(text, program.id).toContain(spoken(number));
      if (extension) await expect(page.locator(`a[href="tel:${number};ext=${extension}"]`).first()).toBeVisible();
    }
    for (const id of sourcesOf(program)) {
      expect(text, `${program.id}: ${id}`).toContain(data.sources[id].title);
      const date = data.sources[id].date;
      expect(text, `${program.id}: ${id}`).toContain(date ? date.slice(0, 4) : 'undated');
    }
  }
});

test('back leads to where one was: the same choices, the same place, the same card', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  const card = finder.cards.nth(12).getByRole('heading', { level: 3 }).getByRole('link');
  await card.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await card.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(card).toBeFocused();
  expect(Math.abs(await page.evaluate(() => scrollY) - before)).toBeLessThan(2);
  await card.click();
  await page.getByRole('link', { name: /^← Back to \d+ programs/ }).click();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await expect(card).toBeFocused();
  expect(Math.abs(await page.evaluate(() => scrollY) - before)).toBeLessThan(2);
});

test('what an IOP is can be read, and one comes back from it', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await page.getByRole('link', { name: 'What is an IOP?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is an intensive outpatient program?' })).toBeFocused();
  await expect(finder.main).toContainText('at least 6 hours of services a week for teens and at least 9 for adults');
  await page.getByRole('link', { name: /^← Back to/ }).click();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
});

test('on a phone calling comes before the facts', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open('#program=edgewood-iop-san-carlos');
  const call = await page.getByRole('link', { name: 'Call 415-682-3160' }).boundingBox();
  const facts = await page.getByRole('heading', { level: 2, name: 'At a glance' }).boundingBox();
  expect(call.y).toBeLessThan(facts.y);
  expect(call.y).toBeLessThan(phone.height);
});
