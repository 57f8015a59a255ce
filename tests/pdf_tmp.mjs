import { chromium } from '@playwright/test';
import { launchOptions } from './browser/support/browser.mjs';
const browser = await chromium.launch(launchOptions({}));
for (const [name, frag, size, scheme] of [['trauma', '#groups=trauma&not-stated=1', {width:390,height:844}, 'dark']]) {
  const page = await browser.newPage({ viewport: size, colorScheme: scheme ?? 'light' });
  await page.goto('http://127.0.0.1:8561/' + frag); await page.waitForSelector('.finder.painted'); await page.waitForTimeout(500);
  await page.pdf({ path: `/tmp/pdf_${name}.pdf`, format: 'Letter' });
  await page.close();
}
await browser.close();
