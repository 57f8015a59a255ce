// When something is missing or broken: words that say so, and what still works.
import { readFileSync } from 'node:fs';
import { data, expect, spoken, test, withScreen } from './support/finder.mjs';

/** Serves the page as a host would that hands in its own list. */
async function give(page, answer) {
  await page.route('**/given.json', (route) => route.fulfill({ contentType: 'application/json', ...answer }));
  await page.route((url) => url.pathname === '/', async (route) => {
    const page = await route.fetch();
    await route.fulfill({ response: page, body: (await page.text()).replace('data-program-finder', 'data-program-finder data-programs="given.json"') });
  });
}

const edited = (change) => { const copy = structuredClone(data); change(copy); return JSON.stringify(copy); };
const built_in = /could not be read, so the built-in list is shown/;

for (const [what, body, words] of [
  ['broken JSON', '{"format": "program-finder-data/1", ', [/line 1/]],
  ['an empty file', '', [built_in]],
  ['another format', '[1, 2, 3]', [/expected an object/]],
  ['wrong values in several places', edited((d) => { d.programs[0].phones[0].number = '650-CALL-NOW'; d.programs[1].name = 7; d.programs[2].website = { url: 'javascript:alert(1)', source: d.programs[2].facts[0].source }; }),
    [/\/programs\/0\/phones\/0\/number: found "650-CALL-NOW", expected a number such as/, /\/programs\/1\/name/, /\/programs\/2\/website\/url/]],
  ['a closed program', edited((d) => { d.programs[0].status = 'closed'; }), [/\/programs\/0\/status/]],
  ['a hundred thousand brackets', '['.repeat(100_000), [built_in]],
]) {
  test(`given ${what}, the page says what is wrong and where, and shows the built-in list`, async ({ finder, page }) => {
    await give(page, { body });
    await finder.open();
    const alert = page.getByRole('alert');
    await expect(alert).toHaveText(built_in);
    for (const text of words) await expect(alert).toHaveText(text);
    await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
    await finder.tick(/^Trauma,/);
    expect(await finder.total()).toBeLessThan(data.programs.length);
  });
}

test('given a list that is not there, the page says so and shows the built-in one', async ({ finder, page }) => {
  finder.expectedComplaints = [/404/];
  await give(page, { status: 404, body: '' });
  await finder.open();
  await expect(page.getByRole('alert')).toHaveText(built_in);
  await expect(page.getByRole('alert')).toHaveText(/HTTP 404/);
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
});

test('given a good list, that list is shown, and markup in it is text', async ({ finder, page }) => {
  const name = 'Hope <b>House</b> <img src=x onerror=alert(1)>';
  await give(page, { body: edited((d) => { d.programs = d.programs.slice(0, 3); d.programs[0].name = name; d.home_county = 'san-mateo'; }) });
  await finder.open();
  await expect(finder.count()).toHaveText('3 programs');
  await expect(finder.card(name)).toBeVisible();
  await expect(page.locator('.twin img')).toHaveCount(0);
});

test('without WebGL the page is the simple view, says why, and everything works', async () => {
  await withScreen({ args: ['--disable-3d-apis'] }, async (finder, page) => {
    await page.goto('/');
    await expect(page.getByText('Your browser cannot draw the standard view')).toBeVisible();
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await expect(page.getByRole('button', { name: 'Simple view' })).toHaveCount(0);   // there is nothing to choose
    await finder.tick(/^Trauma,/);
    await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
    await expect(page.getByRole('complementary', { name: 'Contact' })).toBeVisible();
  });
});

test('where a canvas cannot be read back truly, the page is the simple view and says why', async ({ page, finder }) => {
  await page.addInitScript(() => {
    for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const { getImageData } = prototype;
      prototype.getImageData = function (...args) {
        const image = getImageData.apply(this, args);
        for (let at = 0; at < image.data.length; at++) image.data[at] ^= Math.floor(Math.random() * 32);
        return image;
      };
    }
  });
  await page.goto('/');
  await expect(page.getByText('Your browser’s privacy settings do not allow the standard view')).toBeVisible();
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await finder.tick(/^Trauma,/);
});

test('without any script the whole list is there, with phone numbers and links', async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    await withScreen({ javaScriptEnabled: false, viewport }, async (finder, page) => {
      await page.goto('/');
      await expect(page.locator('noscript .failure')).toBeVisible();
      await expect(finder.cards).toHaveCount(data.programs.length);
      for (const program of data.programs.filter((p) => p.phones?.length)) {
        const { number } = program.phones[0];
        await expect(page.locator(`.card a[href^="tel:${number}"]`).first()).toBeVisible();
      }
      await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
    });
  }
});

test('a lost drawing context turns the page simple with choices and focus kept, and painting comes back with it', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await finder.option(/^Medi-Cal/).focus();
  await page.keyboard.press('Space');
  await page.evaluate(() => {
    globalThis.loss = document.querySelector('.finder').programFinder.context.getExtension('WEBGL_lose_context');
    globalThis.loss.loseContext();
  });
  await expect(page.getByText('Your browser stopped drawing the standard view')).toBeVisible();
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(finder.option(/^Medi-Cal/)).toBeChecked();
  await expect(finder.option(/^Medi-Cal/)).toBeFocused();
  await finder.tick(/^Anger management,/);
  await page.evaluate(() => globalThis.loss.restoreContext());
  await finder.ready();
  await expect(page.getByText('Your browser stopped drawing the standard view')).toHaveCount(0);
  await expect(finder.option(/^Anger management,/)).toBeChecked();
});

// Puts a door into the program, through which it can be made to trap as a bug in it would.
async function makeBreakable(page) {
  await page.route('**/finder.js', async (route) => {
    const answer = await route.fetch(), code = await answer.text();
    const breakable = code.replace(/export\s*\{\s*([\w$]+) as default\s*\}/, `export default async (options) => {
      const module = await $1(options), activate = module._finder_activate;
      const door = (...values) => { const broken = globalThis.breakNext; globalThis.breakNext = false; return broken ? activate(0xfffffff0, 1) : activate(...values); };
      Object.defineProperty(module, '_finder_activate', { get: () => door, set() {} });   // Emscripten's own puts another in its place
      return module;
    }`);
    expect(breakable).not.toBe(code);
    await route.fulfill({ response: answer, body: breakable });
  });
}

test('after a trap the program is started anew, in the simple view, with what was chosen', async ({ finder, page }) => {
  await makeBreakable(page);
  await finder.open('#groups=trauma');
  const total = await finder.total();
  await page.evaluate(() => { globalThis.breakNext = true; });
  await finder.option(/^Medi-Cal/).click();
  await expect(page.getByText('Something went wrong, so this is the simple view.')).toBeVisible();
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  expect(await finder.total()).toBe(total);
  await finder.tick(/^Anger management,/);   // and it works again

  finder.expectedComplaints = [/memory access out of bounds|Trap/];
  await page.evaluate(() => { globalThis.breakNext = true; });
  await finder.option(/^Medi-Cal/).click();
  await expect(page.getByRole('alert')).toHaveText(/Search and filters stopped working/);
  await expect(finder.cards.first().getByRole('link', { name: /^Call/ })).toBeVisible();
});

test('a press while the program is being started anew does no harm', async ({ finder, page }) => {
  await makeBreakable(page);
  await finder.open('#groups=trauma');
  await page.evaluate(() => { globalThis.breakNext = true; });
  await finder.option(/^Medi-Cal/).evaluate((box) => { box.click(); for (const other of document.querySelectorAll('.checkbox')) other.click(); });
  await expect(page.getByText('Something went wrong, so this is the simple view.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await finder.tick(/^Medi-Cal/);
  expect(await finder.total()).toBeLessThan(data.programs.length);
});

test('a given list and a link that only it knows go together', async ({ finder, page }) => {
  await give(page, { body: edited((d) => { d.programs = d.programs.slice(0, 2); d.programs[1].id = 'of-that-list-only'; }) });
  await finder.open('#program=of-that-list-only');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(data.programs[1].name);
});

test('a finder that is ended leaves an ordinary page', async ({ finder, page }) => {
  await finder.open();
  await finder.host.evaluate((host) => host.programFinder.destroy());
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(page.locator('.tiles canvas')).toHaveCount(0);
  await page.setViewportSize({ width: 800, height: 600 });
  await page.waitForTimeout(200);   // and hears nothing any more
});

test('the embedded programs are the file, byte for byte', async ({ finder, page }) => {
  await finder.open();
  const bytes = await page.evaluate(async () => {
    const { default: createFinder } = await import('/finder.js');
    const module = await createFinder();
    const size = module._malloc(4);
    const at = module._finder_embedded_programs(size);
    return [...module.HEAPU8.slice(at, at + new DataView(module.HEAPU8.buffer).getUint32(size, true))];
  });
  expect(Buffer.from(bytes).equals(readFileSync(new URL('../../data/programs.json', import.meta.url)))).toBe(true);
});
