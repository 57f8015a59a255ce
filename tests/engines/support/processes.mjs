// Programs that the tests start, and that never outlive them.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_WITHIN = 30_000, END_WITHIN = 5_000;   // ms

// A browser is many processes; each program leads a group of its own, so that one signal reaches all of it.
function signal(child, name) {
  try { process.kill(-child.pid, name); } catch (error) { if (error.code !== 'ESRCH') throw error; }
}

/** Starts a program and waits until it has said `ready`, a pattern, or until `ready()` is true. Resolves to { match, end }. */
export async function start(command, args, { env = {}, ready }) {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const atExit = () => signal(child, 'SIGKILL');
  process.once('exit', atExit);
  const gone = new Promise((resolve) => { child.once('close', resolve); child.once('error', resolve); });
  const end = async () => {
    signal(child, 'SIGTERM');
    const late = setTimeout(() => signal(child, 'SIGKILL'), END_WITHIN);
    await gone;
    clearTimeout(late);
    signal(child, 'SIGKILL');   // what is left of the group when its leader has gone
    process.off('exit', atExit);
  };
  try {
    return { match: await becomes(child, ready, gone, command), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function becomes(child, ready, gone, command) {
  return new Promise((resolve, reject) => {
    let said = '', asking;
    const stop = () => { clearTimeout(late); clearInterval(asking); };
    const fail = (why) => { stop(); reject(new Error(`${command} ${why}: ${said.slice(-2000)}`)); };
    const late = setTimeout(() => fail('was not ready in time'), START_WITHIN);
    const settle = (found) => { if (found) { stop(); resolve(found); } };
    const listen = (chunk) => {   // goes on listening: a full pipe would stop the program
      if (said.length < 100_000) said += chunk;
      if (ready instanceof RegExp) settle(said.match(ready));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    if (!(ready instanceof RegExp)) asking = setInterval(async () => settle(await ready()), 100);
    child.once('error', (error) => fail(error.message));
    void gone.then(() => fail('ended'));
  });
}

/** A screen that nobody sees. Without one, Firefox has no WebGL, and WebKitGTK does not start. */
export async function startScreen() {
  const { match, end } = await start('Xvfb', ['-displayfd', '1', '-screen', '0', '3000x2400x24', '-nolisten', 'tcp'], { ready: /^(\d+)\n/m });
  return { env: { DISPLAY: `:${match[1]}` }, end };
}

/** A folder for one browser's profile; nothing of a person's own is read or written. */
export function makeHome() {
  const path = mkdtempSync(join(tmpdir(), 'finder-engine-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
