// What the tests of recovery share: a finder in use, and how one sees that it still is.
import { expectAgreement } from './agreement.mjs';
import { expect } from './finder.mjs';

export const medi_cal = /^Medi-Cal/;
export const painted = (finder) => finder.host.evaluate((host) => host.programFinder.stats?.tilesPainted ?? 0);
export const settled = (page) => page.waitForTimeout(400);   // whatever would be painted late has been

// Ticks, types, and leaves focus on the box that was ticked.
export async function use(finder, page) {
  await finder.search.fill('center');
  await finder.option(medi_cal).focus();
  await page.keyboard.press('Space');
  await expect(finder.option(medi_cal)).toBeChecked();
  await settled(page);
}

export async function expectInUse(finder) {
  await expect(finder.search).toHaveValue('center');
  await expect(finder.option(medi_cal)).toBeChecked();
  await expect(finder.option(medi_cal)).toBeFocused();
}

// What is in sight has its picture, of whole device pixels, at the width of the page, and the words stand on it.
// Browsers keep places in 1/64 css px, and snap what they draw to device pixels.
export async function expectSharp(finder, page, dpr = 1) {
  await finder.ready();
  const tiles = () => page.evaluate(() => [...document.querySelectorAll('.tiles canvas')].map((canvas) => ({ box: canvas.getBoundingClientRect().toJSON(), pixels: [canvas.width, canvas.height] }))
    .filter(({ box }) => box.top < innerHeight && box.bottom > 0));
  await expect.poll(async () => { const all = await tiles(); return all.length > 0 && all.every(({ box, pixels }) => pixels[0] === Math.round(box.width * dpr) && Math.abs(pixels[1] - box.height * dpr) < 0.02); }).toBe(true);
  for (const { box } of await tiles()) expect(Math.abs((box.top + await page.evaluate(() => scrollY)) * dpr % 1 - 0.5)).toBeGreaterThan(0.48);
  await expectAgreement(page);
}
