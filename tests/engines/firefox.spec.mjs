// What Firefox alone has or can be asked: fine screens, paper, and settings that keep pages from drawing or from reading what they drew.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { data, expect, phone, test, wide } from './support/finder.mjs';

const medi_cal = data.programs.filter((program) => program.facts.some((block) => block.offered?.payment?.includes('medi-cal')));

for (const scale of [1.5, 3]) {
  test(`every painted text and control stands where its element is at ${scale} device px a css px, also when the screen changes`, async ({ finder }) => {
    await finder.open('#groups=trauma', { size: phone, scale });
    await finder.expectAgreement();
    const rows = () => finder.evaluate(() => [...document.querySelectorAll('.tiles canvas')].filter(({ width }) => width > 0).map(({ width }) => width / innerWidth));
    await expect.poll(rows).toContain(scale);
    await finder.browser.resize(wide, 1);   // as when a window is dragged to another screen
    await expect.poll(rows).toContain(1);
    await finder.expectAgreement();
  });
}

test('on paper, from either view, is every program that was chosen, with its number', async ({ finder }, info) => {
  for (const view of ['painted', 'simple']) {
    await finder.open('#payment=medi-cal', { view });
    const paper = info.outputPath(`list, ${view} view.pdf`);
    writeFileSync(paper, await finder.browser.print());
    const { stdout, status } = spawnSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' });
    expect(status).toBe(0);
    const words = stdout.replace(/\s+/g, ' ');
    for (const { name } of medi_cal) expect(words).toContain(name);
    expect(words).toContain('Call 988');
    expect(words).toContain(`${medi_cal.length} programs`);
    expect(words).not.toContain('Simple view');
    expect(await finder.evaluate(() => document.querySelector('.finder').className)).toContain(view === 'painted' ? 'painted' : 'page');
  }
});

async function expectPageView(finder, words) {
  await finder.open('', { view: 'page' });
  await expect.poll(() => finder.evaluate(() => document.querySelector('.notice')?.textContent)).toContain(words);
  await finder.click('checkbox', `Medi-Cal (Medicaid), ${medi_cal.length} programs`);
  await expect.poll(() => finder.status()).toBe(`${medi_cal.length} programs`);
  await finder.click('link', medi_cal[0].name);
  await finder.find('complementary', 'Contact');
}

test('where Firefox resists fingerprinting, the page is the simple view, says why, and works', async ({ own }) => {
  await own({ prefs: { 'privacy.resistFingerprinting': true } }, async (finder) => {
    await expectPageView(finder, 'Your browser’s privacy settings do not allow the standard view');
    await finder.picture('with fingerprinting resisted');
  });
});

test('without a screen Firefox has no WebGL: the page is the simple view, says why, and works', async ({ own }) => {
  await own({ screen: null }, (finder) => expectPageView(finder, 'Your browser cannot draw the standard view'));
});

test('without WebAssembly Firefox shows the simple view, says why, and works', async ({ own }) => {
  await own({ prefs: { 'javascript.options.wasm': false } }, (finder) => expectPageView(finder, 'Your browser cannot run the standard view'));
});
