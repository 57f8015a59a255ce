// The program: as WebAssembly, or, where a browser or a host does not allow that, compiled to JavaScript. Both are one
// program and find the same; only the first can paint. Nobody waits for the second who does not need it.
import { Engine } from './engine.js';

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6D, 1, 0, 0, 0);

// Off in stricter browser modes, and refused where a host's policy is older than 'wasm-unsafe-eval': the smallest module
// there is tells that at once, without a download.
function mayRunWebAssembly() {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

// The page has asked for the large module before this script could say that it is not wanted: stops what is under way.
// Asking for it once more, and at once no longer, takes it off the browser's list of what nobody came for.
function stopPreloading() {
  for (const link of document.querySelectorAll('link[rel="preload"]')) {
    const unwanted = new AbortController();
    fetch(link.href, { signal: unwanted.signal, credentials: 'same-origin' }).catch(() => {});
    unwanted.abort();
    link.remove();
  }
}

async function loadPlain() {
  stopPreloading();
  const { default: createFinder } = await import('./finder_plain.js');
  return new Engine(await createFinder());
}

/** `glyphCanvas()` makes what the painted letters need. Throws when neither program can be had. */
export async function loadEngine(glyphCanvas) {
  if (!mayRunWebAssembly()) return loadPlain();
  try {
    const { default: createFinder } = await import('./finder.js');
    return new Engine(await createFinder({ glyphCanvas: glyphCanvas() }), { canPaint: true });
  } catch (error) {
    console.warn(error);
    return loadPlain();
  }
}
