// The built site, from a server that notes what it is asked for. /heard.html is the page with an ear before its scripts,
// for a browser that keeps what is said on the console to itself.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const dist = new URL('../../../dist/', import.meta.url);
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.wasm': 'application/wasm', '.txt': 'text/plain' };

function listen() {
  const complaints = globalThis.complaints = [];
  addEventListener('error', (event) => complaints.push(event.message ?? `not loaded: ${event.target.outerHTML}`), true);
  addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => complaints.push(`${event.violatedDirective}: ${event.blockedURI}`));
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...parts) => { complaints.push(parts.join(' ')); say.apply(console, parts); };
  }
}

async function answer(path) {
  if (path === '/heard.js') return `(${listen})()`;
  if (path !== '/heard.html') return readFile(new URL(`.${path === '/' ? '/index.html' : path}`, dist));
  const page = await readFile(new URL('index.html', dist), 'utf8'), ear = '<script src="heard.js"></script>';
  return page.replace('<meta charset="utf-8">', `$&${ear}`);
}

/** Resolves to { address, requests, close }; `requests` are the paths asked for. */
export async function serveSite() {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    requests.push(pathname);
    try {
      const body = await answer(pathname);
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); };
  return { address: `http://127.0.0.1:${server.address().port}`, requests, close };
}
