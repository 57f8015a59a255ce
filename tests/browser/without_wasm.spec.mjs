// Where WebAssembly may not run, the same program runs as plain JavaScript, in page view: the same search, every word,
// every link. And where it may run, nobody waits for that.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Engine } from '../../web/engine.js';
import { data, expect, onAPage, phone, spoken, test as base, withScreen } from './support/finder.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const offers = (program, facet, value) => program.facts.some((block) => block.offered?.[facet]?.includes(value));
const fitting = data.programs.filter((program) => offers(program, 'groups', 'trauma') && offers(program, 'payment', 'medi-cal'));
const notice = 'Your browser cannot run the standard view, so this is the simple view. Everything works here.';
const isPlain = (url) => url.endsWith('/finder_plain.js');

/** A browser without WebAssembly and without a compiler for JavaScript, as Lockdown Mode and Edge's strict mode are. */
const strict = { args: ['--js-flags=--jitless'] };

/** Serves the page as a host whose policy was written before 'wasm-unsafe-eval'. */
const withOldPolicy = (page) => page.route((url) => url.pathname === '/', async (route) => {
  const response = await route.fetch(), html = await response.text();
  expect(html).toContain("'wasm-unsafe-eval'");
  await route.fulfill({ response, body: html.replace(" 'wasm-unsafe-eval'", '') });
});

async function openPlain(finder, page, fragment = '') {
  await page.goto('about:blank');
  await page.goto(`/${fragment}`);
  await expect(finder.host).toHaveClass(/\bready\b/);
  await expect(finder.host).toHaveClass(/\bpage\b/);
}

// A browser without WebAssembly must be as quiet on the console as any other; `expected` holds patterns of what may be said.
const test = base.extend({
  strictly: async ({}, use) => {
    await use((context, work) => withScreen({ ...strict, ...context }, async (finder, page, resize) => {
      const seen = finder.watch(), expected = [];
      await work({ finder, page, resize, seen, expected });
      expect(seen.complaints.filter((text) => !expected.some((pattern) => pattern.test(text))), 'said on the console').toEqual([]);
    }));
  },
});

// --- What a person does

async function findsAProgram(finder, page) {
  await expect(page.getByText(notice)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simple view' })).toHaveCount(0);   // there is nothing to choose
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  const ahead = await finder.countOf(/^Trauma,/);
  await finder.tick(/^Trauma,/);
  expect(await finder.total()).toBe(ahead);
  await finder.tick(/^Medi-Cal/);
  await expect(finder.count()).toHaveText(`${fitting.length} programs`);
  await expect(finder.status).toHaveText(`${fitting.length} programs`);
  await expect(finder.cards).toHaveCount(onAPage(fitting.length));
  await expect(page).toHaveURL(/#payment=medi-cal&groups=trauma$/);
  const [program] = fitting, [{ number }] = program.phones;
  await finder.card(program.name).first().getByRole('link', { name: program.name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: program.name })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: `Call ${spoken(number)}` })).toHaveAttribute('href', `tel:${number}`);
  await page.goBack();
  await expect(finder.option(/^Medi-Cal/)).toBeChecked();
  await expect(finder.cards).toHaveCount(onAPage(fitting.length));
}

test('without WebAssembly a person filters, searches, opens a program, reads its number and comes back', async ({ strictly }) => {
  await strictly({}, async ({ finder, page, seen }) => {
    await openPlain(finder, page);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    await findsAProgram(finder, page);
    await finder.search.fill('center');
    await expect(page).toHaveURL(/q=center/);
    expect(await finder.total()).toBeLessThan(fitting.length);
    await page.reload();
    await expect(finder.search).toHaveValue('center');
    await expect(finder.option(/^Medi-Cal/)).toBeChecked();
    expect(seen.requests.filter((url) => new URL(url).protocol !== 'about:' && new URL(url).host !== new URL(page.url()).host)).toEqual([]);
    await page.waitForTimeout(5000);   // browsers complain late of what was asked for and never used
  });
});

test('a host whose policy forbids WebAssembly serves a finder that works', async ({ finder, page }) => {
  await withOldPolicy(page);
  await openPlain(finder, page);
  await findsAProgram(finder, page);
  await page.waitForTimeout(5000);
});

test('a host that sends the WebAssembly under a wrong type, or not at all, serves a finder that works', async ({ finder, page }) => {
  finder.expectedComplaints = [/^wasm streaming compile failed|falling back to ArrayBuffer|404|Aborted|both async and sync fetching|asynchronously prepare wasm/];
  await page.route('**/finder.wasm', async (route) => route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' }));
  await finder.open();   // painted: only slower
  await page.unroute('**/finder.wasm');
  await page.route('**/finder.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await openPlain(finder, page);
  await findsAProgram(finder, page);
});

test('on a phone without WebAssembly, by touch: the filter sheet, a program, a number to call', async ({ strictly }) => {
  await strictly({ hasTouch: true, viewport: phone }, async ({ finder, page }) => {
    await openPlain(finder, page);
    await page.getByRole('button', { name: 'Filters', exact: true }).tap();
    await expect(page.getByRole('dialog', { name: 'Filters' }).getByRole('heading', { name: 'Filters' })).toBeFocused();
    await finder.option(/^Trauma,/).tap();
    await finder.option(/^Medi-Cal/).tap();
    await page.getByRole('button', { name: `Show ${fitting.length} programs` }).tap();
    await expect(finder.cards).toHaveCount(onAPage(fitting.length));
    await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').tap();
    await expect(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: /^Call/ }).first()).toBeVisible();
  });
});

test('without WebAssembly by keyboard alone: search, a program, its number, and back to the same card', async ({ strictly }) => {
  await strictly({}, async ({ finder, page }) => {
    await openPlain(finder, page);
    await page.keyboard.press('/');
    await expect(finder.search).toBeFocused();
    await page.keyboard.type('edgewood');
    const name = 'Edgewood Intensive Outpatient Program', card = finder.card(name).first().getByRole('link', { name, exact: true });
    const tabTo = async (link) => {
      for (let steps = 0; steps < 200 && !(await link.evaluate((element) => element === document.activeElement)); steps++) await page.keyboard.press('Tab');
      await expect(link).toBeFocused();
    };
    await tabTo(card);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await tabTo(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: /^Call/ }).first());
    await page.goBack();
    await expect(card).toBeFocused();
  });
});

test('without WebAssembly a link brings back what was chosen, and nonsense in it does no harm', async ({ strictly }) => {
  await strictly({}, async ({ finder, page }) => {
    await openPlain(finder, page, '#program=edgewood-iop-san-carlos');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Edgewood/);
    await openPlain(finder, page, '#groups=nonsense&unknown=1&payment=medi-cal');
    await expect(finder.option(/^Medi-Cal/)).toBeChecked();
  });
});

test('without WebAssembly Leave puts another site in the place of this one', async ({ strictly }) => {
  await strictly({}, async ({ finder, page }) => {
    await page.route('https://www.weather.gov/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await openPlain(finder, page, '#groups=trauma');
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page).toHaveTitle('Weather');
    await page.goBack();
    await expect(page).toHaveURL('about:blank');   // not the finder: its place was taken
  });
});

test('without WebAssembly the printed list holds what was chosen, phone numbers and help, and no controls', async ({ strictly }) => {
  await strictly({}, async ({ finder, page }) => {
    await openPlain(finder, page, '#groups=trauma&payment=medi-cal');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
    await expect(finder.cards).toHaveCount(fitting.length);
    await expect(finder.cards.first().getByRole('link', { name: /^Call/ })).toBeVisible();
    await expect(finder.option(/^Trauma,/)).toBeHidden();
    await expect(finder.search).toBeHidden();
  });
});

test('without WebAssembly axe finds nothing on any screen', async ({ strictly }) => {
  test.setTimeout(180_000);   // axe, too, is interpreted
  for (const viewport of [{ width: 1280, height: 800 }, phone]) {
    await strictly({ viewport }, async ({ finder, page }) => {
      for (const fragment of ['#groups=trauma&not-stated=1', '#program=edgewood-iop-san-carlos', '#page=about', '#show=filters']) {
        await openPlain(finder, page, fragment);
        // What stays on the screen covers in part what scrolls under it; at the end of the sheet it covers nothing.
        if (fragment === '#show=filters') await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), fragment).toEqual([]);
      }
    });
  }
});

// --- When that goes wrong, too

test('without WebAssembly, what stops the program starts it anew, with what was chosen; the second time the page stays', async ({ strictly }) => {
  await strictly({}, async ({ finder, page, expected }) => {
    await page.route('**/finder_plain.js', async (route) => {
      const response = await route.fetch(), code = await response.text();
      const body = code.replace(/export\s*\{\s*([\w$]+) as default\s*\}/, `export default async (options) => {
        const module = await $1(options), activate = module._finder_activate;
        const door = (...values) => { if (globalThis.breakNext) { globalThis.breakNext = false; throw new RangeError('Maximum call stack size exceeded'); } return activate(...values); };
        Object.defineProperty(module, '_finder_activate', { get: () => door, set() {} });
        return module;
      }`);
      expect(body).not.toBe(code);
      await route.fulfill({ response, body });
    });
    await openPlain(finder, page, '#groups=trauma');
    const total = await finder.total();
    await page.evaluate(() => { globalThis.breakNext = true; });
    await finder.option(/^Medi-Cal/).click();
    await expect(page.getByText('Something went wrong, so this is the simple view.')).toBeVisible();
    await expect(finder.option(/^Trauma,/)).toBeChecked();
    expect(await finder.total()).toBe(total);
    await finder.tick(/^Anger management,/);   // and it works again

    expected.push(/Maximum call stack|Trap/);
    await page.evaluate(() => { globalThis.breakNext = true; });
    await finder.option(/^Medi-Cal/).click();
    await expect(page.getByRole('alert')).toHaveText(/Search and filters stopped working/);
    await expect(finder.cards.first().getByRole('link', { name: /^Call/ })).toBeVisible();
  });
});

test('without WebAssembly and without the plain program the whole list stays, with phone numbers and links', async ({ strictly }) => {
  await strictly({}, async ({ finder, page, expected }) => {
    expected.push(/404/, /Failed to fetch dynamically imported module/);
    await page.route('**/finder_plain.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/');
    await expect(page.getByRole('alert')).toHaveText(/Search and filters cannot run in this browser/);
    await expect(finder.cards).toHaveCount(data.programs.length);
    await expect(finder.option(/^Trauma,/)).toBeDisabled();
    const [{ phones, name }] = data.programs;
    await expect(finder.card(name).first().getByRole('link', { name: `Call ${spoken(phones[0].number)}` })).toHaveAttribute('href', `tel:${phones[0].number}`);
  });
});

test('where WebAssembly works, the plain program is never asked for', async ({ finder, page }) => {
  const { requests } = finder.watch();
  await finder.open();
  await finder.tick(/^Trauma,/);
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await page.reload();
  await finder.ready();
  expect(requests.filter((url) => url.endsWith('/finder.wasm')).length).toBeGreaterThan(0);   // the watch sees what is loaded
  expect(requests.filter(isPlain)).toEqual([]);
  expect(await page.content()).not.toContain('finder_plain');
});

// --- One program, compiled twice

const dist = (name) => new URL(`../../dist/${name}`, import.meta.url);
const withWasm = async () => new Engine(await (await import(dist('finder.js'))).default({ wasmBinary: readFileSync(dist('finder.wasm')) }));
const plainModule = async () => (await import(dist('finder_plain.js'))).default();
const withoutWasm = async () => new Engine(await plainModule());

/** What the engine says; only whether it could paint may differ. */
function said(engine) {
  const { paintable, ...update } = engine.update();
  return update;
}

// Numbers that look random and are the same every time.
function* dice(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

test('step by step both programs say the same, to the letter', async () => {
  const engines = [await withWasm(), await withoutWasm()], [first, second] = engines, die = dice(7), document = new Map();
  const roll = (below) => Math.floor(die.next().value / 2 ** 32 * below);
  const compare = (what) => {
    const update = said(first);
    expect(said(second), what).toEqual(update);
    for (const key of update.removed) document.delete(key);
    for (const node of update.nodes) document.set(node.key, node);
  };
  for (const width of [1280, 390]) {
    for (const engine of engines) engine.setViewport({ width, rem: 16, dpr: 1.5 });
    compare(`${width} px`);
    for (let step = 0; step < 120; step++) {
      const acting = [...document.values()].filter((node) => node.acts), node = acting[roll(acting.length)];
      const typed = ['', 'yoga', 'Peñínsula', 'zzzz', 'trauma grief', '94063', '🙂'][roll(7)];
      const results = engines.map((engine) => (node.role === 'text_input' ? engine.type(node.key, typed) : engine.activate(node.key)));
      expect(results[1]).toBe(results[0]);
      compare(`step ${step}: ${node.role} ${node.text ?? typed}`);
    }
  }
  for (const fragment of ['', '#', 'q=%E0%A4%A&payment=medi-cal', `q=${'x'.repeat(3000)}`, 'page=about', 'program=edgewood-iop-san-carlos', 'program=gone']) {
    for (const engine of engines) engine.navigate(fragment);
    compare(fragment);
  }
});

test('a list too large for the memory that the plain program starts with is loaded as it is with WebAssembly, errors included', async () => {
  const module = await plainModule(), engines = [await withWasm(), new Engine(module)], bytes = module.HEAPU8.length;
  const many = structuredClone(data);
  many.programs = Array.from({ length: 6000 }, (_, at) => ({ ...data.programs[at % data.programs.length], id: `${data.programs[at % data.programs.length].id}-${at}`, name: `Program ${at}` }));
  const text = JSON.stringify(many);
  for (const engine of engines) expect(engine.loadPrograms(text)).toBe(true);
  expect(module.HEAPU8.length).toBeGreaterThan(bytes);
  for (const engine of engines) engine.navigate('groups=trauma&q=program');
  const update = said(engines[0]);
  expect(update.title).toBeTruthy();
  expect(update.nodes.filter((node) => node.role === 'count').map((node) => node.text).join()).toMatch(/\d{3,} programs/);
  expect(said(engines[1])).toEqual(update);

  for (const wrong of ['{"format": 1', '['.repeat(50_000), text.replace('"Program 17"', '17')]) {
    for (const engine of engines) expect(engine.loadPrograms(wrong)).toBe(false);
    expect(said(engines[1])).toEqual(said(engines[0]));
  }
});

test('the plain program needs no eval, and is one file', () => {
  const code = readFileSync(dist('finder_plain.js'), 'utf8');
  expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|\.mem\b/);
  expect(code).not.toContain('ImGui');
});
