// One finder on a page: actions in, updates out.
import { AfterPicture } from './after_picture.js';
import { earlyInput, readOn, readSoFar } from './early_use.js';
import { Trap } from './engine.js';
import { showFailure } from './failure.js';
import { makeGlyphCanvas } from './glyph_canvas.js';
import { keepFocusWhileHidden } from './hidden_focus.js';
import { History } from './history.js';
import { listen } from './listen.js';
import { loadEngine } from './load_engine.js';
import { Looks } from './looks.js';
import { Paper } from './paper.js';
import { placeOnScreen, readFrom, startOf } from './place.js';
import { Preferences } from './preferences.js';
import { TextProbe } from './text_probe.js';
import { Translation } from './translation.js';
import { Twin } from './twin.js';
import { Viewport } from './viewport.js';
import { Views } from './views.js';

export class ProgramFinder {
  #host; #end = new AbortController(); #engine; #twin; #views; #history; #status; #viewport; #translation; #title = '';
  #looks; #preferences = new Preferences(); #probe; #answer; #typed = null;
  #display = { simple: 0, slash: 1 }; #paintable = true; #asPainted = true; #restarts = 0; #restarting = false; #programs = null; #language = null;
  #height = innerHeight;   // of the window when the page was laid out

  constructor(host) {
    this.#host = host;
    this.#viewport = new Viewport(host);
    this.#looks = new Looks(host);
    this.#probe = new TextProbe(host, makeGlyphCanvas(this.#family));
    this.#answer = new AfterPicture({ signal: this.#signal, guard: (work) => this.#shield(work), steps: [() => this.#showAhead(), () => this.#update()] });
    this.#views = new Views(host, { signal: this.#signal, guard: (work) => this.#shield(work), engine: () => this.#engine, twin: () => this.#twin, apply: (update) => this.#apply(update), mayPaint: () => this.#mayPaint });
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
    if (this.#signal.aborted) return;
    this.#twin = new Twin(this.#host.querySelector('.twin'));
    this.#translation = new Translation(this.#host, { signal: this.#signal, twin: () => this.#twin, changed: () => this.#guard(() => this.#onTranslation()) });
    this.#history = new History({ signal: this.#signal, guard: (work) => this.#guard(work), go: (fragment, entry) => this.#shield(() => this.#go(fragment, entry)) });
    this.#guard(() => this.#takeOver());
    this.#listen();
    this.#watch();
    this.#host.classList.add('ready');
    await this.#loadGivenPrograms();
    // The page as it is comes to the screen first.
    requestAnimationFrame(() => setTimeout(() => this.#guard(() => this.#startPainting())));
  }

  destroy() {
    this.#end.abort();
    this.#views.close();
  }

  /** Shows other programs: the text of a file like data/programs.json. False when it was refused; the page says why. */
  loadPrograms(text) {
    return this.#guard(() => {
      const taken = this.#engine.loadPrograms(text);
      if (taken) {
        this.#programs = text;
        this.#engine.navigate(this.#history.fragment);   // it may name what only this list has
      }
      this.#update();
      return taken;
    }) === true;
  }

  /** Shows the interface in another language: the texts of files like data/words/en.json and data/vocabulary.json. Every error, a line each; "" when it was taken. */
  loadLanguage(words, vocabulary) {
    return this.#guard(() => {
      const errors = this.#engine.loadLanguage(words, vocabulary);
      if (errors) return errors;
      this.#language = [words, vocabulary];
      if (this.#programs) this.#engine.loadPrograms(this.#programs);
      this.#engine.navigate(this.#history.fragment);
      this.#update();
      return '';
    });
  }

  /** "painted" or "page". */
  get view() { return this.#views.now; }
  /** For tests: what was painted, and how often. */
  get stats() { return this.#views.stats; }
  painted() { return this.#engine.painted(); }
  get twin() { return this.#twin; }
  get context() { return this.#views.context; }

  get #signal() { return this.#end.signal; }
  get #family() { return getComputedStyle(this.#host).fontFamily; }

  async #load() {
    this.#engine = await loadEngine(() => makeGlyphCanvas(this.#family));
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

  // --- The page that was there before the script, and what a person did with it

  #takeOver() {
    const early = earlyInput(this.#host), entry = this.#history.here;
    const read = entry || this.#history.fragment ? null : readSoFar(this.#host, this.#engine.pageSize);
    if (entry?.display) {
      this.#engine.setDisplay(entry.display);
      this.#looks.setTextSize(entry.display.text_size);
    }
    this.#viewport.measure();
    this.#engine.setViewport(this.#viewport.now);
    this.#engine.setPreferences(this.#preferences.now);
    if (!this.#engine.canPaint) this.#engine.setReason('no_wasm');
    this.#engine.navigate(read?.fragment ?? this.#history.fragment);
    this.#update();
    for (const use of early) this.#doEarly(use);
    if (entry) scrollTo(0, entry.scroll);
    if (!read) return;
    this.#history.write('replace', read.fragment);
    readOn(this.#host, read);
  }

  #doEarly({ input, isTick, text }) {
    if (!input.isConnected) return;
    const key = this.#twin.keyOf(input);
    if (isTick) { if (!input.checked) this.#act(key); }
    else if (text && text !== input.value) this.#type(key, text);
    this.#answer.finish();
  }

  // --- Actions in

  #listen() {
    listen(this.#host, {
      signal: this.#signal,
      guard: (work) => this.#guard(work),
      shield: (work) => this.#shield(work),
      on: {
        twin: () => this.#twin,
        act: (key, then) => this.#act(key, then),
        type: (key, text) => this.#type(key, text),
        escape: (then) => this.#escape(then),
        returnTo: (fragment) => this.#history.returnTo(fragment),
        leave: (link) => this.#leave(link),
        hasSlash: () => this.#display.slash === 1,
      },
    });
  }

  // What the device, the person's settings and the printer change.
  #watch() {
    const signal = this.#signal, guard = (work) => this.#guard(work);
    new Paper({ signal, guard, twin: () => this.#twin, show: (isPaper) => this.#views.showPaper(isPaper) });
    keepFocusWhileHidden(this.#host, { signal });
    this.#viewport.watch({ signal, changed: () => guard(() => this.#remeasure()) });
    this.#preferences.watch({ signal, changed: () => guard(() => { this.#engine.setPreferences(this.#preferences.now); this.#update(); }) });
    this.#probe.watch({ signal, changed: () => guard(() => { this.#asPainted = this.#probe.isAsPainted(); this.#views.choose(); }) });
  }

  #act(key, then) {
    if (!key) return false;
    this.#history.remember(key);
    if (this.#engine.activate(key) === 0) return false;
    this.#views.showPressed(key);
    this.#updateSoon(then);
    return true;
  }

  // The browser shows the letter; what it finds comes after that.
  #type(key, text) {
    this.#typed = { key, text };
    this.#updateSoon();
  }

  #takeTyped() {
    if (this.#typed) this.#engine.type(this.#typed.key, this.#typed.text);
    this.#typed = null;
  }

  #escape(then) {
    if (!this.#engine.escape()) return false;
    this.#history.remember();
    this.#updateSoon(then);
    return true;
  }

  #leave(link) {
    this.#host.hidden = true;   // at once; the other site takes its time
    try {
      this.#engine.activate(this.#twin.keyOf(link));   // forgets what was chosen
    } finally {
      this.#history.leave(link.href);
    }
  }

  #go(fragment, entry) {
    // What was pressed just now gets no entry, but its box is ticked in the document already.
    if (this.#answer.drop()) {
      this.#takeTyped();
      this.#apply(this.#engine.update());
    }
    this.#engine.navigate(fragment);
    const { heading } = this.#update();
    if (!entry) return void (heading && scrollTo(0, startOf(this.#host)));   // an address put in by hand
    scrollTo(0, entry.scroll);
    this.#twin.elementOf(entry.focus)?.focus({ preventScroll: true });
  }

  // --- Updates out

  // First the browser shows that something was pressed, then the picture of what comes of it, then the document follows,
  // which takes longest: each when the one before is on the screen.
  #updateSoon(then) { this.#answer.plan(then, { from: this.view === 'painted' ? 0 : 1 }); }

  #showAhead() {
    this.#takeTyped();
    this.#views.showAhead();
  }

  #update() {
    this.#takeTyped();
    const update = this.#engine.update();
    const history = this.#history;
    this.#apply(update);
    this.#translation.language = update.language;
    this.#say(update.announcement);
    history.write(update.history, update.fragment, update.heading !== 0 && !update.turned);
    if (update.title !== this.#title || update.history === 'push') document.title = this.#title = update.title;   // of the new entry; one that stays may be translated
    this.#display = update.display;
    this.#paintable = update.paintable === 1;
    this.#looks.apply(update);
    history.rememberDisplay(update.display);
    this.#views.show(update.height, () => this.#goTo(update));
    this.#views.choose();
    if (this.#looks.setTextSize(update.display.text_size)) this.#remeasure();
    return update;
  }

  #apply(update) { this.#translation.unseen(() => this.#twin.apply(update)); }

  // A new screen starts at its top, with focus on its heading; another page of the list is read from the number of
  // programs on. One that the browser's history shows is put right by #go.
  #goTo({ heading, turned, history }) {
    if (!heading) return;
    const element = this.#twin.elementOf(heading), isNew = history === 'push';
    if (isNew && turned) return readFrom(element);
    if (isNew) scrollTo(0, startOf(this.#host));
    element?.focus({ preventScroll: true });
  }

  #say(text) { if (text) this.#status.textContent = text; }

  // --- Painting

  #startPainting() {
    if (this.#restarts > 0 || !this.#engine.canPaint) return;   // it went wrong before it began, or cannot begin
    const obstacle = this.#views.startPainting(this.#viewport.now, { lost: () => this.#setReason('context_lost'), back: () => this.#onBack() });
    if (obstacle) this.#setReason(obstacle);
  }

  get #mayPaint() {
    const theirs = this.#display.simple === 1 || this.#translation.active || this.#preferences.now.forcedColors;
    return !theirs && this.#paintable && this.#asPainted && !this.#viewport.tooFine;
  }

  #setReason(reason) {
    this.#engine.setReason(reason);
    this.#update();
  }

  #onTranslation() {
    if (!this.#translation.active) this.#translation.unseen(() => this.#twin.restore());
    this.#views.choose();
  }

  #onBack() { this.#views.resize(this.#viewport.now); this.#setReason('none'); }

  #remeasure() {
    const place = placeOnScreen(this.#host, this.#height);
    this.#height = innerHeight;
    if (!this.#viewport.measure()) return;
    this.#engine.setViewport(this.#viewport.now);
    this.#views.resize(this.#viewport.now);
    this.#update();
    place.keep();
  }

  // --- When something goes wrong

  // What is done next builds on a document that says what is seen.
  #guard(work) { return this.#shield(() => { this.#answer.finish(); return work(); }); }

  // Nothing comes through while the program is being started anew, or after the end.
  #shield(work) {
    if (this.#restarting || this.#signal.aborted) return undefined;
    try {
      return work();
    } catch (error) {
      void this.#onTrap(error);
      return undefined;
    }
  }

  // The program is started anew, once, in page view, with what the address holds; after that the page stays as it is.
  async #onTrap(error) {
    if (!(error instanceof Trap)) console.error(error);
    this.#answer.drop();
    this.#typed = null;
    this.#views.close();
    if (this.#restarts++ > 0) return this.#fail('trap', error);
    this.#restarting = true;
    try {
      await this.#load();
    } catch (again) {
      return this.#fail('trap', again);
    }
    this.#restarting = false;
    if (!this.#signal.aborted) this.#guard(() => this.#rebuild());
  }

  #rebuild() {
    const root = this.#host.querySelector('.twin'), focused = this.#twin.keyOf(document.activeElement);
    if (this.#language) this.#engine.loadLanguage(...this.#language);
    if (this.#programs) this.#engine.loadPrograms(this.#programs);
    this.#engine.setViewport(this.#viewport.now);
    this.#engine.setPreferences(this.#preferences.now);
    this.#engine.setDisplay(this.#history.here?.display ?? {});
    this.#engine.navigate(this.#history.fragment);
    this.#engine.setReason('trap');
    root.replaceChildren();
    this.#twin = new Twin(root);
    this.#update();
    this.#twin.elementOf(focused)?.focus({ preventScroll: true });
  }

  #fail(kind, error) {
    console.error(error);
    if (this.#signal.aborted) return;
    this.#end.abort();
    showFailure(this.#host, kind);
  }
}
