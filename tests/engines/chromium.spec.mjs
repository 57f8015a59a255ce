// Chromium as a person has it on a machine whose graphics card, if any, no browser may use: a window, and nothing said of how to draw.
// The tests in tests/browser tell it to draw WebGL with the processor, as slowly as that is.
import { chromium, expect, test } from '@playwright/test';
import { launchOptions } from '../browser/support/browser.mjs';
import { startScreen } from './support/processes.mjs';
import { serveSite } from './support/site.mjs';

test('where the processor would have to draw, the page is the simple view, says why, and works', async () => {
  const [screen, site] = await Promise.all([startScreen(), serveSite()]);
  const browser = await chromium.launch({ ...launchOptions({ drawnBy: 'the machine' }), headless: false, env: { ...process.env, ...screen.env } });
  try {
    const page = await browser.newPage(), complaints = [];
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    await page.goto(site.address);
    await expect(page.getByText('On this device the standard view would be slow, so this is the simple view. Everything works here.')).toBeVisible();
    expect(await page.evaluate(() => document.querySelector('.finder').programFinder.view)).toBe('page');
    await page.getByRole('checkbox', { name: /^Trauma,/ }).check();
    await expect(page).toHaveURL(/#groups=trauma$/);
    await page.getByRole('heading', { level: 3 }).first().getByRole('link').click();
    await expect(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: /^Call / }).first()).toBeVisible();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
    await screen.end();
  }
});
