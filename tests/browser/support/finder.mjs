// The page as a person has it: what is opened, pressed and read, by role and name.
import { test as base, expect, chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { launchOptions } from './browser.mjs';
import { settle } from './settle.mjs';

export { expect };

export const data = JSON.parse(readFileSync(new URL('../../../data/programs.json', import.meta.url), 'utf8'));
export const phone = { width: 390, height: 844 };
export const smallPhone = { width: 320, height: 640 };
/** What a device asks for, by the theme that it then gets. */
export const wishes = { light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' }, 'contrast-dark': { contrast: 'more', colorScheme: 'dark' } };
export const wide = { width: 1280, height: 800 };

/** How many programs a page of the list shows when `total` are found. */
export const onAPage = (total) => Math.min(total, 20);

/** "+16505551234" as people write it. */
export const spoken = (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');

export class Finder {
  constructor(page) {
    this.page = page;
    this.host = page.locator('.finder');
    this.main = page.getByRole('main');
    this.search = page.getByRole('searchbox', { name: 'Search' });
    this.status = page.getByRole('status');
    this.chooser = page.getByRole('button', { name: 'Text and colors' });   // shows the choices of how the page looks
    this.cards = page.getByRole('list', { name: 'Programs', exact: true }).getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  }

  /** `view`: "painted" waits for the picture, "page" switches to the simple view. */
  async open(fragment = '', { view = 'painted' } = {}) {
    await this.page.goto('about:blank');   // another fragment alone would not load the page anew
    await this.page.goto(`/${fragment}`);
    await this.ready();
    if (view !== 'page') return this;
    const inSheet = await this.page.getByRole('dialog').count() > 0;   // where nothing else is to be pressed
    if (inSheet) await this.page.getByRole('button', { name: 'Close the filters' }).click();
    await this.showSimply();
    if (inSheet) await this.page.getByRole('button', { name: /^Filters/ }).click();
    await this.settle();
    return this;
  }
  async ready() { await expect(this.host).toHaveClass(/\bpainted\b/); }
  async showSimply() {
    await this.page.getByRole('button', { name: 'Simple view' }).click();
    await expect(this.host).toHaveClass(/\bpage\b/);
  }

  /** Another language: [words, vocabulary], each as its file holds it. Gives every error, a line each. */
  speak(language) {
    return this.host.evaluate((host, texts) => host.programFinder.loadLanguage(...texts), language.map((document) => JSON.stringify(document)));
  }

  /** A style sheet of the person's own, beside the page's policy, as an extension brings it. */
  async wear(sheet) {
    await this.page.evaluate((text) => {
      const own = new CSSStyleSheet();
      own.replaceSync(text);
      document.adoptedStyleSheets = [own];
    }, sheet);
  }

  count() { return this.page.getByRole('heading', { level: 2, name: /^\d+ programs?$/ }); }
  async total() {
    await this.settle();
    return Number((await this.count().textContent()).match(/\d+/)[0]);
  }
  option(name) { return this.page.getByRole('checkbox', { name }); }
  card(name) { return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { level: 3, name }) }); }
  async tick(name) { await this.option(name).check(); await this.settle(); }

  settle() { return settle(this.page); }

  /** Long lists are folded; this shows all their options. */
  async unfold() {
    const more = this.page.getByRole('button', { name: /^Show \d+ more: / });
    while (await more.count() > 0) {
      await more.first().click();
      await this.settle();
    }
  }

  /** How many programs the option `name` says there are. */
  async countOf(name) {
    await this.settle();
    const label = await this.option(name).evaluate((box) => box.labels[0].textContent);
    return Number(label.match(/,\s*(\d+)\s+program/)[1]);
  }

  /** Everything that the tests may not see happen without being told. */
  watch() {
    const seen = { requests: [], complaints: [] };
    this.page.on('request', (request) => seen.requests.push(request.url()));
    this.page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text()); });
    this.page.on('pageerror', (error) => seen.complaints.push(error.message));
    return seen;
  }
}

/** A page of its own browser, on a screen of that scale. `use` also gets a function that gives the page another size. */
export async function withScreen({ scale, viewport = wide, args, keepsPages, ...context }, use) {
  const browser = await chromium.launch(launchOptions({ scale, args, keepsPages }));
  try {
    // Playwright's viewports have a scale of their own; a size without one keeps the screen's.
    const page = await browser.newPage({ viewport: null, baseURL: base.info().project.use.baseURL, ...context });
    const cdp = await page.context().newCDPSession(page);
    const resize = (size) => cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 0, mobile: false });
    await resize(viewport);
    await use(new Finder(page), page, resize);
  } finally {
    await browser.close();
  }
}

export const test = base.extend({
  finder: async ({ page }, use) => {
    const finder = new Finder(page), seen = finder.watch();
    finder.expectedComplaints = [];   // patterns; anything else said on the console fails the test
    await use(finder);
    const surprises = seen.complaints.filter((text) => !finder.expectedComplaints.some((pattern) => pattern.test(text)));
    expect(surprises, 'said on the console').toEqual([]);
  },
});
