// What the page is for, in browsers other than Chromium: from opening it to a number to call.
import { data, expect, phone, test, wide } from './support/finder.mjs';
import { onAPage, spoken } from '../browser/support/finder.mjs';

const offers = (program, facet, value) => program.facts.some((block) => block.offered?.[facet]?.includes(value));
const medi_cal = data.programs.filter((program) => offers(program, 'payment', 'medi-cal'));
const fitting = medi_cal.filter((program) => offers(program, 'groups', 'trauma'));
const screens = { list: '', chosen: '#groups=trauma&payment=medi-cal&not-stated=1', nothing: '#q=zzzz&groups=trauma', program: '#program=edgewood-iop-san-carlos', about: '#page=about' };
const edgewood = data.programs.find(({ id }) => id === 'edgewood-iop-san-carlos');

for (const view of ['painted', 'simple']) {
  test(`trauma and Medi-Cal, a program, its phone number, and back to the same list (${view} view)`, async ({ finder }) => {
    await finder.open('', { view });
    await finder.find('heading', `${data.programs.length} programs`);
    await finder.click('checkbox', `Medi-Cal (Medicaid), ${medi_cal.length} programs`);
    await finder.find('heading', `${medi_cal.length} programs`);
    expect(await finder.status()).toBe(`${medi_cal.length} programs`);
    await finder.click('checkbox', `Trauma, ${fitting.length} programs`);
    await expect.poll(() => finder.status()).toBe(`${fitting.length} programs`);
    expect((await finder.cards()).length).toBe(onAPage(fitting.length));
    await finder.picture(`list, ${view} view`);

    const program = fitting[0], [first] = program.phones;
    await finder.click('link', program.name);
    const heading = await finder.find('heading', program.name);
    expect(await finder.evaluate((element) => element === document.activeElement, heading)).toBe(true);
    const call = await finder.find('link', `Call ${spoken(first.number)}`);
    expect(await finder.evaluate((link) => link.getAttribute('href'), call)).toBe(`tel:${first.number}`);
    await finder.picture(`program, ${view} view`);

    await finder.browser.back();
    await expect.poll(() => finder.cards().then((cards) => cards.length)).toBe(onAPage(fitting.length));
    expect(await finder.ticked(`Medi-Cal (Medicaid), ${fitting.length} programs`)).toBe(true);
    expect(await finder.ticked(`Trauma, ${fitting.length} programs`)).toBe(true);
  });
}

test('typing in the search changes the list with each letter, and nothing is asked of any server', async ({ finder, site }) => {
  await finder.open();
  site.requests.length = 0;
  await finder.click('searchbox', 'Search');
  await finder.browser.type('edgewood');
  await expect.poll(() => finder.cards().then((cards) => cards.length)).toBeLessThan(10);
  for (const card of await finder.cards()) expect(card).toMatch(/edgewood/i);
  await finder.click('link', edgewood.name);
  await finder.browser.back();
  await finder.find('searchbox', 'Search');
  expect(await finder.evaluate(() => document.querySelector('input[type=search]').value)).toBe('edgewood');
  expect(await finder.requests()).toEqual([]);
});

test('Tab goes through help, the way past the filters, the tools, the search and the filters, and back', async ({ finder }) => {
  await finder.open();
  const order = [];
  for (let steps = 0; steps < 10; steps++) {
    await finder.browser.press('Tab');
    order.push(await finder.focused());
  }
  expect(order).toEqual(['Call 988', 'Text 988', expect.stringMatching(/^San Mateo County/), 'Leave this page quickly', 'Skip to the programs', 'What is an IOP?', 'Text and colors', 'Simple view', 'Search', expect.stringMatching(/^Children and teens, under 18, \d+ programs$/)]);
  await finder.browser.press('Shift+Tab');
  expect(await finder.focused()).toBe('Search');
});

test('by keyboard alone: search, reach a program, open it, reach its number, and come back to the same link', async ({ finder }) => {
  const { browser } = finder;
  const tabTo = async (text) => {
    for (let steps = 0; steps < 120 && !text.test(await finder.focused()); steps++) await browser.press('Tab');
    expect(await finder.focused()).toMatch(text);
  };
  await finder.open();
  await browser.press('/');
  await browser.type('edgewood');
  await tabTo(new RegExp(`^${edgewood.name}`));
  await browser.press('Enter');
  await expect.poll(() => finder.focused()).toBe(edgewood.name);   // its heading
  await tabTo(/^Call \d{3}-\d{3}-\d{4}/);
  await browser.back();
  await expect.poll(() => finder.evaluate(() => document.activeElement.localName)).toBe('a');
  expect(await finder.focused()).toBe(edgewood.name);
});

test('every painted text and control stands where its element is, within 1.5 css px, on a wide and on a narrow screen', async ({ finder }) => {
  for (const size of [wide, phone]) {
    for (const [name, screen] of Object.entries({ ...screens, ...(size === phone ? { filters: '#show=filters&groups=trauma' } : {}) })) {
      await finder.open(screen, { size });
      await finder.expectAgreement();
      if (size === phone) await finder.picture(`phone, ${name}`);
    }
  }
});

test('what is copied is the words', async ({ finder }) => {
  for (const view of ['painted', 'simple']) {
    await finder.open('#program=edgewood-iop-san-carlos', { view });
    await finder.evaluate(() => {   // somewhere to paste
      document.body.append(Object.assign(document.createElement('textarea'), { className: 'pasted' }));
      getSelection().selectAllChildren(document.querySelector('.page-title'));
    });
    await finder.browser.press('Control+c');
    await finder.evaluate(() => document.querySelector('.pasted').focus());
    await finder.browser.press('Control+v');
    await expect.poll(() => finder.evaluate(() => document.querySelector('.pasted').value.trim()), view).toBe(edgewood.name);
  }
});

test('the simple view and the standard one take turns; choices and focus stay', async ({ finder }) => {
  await finder.open('#groups=trauma');
  const button = await finder.find('button', 'Simple view');
  await finder.evaluate((element) => element.focus(), button);
  for (const [key, view] of [['Enter', 'page'], ['Space', 'painted']]) {
    await finder.browser.press(key);
    await finder.becomes(view);
    expect(await finder.focused()).toBe('Simple view');
    expect(await finder.evaluate(() => document.querySelectorAll('.checkbox:checked').length)).toBe(1);
  }
  await finder.expectAgreement();
});

test('in the simple view, what works like a link is underlined', async ({ finder }) => {
  await finder.open('#groups=trauma', { view: 'simple' });
  for (const [role, name] of [['button', 'Clear all'], ['link', 'What is an IOP?']]) {
    const line = await finder.evaluate((element) => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).textDecorationThickness], await finder.find(role, name));
    expect(line, name).toEqual(['underline', '1px']);
  }
});
