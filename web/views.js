// Which of the two views is shown. The same elements, the same focus, the same state: one class tells them apart.
import { glyphsAreReadable } from './glyph_canvas.js';
import { RING, startOf } from './place.js';
import { whyNoPress } from './press.js';
import { Stage } from './stage.js';
import { cutsLeading } from './viewport.js';

export class Views {
  #host; #signal; #guard; #engine; #twin; #apply; #mayPaint; #stage = null; #isPaper = false;

  /** `engine()`, `twin()`: of now. `apply(update)`: brings it into the document. `mayPaint()`: whether nothing speaks
      against painting that the person or the browser wants. */
  constructor(host, { signal, guard, engine, twin, apply, mayPaint }) {
    this.#host = host; this.#signal = signal; this.#guard = guard;
    this.#engine = engine; this.#twin = twin; this.#apply = apply; this.#mayPaint = mayPaint;
  }

  /** "painted" or "page". */
  get now() { return this.#host.classList.contains('painted') ? 'painted' : 'page'; }
  get #isPainted() { return this.now === 'painted'; }
  get stats() { return this.#stage?.stats; }
  get context() { return this.#stage?.context; }

  /** Returns why it cannot be painted here, a reason of finder_set_reason(), or null. `lost`, `back`: WebGL went away, or came back. */
  startPainting(viewport, { lost, back }) {
    if (!glyphsAreReadable(getComputedStyle(this.#host).fontFamily)) return 'no_glyphs';
    this.#stage = Stage.open(this.#host, this.#engine(), { signal: this.#signal, lost, back, guard: this.#guard });
    if (!this.#stage) return whyNoPress();
    this.#host.classList.toggle('cuts-leading', cutsLeading());
    this.resize(viewport);
    this.choose();
    return null;
  }

  resize(viewport) { this.#stage?.resize(viewport); }

  /** Goes to the view that is right now. */
  choose() {
    const paint = this.#stage?.works === true && this.#mayPaint();
    if (paint === this.#isPainted) return;
    this.#engine().setPainted(paint);
    if (paint) {
      const update = this.#engine().update();   // now with places
      this.#apply(update);
      this.#stage.setHeight(update.height);
      this.#stage.show();
    } else this.#stage.hide();
    this.#twin().setPlaced(paint && !this.#isPaper);
    this.#host.classList.toggle('painted', paint);
    this.#host.classList.toggle('page', !paint);
  }

  /** What was pressed looks so, in the picture that there is; nothing in page view. */
  showPressed(key) {
    if (!this.#isPainted) return;
    this.#engine().press(key);
    this.#stage.show();
  }

  /** The picture of what the next update says, and its place on the screen; nothing in page view. */
  showAhead() {
    const next = this.#isPainted ? this.#engine().layOut() : undefined;
    if (!next) return;
    this.#stage.setHeight(next.height);
    if (next.start >= 0) {
      this.#twin().leave();
      scrollTo(0, next.start > 0 ? this.#host.getBoundingClientRect().top + scrollY + next.start - RING : startOf(this.#host));
    }
    this.#stage.show();
  }

  /** `work` brings the page to where the person is now; the picture is as high as that needs before, and painted after it. */
  show(height, work) {
    if (this.#isPainted) this.#stage.setHeight(height);
    work();
    if (this.#isPainted) this.#stage.show();
  }

  /** Nobody sees the screen while paper is filled: the tiles stay as they are. */
  showPaper(isPaper) {
    this.#isPaper = isPaper;
    if (isPaper) this.#twin().setPlaced(false);
    this.#host.style.setProperty('--address', isPaper ? JSON.stringify(location.href) : null);   // page.css prints it
    this.#engine().setPaper(isPaper);
    this.#apply(this.#engine().update());
    if (!isPaper) this.#twin().setPlaced(this.#isPainted);
  }

  /** Page view for good. */
  close() {
    this.#stage?.close();
    this.#stage = null;
    this.#twin()?.setPlaced(false);
    this.#host.classList.remove('painted');
    this.#host.classList.add('page');
  }
}
