// How long after a press or a letter its picture is on the screen, on a processor slowed down to a quarter: in both views,
// wide and on a phone, with the real programs and with 20,000; and how long until what comes of it was painted,
// and until the document says it too. Chromium's own
// Event Timing says the first (in steps of 8 ms, what is quicker than 16 ms counts as 16), mutations the second, a trace when
// the page had done its part of the picture, and where the time went. Prints medians and worst; decides nothing.
// Without a graphics card, `own` is what a person on such a machine has: a browser with a window that draws as it likes, and
// the view that the finder chose. `painted` and `page` are views asked for in a browser whose WebGL and picture SwiftShader
// draws on the same processors as a card would: `painted` is an upper bound of what it takes with a card.
// Usage: [xvfb-run -a] node tests/bench/input.mjs [--data real,many] [--size wide,phone] [--view own,painted,page]
//        [--what tick,type,turn,open] [--times 15] [--slower 4] [--dist dist] [--port 8418] [--profile FILE]   (a .cpuprofile
//        of all that was asked for). `own` needs a display.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchOptions } from '../browser/support/browser.mjs';
import { manyPrograms } from '../browser/support/many.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const option = (value) => ({ type: 'string', default: value });
const { values: asked } = parseArgs({ options: { data: option('real,many'), size: option('wide,phone'), view: option(process.env.DISPLAY ? 'own,painted,page' : 'painted,page'), what: option('tick,type,turn,open'),
  times: option('15'), slower: option('4'), dist: option(`${root}dist`), port: option('8418'), profile: option('') } });
const address = `http://127.0.0.1:${asked.port}/`, times = Number(asked.times), slower = Number(asked.slower);
const viewports = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const programs = readFileSync(`${root}data/programs.json`, 'utf8');
const many = asked.data.includes('many') ? manyPrograms(JSON.parse(programs), 20_000) : '';

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const settle = (page) => page.waitForTimeout(350);
const HELD = 60;   // ms that a finger or a mouse is down

// Makes ready to press `target` as a mouse does: Playwright's own click() looks around in the page while the clock runs.
async function press(page, target) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + Math.min(width, 200) / 2, y + height / 2);
  await settle(page);
  return () => page.mouse.click(x + Math.min(width, 200) / 2, y + height / 2, { delay: HELD });
}

// What a person does: each a function that does it once more, and says on what.
const doings = {
  async tick(page, at) {
    return press(page, page.locator('.checkbox').nth(Math.floor(at / 2) % 6));
  },
  async type(page, at) {
    await page.locator('.text-input').focus();
    return () => page.keyboard.press('trauma yoga in san mateo'.replaceAll(' ', '')[at % 18]);
  },
  async turn(page, at) {
    return press(page, page.locator('.page-link').filter({ hasText: at % 2 === 0 ? 'Next' : 'Previous' }));
  },
  async open(page, at) {
    if (await page.locator('.back').count()) { await page.goBack(); await page.locator('.card-link').first().waitFor(); }
    return press(page, page.locator('.card-link').nth(at % 3));
  },
};

// Notes every interaction, whatever it took.
function watch() {
  globalThis.interactions = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue;
      const known = globalThis.interactions.get(entry.interactionId) ?? { duration: 0, handlers: 0, delay: 0 };
      known.duration = Math.max(known.duration, entry.duration);
      known.handlers = Math.max(known.handlers, entry.processingEnd - entry.processingStart);
      known.delay = Math.max(known.delay, entry.processingStart - entry.startTime);
      globalThis.interactions.set(entry.interactionId, known);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    globalThis.told = { from: 0, at: 0, painted: 0 };
    let drawn = 0;
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...list) { drawn = performance.now(); return drawElements.apply(this, list); };
    for (const name of ['click', 'keydown']) addEventListener(name, ({ timeStamp }) => { if (!told.from) told.from = timeStamp; }, { capture: true });
    new MutationObserver(() => { told.painted ||= drawn; told.at = performance.now(); }).observe(document.querySelector('.twin'), { subtree: true, childList: true, characterData: true });
  });
}

async function open(browser, { data, size, view, what }) {
  const page = await browser.newPage({ viewport: viewports[size] });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForSelector(view === 'own' ? '.finder.ready' : '.finder.painted');
  if (view === 'own') await page.waitForTimeout(2000);   // it has chosen
  if (view === 'page') await page.getByRole('button', { name: 'Simple view' }).click();
  if (data === 'many') await page.evaluate((text) => { document.querySelector('.finder').programFinder.loadPrograms(text); }, many);
  if (what === 'tick' && size === 'phone') await page.getByRole('button', { name: /^Filters/ }).click();
  await page.waitForTimeout(500);
  return page;
}

// One doing, `times` times. The first is left out: it brings letters that were never drawn.
async function measure(page, cdp, what) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const took = [];
  for (let at = 0; at <= times; at++) {
    const act = await doings[what](page, at);
    await settle(page);
    await page.evaluate(() => { globalThis.interactions.clear(); globalThis.told.from = globalThis.told.at = globalThis.told.painted = 0; });
    await act();
    await page.waitForTimeout(200);
    await settle(page);
    const { seen, told } = await page.evaluate(() => ({ seen: [...globalThis.interactions.values()], told: globalThis.told }));
    const worst = seen.sort((a, b) => b.duration - a.duration)[0] ?? { duration: 16, handlers: 0, delay: 0 };
    if (at > 0) took.push({ ...worst, told: Math.max(0, told.at - told.from), painted: Math.max(0, told.painted - told.from) });
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return took;
}

// Where the time of the page's main thread went, by the trace's own names; and of the threads that raster.
const PARTS = { script: ['EventDispatch', 'FireIdleCallback', 'FireAnimationFrame', 'TimerFire'], style: ['UpdateLayoutTree'], layout: ['Layout'],
  prepaint: ['PrePaint'], paint: ['Paint'], layerize: ['Layerize', 'Commit', 'UpdateLayer'], raster: ['RasterTask'] };

function parts(events) {
  const sums = Object.fromEntries(Object.keys(PARTS).map((name) => [name, 0]));
  for (const { name, ph, dur } of events) {
    if (ph !== 'X' || !dur) continue;
    for (const [part, names] of Object.entries(PARTS)) if (names.includes(name)) sums[part] += dur / 1000;
  }
  return sums;
}

// When the page's own part of each picture was done: all but what a graphics card does. Of the last interactions.
function handedOver(events) {
  const worst = new Map();
  for (const { name, ph, args } of events) {
    const { interactionId, commitFinishTime, timeStamp } = args?.data ?? {};
    if (name === 'EventTiming' && ph === 'b' && interactionId && commitFinishTime) worst.set(interactionId, Math.max(worst.get(interactionId) ?? 0, commitFinishTime - timeStamp));
  }
  return [...worst.values()].slice(-times);
}

async function run(browser, wanted) {
  const page = await open(browser, wanted), cdp = await page.context().newCDPSession(page);
  if (asked.profile) { await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 }); await cdp.send('Profiler.start'); }
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  const took = await measure(page, cdp, wanted.what);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  if (asked.profile) writeFileSync(asked.profile, JSON.stringify((await cdp.send('Profiler.stop')).profile));
  const { elements, view } = await page.evaluate(() => ({ elements: document.querySelectorAll('.twin *').length, view: document.querySelector('.finder').programFinder.view }));
  await page.close();
  const of = (name) => took.map((one) => one[name]), all = parts(traceEvents), handed = handedOver(traceEvents);
  const share = Object.entries(all).map(([name, ms]) => `${name} ${(ms / (times + 1)).toFixed(1)}`).join(', ');
  console.log(`${wanted.data.padEnd(4)} ${wanted.size.padEnd(5)} ${(wanted.view === 'own' ? `own: ${view}` : view).padEnd(12)} ${wanted.what.padEnd(4)}  to the next picture ${median(of('duration')).toFixed(0).padStart(4)} ms (worst ${Math.max(...of('duration')).toFixed(0)}), `
    + `the page's part of it ${median(handed).toFixed(0).padStart(3)} (worst ${Math.max(...handed).toFixed(0)}), ${view === 'painted' ? `its answer painted ${median(of('painted')).toFixed(0).padStart(4)} (worst ${Math.max(...of('painted')).toFixed(0)}), ` : ''}to the document ${median(of('told')).toFixed(0).padStart(4)} (worst ${Math.max(...of('told')).toFixed(0)}); handlers ${median(of('handlers')).toFixed(1)}, waiting ${median(of('delay')).toFixed(1)}; a turn of all threads: ${share} ms; ${elements} elements`);
}

const server = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', asked.dist, asked.port], { stdio: 'ignore' });
const browserFor = { own: () => chromium.launch({ ...launchOptions({ drawnBy: 'the machine' }), headless: false }), forced: () => chromium.launch(launchOptions()) };
const browsers = {};
const browserOf = async (view) => { const kind = view === 'own' ? 'own' : 'forced'; return (browsers[kind] ??= await browserFor[kind]()); };
try {
  for (let tries = 0; tries < 50; tries++) {
    try { await fetch(address); break; } catch { await new Promise((done) => setTimeout(done, 100)); }
  }
  console.log(`${times} interactions each, processor slowed down ${slower} times:`);
  for (const data of asked.data.split(',')) for (const size of asked.size.split(',')) for (const view of asked.view.split(',')) for (const what of asked.what.split(',')) await run(await browserOf(view), { data, size, view, what });
} finally {
  for (const browser of Object.values(browsers)) await browser.close();
  server.kill();
  await once(server, 'exit');
}
