// The sheet of paper, as a printer gets it: what is on it, what is not, and that nothing is cut.
import { data, expect, phone, spoken, test, withScreen } from './support/finder.mjs';
import { margins, print } from './support/paper.mjs';

const offers = (program, facet, value) => program.facts.some((block) => block.offered?.[facet]?.includes(value));
const fitting = data.programs.filter((program) => offers(program, 'groups', 'trauma') && offers(program, 'payment', 'medi-cal'));
const chosen = '#groups=trauma&payment=medi-cal', program = '#program=edgewood-iop-san-carlos';
// The one with the most to say.
const longest = `#program=${data.programs.map(({ id, facts }) => [JSON.stringify(facts).length, id]).sort(([a], [b]) => b - a)[0][1]}`;
const everywhere = { list: '', 'a chosen list': `${chosen}&not-stated=1`, 'a program': program, 'the longest program': longest, 'what is an IOP': '#page=about', 'an empty list': '#q=zzzz&groups=trauma' };
const controls = /Leave|Escape|Skip to|Simple view|Text and colors|What is an IOP|Search|Filters|Clear all|Remove filter|Show \d+|Show these|Previous page|Next page|Programs \d+ to|Directions|Back to|Try one choice less/;
const squeezed = (text) => text.replace(/\s+/g, '');
const together = (text) => text.replace(/\s+/g, ' ').trim();

/** What each card says, by the program's name, and the pages that it stands on. */
function cardsOf(sheets, names) {
  const places = [];
  let at = 0;
  for (const name of names) {
    at = sheets.text.indexOf(`${name} `, at);
    expect(at, name).toBeGreaterThan(-1);
    places.push(at);
    at += name.length;
  }
  const end = sheets.text.indexOf(data.title, at);
  expect(end).toBeGreaterThan(-1);
  return names.map((name, n) => {
    const from = places[n], words = sheets.wordsBetween(from, places[n + 1] ?? end);
    return { name, text: words.map(({ text }) => text).join(' '), pages: [...new Set(words.map(({ page }) => page))] };
  });
}

// In the document's order, as it is when the browser takes it for printing.
async function printWithNames(page, options) {
  await page.evaluate(() => addEventListener('beforeprint', () => { globalThis.names = [...document.querySelectorAll('.cards .card-link')].map((link) => link.textContent); }, { once: true }));
  const sheets = await print(page, options);
  return { sheets, names: (await page.evaluate(() => globalThis.names)).map(together) };
}

// What every sheet has, whatever it is of.
function expectSheet(sheets) {
  expect(sheets.cut).toEqual([]);
  expect(sheets.text).not.toMatch(controls);
  for (const help of ['Call 988', 'Text 988', 'San Mateo County 650-579-0350', 'In an emergency call 911']) expect(sheets.wordsBetween(0, 200).map(({ text }) => text).join(' ')).toContain(help);
  expect(sheets.text).toContain(`${data.title}. List of `);
}

for (const format of ['Letter', 'A4']) {
  for (const [name, fragment] of Object.entries(everywhere)) {
    test(`on ${format}, nothing of ${name} is cut, nothing is left to press, and help stands at the top`, async ({ finder, page }) => {
      await finder.open(fragment);
      const sheets = await print(page, { format });
      expectSheet(sheets);
      expect(Math.abs(Math.min(...sheets.words.map(({ left }) => left)) - margins.x)).toBeLessThan(20);   // and the margin is no wider than it must be
      const last = sheets.pages.at(-1).words.map(({ text }) => text).join(' ');
      expect(last).toContain(`${data.title}. List of `);
      expect(squeezed(last)).toContain(squeezed(page.url()));   // where to find it again, with the rest of the small print
    });
  }
}

for (const [name, { fragment = chosen, view = 'painted', viewport, media = {} }] of Object.entries({
  'painted view': {}, 'page view': { view: 'page' }, 'the filter sheet of a phone': { fragment: `${chosen}&show=filters`, viewport: phone }, 'a phone': { viewport: phone },
  'the dark theme': { media: { colorScheme: 'dark' } }, 'high contrast, dark': { media: { colorScheme: 'dark', contrast: 'more' } }, 'forced colors': { media: { forcedColors: 'active', colorScheme: 'dark' } },
})) {
  test(`printed from ${name}: what was chosen, and each program that fits with its phone, source and date`, async ({ finder, page }) => {
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    if (media.forcedColors) { await page.goto(`/${fragment}`); await expect(finder.host).toHaveClass(/\bready\b/); } else await finder.open(fragment, { view });
    const { sheets, names } = await printWithNames(page);
    expectSheet(sheets);
    expect([...names].sort()).toEqual(fitting.map((one) => one.name).sort());
    expect(sheets.text).toContain(`${fitting.length} programs What was chosen: Medi-Cal (Medicaid); Trauma. `);
    for (const { name, text, pages } of cardsOf(sheets, names)) {
      const { phones, website } = fitting.find((one) => one.name === name);
      if (phones?.length) expect(text).toContain(`Call ${spoken(phones[0].number)}`);
      if (website) expect(squeezed(text)).toContain(squeezed(website.url));
      expect(text, name).toMatch(/From .*(\b20\d\d|undated).*\. (Call|Ask) to confirm before you go\./);
      expect(pages, `${name} stands on one page`).toHaveLength(1);
    }
  });
}

test('the whole list is printed: every program, none cut in two, no page half empty but the last', async ({ finder, page }) => {
  for (const fragment of ['', `${chosen}&not-stated=1`]) {
    await finder.open(fragment);
    const { sheets, names } = await printWithNames(page);
    if (!fragment) expect([...names].sort()).toEqual(data.programs.map((one) => one.name).sort());
    for (const { name, pages } of cardsOf(sheets, names)) expect(pages, name).toHaveLength(1);
    for (let at = 0; at + 1 < sheets.pages.length; at++) expect(sheets.filled(at), `page ${at + 1}`).toBeGreaterThan(0.7);
  }
});

test('a heading is never the last thing on a page', async ({ finder, page }) => {
  for (const format of ['Letter', 'A4', 'A5']) {
    for (const fragment of [program, longest, '#page=about']) {
      await finder.open(fragment);
      const headings = (await page.getByRole('main').getByRole('heading').allInnerTexts()).map(together);
      const sheets = await print(page, { format });
      let at = 0;
      for (const heading of headings) {
        if ((at = sheets.text.indexOf(heading, at)) < 0) { at = 0; continue; }   // "Get in touch" stands elsewhere on paper
        at += heading.length;
        const [last] = sheets.wordsBetween(0, at).slice(-1), [next] = sheets.wordsBetween(at + 1, at + 40);
        expect(next?.page, `${heading} (${format})`).toBe(last.page);
      }
    }
  }
});

test('every phone number, fact and source of a program is on its sheet', async ({ finder, page }) => {
  const edgewood = data.programs.find(({ id }) => program.endsWith(id));
  await finder.open(program);
  const sheets = await print(page);
  for (const { number } of edgewood.phones) expect(sheets.text).toContain(`Call ${spoken(number)}`);
  expect(squeezed(sheets.text)).toContain(squeezed(`Website ${edgewood.website.url}`));
  for (const id of new Set(edgewood.facts.map(({ source }) => source))) {
    const { title, url } = data.sources[id];
    expect(sheets.text).toContain(together(title));
    if (url) expect(squeezed(sheets.text)).toContain(squeezed(`${title} ${url}`));
  }
  expect(sheets.text).toMatch(/Read November \d+, 2026\./);
});

// Browsers print no grounds unless they are told to.
for (const printBackground of [false, true]) {
  test(`the sheet is white and its letters are dark, from every theme (grounds are ${printBackground ? '' : 'not '}printed)`, async ({ finder, page }) => {
    for (const media of [{}, { colorScheme: 'dark' }, { contrast: 'more' }, { contrast: 'more', colorScheme: 'dark' }]) {
      await page.emulateMedia(media);
      for (const fragment of [chosen, program]) {
        await finder.open(fragment);
        const sheets = await print(page, { printBackground });
        for (const at of [0, sheets.pages.length - 1]) {
          const { width, height, pixels } = sheets.picture(at, 36);
          const isMargin = (n) => { const x = n % width, y = Math.floor(n / width); return x < margins.x / 2 - 1 || y < margins.y / 2 - 1 || x > width - margins.x / 2 || y > height - margins.y / 2; };
          expect(pixels.every((grey, n) => !isMargin(n) || grey === 255), `the margin, ${JSON.stringify(media)}`).toBe(true);
          expect(pixels.filter((grey) => grey === 255).length / pixels.length).toBeGreaterThan(0.75);
        }
        const { at } = sheets.picture(0, 144);
        const darkest = ({ left, right, top, bottom }) => { let least = 255; for (let y = top; y < bottom; y += 0.5) for (let x = left; x < right; x += 0.5) least = Math.min(least, at(x, y)); return least; };
        const pale = sheets.words.filter(({ page, text }) => page === 0 && /^[a-z]{4,}/i.test(text)).filter((word) => darkest(word) > 128).map(({ text }) => text);
        expect(pale, JSON.stringify(media)).toEqual([]);
      }
    }
  });

  test(`signs before words are printed (grounds are ${printBackground ? '' : 'not '}printed)`, async ({ finder, page }) => {
    const inkBefore = (sheets, words) => {
      const at = sheets.text.indexOf(words);
      expect(at, words).toBeGreaterThan(-1);
      const [word] = sheets.wordsBetween(at, at + 1), picture = sheets.picture(word.page, 144);
      let ink = 0;
      for (let y = word.top; y < word.bottom; y += 0.5) for (let x = word.left - 13; x < word.left - 1; x += 0.5) if (picture.at(x, y) < 128) ink++;
      return ink;
    };
    await finder.open('#page=about');
    expect(inkBefore(await print(page, { printBackground }), 'Case management')).toBeGreaterThan(3);
    await finder.open(program);
    const sheets = await print(page, { printBackground });
    expect(sheets.text).toContain('Offered × Not offered ? Not stated: ask them');   // a tick, which is drawn
    expect(inkBefore(sheets, 'Individual therapy')).toBeGreaterThan(10);
    expect(sheets.text).toMatch(/× Medication management/);
    expect(sheets.text).toMatch(/\? Physical health monitoring/);
  });
}

test('an empty list is printed as such, without the ways out that can only be pressed', async ({ finder, page }) => {
  await finder.open('#q=zzzz&groups=trauma');
  const sheets = await print(page);
  expect(sheets.pages).toHaveLength(1);
  expect(sheets.text).toContain('0 programs What was chosen: “zzzz”; Trauma. ');
  expect(sheets.text).toContain('No program states all of this.');
});

test('large letters are large on paper, too, and are not cut', async ({ finder, page }) => {
  const heightOf = async (sheets) => { const [word] = sheets.wordsBetween(sheets.text.indexOf('Find an'), sheets.text.indexOf('Find an') + 1); return word.bottom - word.top; };
  await finder.open(chosen);
  const usual = await heightOf(await print(page));
  await finder.chooser.click();
  await page.getByRole('radio', { name: '200 %' }).check();
  const { sheets, names } = await printWithNames(page);
  expect(await heightOf(sheets) / usual).toBeCloseTo(2, 1);
  expectSheet(sheets);
  for (const { name, pages } of cardsOf(sheets, names)) expect(pages, name).toHaveLength(1);
  await finder.open(program);
  expect((await print(page)).cut).toEqual([]);
});

test('without any script the sheet has every program with its phone, help, and nothing to press', async () => {
  await withScreen({ javaScriptEnabled: false }, async (finder, page) => {
    await page.goto('/');
    const sheets = await print(page), names = (await page.locator('.card-link').allInnerTexts()).map(together);
    expect(sheets.cut).toEqual([]);
    expect(sheets.text).not.toMatch(controls);
    expect(sheets.text).toContain('Call 988');
    const cards = cardsOf(sheets, names);
    expect(cards).toHaveLength(data.programs.length);
    for (const { name, text, pages } of cards) {
      const { phones } = data.programs.find((one) => one.name === name);
      if (phones?.length) expect(text).toContain(`Call ${spoken(phones[0].number)}`);
      expect(pages, name).toHaveLength(1);
    }
  });
});
