// Two views of one document: what ImGui painted stands where the document's words and controls are, and page view
// looks the same.
import { expectAgreement } from './support/agreement.mjs';
import { expect, phone, smallPhone, test, wide, withScreen } from './support/finder.mjs';
import { likeness } from './support/pictures.mjs';

const screens = ['', '#groups=trauma&payment=medi-cal&not-stated=1', '#q=zzzz&groups=trauma', '#program=edgewood-iop-san-carlos', '#page=about'];

for (const scale of [1, 1.25, 2, 3]) {
  test(`every painted text and control has its element, within 1 css px, at ${scale} device px a css px`, async () => {
    test.setTimeout(240_000);
    await withScreen({ scale }, async (finder, page, resize) => {
      for (const size of [wide, phone, smallPhone]) {
        await resize(size);
        for (const screen of [...screens, ...(size === wide ? [] : ['#show=filters&groups=trauma'])]) {
          await finder.open(screen);
          expect(await page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([size.width, expect.closeTo(scale, 5)]);
          await expectAgreement(page);
        }
      }
    });
  });

  test(`tiles have whole device pixels at ${scale}, so that letters are sharp`, async () => {
    await withScreen({ scale, viewport: { width: 1111, height: 700 } }, async (finder, page) => {
      await finder.open();
      expect(await page.evaluate(() => devicePixelRatio)).toBeCloseTo(scale, 5);
      const tiles = await page.evaluate(() => [...document.querySelectorAll('.tiles canvas')].filter((canvas) => canvas.width > 0)
        .map((canvas) => { const { width, height, top } = canvas.getBoundingClientRect(); return { device: [canvas.width, canvas.height], css: [width, height, top] }; }));
      expect(tiles.length).toBeGreaterThan(0);
      for (const { device, css } of tiles) {
        expect(Math.abs(css[0] * scale - device[0])).toBeLessThan(0.51);
        expect(Math.abs(css[1] * scale - device[1])).toBeLessThan(0.01);
        expect(Math.abs(css[2] * scale - Math.round(css[2] * scale))).toBeLessThan(0.01);
      }
    });
  });
}

test('a larger font of the browser enlarges both views alike', async ({ finder, page }) => {
  for (const size of ['20px', '32px']) {
    await finder.open();
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
    const lineHeight = () => page.evaluate(() => document.querySelector('.finder').programFinder.painted().texts[0].rect[3]);
    await expect.poll(lineHeight).toBeCloseTo(21.75 * parseInt(size, 10) / 16, 1);
    await expectAgreement(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  }
});

test('words still agree after ticking, unfolding and coming back', async ({ finder, page }) => {
  await finder.open();
  await finder.tick(/^Trauma,/);
  await page.getByRole('group', { name: 'Groups' }).getByRole('button', { name: /^Show \d+ more/ }).click();
  await page.getByRole('group', { name: 'Services' }).getByRole('button', { name: /^What do these mean/ }).click();
  await expectAgreement(page);
  await finder.cards.nth(3).getByRole('heading', { level: 3 }).getByRole('link').click();
  await expectAgreement(page);
  await page.goBack();
  await page.setViewportSize(phone);
  await expect(page.getByRole('button', { name: /^Filters/ })).toBeVisible();
  await expectAgreement(page);
});

for (const [name, size] of Object.entries({ wide, phone, 'small phone': smallPhone })) {
  test(`switching to the simple view is hardly seen (${name})`, async ({ finder, page }) => {
    await page.setViewportSize(size);
    for (const screen of [...screens, ...(size === wide ? [] : ['#show=filters'])]) {
      await finder.open(screen);
      await page.mouse.move(0, 0);
      const painted = await page.screenshot();
      if (screen === '#show=filters') await finder.open(screen, { view: 'page' });   // its button is not in the sheet
      else await finder.showSimply();
      await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
      await page.mouse.move(0, 0);
      expect(await likeness(page, painted, await page.screenshot()), screen).toBeLessThan(0.02);
    }
  });
}

test('the simple view keeps focus, choices and place, and switches back', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  const button = page.getByRole('button', { name: 'Simple view' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await finder.tick(/^Medi-Cal/);
  await page.getByRole('link', { name: 'What is an IOP?' }).click();
  await page.getByRole('button', { name: 'Simple view' }).click();
  await finder.ready();
  await page.goBack();
  await expect(finder.option(/^Medi-Cal/)).toBeChecked();
  await expectAgreement(page);
});

test('nothing is wider than the screen, down to 320 css px and at 400 % zoom', async ({ finder, page }) => {
  for (const width of [1280, 900, 899, 600, 390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    for (const view of ['painted', 'page']) {
      for (const screen of ['', '#program=edgewood-iop-san-carlos']) {
        await finder.open(screen, { view });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} ${view} ${screen}`).toBeLessThanOrEqual(width);
      }
    }
  }
});

test('a forced-colours theme gets page view, with the browser\'s own colours', async ({ finder, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  await expect(finder.host).toHaveClass(/\bready\b/);
  await page.waitForTimeout(500);
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await finder.tick(/^Trauma,/);
  await page.emulateMedia({ forcedColors: 'none' });
  await finder.ready();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
});

test('a printed program names its phone under its name', async ({ finder, page }) => {
  await finder.open('#program=edgewood-iop-san-carlos');
  await page.emulateMedia({ media: 'print' });
  const y = async (locator) => (await locator.boundingBox()).y;
  const call = await y(page.getByRole('link', { name: 'Call 415-682-3160' }));
  expect(call).toBeGreaterThan(await y(page.getByRole('heading', { level: 1 })));
  expect(call).toBeLessThan(await y(page.getByRole('heading', { level: 2, name: 'At a glance' })));
  await expect(page.getByText('google.com')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Directions' })).toBeHidden();
});

test('the printed list holds what was chosen, phone numbers, sources and help, and no controls', async ({ finder, page }) => {
  await finder.open('#groups=trauma&payment=medi-cal');
  await page.emulateMedia({ media: 'print' });
  const colour = await finder.cards.first().getByRole('heading', { level: 3 }).evaluate((heading) => getComputedStyle(heading).color);
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');
  await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
  await expect(finder.cards.first().getByRole('link', { name: /^Call/ })).toBeVisible();
  await expect(finder.cards.first().getByText(/^From /)).toBeVisible();
  await expect(finder.option(/^Trauma,/)).toBeHidden();
  await expect(finder.search).toBeHidden();
  await expect(page.locator('.tiles canvas').first()).toBeHidden();
});
