// The painted page: tiles under the document, each a 2D canvas that gets its picture from one WebGL canvas.
// The page scrolls; this file only hears which tiles came near. Nothing is drawn while nothing changes.

export const TILE = 512;   // css px, about: whole device px
const STRIPS = 4;   // of a tile: what changed and is in sight is painted first

// Safari has no idle callbacks.
const later = (work) => (globalThis.requestIdleCallback ? requestIdleCallback(work, { timeout: 200 }) : setTimeout(work, 50));
const cancelLater = (id) => (globalThis.cancelIdleCallback ? cancelIdleCallback(id) : clearTimeout(id));

function openContext() {
  const canvas = document.createElement('canvas');   // never in the document: only a workshop
  return canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false, failIfMajorPerformanceCaveat: false });
}

export class Stage {
  stats = { tilesPainted: 0, frames: 0 };
  works = true;
  #host; #box; #engine; #context; #end = new AbortController(); #guard;
  #tiles = []; #near; #view = { width: 0, dpr: 1 }; #strip = TILE / STRIPS; #pointer = null; #frame = 0; #shown = false; #late = 0;

  /** null where there is no WebGL 2. `lost`, `back`: the context went away, or came back. All work goes through `guard`. */
  static open(host, engine, { signal, lost, back, guard }) {
    const context = openContext();
    if (!context || !engine.startPainting(context)) return null;
    return new Stage(host, engine, context, { signal, lost, back, guard });
  }

  constructor(host, engine, context, { signal: outer, lost, back, guard }) {
    const { signal } = this.#end;
    this.#host = host; this.#engine = engine; this.#context = context; this.#guard = guard;
    this.#box = host.querySelector('.tiles');
    this.#near = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: `${TILE / 2}px 0px` });
    const { canvas } = context;
    canvas.addEventListener('webglcontextlost', (event) => { event.preventDefault(); this.works = false; guard(lost); }, { signal });
    canvas.addEventListener('webglcontextrestored', () => guard(() => { if (engine.restartPainting(context)) { this.works = true; back(); } }), { signal });
    document.addEventListener('visibilitychange', () => guard(() => { if (this.#shown) this.#repaint(); }), { signal });   // what changed behind another tab
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
    this.#context.getExtension('WEBGL_lose_context')?.loseContext();
  }

  get context() { return this.#context; }

  /** Css px of the host, as the layout was told. */
  resize({ width, dpr }) {
    this.#view = { width, dpr };
    this.#strip = Math.round(TILE / STRIPS * dpr) / dpr;
    this.#context.canvas.width = Math.round(width * dpr);
    this.#context.canvas.height = Math.round(this.#tileHeight * dpr);
    for (const [at, tile] of this.#tiles.entries()) { tile.hashes = []; this.#place(tile, at); }
  }

  get #tileHeight() { return STRIPS * this.#strip; }

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
    while (this.#tiles.length * this.#tileHeight < height) this.#add();
    while ((this.#tiles.length - 1) * this.#tileHeight >= height) {
      const { canvas } = this.#tiles.pop();
      this.#near.unobserve(canvas);
      canvas.remove();
    }
  }

  #add() {
    const canvas = document.createElement('canvas');
    const tile = { canvas, top: 0, live: false, hashes: [] };
    canvas.width = canvas.height = 0;
    canvas.tile = tile;
    this.#place(tile, this.#tiles.length);
    this.#tiles.push(tile);
    this.#box.append(canvas);
    if (this.#shown) this.#near.observe(canvas);
  }

  #place(tile, at) {
    tile.top = at * this.#tileHeight;
    tile.canvas.style.top = `${tile.top}px`;
    tile.canvas.style.height = `${this.#tileHeight}px`;
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

  #wake(tile, isSeen) {
    if (tile.live) return;
    tile.live = true;
    if (isSeen) this.#paint(tile);
  }
  #free(tile) { tile.live = false; tile.hashes = []; tile.canvas.width = tile.canvas.height = 0; }

  // The observer tells only with the next frame what came into sight; a page that went elsewhere does not wait for it.
  #repaint() {
    if (!this.#isSeen) return;
    const { top } = this.#host.getBoundingClientRect();
    for (const tile of this.#tiles) {
      const above = -(top + tile.top), from = Math.max(0, Math.floor(above / this.#strip)), to = Math.min(STRIPS, Math.ceil((above + innerHeight) / this.#strip));
      if (from < to) this.#show(tile, from, to);
    }
    cancelLater(this.#late);
    this.#late = later(() => this.#guard(() => { if (this.#shown && this.#isSeen) for (const tile of this.#tiles) if (tile.live) this.#paint(tile); }));
  }

  // Neither behind another tab nor hidden by the page around it. When it comes into sight, the viewport or an observer tells.
  get #isSeen() {
    const { width, height } = this.#host.getBoundingClientRect();
    return !document.hidden && width > 0 && height > 0;
  }

  #show(tile, from, to) {
    tile.live = true;
    if (tile.hashes.length) this.#paint(tile, from, to);
    else this.#paint(tile);
  }

  // All between the first and the last strip that changed. A canvas without a picture gets the whole, or it would be black in part.
  #paint(tile, from = 0, to = STRIPS) {
    if (this.#context.isContextLost()) return;
    const changed = [];
    for (let at = from; at < to; at++) {
      const hash = this.#engine.tileHash(tile.top + at * this.#strip, this.#strip);
      if (hash !== tile.hashes[at]) changed.push(at);
      tile.hashes[at] = hash;
    }
    if (changed.length) this.#paintStrips(tile.canvas, tile.top, changed[0], changed.at(-1) + 1);
  }

  #paintStrips(canvas, top, from, to) {
    this.#engine.paintTile(top + from * this.#strip, (to - from) * this.#strip);
    const source = this.#context.canvas, { width, height } = source, strip = height / STRIPS, high = (to - from) * strip;
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
    // In the same task as the painting: nothing need be preserved. WebGL starts at the bottom.
    canvas.getContext('2d', { alpha: false }).drawImage(source, 0, height - high, width, high, 0, from * strip, width, high);
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
