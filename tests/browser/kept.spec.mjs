// Kept by the browser while another page was looked at, and come back to.
import { data, expect, test as base, withScreen } from './support/finder.mjs';
import { likeness } from './support/pictures.mjs';
import { expectInUse, expectSharp, medi_cal, settled, use } from './support/recovery.mjs';

const test = base.extend({
  // A browser that keeps the pages that were left; `away` goes to another page of the same site, `back` comes back.
  keeping: async ({}, use) => {
    await use((work) => withScreen({ keepsPages: true }, async (finder, page) => {
      const seen = finder.watch();
      await page.addInitScript(() => { addEventListener('pageshow', ({ persisted }) => { globalThis.wasKept = persisted; }); });
      await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title><p>Another page' }));
      const away = async () => { await page.goto('/elsewhere'); await expect(page).toHaveTitle('Elsewhere'); };
      // No event tells Playwright that such a page is loaded: it is there at once.
      const back = async () => { await page.goBack({ waitUntil: 'commit' }); await expect.poll(() => page.evaluate(() => globalThis.wasKept)).toBe(true); };
      await work({ finder, page, away, back });
      expect(seen.complaints, 'said on the console').toEqual([]);
    }));
  },
});

test('come back to as it was kept: choices, words, focus, place, picture, and it works on', async ({ keeping }) => {
  await keeping(async ({ finder, page, away, back }) => {
    await finder.open();
    await use(finder, page);
    await page.evaluate(() => scrollTo(0, 500));
    await settled(page);
    const before = await page.screenshot(), state = await page.locator('body').ariaSnapshot(), url = page.url();
    await away();
    await back();
    await expect(page).toHaveURL(url);
    await expectInUse(finder);
    expect(await page.evaluate(() => scrollY)).toBe(500);
    expect(await page.locator('body').ariaSnapshot()).toBe(state);
    expect(await likeness(page, before, await page.screenshot())).toBeLessThan(0.002);
    await expectSharp(finder, page);
    const count = await finder.total();
    await finder.option(medi_cal).uncheck();
    expect(await finder.total()).toBeGreaterThan(count);
    await page.goBack({ waitUntil: 'commit' });
    await expect(finder.option(medi_cal)).toBeChecked();
    await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await away();
    await back();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.goBack({ waitUntil: 'commit' });
    await expect(finder.option(medi_cal)).toBeChecked();
  });
});

test('a drawing context lost while it was kept turns the page simple with everything kept, until it comes back', async ({ keeping }) => {
  await keeping(async ({ finder, page, away, back }) => {
    await finder.open();
    await use(finder, page);
    await page.evaluate(() => {
      globalThis.loss = document.querySelector('.finder').programFinder.context.getExtension('WEBGL_lose_context');
      addEventListener('pagehide', () => globalThis.loss.loseContext(), { once: true });
    });
    await away();
    await back();
    await expect(page.getByText('Your browser stopped drawing the standard view')).toBeVisible();
    await expectInUse(finder);
    await page.evaluate(() => globalThis.loss.restoreContext());
    await expectSharp(finder, page);
    await expect(page.getByText('Your browser stopped drawing the standard view')).toHaveCount(0);
    await expectInUse(finder);
  });
});

test('the window that became another meanwhile is filled', async ({ keeping }) => {
  await keeping(async ({ finder, page, away, back }) => {
    await finder.open();
    await use(finder, page);
    await away();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setDeviceMetricsOverride', { width: 1000, height: 700, deviceScaleFactor: 2, mobile: false });
    await back();
    await expect.poll(() => page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([1000, 2]);
    await expectInUse(finder);
    await expect.poll(() => page.evaluate(() => document.querySelector('.tiles canvas').width)).toBe(2000);
    await expectSharp(finder, page, 2);
  });
});

test('a page that was left quickly is not kept as it was', async ({ keeping }) => {
  await keeping(async ({ finder, page }) => {
    await page.route('https://www.weather.gov/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await finder.open();
    await use(finder, page);
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page).toHaveTitle('Weather');
    await page.goBack({ waitUntil: 'commit' });
    await finder.ready();
    await expect(page).not.toHaveURL(/#./);
    await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
    await expect(finder.search).toHaveValue('');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });
});
