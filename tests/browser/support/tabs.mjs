// A browser whose tabs are in front or behind one another. Playwright keeps all its pages in sight, so this speaks to the browser itself.
import { spawn } from 'node:child_process';
import { test } from '@playwright/test';
import WebSocket from 'ws';
import { address, launchOptions } from './browser.mjs';

class Tab {
  #send; #target;
  complaints = [];
  constructor(send, target) { this.#send = send; this.#target = target; }
  run(expression) {
    return this.#send('Runtime.evaluate', { expression: `(async () => ${expression})()`, awaitPromise: true, returnByValue: true }, this.#target.sessionId)
      .then(({ result, exceptionDetails }) => { if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text); return result.value; });
  }
  bringToFront() { return this.#send('Target.activateTarget', { targetId: this.#target.targetId }); }
}

/** `use(open)`: open(fragment) gives a tab of the page, in front of those before it. */
export async function withTabs(use) {
  const profile = test.info().outputPath('profile'), { executablePath, args } = launchOptions();
  const browser = spawn(executablePath, [...args, '--headless=new', '--window-size=1280,900', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => browser.on('exit', resolve));
  let close = () => browser.kill();
  try {
    const url = await new Promise((resolve) => browser.stderr.on('data', (text) => { const found = /ws:\/\/\S+/.exec(text); if (found) resolve(found[0]); }));
    const socket = new WebSocket(url), waiting = new Map(), tabs = new Map();
    await new Promise((resolve) => socket.on('open', resolve));
    let last = 0;
    const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
      waiting.set(++last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });
    close = () => { void send('Browser.close').catch(() => {}); };
    socket.on('message', (text) => {
      const message = JSON.parse(text);
      if (message.id) return waiting.get(message.id)?.(message);
      const { method, params, sessionId } = message, tab = tabs.get(sessionId);
      if (method === 'Runtime.exceptionThrown') tab.complaints.push(params.exceptionDetails.text);
      if (method === 'Runtime.consoleAPICalled' && ['error', 'warning'].includes(params.type)) tab.complaints.push(params.args.map(({ value, description }) => value ?? description).join(' '));
    });
    await use(async (fragment = '') => {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const tab = new Tab(send, { targetId, sessionId });
      tabs.set(sessionId, tab);
      await send('Runtime.enable', {}, sessionId);
      await send('Page.navigate', { url: fragment === null ? 'about:blank' : `${address}${fragment}` }, sessionId);
      return tab;
    });
  } finally {
    close();
    await ended;
  }
}
