// Firefox, driven by WebDriver BiDi, which it speaks itself: https://w3c.github.io/webdriver-bidi/
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { makeHome, start } from './processes.mjs';
import { inPage, pressing, typing } from './protocol.mjs';

const ANSWER_WITHIN = 30_000;   // ms

export class Firefox {
  #socket; #end; #context; #last = 0; #waiting = new Map(); #complaints = [];

  /** `screen` null: without any screen, and so without WebGL. `prefs`: settings of about:config. */
  static async launch({ screen, prefs = {} }) {
    const home = makeHome();
    writeFileSync(join(home.path, 'user.js'), Object.entries(prefs).map((pref) => `user_pref(${pref.map((part) => JSON.stringify(part)).join(', ')});\n`).join(''));
    const browser = await start(process.env.FIREFOX ?? 'firefox-esr', ['--no-remote', '--profile', home.path, '--remote-debugging-port=0', ...(screen ? [] : ['--headless'])],
      { env: { ...screen?.env, HOME: home.path, MOZ_CRASHREPORTER_DISABLE: '1' }, ready: /WebDriver BiDi listening on (ws:\S+)/ });
    const end = async () => { await browser.end(); home.remove(); };
    try {
      const socket = new WebSocket(`${browser.match[1]}/session`);
      await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
      const self = new Firefox(socket, end);
      await self.#begin();
      return self;
    } catch (error) {
      await end();
      throw error;
    }
  }

  constructor(socket, end) {
    this.#socket = socket; this.#end = end;
    socket.on('message', (data) => this.#onMessage(JSON.parse(data)));
    socket.on('close', () => { for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone')); });
  }

  async close() { this.#socket.close(); await this.#end(); }

  async #begin() {
    await this.#call('session.new', { capabilities: {} });
    await this.#call('session.subscribe', { events: ['log.entryAdded'] });
    // A tab of our own: the first one is the browser's, and never gets the keyboard's focus.
    this.#context = (await this.#call('browsingContext.create', { type: 'tab' })).context;
  }

  #call(method, params) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Firefox does not answer ${JSON.stringify({ method, params })}`)), ANSWER_WITHIN);
      const settle = (done) => (value) => { clearTimeout(late); done(value); };
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
  #here(method, params = {}) { return this.#call(method, { context: this.#context, ...params }); }

  #onMessage({ id, type, result, error, message, method, params }) {
    if (method === 'log.entryAdded' && ['warn', 'error'].includes(params.level)) this.#complaints.push(params.text);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === 'success') waiting?.resolve(result);
    else waiting?.reject(new Error(`${error}: ${message}`));
  }

  /** Warnings and errors of the console since the last call. */
  async complaints() { return this.#complaints.splice(0); }

  async open(url) { await this.#here('browsingContext.navigate', { url, wait: 'complete' }); }
  async back() { await this.#here('browsingContext.traverseHistory', { delta: -1 }); }
  async resize(viewport, scale = 1) { await this.#here('browsingContext.setViewport', { viewport, devicePixelRatio: scale }); }

  /** The elements that assistive technology is told have that role and name. */
  async find(role, name) {
    const { nodes } = await this.#here('browsingContext.locateNodes', { locator: { type: 'accessibility', value: { role, name } } });
    return nodes.map(({ sharedId }) => ({ sharedId }));
  }

  async evaluate(work, ...values) {
    const { type, result, exceptionDetails } = await this.#call('script.callFunction', { functionDeclaration: inPage(work), awaitPromise: true, target: { context: this.#context },
      arguments: values.map((value) => (value?.sharedId ? value : { type: 'string', value: JSON.stringify(value) })) });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  async click(element) {
    await this.evaluate((target) => target.scrollIntoView({ block: 'center', behavior: 'instant' }), element);
    await this.#act([{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }]);
  }
  async press(keys) { await this.#act(pressing(keys)); }
  async type(text) { await this.#act(typing(text)); }
  async #act(actions) { await this.#here('input.performActions', { actions }); }

  async screenshot() { return Buffer.from((await this.#here('browsingContext.captureScreenshot')).data, 'base64'); }
  /** The page on paper, as a PDF. */
  async print() { return Buffer.from((await this.#here('browsingContext.print', { background: true })).data, 'base64'); }
}
