// Where pictures are printed: one WebGL canvas that is never in the document.
// A picture gets from it into a tile in the task that drew it, so nothing need be preserved.

const ASKED = { alpha: false, antialias: false, depth: false, stencil: false };

class Press {
  constructor(context) { this.context = context; }

  /** Puts what was drawn into a tile's canvas. */
  deliver(tile) {
    const { canvas } = this.context;
    if (tile.width !== canvas.width || tile.height !== canvas.height) { tile.width = canvas.width; tile.height = canvas.height; }
    this.put(tile, canvas);
  }

  /** Frees a tile's canvas. */
  clear(tile) { tile.width = tile.height = 0; }
}

// Hands each picture over whole: no pixel is copied.
class HandingPress extends Press {
  put(tile, canvas) { HandingPress.#in(tile).transferFromImageBitmap(canvas.transferToImageBitmap()); }
  clear(tile) {
    HandingPress.#in(tile).transferFromImageBitmap(null);
    super.clear(tile);
  }
  static #in(tile) { return tile.getContext('bitmaprenderer', { alpha: false }); }
}

// For browsers whose WebGL cannot leave the document's own canvases.
class CopyingPress extends Press {
  put(tile, canvas) { tile.getContext('2d', { alpha: false }).drawImage(canvas, 0, 0); }
}

const open = (canvas, failIfMajorPerformanceCaveat) => canvas?.getContext('webgl2', { ...ASKED, failIfMajorPerformanceCaveat }) ?? null;
const inDocument = (isQuick) => open(document.createElement('canvas'), isQuick);
const apart = () => (globalThis.OffscreenCanvas && globalThis.ImageBitmapRenderingContext ? open(new OffscreenCanvas(1, 1), true) : null);
const giveBack = (context) => context?.getExtension('WEBGL_lose_context')?.loseContext();   // a browser has only a few

/** null where there is no WebGL 2 that a graphics card draws: drawn by the processor, a picture takes several times as long as the page view.
    Its `context` is the one to draw with. */
export function openPress() {
  const context = inDocument(true);   // asked for in any case: who switched WebGL off in Chromium still gets the other one
  const own = context && apart();
  if (!own) return context && new CopyingPress(context);
  giveBack(context);
  return new HandingPress(own);
}

/** Why there is no press, a reason of finder_set_reason(). */
export function whyNoPress() {
  const slow = inDocument(false);
  giveBack(slow);
  return slow ? 'slow_webgl' : 'no_webgl';
}
