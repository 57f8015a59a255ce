// What can be selected, what the clipboard then holds, and that the selection which is seen is that of the painted letters.
import { expect, phone, test, wide, withScreen } from './support/finder.mjs';
import { selectionCover } from './support/pictures.mjs';

const screens = ['', '#groups=trauma&payment=medi-cal&not-stated=1', '#q=zzzz&groups=trauma', '#program=edgewood-iop-san-carlos', '#page=about'];

// Runs in the page: the lines that a reader would write down. Words that are only heard belong to it where they stand
// for a picture ("Not offered: "), and not where they say again what stands around ("Website: Edgewood").
function lines() {
  return [...document.querySelectorAll('.twin .text')].map((body) => body.parentElement)
    .filter((element) => !element.matches('.skip, .field-name'))
    .map((element) => [...element.children].filter((part) => part.className === 'text' || !element.closest('a, button')))
    .map((parts) => parts.map((part) => part.textContent).join('').replace(/\s+/g, ' ').trim());
}

const written = (text) => text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);

test.beforeEach(async ({ context }) => { await context.grantPermissions(['clipboard-read', 'clipboard-write']); });

async function copyAll(page) {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

for (const view of ['painted', 'page']) {
  test(`everything selected and copied is the page as it is read, each text on its line (${view})`, async ({ finder, page }) => {
    for (const size of [wide, phone]) {
      await page.setViewportSize(size);
      for (const screen of [...screens, ...(size === wide ? [] : ['#show=filters&groups=trauma'])]) {
        await finder.open(screen, { view });
        const expected = await page.evaluate(lines);
        const field = await finder.search.count() && await finder.search.evaluate(({ value, placeholder }) => value || placeholder);   // Chromium copies it
        expect(written(await copyAll(page)).filter((line) => line !== field), screen).toEqual(expected);
      }
    }
  });

  test(`any text is selected by dragging over its letters, and copied as it reads (${view})`, async ({ finder, page }) => {
    test.setTimeout(180_000);
    for (const [size, screen] of [[wide, screens[1]], [phone, screens[3]], [phone, '#show=filters']]) {
      await page.setViewportSize(size);
      await finder.open(screen, { view });
      for (const top of [0, 900]) {
        await page.evaluate((top) => scrollTo(0, top), top);
        // Where each text begins and ends on the screen. A button's cannot be selected on any page, a link's is dragged.
        const texts = await page.evaluate(() => [...document.querySelectorAll('.twin .text')].filter((body) => !body.closest('a, button, .field, .skip')).map((body) => {
          const range = document.createRange();
          range.selectNodeContents(body);
          const rects = [...range.getClientRects()].filter(({ width }) => width > 1), [first, last] = [rects[0], rects.at(-1)];
          return first && { text: body.textContent, from: [first.left + 0.5, first.top + first.height / 2], to: [last.right - 0.5, last.top + last.height / 2] };
        }).filter((text) => text && text.from[1] > 20 && text.to[1] < innerHeight - 80));
        expect(texts.length).toBeGreaterThan(6);
        for (const { text, from, to } of texts) {
          await page.mouse.click(2, 2);
          await page.mouse.move(...from);
          await page.mouse.down();
          await page.mouse.move(...to, { steps: 2 });
          await page.mouse.up();
          expect(await page.evaluate(() => getSelection().toString().trim()), screen).toBe(text.trim());
        }
      }
    }
  });
}

test('a sentence that is painted in several lines is copied as one', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open('#program=edgewood-iop-san-carlos');
  const prose = finder.main.getByText(/^We have not confirmed this address by phone/);
  expect(await prose.locator('.line').count()).toBeGreaterThan(1);
  await prose.click({ clickCount: 3, position: { x: 20, y: 10 } });
  await page.keyboard.press('Control+c');
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe('We have not confirmed this address by phone, and other lists name other sites. Call to confirm before you go.');
});

// Selects a text, and says where its painted letters are, in device px of the screenshot: for each line the box of its
// letters, and that box with the line's leading and the end of line that browsers show selected.
async function select(page, locator) {
  return locator.first().evaluate((element) => {
    const body = element.matches('.text') ? element : element.querySelector('.text');
    body.scrollIntoView({ block: 'center' });
    getSelection().selectAllChildren(body);
    const range = getSelection().getRangeAt(0), style = getComputedStyle(body), scale = devicePixelRatio;
    const onScreen = ([left, top, right, bottom]) => [Math.floor(left * scale), Math.floor(top * scale), Math.ceil(right * scale), Math.ceil(bottom * scale)];
    return [...range.getClientRects()].filter(({ width }) => width > 1).map(({ left, top, right, bottom }) => {
      const leading = Math.max(0, (parseFloat(style.lineHeight) - (bottom - top)) / 2), end = parseFloat(style.fontSize) / 2;
      return { letters: onScreen([left, top, right, bottom]), line: onScreen([left, top - leading - 1 / scale, right + end, bottom + leading + 1 / scale]) };
    });
  });
}

for (const [scale, viewport] of [[1, wide], [2, wide], [1, phone], [2, phone]]) {
  test(`the selection that is seen covers the painted letters, can be read, and covers nothing else (${viewport.width} css px at ${scale})`, async () => {
    test.setTimeout(180_000);
    await withScreen({ scale, viewport }, async (finder, page) => {
      const program = '#program=edgewood-iop-san-carlos', texts = {
        '#groups=trauma': ['.title', '.card-title', '.card-facts', '.card-source', '.mark-offered', '.crisis-text', '.call', '.button-link'],
        [program]: ['.page-title', '.notice', '.prose', '.glance-value', '.section-source', '.mark-ask'],
      };
      for (const [screen, selectors] of Object.entries(texts)) {
        await finder.open(screen);
        await page.evaluate(() => document.activeElement.blur());
        for (const selector of selectors) {
          const text = page.locator(`.twin ${selector}`);
          const boxes = await select(page, text);
          await page.waitForTimeout(150);   // tiles that came near
          await page.evaluate(() => getSelection().removeAllRanges());
          const before = await page.screenshot();
          await select(page, text);
          const tint = await text.first().locator('.text').evaluate((body) => getComputedStyle(body, '::selection').backgroundColor.match(/[\d.]+/g).map(Number));
          expect(tint).toHaveLength(4);   // letters are seen through it
          const { letters, missed, outside, least } = await selectionCover(page, before, await page.screenshot(), boxes, tint);
          expect(letters, selector).toBeGreaterThan(30);
          expect({ missed, outside }, selector).toEqual({ missed: 0, outside: 0 });
          expect(least, `${selector}: contrast`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });
  });
}

test('a button that the browser paints over the picture keeps its words when all is selected', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  const done = page.getByRole('button', { name: /^Show \d+ programs$/ });
  await page.keyboard.press('Control+a');
  const colours = await done.locator('.text').evaluate((text) => [getComputedStyle(text), getComputedStyle(text, '::selection')].map(({ color }) => color));
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
});

// --- Links are links

for (const view of ['painted', 'page']) {
  test(`what is under the pointer in the middle of a link or button is that link or button (${view})`, async ({ finder, page }) => {
    for (const size of [wide, phone]) {
      await page.setViewportSize(size);
      for (const screen of [...screens.slice(1), ...(size === wide ? [] : ['#show=filters&groups=trauma'])]) {
        await finder.open(screen, { view });
        const wrong = await page.evaluate(() => {
          const all = [...document.querySelectorAll('.twin :is(a[href], button, label.option, .text-input):not(.skip)')];
          return { count: all.length, wrong: all.filter((element) => {
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = element.getBoundingClientRect();
            return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
          }).map((element) => element.textContent) };
        });
        expect(wrong.count).toBeGreaterThan(4);
        expect(wrong.wrong, screen).toEqual([]);
      }
    }
  });

  for (const [how, click] of [['the middle button', { button: 'middle' }], ['Ctrl', { modifiers: ['Control'] }]]) {
    test(`a click with ${how} opens a program in a tab of its own and leaves this page as it is (${view})`, async ({ finder, page, context }) => {
      await finder.open('#groups=trauma', { view });
      const link = finder.cards.nth(1).getByRole('heading', { level: 3 }).getByRole('link'), name = (await link.innerText()).trim();
      await page.evaluate(() => scrollTo(0, 300));
      await link.scrollIntoViewIfNeeded();
      const [url, entries, scroll] = await page.evaluate(() => [location.href, history.length, scrollY]);
      const opened = context.waitForEvent('page');
      await link.click(click);
      const tab = await opened;
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText(name);
      expect(await page.evaluate(() => [location.href, history.length, scrollY])).toEqual([url, entries, scroll]);
      await expect(finder.option(/^Trauma,/)).toBeChecked();
      await expect(finder.cards.nth(1)).toBeVisible();
      await tab.close();
    });
  }

  test(`the browser's own menu and dragging are left to it, at every kind of link and text (${view})`, async ({ finder, page }) => {
    await finder.open('#groups=trauma', { view });
    await page.evaluate(() => {
      globalThis.heard = [];
      for (const type of ['contextmenu', 'dragstart', 'selectstart', 'copy', 'auxclick'])
        addEventListener(type, (event) => heard.push([type, event.defaultPrevented, event.target.parentElement?.closest('a, button, p, li, label')?.className ?? event.target.className]));
    });
    const places = ['.card-link', '.call', '.button-link', '.crisis-link', '.chip', '.card-facts', '.title', '.option', '.text-input'];
    for (const place of places) await page.locator(`.twin ${place}`).first().click({ button: 'right' });
    const menus = await page.evaluate(() => globalThis.heard.filter(([type]) => type === 'contextmenu'));
    expect(menus.length).toBe(places.length);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(700);   // so that no later press is the second of two
    const box = await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').boundingBox();
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 90, { steps: 5 });
    await page.mouse.up();
    const heard = await page.evaluate(() => globalThis.heard);
    expect(heard.some(([type]) => type === 'dragstart')).toBe(true);
    expect(heard.filter(([, prevented]) => prevented)).toEqual([]);
    await expect(finder.count()).toBeVisible();   // and a drag is no click
  });

  test(`links to call keep the number in their address (${view})`, async ({ finder, page }) => {
    await finder.open('#program=edgewood-iop-san-carlos', { view });
    const calls = page.getByRole('link', { name: /^Call / });
    expect(await calls.count()).toBeGreaterThan(1);
    for (const call of await calls.all()) {
      const digits = (await call.innerText()).replace(/\D/g, '');
      await expect(call).toHaveAttribute('href', digits.length === 3 ? `tel:${digits}` : `tel:+1${digits}`);
      expect(await call.evaluate((link) => link.draggable)).toBe(true);
    }
  });
}
