// What is particular to WebKitGTK: screens of two device px a css px, and no WebGL.
import { data, expect, phone, test, wide } from './support/finder.mjs';

test('every painted text and control stands where its element is at 2 device px a css px', async ({ own }) => {
  await own({ scale: 2 }, async (finder) => {
    for (const size of [wide, phone]) {
      await finder.open('#groups=trauma', { size });
      expect(await finder.evaluate(() => devicePixelRatio)).toBe(2);
      await finder.expectAgreement();
    }
    await finder.picture('phone, at 2');
  });
});

test('without WebGL the page is the simple view, says why, and works', async ({ own }) => {
  await own({ args: ['--enable-webgl=false'] }, async (finder) => {
    await finder.open('', { view: 'page' });
    await expect.poll(() => finder.evaluate(() => document.querySelector('.notice')?.textContent)).toContain('Your browser cannot draw the standard view');
    const [program] = data.programs;
    await finder.click('link', program.name);
    await finder.find('complementary', 'Contact');
  });
});
