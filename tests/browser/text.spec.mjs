// The search field is the browser's own: input methods, paste, undo, selection, a phone's keyboard. Updates of the finder,
// which come with every letter, leave all of them alone.
import { data, expect, phone, smallPhone, test, wide } from './support/finder.mjs';

const views = ['painted', 'page'];
const selection = (finder) => finder.search.evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd));
const caret = (finder) => finder.search.evaluate((input) => [input.selectionStart, input.selectionEnd]);
const session = (page) => page.context().newCDPSession(page);

for (const view of views) {
  test(`while an input method composes, results follow what it shows, and the field is left alone (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.search.focus();
    await page.evaluate(() => {
      globalThis.composed = [];
      for (const type of ['compositionstart', 'compositionend']) document.querySelector('.text-input').addEventListener(type, () => composed.push(type));
    });
    const cdp = await session(page);
    for (const text of ['t', 'tr', 'tra', 'trau', 'traum', 'trauma']) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await expect(finder.search).toHaveValue(text);
    }
    await expect.poll(() => finder.total()).toBeLessThan(data.programs.length);
    const total = await finder.total();
    expect(await page.evaluate(() => composed)).toEqual(['compositionstart']);   // no update broke it off
    await cdp.send('Input.insertText', { text: 'trauma' });   // what the input method puts in at last
    await expect(finder.search).toHaveValue('trauma');
    expect(await page.evaluate(() => composed)).toEqual(['compositionstart', 'compositionend']);
    expect(await finder.total()).toBe(total);
    await expect(finder.search).toBeFocused();
  });

  test(`Escape and Enter belong to the input method while it composes (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    const url = page.url();
    await finder.search.focus();
    const cdp = await session(page);
    await cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
    // As browsers tell of keys that an input method took: while it composes, and Safari when it has just ended.
    const prevented = await finder.search.evaluate((input) => ['Enter', '/', 'Escape', 'Escape', 'Escape', 'Escape'].map((key, at) => {
      const event = new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: at < 4, bubbles: true, cancelable: true });
      input.dispatchEvent(event);
      return event.defaultPrevented;
    }));
    expect(prevented).toEqual(Array(6).fill(false));
    await page.waitForTimeout(700);
    expect(page.url().split('#')[0]).toBe(url.split('#')[0]);   // not left
    await expect(finder.search).toBeFocused();
    await expect(finder.search).toHaveValue('か');
    await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });   // given up
    await expect(finder.search).toHaveValue('');
    await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  });

  test(`pasting, cutting and copying by keyboard are the browser's (${view})`, async ({ finder, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await finder.open('', { view });
    await page.evaluate(() => navigator.clipboard.writeText('  san\ncarlos '));
    await finder.search.focus();
    await page.keyboard.press('Control+v');
    await expect(finder.search).toHaveValue(/^\s*san ?carlos\s*$/);   // a field of one line takes no line breaks
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await expect(finder.search).toHaveValue('');
    await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
    await page.evaluate(() => navigator.clipboard.writeText('edgewood'));
    await page.keyboard.press('Control+v');
    await expect(finder.card('Edgewood Intensive Outpatient Program').first()).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('edgewood');
  });

  test(`typing can be undone and done again, whatever the finder showed meanwhile (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.search.focus();
    await page.keyboard.type('trauma');
    await expect.poll(() => finder.total()).toBeLessThan(data.programs.length);
    await finder.search.press('Home');   // so that what comes is a step of its own
    await page.keyboard.type('yoga ');
    await expect(finder.search).toHaveValue('yoga trauma');
    const states = ['yoga trauma'];
    for (let step = 0; step < 12 && states.at(-1) !== ''; step++) {
      await page.keyboard.press('Control+z');
      states.push(await finder.search.inputValue());
    }
    expect(states).toContain('trauma');
    expect(states.at(-1)).toBe('');
    await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
    for (let step = 0; step < 12 && await finder.search.inputValue() !== 'yoga trauma'; step++) await page.keyboard.press('Control+Shift+z');
    await expect(finder.search).toHaveValue('yoga trauma');
  });

  test(`the mouse selects in the field: by dragging, a word by two clicks, all by three (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.search.fill('trauma center');
    const box = await finder.search.boundingBox(), y = box.y + box.height / 2;
    await page.mouse.move(box.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, y, { steps: 4 });
    await page.mouse.up();
    expect(await selection(finder)).toBe('trauma center');
    await page.mouse.click(box.x + 400, y);
    expect(await selection(finder)).toBe('');
    await page.waitForTimeout(600);
    await page.mouse.dblclick(box.x + 20, y);
    expect((await selection(finder)).trim()).toBe('trauma');
    await page.waitForTimeout(600);
    await page.mouse.click(box.x + 20, y, { clickCount: 3 });
    expect(await selection(finder)).toBe('trauma center');
    await page.keyboard.type('yoga');   // takes the place of what is selected
    await expect(finder.search).toHaveValue('yoga');
  });

  test(`the keyboard selects in the field, and caret and selection stay when results change (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.search.focus();
    await page.keyboard.type('trauma center');
    await page.keyboard.press('Control+a');
    expect(await selection(finder)).toBe('trauma center');
    await page.keyboard.press('End');
    for (let letter = 0; letter < 6; letter++) await page.keyboard.press('Shift+ArrowLeft');
    expect(await selection(finder)).toBe('center');
    const before = await finder.total();
    // The results change while the selection is there: another size of the window, and a tick that keeps focus here.
    await page.setViewportSize(phone);
    await expect(page.getByRole('button', { name: /^Filters/ })).toBeVisible();
    await page.setViewportSize(wide);
    await expect(finder.option(/^Trauma,/)).toBeVisible();
    await finder.option(/^Medi-Cal/).evaluate((box) => box.click());
    await expect.poll(() => finder.total()).not.toBe(before);
    expect(await selection(finder)).toBe('center');
    await expect(finder.search).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(finder.search).toHaveValue('trauma ');
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    expect(await caret(finder)).toEqual([1, 1]);
  });

  test(`dictation and autofill, which put in whole words at once, are heard (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await finder.search.focus();
    await page.keyboard.insertText('san carlos');
    await expect(finder.card('Edgewood Intensive Outpatient Program').first()).toBeVisible();
    await page.keyboard.insertText(' edgewood');
    await expect(finder.search).toHaveValue('san carlos edgewood');
    await expect(finder.cards.first()).toBeVisible();
    // As a password manager or a speech program does it: the value set from outside, then an event.
    await finder.search.evaluate((input) => { input.value = 'yoga'; input.dispatchEvent(new Event('input', { bubbles: true })); });
    await expect(page).toHaveURL(/#q=yoga$/);
  });

  test(`the field's letters have at least 16 px, so that no phone zooms in on it (${view})`, async ({ finder, page }) => {
    for (const size of [wide, { width: 900, height: 700 }, { width: 899, height: 700 }, { width: 600, height: 700 }, phone, smallPhone, { width: 844, height: 390 }]) {
      await page.setViewportSize(size);
      await finder.open('', { view });
      expect(await finder.search.evaluate((input) => parseFloat(getComputedStyle(input).fontSize)), `${size.width}`).toBeGreaterThanOrEqual(16);
    }
  });
}

test('a phone shows its search keyboard, without capitals or corrections', async ({ finder }) => {
  await finder.open();
  await expect(finder.search).toHaveAttribute('type', 'search');
  await expect(finder.search).toHaveAttribute('enterkeyhint', 'search');
  await expect(finder.search).toHaveAttribute('autocapitalize', 'none');
  expect(await finder.search.evaluate((input) => [input.inputMode, input.form?.getAttribute('role')])).toEqual(['', 'search']);   // the type says which keyboard; a form gives it its key
});

test.describe('with a finger', () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });
  for (const view of views) {
    test(`the keyboard's search key closes it and stays on the page, with the results in sight (${view})`, async ({ finder, page }) => {
      await finder.open('', { view });
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      await finder.search.tap();
      await expect(finder.search).toBeFocused();
      await page.keyboard.type('edgewood');
      const url = await page.evaluate(() => location.pathname);
      await page.keyboard.press('Enter');
      await expect(finder.search).not.toBeFocused();
      await expect(finder.search).toHaveValue('edgewood');
      expect(await page.evaluate(() => location.pathname + location.search)).toBe(url);
      await expect(finder.cards.first()).toBeInViewport();
    });
  }
});

test('with a mouse, Enter keeps focus in the field', async ({ finder, page }) => {
  await finder.open();
  await finder.search.fill('edgewood');
  await page.keyboard.press('Enter');
  await expect(finder.search).toBeFocused();
  expect(await page.evaluate(() => location.search)).toBe('');
});
