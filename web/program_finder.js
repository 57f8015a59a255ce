// One finder on a page: events in, updates out, and which of the two views is shown.
import { Engine, Trap } from './engine.js';
import { glyphsAreReadable, makeGlyphCanvas } from './glyph_canvas.js';
import { History } from './history.js';
import { Stage } from './stage.js';
import { Twin } from './twin.js';

const LEAVE_WITHIN = 600;   // ms between two presses of Escape

export class ProgramFinder {
  #host; #end = new AbortController(); #engine; #twin; #stage = null; #history; #status;
  #painterLost = false; #simple = false; #restarts = 0; #lastEscape = 0; #viewport = { width: 0, rem: 16, dpr: 1 }; #programs = null;

  constructor(host) {
    this.#host = host;
    host.programFinder = this;
  }

  /** Resolves when the page can be used; painting starts after that. */
  async start() {
    this.#status = this.#host.querySelector('.status');
    try {
      await this.#load();
    } catch (error) {
      this.#fail('noEngine', error);
      return;
    }
    this.#guard(() => {
      this.#twin = new Twin(this.#host.querySelector('.twin'));
      const early = [...this.#host.querySelectorAll('.checkbox:checked, .text-input')].filter((input) => input.checked || input.value);
      const typed = early.map((input) => input.value);
      this.#history = new History({ signal: this.#signal, go: (fragment, entry) => this.#guard(() => this.#go(fragment, entry)) });
      this.#measure();
      this.#engine.navigate(this.#history.fragment);
      this.#update();
      early.forEach((input, at) => this.#doEarly(input, typed[at]));
      this.#listen();
      this.#host.classList.add('ready');
      const entry = this.#history.here;
      if (entry) scrollTo(0, entry.scroll);
    });
    await this.#loadGivenPrograms();
    // The page as it is comes to the screen first.
    requestAnimationFrame(() => setTimeout(() => this.#guard(() => this.#startPainting())));
  }

  destroy() { this.#end.abort(); }

  /** Shows other programs: the text of a file like data/programs.json. False when it was refused; the page says why. */
  loadPrograms(text) {
    const taken = this.#guard(() => this.#engine.loadPrograms(text));
    this.#programs = taken ? text : this.#programs;
    this.#guard(() => this.#update());
    return taken;
  }

  /** "painted" or "page". */
  get view() { return this.#host.classList.contains('painted') ? 'painted' : 'page'; }
  /** For tests: what was painted, and how often. */
  get stats() { return this.#stage?.stats; }
  painted() { return this.#engine.painted(); }
  get twin() { return this.#twin; }
  get context() { return this.#stage?.context; }

  get #signal() { return this.#end.signal; }
  get #family() { return getComputedStyle(this.#host).fontFamily; }

  async #load() {
    if (typeof WebAssembly !== 'object') throw new Error('this browser has no WebAssembly');
    const { default: createFinder } = await import('./finder.js');
    this.#engine = new Engine(await createFinder({ glyphCanvas: makeGlyphCanvas(this.#family) }));
  }

  async #loadGivenPrograms() {
    const url = this.#host.dataset.programs;
    if (!url) return;
    try {
      const answer = await fetch(url, { credentials: 'omit' });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      this.loadPrograms(await answer.text());
    } catch (error) {
      this.#guard(() => { this.#engine.refusePrograms(error.message); this.#update(); });
    }
  }

  // --- What a person did before the script was there

  #doEarly(input, text) {
    if (!input.isConnected) return;
    const key = this.#twin.keyOf(input);
    if (input.classList.contains('checkbox')) { if (!input.checked) this.#act(key); }
    else if (text && text !== input.value) this.#type(key, text);
  }

  // --- Events

  #listen() {
    const root = this.#host.querySelector('.twin'), signal = this.#signal;
    root.addEventListener('click', (event) => this.#guard(() => this.#onClick(event)), { signal });
    root.addEventListener('change', (event) => this.#guard(() => this.#onChange(event)), { signal });
    root.addEventListener('input', (event) => this.#guard(() => this.#onInput(event)), { signal });
    root.addEventListener('submit', (event) => { event.preventDefault(); document.activeElement?.blur(); }, { signal });   // closes a phone's keyboard
    document.addEventListener('keydown', (event) => this.#guard(() => this.#onKey(event)), { signal });
    const measure = () => this.#guard(() => this.#remeasure());
    for (const element of [this.#host, this.#host.querySelector('.rem-probe')]) {
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      signal.addEventListener('abort', () => observer.disconnect());
    }
    this.#watchScreen(measure);
    for (const query of ['(forced-colors: active)']) matchMedia(query).addEventListener('change', () => this.#guard(() => this.#chooseView()), { signal });
  }

  #watchScreen(measure) {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => { measure(); this.#watchScreen(measure); }, { once: true, signal: this.#signal });
  }

  #onClick(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const element = event.target.closest('a, button'), key = this.#twin.keyOf(element);
    if (!key) return;
    const isLink = element.localName === 'a';
    if (element.classList.contains('back') && this.#history.returnTo(element.hash.slice(1))) return event.preventDefault();
    if (isLink && element.classList.contains('leave')) { event.preventDefault(); return this.#leave(element); }
    if (this.#act(key) && isLink) event.preventDefault();
  }

  #onChange(event) { if (event.target.matches('.checkbox')) this.#act(this.#twin.keyOf(event.target)); }
  #onInput(event) { if (event.target.matches('.text-input')) this.#type(this.#twin.keyOf(event.target), event.target.value); }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === '/' && !event.target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]')) this.#focusSearch(event);
    if (event.key !== 'Escape') return;
    const soon = event.timeStamp - this.#lastEscape < LEAVE_WITHIN;
    this.#lastEscape = event.timeStamp;
    if (soon) this.#leave(this.#host.querySelector('.leave'));
    else if (this.#engine.escape()) this.#update();
  }

  #focusSearch(event) {
    const input = this.#host.querySelector('.text-input');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  }

  #leave(link) {
    const { href } = link;
    this.#engine.activate(this.#twin.keyOf(link));
    this.#history.leave(href);
  }

  // --- The one way in: an event becomes an action, and the page what comes of it

  #act(key) {
    if (!key) return false;
    this.#history.remember(key);
    if (this.#engine.activate(key) === 0) return false;
    this.#update();
    return true;
  }

  #type(key, text) {
    this.#engine.type(key, text);
    this.#update();
  }

  #go(fragment, entry) {
    this.#engine.navigate(fragment);
    this.#update();
    if (!entry) return;
    scrollTo(0, entry.scroll);
    this.#twin.elementOf(entry.focus)?.focus({ preventScroll: true });
  }

  #update() {
    const update = this.#engine.update();
    const history = this.#history;
    this.#twin.apply(update);
    document.title = update.title;
    this.#host.lang = update.language;
    this.#say(update.announcement);
    history.write(update.history, update.fragment);
    this.#simple = update.simple === 1;
    if (this.view === 'painted') this.#stage.show(update.height);
    if (update.heading) this.#startScreen(update.heading, update.history === 'push');
    this.#chooseView();
  }

  // A new screen starts at its top, with focus on its heading; one that the browser's history shows is put right by #go.
  #startScreen(heading, isNew) {
    const element = this.#twin.elementOf(heading);
    if (isNew) scrollTo(0, Math.min(scrollY, this.#host.getBoundingClientRect().top + scrollY));
    element?.focus({ preventScroll: true });
  }

  #say(text) { if (text) this.#status.textContent = text; }

  // --- The two views

  #startPainting() {
    if (!glyphsAreReadable(this.#family)) return this.#setReason('no_glyphs');
    this.#stage = Stage.open(this.#host, this.#engine, { signal: this.#signal, lost: () => this.#guard(() => this.#onLost()),
      back: () => this.#guard(() => this.#onBack()), trap: (error) => this.#onTrap(error) });
    if (!this.#stage) return this.#setReason('no_webgl');
    this.#stage.resize(this.#viewport);
    this.#chooseView();
  }

  get #canPaint() { return this.#stage !== null && !this.#painterLost && !this.#simple && !matchMedia('(forced-colors: active)').matches; }

  // The same elements, the same focus, the same state: one class tells the views apart.
  #chooseView() {
    const paint = this.#canPaint;
    if (paint === (this.view === 'painted')) return;
    this.#engine.setPainted(paint);
    if (paint) {
      const update = this.#engine.update();   // now with places
      this.#twin.apply(update);
      this.#stage.show(update.height);
    } else this.#stage.hide();
    this.#host.classList.toggle('painted', paint);
    this.#host.classList.toggle('page', !paint);
  }

  #setReason(reason) {
    if (!this.#simple) this.#engine.setReason(reason);
    this.#update();
  }

  #onLost() { this.#painterLost = true; this.#setReason('context_lost'); }
  #onBack() { this.#painterLost = false; this.#stage.resize(this.#viewport); this.#setReason('none'); }

  #measure() {
    const width = this.#host.getBoundingClientRect().width, rem = this.#host.querySelector('.rem-probe').getBoundingClientRect().width || 16, dpr = devicePixelRatio;
    const before = this.#viewport;
    if (width === before.width && rem === before.rem && dpr === before.dpr) return false;
    this.#viewport = { width, rem, dpr };
    this.#engine.setViewport(this.#viewport);
    return true;
  }

  #remeasure() {
    if (!this.#measure()) return;
    this.#stage?.resize(this.#viewport);
    this.#update();
  }

  // --- When something goes wrong

  #guard(work) {
    try {
      return work();
    } catch (error) {
      this.#onTrap(error);
      return undefined;
    }
  }

  // The program is started anew, once, in page view, with what the address holds; after that the page stays as it is.
  async #onTrap(error) {
    if (!(error instanceof Trap)) console.error(error);
    this.#stage?.hide();
    this.#stage = null;
    this.#host.classList.remove('painted');
    this.#host.classList.add('page');
    if (this.#restarts++ > 0) return this.#fail('trap', error);
    try {
      await this.#load();
      if (this.#programs) this.#engine.loadPrograms(this.#programs);
      this.#engine.setViewport(this.#viewport);
      this.#engine.navigate(this.#history.fragment);
      this.#engine.setReason('trap');
      const root = this.#host.querySelector('.twin');
      root.replaceChildren();
      this.#twin = new Twin(root);
      this.#update();
    } catch (again) {
      this.#fail('trap', again);
    }
  }

  // The page that is there keeps its words, phone numbers and links; what cannot work any more says so.
  #fail(kind, error) {
    console.error(error);
    this.#end.abort();
    const text = kind === 'trap' ? this.#host.dataset.failureTrap : this.#host.dataset.failureNoEngine;
    const box = Object.assign(document.createElement('div'), { className: 'failure' });
    box.setAttribute('role', 'alert');
    box.append(Object.assign(document.createElement('p'), { textContent: text }));
    this.#host.prepend(box);
    for (const control of this.#host.querySelectorAll('.twin button, .twin input')) control.disabled = true;
    for (const link of this.#host.querySelectorAll('.twin a[href^="#"]')) link.removeAttribute('href');
    this.#host.classList.add('stopped');
  }
}
