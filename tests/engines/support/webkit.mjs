// WebKitGTK's MiniBrowser, driven by WebDriver over HTTP: https://www.w3.org/TR/webdriver2/
// Debian's speaks no BiDi, prints no PDF, and tells nobody what was said on the console: support/site.mjs listens there.
import { createServer } from 'node:net';
import { makeHome, start } from './processes.mjs';
import { inPage, pressing, spoken, typing } from './protocol.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';   // how the protocol marks an element

// Which elements may have a role; the browser is then asked whether one has it.
const MAY_BE = { button: 'button', checkbox: 'input', complementary: 'aside', group: 'fieldset, [role=group]', heading: 'h1, h2, h3, h4', link: 'a[href]', list: 'ul, ol', main: 'main',
  search: 'form, search', searchbox: 'input' };

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class WebKit {
  #address; #end; #session;

  /** `scale`: device px per css px, as the screen has it. `args`: settings of WebKit, such as --enable-webgl=false. */
  static async launch({ screen, scale = 1, args = [] }) {
    const home = makeHome(), port = await freePort(), address = `http://127.0.0.1:${port}`;
    const ready = () => fetch(`${address}/status`).then((answer) => answer.ok, () => false);
    const driver = await start('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], { env: { ...screen.env, HOME: home.path, GDK_SCALE: String(scale) }, ready });
    const self = new WebKit(address, async () => { await driver.end(); home.remove(); });
    try {
      await self.#begin(args);
      return self;
    } catch (error) {
      await self.#end();
      throw error;
    }
  }

  constructor(address, end) { this.#address = address; this.#end = end; }

  async close() {
    try { await this.#call('DELETE', ''); } finally { await this.#end(); }
  }

  async #begin(args) {
    const { sessionId } = await this.#ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation', ...args] } } } });
    this.#session = `/session/${sessionId}`;
  }

  #call(method, path, body) { return this.#ask(method, `${this.#session}${path}`, body); }
  async #ask(method, path, body) {
    const answer = await fetch(`${this.#address}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
    return value;
  }

  /** What went wrong in the page since the last call; support/site.mjs collects it. */
  async complaints() { return this.evaluate(() => globalThis.complaints?.splice(0) ?? []); }

  async open(url) { await this.#call('POST', '/url', { url }); }
  async back() { await this.#call('POST', '/back', {}); }

  /** The window is as much larger as its tool bar takes; that bar also keeps it from being narrower than 447 px. */
  async resize({ width: wanted, height }) {
    const width = Math.max(wanted, 450);
    for (let tries = 0; tries < 20; tries++) {
      const now = await this.evaluate(() => ({ width: innerWidth, height: innerHeight, outer: [outerWidth, outerHeight] }));
      if (now.width === width && now.height === height) return;
      await this.#call('POST', '/window/rect', { width: now.outer[0] + width - now.width, height: now.outer[1] + height - now.height });
      await this.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 100); }));
    }
    throw new Error(`the window cannot be ${width} x ${height}`);
  }

  /** The elements that assistive technology is told have that role and name. */
  async find(role, name) {
    const [first] = name.split(/\W/), found = [];
    const candidates = await this.#execute(`return [...document.querySelectorAll(${JSON.stringify(MAY_BE[role])})]
      .filter((element) => [element, ...(element.labels ?? [])].some((part) => (part.textContent + part.ariaLabel).includes(${JSON.stringify(first)})) || element.hasAttribute('aria-labelledby'))`);
    for (const candidate of candidates) {
      const path = `/element/${candidate[ELEMENT]}`, isField = await this.#call('GET', `${path}/attribute/placeholder`) !== null;
      const label = spoken(await this.#call('GET', `${path}/computedlabel`));   // WebKit puts a field's value or placeholder after its name
      if ((isField ? label.startsWith(name) : label === name) && await this.#call('GET', `${path}/computedrole`) === role) found.push(candidate);
    }
    return found;
  }

  async evaluate(work, ...values) {
    return JSON.parse(await this.#execute(`return (${inPage(work)})(...arguments)`, values.map((value) => (value?.[ELEMENT] ? value : JSON.stringify(value)))));
  }
  #execute(script, args = []) { return this.#call('POST', '/execute/sync', { script, args }); }

  async click(element) { await this.#call('POST', `/element/${element[ELEMENT]}/click`, {}); }
  async press(keys) { await this.#call('POST', '/actions', { actions: pressing(keys) }); }
  async type(text) { await this.#call('POST', '/actions', { actions: typing(text) }); }

  async screenshot() { return Buffer.from(await this.#call('GET', '/screenshot'), 'base64'); }
}
