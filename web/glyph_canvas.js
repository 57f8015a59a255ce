// The 2D canvas in which src/app/glyphs_browser.cpp measures and rasterises letters.
// The font family must be the document's, word for word, or painted letters and the text under them part ways.

function makeCanvas(size) {
  if (globalThis.OffscreenCanvas) {
    const canvas = new OffscreenCanvas(size, size);
    if (canvas.getContext('2d', { willReadFrequently: true })) return canvas;   // older Safari has one without 2D
  }
  return Object.assign(document.createElement('canvas'), { width: size, height: size });
}

// context(px, weight, width, height) -> 2D context set up so, with room for width x height.
function makePaper(family) {
  const canvas = makeCanvas(64);
  // Without willReadFrequently every readback waits for the GPU.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let font = '';
  return (px, weight, width = 0, height = 0) => {
    if (canvas.width < width || canvas.height < height) {   // setting either resets all state of the context
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      font = '';
    }
    const wanted = `${weight} ${px}px ${family}`;
    if (wanted !== font) {   // parsing a font costs more than measuring a letter
      context.font = font = wanted;
      context.fontKerning = 'normal';   // shows only when a pair is measured
      context.textRendering = 'geometricPrecision';   // no hinting, sub-pixel positions: the same on every screen
      context.textBaseline = 'alphabetic';
    }
    return context;
  };
}

/** Returns glyphCanvas(px, weight, width, height) -> 2D context to draw in, and glyphCanvas.advance(px, weight, text). */
export function makeGlyphCanvas(family) {
  const glyphCanvas = makePaper(family), ruler = makePaper(family);
  // Measured at the size in css px, as the document is laid out: WebKitGTK hints, so that letters twice as large are not twice as wide.
  glyphCanvas.advance = (px, weight, text) => ruler(px / devicePixelRatio, weight).measureText(text).width * devicePixelRatio;
  return glyphCanvas;
}

const SIZE = 48;
const TOLERANCE = 4;   // of 255; some browsers shake the lowest bit of what they hand out, which nobody sees

// A letter in the left half and a black bar in the right one; the alpha of each pixel.
function readProbe(glyphCanvas) {
  const context = glyphCanvas(SIZE * 0.75, 600, SIZE * 2, SIZE);
  context.clearRect(0, 0, SIZE * 2, SIZE);
  context.fillStyle = '#000';
  context.fillText('B', 8, SIZE * 0.75);
  context.fillRect(SIZE * 1.5, 0, SIZE / 2, SIZE);
  return context.getImageData(0, 0, SIZE * 2, SIZE).data.filter((_, at) => at % 4 === 3);
}

// Whether what was drawn is what was read: clear stays clear, the bar is full, the letter has ink but is no blot.
function isFaithful(alpha) {
  let ink = 0;
  for (let at = 0; at < alpha.length; at++) {
    const x = at % (SIZE * 2), y = Math.floor(at / (SIZE * 2));
    if (x >= SIZE * 1.5) { if (alpha[at] < 255 - TOLERANCE) return false; }
    else if (x >= SIZE || y === 0) { if (alpha[at] > TOLERANCE) return false; }
    else ink += alpha[at] / 255;
  }
  return ink > SIZE * SIZE * 0.04 && ink < SIZE * SIZE * 0.5;
}

/** False where a browser keeps pages from reading a canvas back, or answers with noise: then page view. */
export function glyphsAreReadable(family) {
  try {
    const glyphCanvas = makeGlyphCanvas(family);
    const first = readProbe(glyphCanvas), second = readProbe(glyphCanvas);
    return isFaithful(first) && first.every((alpha, at) => Math.abs(alpha - second[at]) <= TOLERANCE);
  } catch {
    return false;   // no 2D context, or reading is refused
  }
}
