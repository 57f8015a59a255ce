// The C ABI of src/app/finder_api.h in JavaScript's terms. After a trap the program's memory can no longer be
// trusted: every later call throws Trap as well.

export class Trap extends Error {}

const VERSION = 5;   // of src/app/finder_api.h; a host may serve files of two builds for a while

export class Engine {
  #module; #self; #dead = false;

  /** `canPaint`: false for the program without Dear ImGui. */
  constructor(module, { canPaint = false } = {}) {
    this.#module = module;
    this.canPaint = canPaint;
    if (module._finder_api_version() !== VERSION) throw new Error('the scripts and the program are of different versions');
    this.#self = this.#call('create');
    if (!this.#self) throw new Trap('the embedded programs cannot be read');
  }

  #call(name, ...values) {
    if (this.#dead) throw new Trap('stopped');
    const arguments_ = this.#self === undefined ? values : [this.#self, ...values];
    try {
      return this.#module[`_finder_${name}`](...arguments_);
    } catch (error) {
      this.#dead = true;
      throw new Trap(error.message, { cause: error });
    }
  }

  // `use` gets the address and the length of `text` as UTF-8, ended by a zero.
  #withText(text, use) {
    const bytes = new TextEncoder().encode(text), { _malloc, _free, HEAPU8 } = this.#module;
    const at = _malloc(bytes.length + 1);
    if (!at) throw new Trap('out of memory');
    const heap = this.#module.HEAPU8 ?? HEAPU8;   // allocating may have moved it
    heap.set(bytes, at);
    heap[at + bytes.length] = 0;
    try { return use(at, bytes.length); } finally { if (!this.#dead) _free(at); }
  }

  loadPrograms(text) { return this.#withText(text, (at, size) => this.#call('load_programs', at, size)) === 1; }
  /** The programs that the page was told to use could not be had; `why` in a few words. */
  refusePrograms(why) { this.#withText(why, (at) => this.#call('refuse_programs', at)); }
  /** The interface in another language: the texts of files like data/words/en.json and data/vocabulary.json. Every error, a line each; "" when it was taken. */
  loadLanguage(words, vocabulary) {
    return this.#withText(words, (at, size) => this.#withText(vocabulary, (its, length) => this.#module.UTF8ToString(this.#call('load_language', at, size, its, length))));
  }
  navigate(fragment) { this.#withText(fragment, (at) => this.#call('navigate', at)); }
  /** 0: nothing to do there; 1: done; 2: the person wants to leave. */
  activate(key) { return this.#call('activate', key); }
  type(key, text) { return this.#withText(text, (at) => this.#call('type', key, at)); }
  escape() { return this.#call('escape') === 1; }
  setViewport({ width, rem, dpr }) { this.#call('set_viewport', width, rem, dpr); }
  setPainted(painted) { this.#call('set_painted', painted ? 1 : 0); }
  setDisplay({ simple = 0, theme = '', text_size = 0, slash = 1 }) { this.#withText(theme, (at) => this.#call('set_display', simple, at, text_size, slash)); }
  setPreferences({ dark, moreContrast }) { this.#call('set_preferences', dark ? 1 : 0, moreContrast ? 1 : 0); }
  setWhole(whole) { this.#call('set_whole', whole ? 1 : 0); }
  setPaper(paper) { this.#call('set_paper', paper ? 1 : 0); }
  get pageSize() { return this.#call('page_size'); }
  setReason(reason) { this.#withText(reason, (at) => this.#call('set_reason', at)); }
  /** Lays out what the next update says, so that tiles show it before the document follows: css px, its height and how far down one reads
      on there (-1: where one is). Undefined in page view. */
  layOut() {
    const height = this.#call('lay_out');
    return height < 0 ? undefined : { height, start: this.#call('reading_start') };
  }
  update() { return JSON.parse(this.#module.UTF8ToString(this.#call('update'))); }
  words(key) { return this.#withText(key, (at) => this.#module.UTF8ToString(this.#call('words', at))); }

  /** `context`: a WebGL 2 context of ours alone. */
  startPainting(context) { this.#makeCurrent(context); return this.#call('start_painting') === 1; }
  restartPainting(context) { this.#makeCurrent(context); return this.#call('restart_painting') === 1; }
  #makeCurrent(context) {
    const { GL } = this.#module;
    GL.makeContextCurrent(GL.registerContext(context, { majorVersion: 2, alpha: false }));
  }
  tileHash(top, height) { return this.#call('tile_hash', top, height); }
  paintTile(top, height) { this.#call('paint_tile', top, height); }
  point(x, y, down) { return this.#call('point', x, y, down ? 1 : 0) === 1; }
  /** A control was pressed: it looks so until the next layOut() or update(). */
  press(key) { this.#call('press', key); }
  painted() { return JSON.parse(this.#module.UTF8ToString(this.#call('painted'))); }
}
