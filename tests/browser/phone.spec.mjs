// What a phone's page must do: fingers, a sheet that is a dialog, pinching, turning, notches.
import { expect, phone, test as base, withScreen } from './support/finder.mjs';

// A phone: touch, a small screen, several device px a css px.
const test = base.extend({
  onPhone: async ({}, use) => {
    await use((work, context = {}) => withScreen({ scale: 3, viewport: phone, hasTouch: true, ...context }, async (finder, page, resize) => {
      const seen = finder.watch();
      await work({ finder, page, resize, cdp: await page.context().newCDPSession(page) });
      expect(seen.complaints, 'said on the console').toEqual([]);
    }));
  },
});

const filters = (page) => page.getByRole('button', { name: /^Filters/ });
const sheet = (page) => page.getByRole('dialog', { name: 'Filters' });
const paintedTiles = (finder) => finder.host.evaluate((host) => host.programFinder.stats.tilesPainted);

test('the filter sheet is a dialog: it holds focus, closes with Escape, and focus returns to its button', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  for (const view of ['painted', 'page']) {
    await finder.open('', { view });
    await filters(page).focus();
    await page.keyboard.press('Enter');
    await expect(sheet(page)).toHaveAttribute('aria-modal', 'true');
    await expect(page.getByRole('heading', { name: 'Filters' })).toBeFocused();
    await expect(page.getByRole('main')).toHaveCount(0);
    await expect(sheet(page).getByRole('link', { name: 'Call 988' })).toBeVisible();   // help stays
    const outside = await page.evaluate(async () => {
      const dialog = document.querySelector('[role=dialog]');
      return [...document.querySelectorAll('a[href], button, input, [tabindex="0"]')].filter((element) => !dialog.contains(element)).map((element) => element.outerHTML);
    });
    expect(outside).toEqual([]);
    for (let steps = 0; steps < 150; steps++) {   // round the whole of it, and on
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('[role=dialog]')))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(filters(page)).toBeFocused();
    await expect(page).not.toHaveURL(/weather/);
  }
});

test('closed by its button, by "Show programs" or by Back, the sheet gives focus back as well', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open();
  for (const close of [() => page.getByRole('button', { name: 'Close the filters' }).click(), () => page.getByRole('button', { name: /^Show \d+ programs?$/ }).click(), () => page.goBack()]) {
    await filters(page).click();
    await expect(page.getByRole('heading', { name: 'Filters' })).toBeFocused();
    await close();
    await expect(sheet(page)).toHaveCount(0);
    await expect(filters(page)).toBeFocused();
    await expect(filters(page)).toBeInViewport();
  }
});

test('a finger leaves nothing lit', async ({ onPhone }) => {
  await onPhone(async ({ finder, page }) => {
    await finder.open('#groups=trauma');
    const tool = finder.chooser;
    await tool.tap();
    await tool.tap();
    await page.waitForTimeout(300);
    const tiles = await paintedTiles(finder), before = await page.screenshot();
    await page.evaluate(() => document.activeElement.blur());
    const { x, y } = await page.getByText(/^\d+ programs$/).first().boundingBox();   // nothing to press
    await page.touchscreen.tap(x + 4, y + 4);
    await page.waitForTimeout(300);
    expect(await paintedTiles(finder)).toBe(tiles);
    expect(await page.screenshot()).toEqual(before);
    await page.getByRole('button', { name: 'Simple view' }).tap();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => [...document.styleSheets].flatMap((s) => [...s.cssRules]).filter((rule) => rule.selectorText?.includes(':hover')).length)).toBe(0);   // only where something hovers
  });
});

test('pinched, the picture is as sharp as the screen, or the browser draws the page', async ({ onPhone }) => {
  await onPhone(async ({ finder, page, cdp }) => {
    await finder.open('#groups=trauma');
    const width = () => page.evaluate(() => Math.max(...[...document.querySelectorAll('.tiles canvas')].map((canvas) => canvas.width)));
    const usual = await width();
    expect(usual).toBe(phone.width * 3);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.5 });
    await expect.poll(width).toBe(Math.round(phone.width * 3 * 1.5));
    await expect(finder.host).toHaveClass(/\bpainted\b/);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 4 });
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await finder.ready();
    await expect.poll(width).toBe(usual);
  });
});

test('turned, the page has the other layout, the choices, the focus, and what was looked at', async ({ onPhone }) => {
  await onPhone(async ({ finder, page, resize }) => {
    await finder.open('#groups=trauma');
    const link = finder.cards.nth(7).getByRole('heading', { level: 3 }).getByRole('link');
    await link.focus();
    await link.scrollIntoViewIfNeeded();
    for (const size of [{ width: 844, height: 390 }, { width: 1280, height: 800 }, phone]) {
      await resize(size);
      await expect.poll(() => page.evaluate(() => document.querySelector('.finder').getBoundingClientRect().width)).toBe(size.width);
      await expect(link).toBeFocused();
      await expect(link).toBeInViewport();
      await expect(page.getByRole('button', { name: /^Remove filter: Trauma/ })).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      await expect(finder.host).toHaveClass(/\bpainted\b/);
    }
  });
});

test('nothing stands under a notch or under the home bar', async ({ onPhone }) => {
  await onPhone(async ({ finder, page, cdp, resize }) => {
    await resize({ width: 844, height: 390 });
    await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets: { left: 47, right: 47, bottom: 21 } });
    for (const view of ['painted', 'page']) {
      for (const fragment of ['', '#show=filters', '#program=edgewood-iop-san-carlos']) {
        await finder.open(fragment, { view });
        await page.waitForTimeout(200);
        const under = await page.evaluate(() => [...document.querySelectorAll('.twin a, .twin button, .twin input, .twin .text')].map((element) => [element.textContent, element.getBoundingClientRect()])
          .filter(([, { width, left, right }]) => width > 1 && (left < 47 || right > innerWidth - 47)).map(([text]) => text));
        expect(under, `${view} ${fragment}`).toEqual([]);
      }
    }
  });
});

test('with a keyboard on the screen the search field is in sight while one types', async ({ onPhone }) => {
  await onPhone(async ({ finder, page, resize }) => {
    await finder.open();
    await finder.search.tap();
    await resize({ width: phone.width, height: 420 });   // what the keyboard leaves
    await page.keyboard.type('edgewood');
    await expect(finder.search).toBeInViewport({ ratio: 1 });
    await expect(finder.search).toBeFocused();
    const { top, bottom } = await finder.search.evaluate((input) => input.getBoundingClientRect());
    const covering = await finder.search.evaluate((input) => { const { left, width, top, height } = input.getBoundingClientRect(); return document.elementFromPoint(left + width / 2, top + height / 2) === input; });
    expect(covering && bottom > top).toBe(true);
  });
});
