// The page as a person has it, in whatever browser: what is opened, pressed and read, by role and name as the browser itself tells them.
import { test as base, expect } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { disagreements } from '../../browser/support/agreement.mjs';
import { Firefox } from './firefox.mjs';
import { startScreen } from './processes.mjs';
import { serveSite } from './site.mjs';
import { WebKit } from './webkit.mjs';

export { expect };

export const data = JSON.parse(readFileSync(new URL('../../../data/programs.json', import.meta.url), 'utf8'));
export const wide = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };   // WebKitGTK's window stays wider; see support/webkit.mjs

const pictures = new URL('../../../build/screenshots/engines/', import.meta.url);
const A_GLANCE = 300;   // ms
const TOLERANCE = 1.5;   // css px; the measure of other engines is their own

export class Finder {
  #browser; #site; #name;

  constructor(browser, site, name) { this.#browser = browser; this.#site = site; this.#name = name; }

  get browser() { return this.#browser; }
  get address() { return this.#site.address; }

  /** `view`: "painted" waits for the picture; "simple" asks for page view; "page" waits until it is there of itself. */
  async open(fragment = '', { view = 'painted', size = wide, scale } = {}) {
    await this.#browser.open('about:blank');   // another fragment alone would not load the page anew
    await this.#browser.resize(size, scale);   // and a page that is being laid out anew is not to be left at once
    await this.#browser.open(`${this.#site.address}/${this.#browser instanceof WebKit ? 'heard.html' : ''}${fragment}`);
    await this.becomes(view === 'page' ? 'page' : 'painted');
    if (view === 'simple') await this.showSimply();
  }
  async becomes(view) { await expect.poll(() => this.evaluate(() => [...document.querySelector('.finder').classList])).toEqual(expect.arrayContaining(['ready', view])); }
  async showSimply() {
    await this.click('button', 'Simple view');
    await this.becomes('page');
  }

  evaluate(work, ...values) { return this.#browser.evaluate(work, ...values); }

  /** The one element with that role and name; waits for it. */
  async find(role, name) {
    let found = [];
    await expect.poll(async () => { found = await this.#browser.find(role, name); return found.length; }, `${role} "${name}"`).toBe(1);
    return found[0];
  }
  /** And is as quick as a person: the document follows the picture. */
  async click(role, name) {
    await this.#browser.click(await this.find(role, name));
    await pause(A_GLANCE);
  }
  /** Whether the checkbox of that name is ticked. */
  async ticked(name) { return this.evaluate((box) => box.checked, await this.find('checkbox', name)); }

  status() { return this.evaluate(() => document.querySelector('[role=status]').textContent.trim()); }
  /** What every card says, in the order of the list. */
  cards() { return this.evaluate(() => [...document.querySelectorAll('.card')].map((card) => card.textContent.replace(/\s+/g, ' '))); }
  /** The text of what has focus. */
  focused() { return this.evaluate(() => (document.activeElement.labels?.[0] ?? document.activeElement).textContent.replace(/\s+/g, ' ').trim()); }

  async expectAgreement() {
    const { wrong, texts, controls } = await this.evaluate(disagreements, TOLERANCE);
    expect(wrong).toEqual([]);
    expect(texts).toBeGreaterThan(10);
    expect(controls).toBeGreaterThan(4);
  }

  /** For people to look at, in build/screenshots/engines/. */
  async picture(name) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(new URL(`${this.#name} ${name}.png`, pictures), await this.#browser.screenshot());
  }

  /** Paths asked of our server, and addresses of others, since the page was asked for. */
  async requests() {
    const elsewhere = await this.evaluate((address) => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(address) && !name.startsWith('data:')), this.#site.address);
    return [...this.#site.requests, ...elsewhere];
  }
}

const engines = { Firefox, WebKitGTK: WebKit };

export const test = base.extend({
  screen: [async ({}, use) => {
    const screen = await startScreen();
    try { await use(screen); } finally { await screen.end(); }
  }, { scope: 'worker' }],
  site: [async ({}, use) => {
    const site = await serveSite();
    try { await use(site); } finally { await site.close(); }
  }, { scope: 'worker' }],
  browser: [async ({ screen }, use, { project }) => {
    const browser = await engines[project.name].launch({ screen });
    try { await use(browser); } finally { await browser.close(); }
  }, { scope: 'worker' }],
  finder: async ({ browser, site }, use, { project }) => {
    const finder = new Finder(browser, site, project.name);
    await browser.complaints();
    await use(finder);
    expect(await browser.complaints(), 'said on the console').toEqual([]);
  },
  /** Another browser than the one that the tests share: own({ ... }, use) starts it, with a finder in it, and ends it. */
  own: async ({ screen, site }, use, { project }) => {
    await use(async (options, work) => {
      const browser = await engines[project.name].launch({ screen, ...options });
      try {
        await work(new Finder(browser, site, project.name));
        expect(await browser.complaints(), 'said on the console').toEqual([]);
      } finally { await browser.close(); }
    });
  },
});
