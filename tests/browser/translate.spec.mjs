// A page that a browser or an extension translates: page view takes over, everything goes on working, and no word stands
// there in two languages. No translator runs here; what they do to a document is done to it in their place.
import { data, expect, onAPage, test } from './support/finder.mjs';

// Runs in the page before its script: each translator's way with a text. "Translated" is the text in capitals between
// marks, so that every word tells whose it is.
function install() {
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.data.includes('«')) found.push(walker.currentNode);
    return found;
  };
  const translated = (text) => text.replace(/\S.*\S|\S/s, (words) => `«${words.toUpperCase()}»`);
  const root = () => document.querySelector('.finder');
  const undo = [];
  const wrap = (text) => {   // Google: two fonts around what was a text, which is kept for later
    const outer = document.createElement('font'), inner = document.createElement('font'), { parentNode } = text;
    inner.textContent = translated(text.data);
    outer.append(inner);
    parentNode.replaceChild(outer, text);
    undo.push(() => outer.parentNode?.replaceChild(text, outer));
  };
  const replace = (text) => {   // Firefox, Safari, Edge, extensions: other words in the same text
    const { data } = text;
    text.data = translated(data);
    const ours = text.data;
    undo.push(() => { if (text.data === ours) text.data = data; });
  };
  const rebuild = (text) => {   // a block's inline elements run together, as where a sentence is put in another order
    const leaf = text.parentElement?.closest('.text')?.parentElement;
    if (!leaf) return;
    const children = [...leaf.childNodes], font = document.createElement('font');
    font.textContent = translated(leaf.textContent.trim());
    leaf.replaceChildren(font);
    undo.push(() => { if (font.parentNode === leaf) leaf.replaceChildren(...children); });
  };
  let watcher;
  const all = (how) => { for (const text of texts(root())) if (text.isConnected) how(text); watcher?.takeRecords(); };
  globalThis.translator = {
    start(how, { mark = '', lang = '', goesOn = true } = {}) {
      const work = { wrap, replace, rebuild }[how];
      if (lang) document.documentElement.lang = lang;
      if (mark) document.documentElement.classList.add(mark);
      if (goesOn) { watcher = new MutationObserver(() => all(work)); watcher.observe(root(), { subtree: true, childList: true, characterData: true }); }
      all(work);
    },
    stop() {
      watcher?.disconnect();
      for (const step of undo.splice(0).reverse()) step();
      document.documentElement.classList.remove('translated-ltr', 'translated-rtl');
      document.documentElement.lang = 'en';
    },
  };
}

const translators = {
  'Google in Chromium': ['wrap', { mark: 'translated-ltr', lang: 'es' }],
  'Google in Chromium, to a language written from the right': ['wrap', { mark: 'translated-rtl', lang: 'ar' }],
  'Firefox': ['replace', { lang: 'es' }],
  'Safari, Edge or an extension': ['replace', {}],
  'one that makes texts anew': ['rebuild', { lang: 'es' }],
  'one that works once and then rests': ['replace', { goesOn: false }],
};

test.beforeEach(async ({ page }) => { await page.addInitScript(install); });
const start = (page, name) => page.evaluate(([how, options]) => translator.start(how, options), translators[name]);
const stop = (page) => page.evaluate(() => translator.stop());
const said = (locator) => locator.evaluateAll((elements) => elements.map((element) => element.textContent.trim()));

// Every element says one thing: ours or the translator's, never both.
function mixtures() {
  return [...document.querySelectorAll('.twin *')].filter((element) => !element.querySelector('a, button, label, p, li, dt, dd, h1, h2, h3, input, legend, div, ul'))
    .map((element) => element.closest('.said, .text, .pause, font') ? '' : element.textContent.replace(/\s+/g, ' ').trim())
    .filter((text) => text && (text.match(/«/g) ?? []).length > 0 && /[a-z]/.test(text));
}

for (const name of Object.keys(translators)) {
  const resting = translators[name][1].goesOn === false;
  test(`translated by ${name}, the page is the simple view, works on, and is painted again afterwards`, async ({ finder, page }) => {
    await finder.open('#groups=trauma');
    const total = await finder.total();
    await start(page, name);
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await expect(finder.count()).toHaveCount(0);
    await expect(page.locator('.count')).toContainText(`«${total} PROGRAMS»`);
    expect(await page.evaluate(mixtures)).toEqual([]);

    // A filter: what is new is ours, or the translator's again; what did not change stays as it was.
    await page.getByRole('checkbox', { name: /medi-cal \(medicaid\)/i }).check();
    await expect(page.locator('.count')).not.toContainText(String(total));
    const fewer = Number((await page.locator('.count').textContent()).match(/\d+/)[0]);
    expect(fewer).toBeLessThan(total);
    await expect(page.locator('.card')).toHaveCount(onAPage(fewer));
    expect(await page.locator('.count').textContent()).toMatch(resting ? /^\s*\d+ programs\s*$/ : /^\s*«\d+ PROGRAMS»\s*$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('«FIND AN INTENSIVE OUTPATIENT PROGRAM»');
    expect(await page.evaluate(mixtures)).toEqual([]);

    // A program, and back.
    const link = page.locator('.card-link').nth(2);
    const card = (await link.textContent()).replace(/[«»]/g, '').trim().toUpperCase();
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^\\s*«?${card.replace(/[()]/g, '.')}»?\\s*$`, 'i'));
    await expect(page.getByRole('link', { name: /^«?call 988/i })).toHaveAttribute('href', 'tel:988');
    expect(await page.evaluate(mixtures)).toEqual([]);
    await expect(finder.host).toHaveClass(/\bpage\b/);
    await page.goBack();
    await expect(page.locator('.card')).toHaveCount(onAPage(fewer));
    expect(await page.evaluate(mixtures)).toEqual([]);
    await finder.search.fill('center');
    await expect(page.locator('.card')).not.toHaveCount(onAPage(fewer));
    expect(await page.evaluate(mixtures)).toEqual([]);
    await finder.search.fill('');
    await expect(page.locator('.card')).toHaveCount(onAPage(fewer));

    // The translation is taken back: our words, the painted view, and both of them agree.
    await stop(page);
    await finder.ready();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(finder.count()).toHaveText(`${fewer} programs`);
    expect((await said(page.locator('.twin'))).join('')).not.toMatch(/[«»]/);
    const painted = await finder.host.evaluate((host) => host.programFinder.painted().texts.map(({ text }) => text));
    const spans = await page.evaluate(() => [...document.querySelectorAll('.twin .text')].filter((body) => !body.closest('.skip, .field-name, .sheet-done'))
      .flatMap((body) => (body.querySelector('.line') ? [...body.children] : [body])).map((span) => span.textContent.trimEnd()));
    expect(spans.sort()).toEqual(painted.sort());
    await finder.option(/^Trauma,/).uncheck();
    await finder.ready();
  });
}

test('a translated page speaks the language of its words, and ours again afterwards', async ({ finder, page }) => {
  await finder.open();
  const spoken = () => finder.search.evaluate((input) => input.closest('[lang]').lang);
  expect(await spoken()).toBe('en');
  await start(page, 'Google in Chromium');
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await page.locator('.option').first().click();
  expect(await spoken()).toBe('es');
  await stop(page);
  await finder.ready();
  expect(await spoken()).toBe('en');
});

test('a page that is translated as soon as it is there is never painted', async ({ finder, page }) => {
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => document.documentElement.classList.add('translated-ltr')));
  await page.goto('/');
  await expect(finder.host).toHaveClass(/\bready\b/);
  await page.waitForTimeout(500);
  await expect(finder.host).toHaveClass(/\bpage\b/);
  await expect(finder.host).not.toHaveClass(/\bpainted\b/);
  await expect(finder.cards).toHaveCount(onAPage(data.programs.length));
});

test('no translator is told to keep out', async ({ finder, page }) => {
  await finder.open();
  expect(await page.locator('[translate], .notranslate, meta[content=notranslate]').count()).toBe(0);
});

test('what our own updates write is not taken for a translation, nor is a text that is only wrapped', async ({ finder, page }) => {
  await finder.open();
  await page.evaluate(() => {
    globalThis.views = [];
    new MutationObserver(() => views.push(document.querySelector('.finder').className)).observe(document.querySelector('.finder'), { attributes: true, attributeFilter: ['class'] });
  });
  await finder.tick(/^Trauma,/);
  await finder.search.fill('center');
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await page.goBack();
  // As a phone's browser does with dates and numbers, and an extension with words that it marks.
  await page.evaluate(() => {
    for (const body of document.querySelectorAll('.card-source .text')) {
      const text = document.createTreeWalker(body, NodeFilter.SHOW_TEXT).nextNode(), mark = document.createElement('a');
      mark.append(text.splitText(4));
      text.after(mark);
    }
  });
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => globalThis.views)).toEqual([]);
  await finder.ready();
});
