// How long a person waits, in Chromium, cold: from navigation to first words, to controls that work, to the first painted
// tile; and what a tick of a filter costs. Prints medians; decides nothing. Usage: node tests/bench/page.mjs [runs]
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../browser/support/browser.mjs';

const runs = Number(process.argv[2] ?? 5), port = 8418, address = `http://127.0.0.1:${port}/`;
const root = fileURLToPath(new URL('../..', import.meta.url));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const shown = (numbers, digits = 0) => `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)})`;

// Notes when the host becomes ready and painted, and counts frames.
function watch() {
  globalThis.noted = { frames: 0 };
  const frame = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => { globalThis.noted.frames++; return frame(callback); };
  addEventListener('DOMContentLoaded', () => {
    const host = document.querySelector('.finder');
    new MutationObserver(() => {
      for (const state of ['ready', 'painted']) if (host.classList.contains(state)) globalThis.noted[state] ??= performance.now();
    }).observe(host, { attributes: true, attributeFilter: ['class'] });
  });
}

// Ticks and unticks boxes; the time of the whole handler, and until the picture after it.
async function tick(times) {
  const boxes = [...document.querySelectorAll('.checkbox')].slice(0, times), { programFinder } = document.querySelector('.finder'), costs = [];
  for (const box of [...boxes, ...boxes]) {
    const key = programFinder.twin.keyOf(box), tiles = programFinder.stats?.tilesPainted ?? 0, { frames } = globalThis.noted, start = performance.now();
    programFinder.twin.elementOf(key).click();
    const handler = performance.now() - start;
    await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; Promise.resolve().then(() => setTimeout(() => channel.port2.postMessage(0))); });
    costs.push({ handler, settled: performance.now() - start, tiles: (programFinder.stats?.tilesPainted ?? 0) - tiles, frames: globalThis.noted.frames - frames });
  }
  return costs;
}

async function measure(viewport, { args, done }) {
  const browser = await chromium.launch(launchOptions({ args }));   // a fresh profile each time: nothing is cached
  try {
    const page = await browser.newPage({ viewport });
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForSelector(done);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const noted = await page.evaluate(() => ({ ...globalThis.noted, words: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      bytes: performance.getEntriesByType('resource').length + 1 }));
    return { ...noted, costs: viewport.width > 900 ? await page.evaluate(tick, 8) : [] };
  } finally {
    await browser.close();
  }
}

const server = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', `${root}dist`, String(port)], { stdio: 'ignore' });
try {
  for (let tries = 0; tries < 50; tries++) {
    try { await fetch(address); break; } catch { await new Promise((done) => setTimeout(done, 100)); }
  }
  const painted = { name: 'painted', done: '.finder.painted' }, plain = { name: 'without WebAssembly and without a compiler for JavaScript', args: ['--js-flags=--jitless'], done: '.finder.ready' };
  for (const [viewport, how] of [[{ width: 1280, height: 800 }, painted], [{ width: 390, height: 844 }, painted], [{ width: 1280, height: 800 }, plain]]) {
    const measured = [];
    for (let run = 0; run < runs; run++) measured.push(await measure(viewport, how));
    const of = (name) => measured.map((one) => one[name]), costs = measured.flatMap((one) => one.costs);
    console.log(`${viewport.width} x ${viewport.height}, ${how.name}, ${runs} cold runs, median (range):`);
    console.log(`  first words ${shown(of('words'))} ms, controls work ${shown(of('ready'))} ms, ${how === painted ? `first tiles painted ${shown(of('painted'))} ms, ` : ''}${of('bytes')[0]} requests`);
    if (costs.length) {
      const cost = (name) => costs.map((one) => one[name]);
      console.log(`  a tick: handler with painting, if any, ${shown(cost('handler'), 1)} ms, ${shown(cost('tiles'))} tiles, ${shown(cost('frames'))} frames asked for`);
    }
  }
} finally {
  server.kill();
  await once(server, 'exit');
}
