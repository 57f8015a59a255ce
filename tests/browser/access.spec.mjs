// What a screen reader meets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, phone, test, wide, wishes } from './support/finder.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screens = { list: '#groups=trauma&not-stated=1', nothing: '#q=zzzz', program: '#program=edgewood-iop-san-carlos', about: '#page=about', filters: '#show=filters', choices: '#groups=anxiety' };

async function open(finder, screen, view) {
  await finder.open(screens[screen], { view });
  if (screen !== 'choices') return;
  await finder.chooser.click();
  await finder.settle();
}

for (const [size, viewport] of Object.entries({ wide, phone })) for (const view of ['painted', 'page']) {
  for (const [theme, wish] of Object.entries(wishes)) {
    test(`axe finds nothing on any screen (${size}, ${view}, ${theme})`, async ({ finder, page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia(wish);
      for (const screen of Object.keys(screens)) {
        await open(finder, screen, view);
        await expect(finder.host).toHaveAttribute('data-theme', theme);
        // What stays on the screen covers in part what scrolls under it; at the end of the sheet it covers nothing.
        if (screen === 'filters') await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), screen).toEqual([]);
      }
    });
  }
}

test('landmarks, headings and groups say where one is', async ({ finder, page }) => {
  await finder.open();
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('search')).toHaveCount(1);
  await expect(page.getByRole('complementary', { name: 'Filters' })).toHaveCount(1);
  await expect(page.getByRole('complementary', { name: 'Help now' })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(['Find an intensive outpatient program']);
  await expect(page.getByRole('group', { name: 'Groups' }).getByRole('checkbox', { name: /^Trauma, \d+ programs$/ })).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('Tab goes through the page from top to bottom and leaves it at the end', async ({ finder, page }) => {
  await finder.open('#q=edgewood');
  await page.evaluate(() => document.activeElement.blur());
  const stops = [];
  for (let at = 0; at < 400; at++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const column = element.closest('.filters') ? 1 : element.closest('.main') ? 2 : element.closest('.footer') ? 3 : 0;
      return { column, y: Math.round(element.getBoundingClientRect().top + scrollY), focusSeen: element.matches(':focus-visible') };
    });
    if (!stop) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(20);
  expect(stops.length).toBeLessThan(400);
  expect(stops.every(({ focusSeen }) => focusSeen)).toBe(true);
  const order = stops.map(({ column, y }) => column * 1e6 + Math.floor(y / 50));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('on a phone every target is at least 44 css px high, and none covers another', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  for (const view of ['painted', 'page']) {
    for (const screen of Object.keys(screens)) {
      await open(finder, screen, view);
      const small = await page.evaluate(() => [...document.querySelectorAll('.twin a[href]:not(.skip), .twin button, .twin label.option, .twin label.choice, .twin .text-input')]
        .map((element) => ({ text: element.textContent.trim(), height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height < 44 - 0.01));
      expect(small, `${view} ${screen}`).toEqual([]);
    }
  }
});
