// That something was pressed is seen first, then the picture comes, then the document, which takes longest: nobody waits for what is pressed, and nothing is lost between them.
import { data, expect, phone, test } from './support/finder.mjs';

// What happened since, in order: "draw" (something was painted), "frame" (the browser showed a picture), "write" (the document changed).
async function record(page) {
  await page.addInitScript(() => {
    const seen = globalThis.seen = [];
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...args) { seen.push('draw'); return drawElements.apply(this, args); };
    addEventListener('DOMContentLoaded', () => {
      const twin = document.querySelector('.twin');
      if (twin) new MutationObserver(() => seen.push('write')).observe(twin, { childList: true, subtree: true, characterData: true });
    });
    globalThis.recordFrom = (press) => {
      seen.length = 0;
      press();
      requestAnimationFrame(() => seen.push('frame'));
    };
  });
}

// Presses it and waits for the document; says what had been painted at once, too.
const pressed = (control) => control.evaluate(async (element) => {
  const host = document.querySelector('.finder'), until = (holds) => new Promise((done) => { const look = () => (holds() ? done() : setTimeout(look, 5)); look(); });
  element.scrollIntoView({ block: 'center' });
  await new Promise((done) => setTimeout(done, 500));   // the tiles that came near are painted
  globalThis.recordFrom(() => element.click());
  const atOnce = [...globalThis.seen], tilesPainted = host.programFinder.stats.tilesPainted;
  await until(() => globalThis.seen.includes('write'));
  return { atOnce, seen: [...globalThis.seen], tiles: host.programFinder.stats.tilesPainted - tilesPainted, view: host.programFinder.view };
});

// What was pressed looks so at once; what comes of it is painted when that is on the screen, and the document follows the picture.
for (const [name, { of, atOnce: expected }] of Object.entries({
  'a tick': { of: (finder) => finder.option(/^Trauma,/), atOnce: 1 },
  'another page of the list': { of: (finder) => finder.page.getByRole('link', { name: 'Next page' }), atOnce: 1 },
  'a program': { of: (finder) => finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link'), atOnce: 0 },
})) test(`${name} is seen at once, then painted what comes of it, then the document follows`, async ({ finder, page }) => {
  await record(page);
  await finder.open();
  const { atOnce, seen, tiles, view } = await pressed(of(finder));
  expect(view).toBe('painted');
  expect(atOnce.length > 0).toBe(expected > 0);
  expect(atOnce).not.toContain('write');
  expect(tiles).toBeGreaterThan(0);
  const frame = seen.indexOf('frame'), draw = seen.indexOf('draw', frame), write = seen.indexOf('write');
  expect(frame, seen.join(' ')).toBeGreaterThanOrEqual(atOnce.length);
  expect(draw, seen.join(' ')).toBeGreaterThan(frame);
  expect(write, seen.join(' ')).toBeGreaterThan(draw);
});

test('the first picture after a tick is of its box alone', async ({ finder, page }) => {
  await finder.open();
  const box = finder.option(/^Trauma,/);
  await box.scrollIntoViewIfNeeded();
  await finder.settle();
  const tiles = await box.evaluate((element) => {
    const { stats } = document.querySelector('.finder').programFinder, before = stats.tilesPainted;
    element.click();
    return stats.tilesPainted - before;
  });
  expect(tiles).toBeGreaterThanOrEqual(1);
  expect(tiles).toBeLessThanOrEqual(2);
  await finder.settle();
  await expect(box).toBeChecked();
});

test('a letter costs nothing before it is on the screen', async ({ finder, page }) => {
  await record(page);
  await finder.open();
  await finder.search.focus();
  const atOnce = await finder.search.evaluate((field) => {
    globalThis.recordFrom(() => { field.value = 't'; field.dispatchEvent(new Event('input', { bubbles: true })); });
    return [...globalThis.seen];
  });
  expect(atOnce).toEqual([]);
  await expect(page).toHaveURL(/#q=t$/);
  expect(await page.evaluate(() => globalThis.seen.indexOf('draw') > globalThis.seen.indexOf('frame'))).toBe(true);
});

test('whatever comes next finds the document up to date', async ({ finder, page }) => {
  await finder.open();
  const [trauma, relapse] = await Promise.all([finder.option(/^Trauma,/), finder.option(/^Relapse prevention,/)].map((box) => box.elementHandle()));
  const between = await page.evaluate(([first, second]) => {
    first.click();
    const before = document.querySelector('.twin').textContent;
    second.click();   // before any picture
    return { before, after: document.querySelector('.twin').textContent };
  }, [trauma, relapse]);
  expect(between.after).not.toBe(between.before);   // the first one's
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await expect(finder.option(/^Relapse prevention,/)).toBeChecked();
  await expect(page).toHaveURL(/#groups=relapse-prevention,trauma|#groups=trauma,relapse-prevention/);
  await page.goBack();
  await expect(finder.option(/^Trauma,/)).toBeChecked();   // each was a step of its own
  await expect(finder.option(/^Relapse prevention,/)).not.toBeChecked();
});

test('another choice of the same group before a picture counts, and a box pressed twice is as it was', async ({ finder, page }) => {
  await finder.open();
  await finder.chooser.click();
  const radio = (name) => page.getByRole('group', { name: 'Colors' }).getByRole('radio', { name });
  const [light, contrast] = await Promise.all(['Light', 'High contrast'].map((name) => radio(name).elementHandle()));
  await page.evaluate(([first, second]) => { first.click(); second.click(); }, [light, contrast]);   // as a key that is held down does: before any picture
  await expect(radio('High contrast')).toBeChecked();
  await expect(finder.host).toHaveAttribute('data-theme', 'contrast');
  await finder.option(/^Trauma,/).evaluate((box) => { box.click(); box.click(); });
  await finder.settle();
  await expect(finder.option(/^Trauma,/)).not.toBeChecked();
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  await finder.option(/^Trauma,/).evaluate((box) => { box.click(); box.click(); box.click(); });
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  await expect(page).toHaveURL(/#groups=trauma$/);
});

test('several letters typed before a picture are one change of the document', async ({ finder, page }) => {
  await record(page);
  await finder.open();
  await finder.search.focus();
  await finder.search.evaluate((field) => globalThis.recordFrom(() => {
    for (const text of ['t', 'tr', 'tra', 'trauma']) { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }
  }));
  await expect(page).toHaveURL(/#q=trauma$/);
  expect(await page.evaluate(() => globalThis.seen.filter((what) => what === 'write').length)).toBe(1);
  await page.goBack();
  await expect(finder.search).toHaveValue('');
});

test('Back before the document has followed goes to where one was', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await finder.tick(/^Relapse prevention,/);
  await expect(page).toHaveURL(/relapse-prevention/);
  const medi_cal = await finder.option(/^Medi-Cal/).elementHandle();
  await page.evaluate((box) => {
    box.click();
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));   // the browser's own comes when it likes
  }, medi_cal);
  await page.waitForTimeout(400);
  await expect(finder.option(/^Medi-Cal/)).not.toBeChecked();
  await expect(finder.option(/^Relapse prevention,/)).toBeChecked();
  await expect(page).not.toHaveURL(/medi-cal/);
});

test('where one was is noted for the screen that one was on, and not for the picture of the next', async ({ finder, page }) => {
  await finder.open();
  const link = finder.cards.nth(8).getByRole('heading', { level: 3 }).getByRole('link');
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  // Scrolling ended 0.3 s ago, when it is noted, just before the picture is on the screen.
  await link.evaluate((element) => {
    const start = performance.now(), until = (time) => { while (performance.now() - start < time) { /* busy */ } };
    dispatchEvent(new Event('scrollend'));
    until(285);
    element.click();
    until(310);
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

for (const [size, viewport] of Object.entries({ wide: undefined, phone })) test(`nothing of the screen before lies over the picture of the next one (${size})`, async ({ finder, page }) => {
  if (viewport) await page.setViewportSize(viewport);
  await finder.open();
  const shown = await finder.cards.nth(2).getByRole('heading', { level: 3 }).getByRole('link').evaluate(async (link) => {
    link.focus();
    link.click();
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });   // the picture of the next one is painted
    const look = () => ['.field', ':focus'].flatMap((which) => [...document.querySelectorAll(`.twin ${which}`)].map((element) => getComputedStyle(element).opacity));
    return look();
  });
  expect(shown.length).toBeGreaterThan(0);
  expect(new Set(shown)).toEqual(new Set(['0']));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.locator('.left').count()).toBe(0);
  await page.goBack();
  await expect(finder.search).toBeVisible();
  expect(await page.locator('.left').count()).toBe(0);
});

test('a page that nobody sees waits for no picture', async ({ finder, page }) => {
  await finder.open();
  const box = finder.option(/^Trauma,/);
  await box.evaluate((element) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    element.click();
  });
  expect(await page.evaluate(() => location.hash)).toBe('#groups=trauma');
});

test('a page that goes away has said what was pressed last', async ({ finder, page }) => {
  await finder.open();
  const hash = await finder.option(/^Trauma,/).evaluate((element) => {
    element.click();
    const before = location.hash;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    return [before, location.hash];
  });
  expect(hash).toEqual(['', '#groups=trauma']);
});

test('no picture comes: the document does not wait long', async ({ finder, page }) => {
  await finder.open();
  await page.evaluate(() => { globalThis.requestAnimationFrame = () => 0; });
  await finder.option(/^Trauma,/).evaluate((element) => element.click());
  await expect(page).toHaveURL(/#groups=trauma$/);
});
