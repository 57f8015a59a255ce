// Whether the browser sets this page's text as the painted letters are: not where a person's own style sheet spaces it
// out (as WCAG 1.4.12 lets them), a least font size makes it larger, or another font was forced on it.
const TOLERANCE = 0.02;   // of a length; a rounded pixel is less

export class TextProbe {
  #element; #glyphCanvas;

  /** `glyphCanvas` measures as the painter does. */
  constructor(host, glyphCanvas) {
    this.#element = host.querySelector('.text-probe');
    this.#glyphCanvas = glyphCanvas;
  }

  isAsPainted() {
    const { width, height } = this.#element.getBoundingClientRect();
    if (height === 0) return true;   // hidden: nobody sees how it is set, and being shown is a change
    const size = 0.9375 * this.#rem * devicePixelRatio, context = this.#glyphCanvas(size, 400);
    const lines = [...this.#element.children].map(({ textContent }) => context.measureText(textContent).width / devicePixelRatio);
    const near = (is, wanted) => Math.abs(is - wanted) <= wanted * TOLERANCE + 1;
    return near(width, Math.max(...lines)) && near(height, lines.length * 1.45 * size / devicePixelRatio);
  }

  get #rem() { return parseFloat(getComputedStyle(document.documentElement).fontSize); }

  /** Calls `changed` when it may be otherwise. */
  watch({ signal, changed }) {
    const observer = new ResizeObserver(() => changed());
    observer.observe(this.#element);
    signal.addEventListener('abort', () => observer.disconnect());
  }
}
