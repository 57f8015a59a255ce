// Text that takes more room: another language, zoom. Nothing is cut, on any screen, in either view.
import { expectAgreement } from './support/agreement.mjs';
import { clipping } from './support/clipping.mjs';
import { data, expect, phone, smallPhone, test, wide, withScreen } from './support/finder.mjs';
import { longer, pseudoLanguage } from './support/pseudo.mjs';

const screens = ['', '#groups=trauma&payment=medi-cal&not-stated=1', '#q=zzzz&groups=trauma', '#program=edgewood-iop-san-carlos', '#page=about', '#show=filters&groups=trauma'];

async function expectNothingCut(page, what) {
  const { wrong, texts } = await page.evaluate(clipping, 1);
  expect(wrong, what).toEqual([]);
  expect(texts, what).toBeGreaterThan(10);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
}

/** The choices of how the page looks, too, are to be read. */
async function showChoices(finder, page) {
  const button = page.locator('.tool[aria-expanded]');
  if (await button.isVisible()) await button.click();
}

for (const [fault, sheet, said] of [
  ['cut', '.page .count { height: 12px; overflow: hidden }', /^outside \.count: /],
  ['out of its box', '.page .call { max-width: 40px; min-width: 0; padding: 0; white-space: nowrap }', /^outside \.call: /],
  ['over another', '.page .card-title { margin-bottom: -30px }', /^over each other: /],
  ['beyond the screen', '.page .card-facts { white-space: nowrap }', /^beyond the screen: /],
])
  test(`the check sees a text that is ${fault}`, async ({ finder, page }) => {
    await page.setViewportSize(phone);
    await finder.open('', { view: 'page' });
    await finder.wear(sheet);
    expect((await page.evaluate(clipping, 1)).wrong).toContainEqual(expect.stringMatching(said));
  });

for (const [name, size] of Object.entries({ wide, phone, 'small phone': smallPhone }))
  for (const view of ['painted', 'page'])
    test(`in a language 40 % longer nothing is cut (${name}, ${view})`, async ({ finder, page }) => {
      await page.setViewportSize(size);
      for (const screen of screens.filter((screen) => size !== wide || !screen.startsWith('#show'))) {
        await finder.open(screen, { view });
        expect(await finder.speak(pseudoLanguage())).toBe('');
        await expect(page.getByText(longer('Leave'), { exact: true }).first()).toBeAttached();
        await showChoices(finder, page);
        await expectNothingCut(page, `${screen} ${view}`);
        if (view === 'painted') await expectAgreement(page, screen);
      }
    });

// A page zoomed to 400 % on a screen 1280 css px wide has 320 css px, each of 4 device px.
for (const zoom of [1, 1.5, 2, 3, 4])
  test(`zoomed to ${zoom * 100} % nothing is cut, and one scrolls in one direction only`, async () => {
    test.setTimeout(120_000);
    await withScreen({ scale: zoom }, async (finder, page, resize) => {
      await resize({ width: Math.floor(1280 / zoom), height: Math.floor(800 / zoom) });
      for (const screen of screens.filter((screen) => zoom > 1 || !screen.startsWith('#show')))
        for (const view of ['painted', 'page']) {
          await finder.open(screen, { view });
          await expectNothingCut(page, `${screen} ${view}`);
        }
    });
  });

test('the simple view holds a language that only the browser can draw', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  const [words, vocabulary] = pseudoLanguage();
  words.language = 'ar';
  words.words.filters = 'عوامل التصفية';
  expect(await finder.speak([words, vocabulary])).toBe('');
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(page.getByRole('heading', { name: 'عوامل التصفية' })).toBeVisible();
});

test('after a language with holes in it the page is as it was, and every hole is told', async ({ finder, page }) => {
  await finder.open();
  const [words, vocabulary] = pseudoLanguage();
  delete words.words.filters;
  delete words.words.leave;
  const errors = await finder.speak([words, vocabulary]);
  expect(errors.trim().split('\n')).toEqual([expect.stringContaining('/words/filters'), expect.stringContaining('/words/leave')]);
  await expect(page.getByRole('heading', { name: 'Filters' })).toBeVisible();
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
});

// Words that are wider than their box are broken anywhere; who hears them must not notice.
for (const [name, size] of Object.entries({ phone, 'small phone': smallPhone }))
  test(`with the largest letters nothing is cut, and names are heard as in the simple view (${name})`, async ({ finder, page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(size);
    const heard = async () => (await page.locator('body').ariaSnapshot()).replace(/ (?=[,:]( |"|'|$))/gm, '').replace(/ \[pressed\]/g, '');
    for (const screen of ['#groups=trauma', '#show=filters', '#program=edgewood-iop-san-carlos']) {
      await finder.open();
      await showChoices(finder, page);
      await page.getByRole('radio', { name: '200 %' }).check();
      await page.evaluate((hash) => { location.hash = hash; }, screen);
      await expect(finder.host).toHaveClass(/\bpainted\b/);
      await finder.settle();
      await expectNothingCut(page, `${screen} painted`);
      await expectAgreement(page, screen);
      for (const button of await page.locator('.sheet-done').all())
        expect(await button.evaluate((element) => element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight), 'what stays on the screen holds its words').toBe(true);
      const painted = await heard();
      await finder.host.evaluate((host) => { for (const one of host.querySelectorAll('.tool')) if (one.textContent.startsWith('Simple view')) one.click(); });
      if (screen === '#show=filters') continue;   // nothing else is to be pressed in the sheet
      await expect(finder.host).toHaveClass(/\bpage\b/);
      await expectNothingCut(page, `${screen} page`);
      expect(painted).toBe(await heard());
    }
  });
