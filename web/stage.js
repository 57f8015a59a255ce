// The painted page: tiles under the document, each a canvas that gets its picture from one WebGL canvas.
// The page scrolls; this file only hears which tiles came near. Nothing is drawn while nothing changes.
import { openPress } from './press.js';

const TILE = 128;   // css px, about: whole device px. Low, so that little is painted when little changes
export const NEAR = 512;   // css px above and below what is in sight that are painted too

// Safari has no idle callbacks.
const later = (work) => (globalThis.requestIdleCallback ? requestIdleCallback(work, { timeout: 200 }) : setTimeout(work, 50));
const cancelLater = (id) => (globalThis.cancelIdleCallback ? cancelIdleCallback(id) : clearTimeout(id));

export class Stage {
  stats = { tilesPainted: 0, frames: 0 };
  works = true;
  #host; #box; #engine; #press; #end = new AbortController(); #guard;
  #tiles = []; #near; #high = TILE; #pointer = null; #frame = 0; #shown = false; #late = 0;

  /** null where there is no WebGL 2 quick enough. `lost`, `back`: the context went away, or came back. All work goes through `guard`. */
  static open(host, engine, { signal, lost, back, guard }) {
    const press = openPress();
    if (!press || !engine.startPainting(press.context)) return null;
    return new Stage(host, engine, press, { signal, lost, back, guard });
  }

  constructor(host, engine, press, { signal: outer, lost, back, guard }) {
    const { signal } = this.#end;
    this.#host = host; this.#engine = engine; this.#press = press; this.#guard = guard;
    this.#box = host.querySelector('.tiles');
    this.#near = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: `${NEAR}px 0px` });
    const { context } = press, { canvas } = context;
    canvas.addEventListener('webglcontextlost', (event) => { event.preventDefault(); this.works = false; guard(lost); }, { signal });
    canvas.addEventListener('webglcontextrestored', () => guard(() => { if (engine.restartPainting(context)) { this.works = true; back(); } }), { signal });
    document.addEventListener('visibilitychange', () => guard(() => { if (this.#shown) this.#repaint(); }), { signal });   // what changed behind another tab
    document.addEventListener('scroll', () => this.#onScroll(), { capture: true, passive: true, signal });   // of whatever it stands in
    for (const name of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerleave'])
      host.addEventListener(name, (event) => this.#onPointer(event), { passive: true, signal });
    outer.addEventListener('abort', () => this.close(), { signal });
  }

  /** Ends it for good; its context goes back to the browser, which has only a few. */
  close() {
    this.#end.abort();
    this.#near.disconnect();
    cancelAnimationFrame(this.#frame);
    cancelLater(this.#late);
    this.#box.replaceChildren();
    this.#tiles = [];
    this.works = this.#shown = false;
    this.context.getExtension('WEBGL_lose_context')?.loseContext();
  }

  get context() { return this.#press.context; }

  /** Css px of the host, as the layout was told. */
  resize({ width, dpr }) {
    const { canvas } = this.context;
    this.#high = Math.round(TILE * dpr) / dpr;
    canvas.width = Math.round(width * dpr);
    canvas.height = Math.round(this.#high * dpr);
    for (const [at, tile] of this.#tiles.entries()) { tile.hash = null; this.#place(tile, at); }
  }

  /** Repaints what changed. What is in sight is painted at once, with its words; what is only near, when there is time. */
  show() {
    if (!this.#shown) {
      this.#shown = true;
      for (const tile of this.#tiles) this.#near.observe(tile.canvas);
    }
    if (this.#frame) this.#readPointer();   // a button that was let go is painted so at once
    this.#repaint();
  }

  hide() {
    this.#shown = false;
    for (const tile of this.#tiles) { this.#near.unobserve(tile.canvas); this.#free(tile); }
  }

  /** Makes the tiles for a page that high. Comes before anything scrolls. */
  setHeight(height) {
    this.#box.style.setProperty('--height', `${height}px`);   // on the host all that is in it would inherit it
    while (this.#tiles.length * this.#high < height) this.#add();
    while ((this.#tiles.length - 1) * this.#high >= height) {
      const { canvas } = this.#tiles.pop();
      this.#near.unobserve(canvas);
      canvas.remove();
    }
  }

  #add() {
    const canvas = document.createElement('canvas');
    const tile = { canvas, top: 0, live: false, hash: null };
    canvas.width = canvas.height = 0;
    canvas.tile = tile;
    this.#place(tile, this.#tiles.length);
    this.#tiles.push(tile);
    this.#box.append(canvas);
    if (this.#shown) this.#near.observe(canvas);
  }

  #place(tile, at) {
    tile.top = at * this.#high;
    tile.canvas.style.top = `${tile.top}px`;
    tile.canvas.style.height = `${this.#high}px`;
  }

  #onNear(entries) {
    if (!this.#shown) return;   // entries may be late
    this.#guard(() => {
      const isSeen = this.#isSeen;   // once: painting a tile makes asking again cost a layout
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#wake(target.tile, isSeen);
        else this.#free(target.tile);
      }
    });
  }

  // A jump goes past all that was near, and the observer would tell only after a frame of bare ground.
  #onScroll() {
    if (!this.#shown || !this.#isSeen) return;
    const bare = this.#inSight().filter(({ live }) => !live);
    if (bare.length > 0) this.#guard(() => { for (const tile of bare) this.#wake(tile, true); });
  }

  #inSight() {
    const above = -this.#host.getBoundingClientRect().top;
    return this.#tiles.filter(({ top }) => top < above + innerHeight && top + this.#high > above);
  }

  #wake(tile, isSeen) {
    if (tile.live) return;
    tile.live = true;
    if (isSeen) this.#paint(tile);
  }
  #free(tile) {
    if (tile.canvas.width) this.#press.clear(tile.canvas);
    tile.live = false;
    tile.hash = null;
  }

  // The observer tells only with the next frame what came into sight; a page that went elsewhere does not wait for it.
  #repaint() {
    if (!this.#isSeen) return;
    for (const tile of this.#inSight()) { tile.live = true; this.#paint(tile); }
    cancelLater(this.#late);
    this.#late = later(() => this.#guard(() => { if (this.#shown && this.#isSeen) for (const tile of this.#tiles) if (tile.live) this.#paint(tile); }));
  }

  // Neither behind another tab nor hidden by the page around it. When it comes into sight, the viewport or an observer tells.
  get #isSeen() {
    const { width, height } = this.#host.getBoundingClientRect();
    return !document.hidden && width > 0 && height > 0;
  }

  #paint(tile) {
    if (this.context.isContextLost()) return;
    const hash = this.#engine.tileHash(tile.top, this.#high);
    if (hash === tile.hash) return;
    tile.hash = hash;
    this.#engine.paintTile(tile.top, this.#high);
    this.#press.deliver(tile.canvas);
    this.stats.tilesPainted++;
  }

  // For looks only, and at most once a frame; none is asked for when nothing moved.
  #onPointer(event) {
    if (!this.#shown || event.pointerType === 'touch') return;
    this.#pointer = event.type === 'pointerleave' || event.type === 'pointercancel' ? null : event;
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.stats.frames++;
      if (this.#shown) this.#guard(() => this.#point());
    });
  }

  #point() { if (this.#readPointer()) this.#repaint(); }

  // Whether anything looks different now.
  #readPointer() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const box = this.#host.getBoundingClientRect(), at = this.#pointer;
    return at ? this.#engine.point(at.clientX - box.left, at.clientY - box.top, (at.buttons & 1) === 1) : this.#engine.point(-1, -1, false);
  }
}
