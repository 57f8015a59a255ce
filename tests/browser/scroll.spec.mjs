// The browser scrolls: by wheel, finger, scroll bar and keys, to what was found or has focus; and where this page ends,
// the page around it scrolls on.
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { address, launchOptions } from './support/browser.mjs';
import { data, expect, Finder, phone, test, wide } from './support/finder.mjs';

const views = ['painted', 'page'];
const top = (page) => page.evaluate(() => Math.round(scrollY));
const bottom = (page) => page.evaluate(() => Math.round(document.documentElement.scrollHeight - innerHeight));
const last = data.programs.map(({ name }) => name).sort((a, b) => a.localeCompare(b)).at(-1);

// A picture stands behind every part of the screen, wherever the page was scrolled to.
async function expectPainted(finder) {
  await expect.poll(() => finder.page.evaluate(() => {
    const tiles = [...document.querySelectorAll('.tiles canvas')].filter(({ width }) => width > 0).map((canvas) => canvas.getBoundingClientRect());
    const host = document.querySelector('.finder').getBoundingClientRect();
    return [1, innerHeight / 2, innerHeight - 1].filter((y) => y > host.top && y < host.bottom).every((y) => tiles.some((tile) => tile.top <= y && tile.bottom >= y));
  })).toBe(true);
}

for (const view of views) {
  test(`the wheel scrolls the page wherever the pointer is (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    for (const place of [finder.search, finder.option(/^Adults,/), finder.cards.first(), finder.cards.first().getByRole('link', { name: /^Website/ }), page.getByRole('heading', { level: 1 })]) {
      await page.evaluate(() => scrollTo(0, 0));
      await place.hover();
      const before = await top(page);
      await page.mouse.wheel(0, 700);
      await expect.poll(() => top(page)).toBe(before + 700);
    }
    if (view === 'painted') await expectPainted(finder);
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  test(`Page Down, Space, arrows, Home and End scroll the page (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await page.evaluate(() => { document.activeElement.blur(); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); });   // nobody presses before there is a picture
    const press = async (key, wanted) => {
      await page.keyboard.press(key);
      await expect(async () => {
        const y = await top(page);
        await page.waitForTimeout(150);
        expect(await top(page), 'come to rest').toBe(y);
        expect(wanted(y), `${key}: at ${y}`).toBe(true);
      }).toPass({ timeout: 10_000 });
      return top(page);
    };
    const page1 = await press('PageDown', (y) => y > 500 && y < wide.height);
    const page2 = await press('Space', (y) => y > page1 + 500);
    await press('Shift+Space', (y) => y < page2 - 500);
    const lowest = await bottom(page);
    await press('End', (y) => y === lowest);
    if (view === 'painted') await expectPainted(finder);
    const end = await top(page);
    await press('PageUp', (y) => y < end - 500);
    await press('Home', (y) => y === 0);
    await press('ArrowDown', (y) => y > 20 && y < 100);
    // And with focus on a link, where Space scrolls too.
    await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').focus();
    const here = await top(page);
    await press('PageDown', (y) => y > here + 500);
  });

  test(`what is searched for in the page is found, shown and brought into sight (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await page.evaluate(() => document.activeElement.blur());
    const lowest = (await finder.cards.last().getByRole('heading', { level: 3 }).textContent()).trim();   // of this page of the list
    for (const words of [lowest, 'Also show programs that do not state it', 'Call to confirm before you go']) {
      await page.evaluate(() => { scrollTo(0, 0); getSelection().removeAllRanges(); });
      const found = await page.evaluate((words) => window.find(words), words);
      expect(found, words).toBe(true);
      const { text, seen } = await page.evaluate(() => {
        const box = getSelection().getRangeAt(0).getBoundingClientRect();
        return { text: getSelection().toString(), seen: box.top >= 0 && box.bottom <= innerHeight && box.width > 10 };
      });
      expect(text.toLowerCase()).toBe(words.toLowerCase());
      expect(seen, words).toBe(true);
    }
    if (view === 'painted') await expectPainted(finder);
  });

  test(`a focused control comes into sight, and nothing covers it or its ring (${view})`, async ({ finder, page }) => {
    test.setTimeout(180_000);
    for (const [size, screen] of [[wide, '#groups=trauma'], [phone, '#show=filters&groups=trauma']]) {
      await page.setViewportSize(size);
      await finder.open(screen, { view });
      await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
      const stops = [], covered = [];
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let at = 0; at < 90; at++) {
          await page.keyboard.press(key);
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === document.body) return null;
            const shown = element.closest('.option, .field') ?? element, box = shown.getBoundingClientRect(), name = (shown.textContent || element.className).trim();
            const { left, top, right, bottom, height } = box, within = height * 0.3, around = 4, wrong = [];   // within: corners may be round
            if (top < 0 || bottom > innerHeight) wrong.push('out of sight');
            for (const [x, y] of [[left + within, top + within], [right - within, top + within], [left + within, bottom - within], [right - within, bottom - within], [(left + right) / 2, (top + bottom) / 2]])
              if (!shown.contains(document.elementFromPoint(x, y))) wrong.push(`under ${document.elementFromPoint(x, y)?.className}`);
            // Around it stand its neighbours, but not what stays on the screen while the page scrolls.
            for (const [x, y] of [[left - around, top - around], [right + around, top - around], [left - around, bottom + around], [right + around, bottom + around]])
              if (!shown.matches('.sheet-done') && document.elementFromPoint(x, y)?.closest('.sheet-done')) wrong.push('its ring under the button');
            return { name, wrong };
          });
          if (!stop) break;
          stops.push(stop.name);
          if (stop.wrong.length) covered.push(stop);
        }
      }
      expect(covered, screen).toEqual([]);
      expect(stops.length).toBeGreaterThan(80);
    }
  });

  test(`the way past the filters brings the programs to the top of the screen (${view})`, async ({ finder, page }) => {
    await finder.open('', { view });
    await page.getByRole('link', { name: 'Skip to the programs' }).focus();
    await page.keyboard.press('Enter');
    await expect(finder.count()).toBeFocused();
    await expect(finder.count()).toBeInViewport();
    expect((await finder.count().boundingBox()).y).toBeLessThan(wide.height / 2);
    await page.evaluate(() => scrollTo(0, 5000));
    await page.getByRole('link', { name: 'Skip to the programs' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => Math.round((await finder.count().boundingBox()).y)).toBeLessThan(30);
  });
}

test('a link to words of the page brings them into sight, and a link to a choice may name them too', async ({ finder, page }) => {
  await page.goto('about:blank');
  await page.goto(`/#:~:text=${encodeURIComponent(last)}`);
  await finder.ready();
  await expect(finder.card(last).getByRole('heading', { level: 3 })).toBeInViewport();
  await page.goto('about:blank');
  await page.goto(`/#groups=trauma:~:text=${encodeURIComponent(last)}`);
  await finder.ready();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
  expect(await page.evaluate(() => location.hash)).toBe('#groups=trauma');
});

test('a real scroll bar can be dragged, and takes its room from the page', async () => {
  const browser = await chromium.launch({ ...launchOptions({ args: ['--disable-features=OverlayScrollbar'] }), ignoreDefaultArgs: ['--hide-scrollbars'] });
  try {
    const page = await browser.newPage({ viewport: wide, baseURL: address }), finder = new Finder(page);
    for (const view of views) {
      await finder.open('', { view });
      await page.evaluate(() => scrollTo(0, 0));
      const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
      expect(bar).toBeGreaterThan(5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(wide.width - bar);
      await page.mouse.move(wide.width - bar / 2, bar + 8);
      await page.mouse.down();
      await page.mouse.move(wide.width - bar / 2, wide.height / 2, { steps: 10 });
      await page.mouse.up();
      const share = await top(page) / await bottom(page);
      expect(share).toBeGreaterThan(0.35);
      expect(share).toBeLessThan(0.65);
      if (view === 'painted') await expectPainted(finder);
    }
  } finally {
    await browser.close();
  }
});

// --- What would take scrolling from the browser

test('nothing listens for the wheel or a finger in a way that could stop them, and no part scrolls by itself', async ({ finder, page }) => {
  await page.addInitScript(() => {
    globalThis.blocking = [];
    globalThis.stopped = [];
    const { addEventListener } = EventTarget.prototype, { preventDefault } = Event.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (/^(wheel|mousewheel|touch|DOMMouseScroll)/.test(type) && options?.passive !== true) blocking.push(type);
      return addEventListener.call(this, type, listener, options);
    };
    Event.prototype.preventDefault = function () { stopped.push(this.type + (this.key ?? '')); return preventDefault.call(this); };
  });
  for (const view of views) {
    for (const [size, screen] of [[wide, '#groups=trauma'], [phone, '#show=filters&groups=trauma'], [phone, '#program=edgewood-iop-san-carlos']]) {
      await page.setViewportSize(size);
      await finder.open(screen, { view });
      await page.evaluate(() => { stopped.length = 0; });
      await page.mouse.move(200, 400);
      await page.mouse.wheel(0, 300);
      for (const key of ['PageDown', 'Space', 'End', 'Home', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
      const found = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')].map((element) => [element, getComputedStyle(element)]);
        const on = ['ontouchstart', 'ontouchmove', 'onwheel', 'onmousewheel'].filter((name) => [window, document, document.body].some((target) => target[name]));
        return {
          blocking, stopped, on, all: all.length,
          taken: all.filter(([, style]) => style.touchAction !== 'auto').map(([element]) => element.className),
          kept: all.filter(([, style]) => style.overscrollBehaviorY !== 'auto').map(([element]) => element.className),
          inside: all.filter(([element, style]) => /auto|scroll/.test(style.overflowY) && element !== document.documentElement).map(([element]) => element.className),
        };
      });
      expect(found.all).toBeGreaterThan(50);
      expect({ ...found, all: 0 }, screen).toEqual({ blocking: [], stopped: [], on: [], all: 0, taken: [], kept: [], inside: [] });
    }
  }
});

// --- Fingers

test.describe('with a finger', () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });

  // Input.synthesizeScrollGesture moves no finger in this Chromium; these touches go the way of real ones.
  const swipe = async (page, { x, y }, distance) => {
    const cdp = await page.context().newCDPSession(page), touch = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    for (let moved = 20; moved <= distance; moved += 20) await touch('touchMove', { x, y: y - moved });
    await touch('touchEnd');
    await cdp.detach();
  };

  for (const view of views) {
    test(`a swipe scrolls the page, also when it begins on a link, a button or a box, and presses nothing (${view})`, async ({ finder, page }) => {
      await finder.open('', { view });
      const { hash } = new URL(page.url());
      for (const place of [finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link'), finder.cards.nth(1).getByRole('link', { name: /^Call/ }).first(), page.getByRole('button', { name: 'Filters', exact: true })]) {
        await page.evaluate(() => scrollTo(0, 0));
        await place.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        const box = await place.boundingBox(), before = await top(page);
        await swipe(page, { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }, 300);
        await expect.poll(() => top(page)).toBeGreaterThan(before + 200);
      }
      expect(new URL(page.url()).hash).toBe(hash);
      await expect(finder.cards.first()).toBeAttached();
      if (view === 'painted') await expectPainted(finder);
      await page.getByRole('button', { name: 'Filters', exact: true }).tap();
      await finder.option(/^Trauma,/).evaluate((box) => box.scrollIntoView({ block: 'center' }));
      const box = await page.locator('.option', { has: finder.option(/^Trauma,/) }).boundingBox(), before = await top(page);
      await swipe(page, { x: 150, y: Math.round(box.y + box.height / 2) }, 300);
      await expect.poll(() => top(page)).toBeGreaterThan(before + 200);
      await expect(finder.option(/^Trauma,/)).not.toBeChecked();
    });

    test(`in a frame on another site's page, a swipe at the end of ours scrolls that page on (${view})`, async ({ page }) => {
      await inFrame(page, view, async (frame) => {
        await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        const box = await page.locator('iframe').boundingBox(), from = { x: Math.round(box.x + 100), y: Math.round(box.y + 300) };
        await swipe(page, from, 150);
        await expect.poll(() => top(page)).toBeGreaterThan(100);
      });
    });
  }
});

// --- In the page of somebody else

/** A page of another site, on a port and under a name of its own, with the finder in a frame of fixed height. */
async function inFrame(page, view, use) {
  const html = `<!doctype html><title>Host</title><meta name="viewport" content="width=device-width"><body style="margin:0"><p>Before</p><iframe title="Finder" src="${address}#program=edgewood-iop-san-carlos" style="border:0;width:100%;height:500px"></iframe><p style="height:3000px">After</p>`;
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  try {
    await page.goto(`http://localhost:${server.address().port}/`);
    const inner = page.frameLocator('iframe'), host = inner.locator('.finder');
    await expect(host).toHaveClass(/\bpainted\b/);
    if (view === 'page') {
      await inner.getByRole('button', { name: 'Simple view' }).click();
      await expect(host).toHaveClass(/\bpage\b/);
      await page.evaluate(() => scrollTo(0, 0));
    }
    await use(page.frames()[1]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

for (const view of views) {
  test(`in a frame on another site's page, the wheel scrolls ours to its end and then that page on (${view})`, async ({ page }) => {
    await inFrame(page, view, async (frame) => {
      await frame.evaluate(() => scrollTo(0, 0));
      const box = await page.locator('iframe').boundingBox();
      await page.mouse.move(box.x + 300, box.y + 250);
      await page.mouse.wheel(0, 400);
      await expect.poll(() => frame.evaluate(() => scrollY)).toBe(400);
      expect(await top(page)).toBe(0);
      await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForTimeout(700);   // one turn of the wheel stays with what it began on
      await page.mouse.wheel(0, 300);
      await expect.poll(() => top(page)).toBe(300);
    });
  });

  test(`among the paragraphs of another page there is one scroll bar, and the wheel goes on to what follows (${view})`, async ({ finder, page }) => {
    await page.route((url) => url.pathname === '/', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('<body>', '<body><p class="before">Before</p>').replace('</body>', '<p class="after">After</p></body>');
      await route.fulfill({ response: answer, body });
    });
    await page.addInitScript(() => addEventListener('DOMContentLoaded', () => { for (const p of document.querySelectorAll('.before, .after')) p.style.height = '900px'; }));
    await finder.open('#program=edgewood-iop-san-carlos', { view });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(600, 400);
    for (let turned = 0; turned < height; turned += 900) { await page.mouse.wheel(0, 900); await page.waitForTimeout(60); }
    await expect(page.locator('.after')).toBeInViewport();
    await expect.poll(async () => Math.abs(await top(page) - await bottom(page))).toBeLessThan(2);
    // A new screen begins at the top of the finder, not of the page around it.
    await page.evaluate(() => scrollTo(0, 1500));
    await page.getByRole('link', { name: /^← Back/ }).evaluate((link) => link.click());
    await expect(finder.count()).toBeVisible();
    await expect.poll(() => top(page)).toBeGreaterThan(800);
    await expect.poll(() => top(page)).toBeLessThan(1100);
    if (view === 'painted') await expectPainted(finder);
  });
}
