// How wide the finder is, how large its letters are, how fine the screen is.
import { NEAR } from './stage.js';

const NOWHERE = { width: 0, rem: 16, dpr: 1 };   // css px, css px, device px per css px
const MOST = 8e6;   // device px of a tile: 32 MB, and up to six are alive
const PINCHED = 150;   // ms after the last step of a pinch

export class Viewport {
  #host; #probe; #now = NOWHERE; #frame = 0; #timer = 0; #tooFine = false; #hidden = false;

  constructor(host) {
    this.#host = host;
    this.#probe = host.querySelector('.rem-probe');   // 1rem wide
  }

  get now() { return this.#now; }
  /** Pinched so large that tiles as sharp as the screen would not fit into memory. */
  get tooFine() { return this.#tooFine; }

  /** Whether anything is other than when it was asked last. What is hidden has no size: it is laid out as it was, or, at first, for the window. */
  measure() {
    const before = this.#now, wasTooFine = this.#tooFine, wasHidden = this.#hidden, box = this.#host.getBoundingClientRect();
    this.#hidden = box.width === 0 || box.height === 0;
    const width = box.width || before.width || innerWidth, pinch = Math.max(1, globalThis.visualViewport?.scale ?? 1);
    this.#tooFine = pinch > 1 && width * NEAR * (devicePixelRatio * pinch) ** 2 > MOST;
    const dpr = this.#tooFine ? devicePixelRatio : devicePixelRatio * pinch;
    this.#now = { width, rem: this.#probe.getBoundingClientRect().width || before.rem, dpr };
    return wasHidden && !this.#hidden || this.#now.width !== before.width || this.#now.rem !== before.rem || this.#now.dpr !== before.dpr || this.#tooFine !== wasTooFine;
  }

  /** Calls `changed` when something may have changed, at most once a frame: the page then changes its own size, which observers do not like. */
  watch({ signal, changed }) {
    const soon = () => { this.#frame ||= requestAnimationFrame(() => { this.#frame = 0; changed(); }); };
    // The list makes the host higher and lower with every press: no reason for a frame.
    const observer = new ResizeObserver((entries) => {
      const isNew = ({ target, borderBoxSize }) => {
        const { inlineSize: size, blockSize } = borderBoxSize?.[0] ?? {};
        if (size === undefined || target === this.#host && (size === 0 || blockSize === 0) !== this.#hidden) return true;
        return size > 0 && Math.abs(size - (target === this.#probe ? this.#now.rem : this.#now.width)) > 0.001;
      };
      if (entries.some(isNew)) soon();
    });
    observer.observe(this.#host);
    observer.observe(this.#probe);
    this.#watchScreen(soon, signal);
    globalThis.visualViewport?.addEventListener('resize', () => { clearTimeout(this.#timer); this.#timer = setTimeout(soon, PINCHED); }, { signal, passive: true });
    signal.addEventListener('abort', () => { observer.disconnect(); cancelAnimationFrame(this.#frame); clearTimeout(this.#timer); });
  }

  #watchScreen(soon, signal) {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => { soon(); this.#watchScreen(soon, signal); }, { once: true, signal });
  }
}

/** Whether the browser cuts the height of a line to whole css px, as WebKit does. */
export function cutsLeading() {
  const probe = Object.assign(document.createElement('div'), { textContent: 'x', ariaHidden: 'true' });
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', lineHeight: '20.75px' });
  document.documentElement.append(probe);   // the finder may be hidden
  const { height } = probe.getBoundingClientRect();
  probe.remove();
  return height < 20.5;
}
