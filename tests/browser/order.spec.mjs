// One order for everybody: what is read aloud, where Tab goes, and what stands below what on the screen.
import { createServer } from 'node:http';
import { address } from './support/browser.mjs';
import { expect, phone, smallPhone, test, wide } from './support/finder.mjs';

const screens = { list: '#groups=trauma&not-stated=1', nothing: '#q=zzzz&groups=trauma', program: '#program=edgewood-iop-san-carlos', about: '#page=about', filters: '#show=filters' };

/** Texts in the order of the document that stand above, or in one row left of, the one that comes before them. */
function misplaced() {
  const columns = ['.filters', '.contact', '.detail-text', '.footer', '.crisis', '.header', '.main'];   // stand side by side
  const texts = [...document.querySelectorAll('.twin .text')].filter((text) => text.textContent.trim() && !text.closest('.skip, .sheet-done, .field-name'));
  const wrong = [], last = new Map();
  for (const text of texts) {
    const column = columns.find((name) => text.closest(name)), box = text.getBoundingClientRect(), before = last.get(column);
    last.set(column, { box, words: text.textContent });
    if (!before) continue;
    const isAbove = box.bottom <= before.box.top + 1, isLeftInRow = box.top < before.box.bottom - 2 && before.box.top < box.bottom - 2 && box.left < before.box.left - 1;
    if (isAbove || isLeftInRow) wrong.push(`"${text.textContent}" after "${before.words}"`);
  }
  return { wrong, read: texts.length };
}

for (const [size, viewport] of Object.entries({ wide, phone, 'small phone': smallPhone })) {
  for (const view of ['painted', 'page']) {
    test(`what is read next stands below or to the right (${size}, ${view})`, async ({ finder, page }) => {
      await page.setViewportSize(viewport);
      for (const fragment of Object.values(screens)) {
        await finder.open(fragment, { view });
        const { wrong, read } = await page.evaluate(misplaced);
        expect(wrong, fragment).toEqual([]);
        expect(read).toBeGreaterThan(15);
      }
    });

    test(`Tab goes through the controls in the order in which they are read, and back (${size}, ${view})`, async ({ finder, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize(viewport);
      const cdp = await page.context().newCDPSession(page);
      for (const fragment of ['#q=edgewood', screens.program]) {
        await finder.open(fragment, { view });
        await page.evaluate(() => document.activeElement.blur());
        const { nodes } = await cdp.send('Accessibility.getFullAXTree');
        const known = new Map(nodes.map((node) => [node.nodeId, node])), read = [];
        const visit = (node) => {
          if (['link', 'button', 'checkbox', 'searchbox', 'radio'].includes(node.role?.value) && !node.ignored) read.push(node.name.value.replace(/\s+/g, ' ').replace(/ (?=[,:] )/g, '').trim());   // a pause may stand apart
          for (const id of node.childIds ?? []) if (known.has(id)) visit(known.get(id));
        };
        visit(nodes.find(({ parentId }) => parentId === undefined));
        const here = () => page.evaluate(() => {
          const element = document.activeElement;
          return element === document.body ? null : (element.labels?.[0] ?? element).textContent.replace(/\s+/g, ' ').trim();
        });
        await page.getByRole('link', { name: 'Call 988' }).focus();
        const forth = [await here()], back = [];
        for (let steps = 0; steps < 200; steps++) { await page.keyboard.press('Tab'); const name = await here(); if (name === null) break; forth.push(name); }
        // Backwards there is no pause at the browser's own controls here: as many steps as there are controls.
        for (let steps = 0; steps < read.length; steps++) { await page.keyboard.press('Shift+Tab'); back.push(await here()); }
        expect(forth.length).toBeGreaterThan(8);
        expect(forth).toEqual(read);
        expect(back.reverse()).toEqual(read);
      }
    });
  }
}

test('in somebody else\'s page Tab comes into the finder and leaves it, both ways, and so it does from the filter sheet', async ({ page }) => {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<!doctype html><title>Host</title><a href="#before">Before</a>
    <iframe title="Finder" src="${address}#page=about" style="width:360px;height:600px"></iframe><a href="#after">After</a>`));
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  try {
    await page.goto(`http://localhost:${server.address().port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('.finder')).toHaveClass(/\bready\b/);
    const inside = () => page.evaluate(() => document.activeElement.localName === 'iframe');
    for (const [from, key, to] of [['Before', 'Tab', 'After'], ['After', 'Shift+Tab', 'Before']]) {
      await page.getByRole('link', { name: from }).focus();
      await page.keyboard.press(key);
      expect(await inside()).toBe(true);
      let steps = 0;
      while (await inside() && steps++ < 60) await page.keyboard.press(key);
      await expect(page.getByRole('link', { name: to })).toBeFocused();
      expect(steps).toBeGreaterThan(5);
    }
  } finally {
    server.close();
  }
});
