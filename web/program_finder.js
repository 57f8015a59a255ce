// One finder on a page: events in, updates out, and which of the two views is shown.
import { earlyInput, readOn, readSoFar } from './early_use.js';
import { Trap } from './engine.js';
import { showFailure } from './failure.js';
import { glyphsAreReadable, makeGlyphCanvas } from './glyph_canvas.js';
import { keepFocusWhileHidden } from './hidden_focus.js';
import { History } from './history.js';
import { listenToKeys } from './keys.js';
import { loadEngine } from './load_engine.js';
import { Looks } from './looks.js';
import { Paper } from './paper.js';
import { placeOnScreen } from './place.js';
import { Preferences } from './preferences.js';
import { Stage } from './stage.js';
import { TextProbe } from './text_probe.js';
import { Translation } from './translation.js';
import { Twin } from './twin.js';
import { cutsLeading, Viewport } from './viewport.js';

export class ProgramFinder {
  #host; #end = new AbortController(); #engine; #twin; #stage = null; #history; #status; #viewport; #translation; #title = '';
  #looks; #preferences = new Preferences(); #probe; #paper;
  #display = { simple: 0, slash: 1 }; #paintable = true; #asPainted = true; #restarts = 0; #restarting = false; #programs = null; #language = null;
  #height = innerHeight;   // of the window when the page was laid out

  constructor(host) {
    this.#host = host;
    this.#viewport = new Viewport(host);
    this.#looks = new Looks(host);
    this.#probe = new TextProbe(host, makeGlyphCanvas(this.#family));
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
    this.#history = new History({ signal: this.#signal, go: (fragment, entry) => this.#guard(() => this.#go(fragment, entry)) });
    this.#guard(() => this.#takeOver());
    this.#listen();
    this.#host.classList.add('ready');
    await this.#loadGivenPrograms();
    // The page as it is comes to the screen first.
    requestAnimationFrame(() => setTimeout(() => this.#guard(() => this.#startPainting())));
  }

  destroy() {
    this.#end.abort();
    this.#showPage();
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
  get view() { return this.#host.classList.contains('painted') ? 'painted' : 'page'; }
  /** For tests: what was painted, and how often. */
  get stats() { return this.#stage?.stats; }
  painted() { return this.#engine.painted(); }
  get twin() { return this.#twin; }
  get context() { return this.#stage?.context; }

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
  }

  // --- Events

  #listen() {
    const root = this.#host.querySelector('.twin'), signal = this.#signal;
    root.addEventListener('click', (event) => this.#guard(() => this.#onClick(event)), { signal });
    root.addEventListener('change', (event) => this.#guard(() => this.#onChange(event)), { signal });
    root.addEventListener('input', (event) => this.#guard(() => this.#onInput(event)), { signal });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      if (matchMedia('(pointer: coarse)').matches) document.activeElement?.blur();   // closes a phone's keyboard
    }, { signal });
    listenToKeys({ signal, guard: (work) => this.#guard(work), search: () => (this.#display.slash ? this.#host.querySelector('.text-input') : null), escape: () => this.#escape(),
      leave: () => this.#leave(this.#host.querySelector('.leave')) });
    this.#paper = new Paper({ signal, guard: (work) => this.#guard(work), twin: () => this.#twin, show: (isPaper) => this.#showPaper(isPaper) });
    keepFocusWhileHidden(this.#host, { signal });
    this.#viewport.watch({ signal, changed: () => this.#guard(() => this.#remeasure()) });
    this.#preferences.watch({ signal, changed: () => this.#guard(() => { this.#engine.setPreferences(this.#preferences.now); this.#update(); }) });
    this.#probe.watch({ signal, changed: () => this.#guard(() => { this.#asPainted = this.#probe.isAsPainted(); this.#chooseView(); }) });
  }

  #onClick(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const element = event.target.closest('a, button'), key = this.#twin.keyOf(element);
    if (!key) return;
    if (element.matches('.skip')) { event.preventDefault(); return this.#goToResults(); }
    if (element.matches('.back') && this.#history.returnTo(element.hash.slice(1))) return event.preventDefault();
    if (element.matches('.leave')) { event.preventDefault(); return this.#leave(element); }
    if (this.#act(key) && element.localName === 'a') event.preventDefault();
    if (element.matches('.sheet-done') && element.isConnected) this.#goToResults();   // no other screen: beside the list
  }

  #goToResults() {
    const { heading } = this.#twin;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  #onChange(event) { if (event.target.matches('.checkbox, .radio')) this.#act(this.#twin.keyOf(event.target)); }
  #onInput(event) { if (event.target.matches('.text-input')) this.#type(this.#twin.keyOf(event.target), event.target.value); }

  // Whether there was something to close.
  #escape() {
    const focused = document.activeElement;
    if (!this.#engine.escape()) return false;
    this.#history.remember();
    this.#update();
    // A sheet's way back is known to the update; the choices of how the page looks stand beside their button.
    if (!focused.isConnected && !document.activeElement.matches('.filters-button')) this.#host.querySelector('.tool[aria-expanded]')?.focus();
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
    this.#apply(update);
    this.#translation.language = update.language;
    this.#say(update.announcement);
    history.write(update.history, update.fragment, update.heading !== 0 && !update.turned);
    if (update.title !== this.#title || update.history === 'push') document.title = this.#title = update.title;   // of the new entry; one that stays may be translated
    this.#display = update.display;
    this.#paintable = update.paintable === 1;
    this.#looks.apply(update);
    history.rememberDisplay(update.display);
    const painted = this.view === 'painted';
    if (painted) this.#stage.setHeight(update.height);
    if (update.turned) this.#turnPage(update.history === 'push');
    else if (update.heading) this.#startScreen(update.heading, update.history === 'push');
    if (painted) this.#stage.show();   // where the person is now
    this.#chooseView();
    if (this.#looks.setTextSize(update.display.text_size)) this.#remeasure();
  }

  #apply(update) { this.#translation.unseen(() => this.#twin.apply(update)); }

  // A new screen starts at its top, with focus on its heading; one that the browser's history shows is put right by #go.
  #startScreen(heading, isNew) {
    const element = this.#twin.elementOf(heading);
    if (isNew) scrollTo(0, Math.min(scrollY, this.#host.getBoundingClientRect().top + scrollY));
    element?.focus({ preventScroll: true });
  }

  // Another page of the list is read from the number of programs on.
  #turnPage(isNew) { if (isNew) this.#goToResults(); else this.#twin.heading?.focus({ preventScroll: true }); }

  #say(text) { if (text) this.#status.textContent = text; }

  // --- The two views

  #startPainting() {
    if (this.#restarts > 0 || !this.#engine.canPaint) return;   // it went wrong before it began, or cannot begin
    if (!glyphsAreReadable(this.#family)) return this.#setReason('no_glyphs');
    this.#stage = Stage.open(this.#host, this.#engine, { signal: this.#signal, lost: () => this.#onLost(), back: () => this.#onBack(), guard: (work) => this.#guard(work) });
    if (!this.#stage) return this.#setReason('no_webgl');
    this.#host.classList.toggle('cuts-leading', cutsLeading());
    this.#stage.resize(this.#viewport.now);
    this.#chooseView();
  }

  get #canPaint() {
    const theirs = this.#display.simple === 1 || this.#translation.active || this.#preferences.now.forcedColors;
    return this.#stage?.works === true && !theirs && this.#paintable && this.#asPainted && !this.#viewport.tooFine;
  }

  // The same elements, the same focus, the same state: one class tells the views apart.
  #chooseView() {
    const paint = this.#canPaint;
    if (paint === (this.view === 'painted')) return;
    this.#engine.setPainted(paint);
    if (paint) {
      const update = this.#engine.update();   // now with places
      this.#apply(update);
      this.#stage.setHeight(update.height);
      this.#stage.show();
    } else this.#stage.hide();
    this.#twin.setPlaced(paint && !this.#paper.filled);
    this.#host.classList.toggle('painted', paint);
    this.#host.classList.toggle('page', !paint);
  }

  // Nobody sees the screen while paper is filled: the tiles stay as they are.
  #showPaper(isPaper) {
    if (isPaper) this.#twin.setPlaced(false);
    this.#host.style.setProperty('--address', isPaper ? JSON.stringify(location.href) : null);   // page.css prints it
    this.#engine.setPaper(isPaper);
    this.#apply(this.#engine.update());
    if (!isPaper) this.#twin.setPlaced(this.view === 'painted');
  }

  #setReason(reason) {
    this.#engine.setReason(reason);
    this.#update();
  }

  #onTranslation() {
    if (!this.#translation.active) this.#translation.unseen(() => this.#twin.restore());
    this.#chooseView();
  }

  #onLost() { this.#setReason('context_lost'); }
  #onBack() { this.#stage.resize(this.#viewport.now); this.#setReason('none'); }

  #showPage() {
    this.#twin?.setPlaced(false);
    this.#host.classList.remove('painted');
    this.#host.classList.add('page');
  }

  #remeasure() {
    const place = placeOnScreen(this.#host, this.#height);
    this.#height = innerHeight;
    if (!this.#viewport.measure()) return;
    this.#engine.setViewport(this.#viewport.now);
    this.#stage?.resize(this.#viewport.now);
    this.#update();
    place.keep();
  }

  // --- When something goes wrong

  // Nothing comes through while the program is being started anew, or after the end.
  #guard(work) {
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
    this.#stage?.close();
    this.#stage = null;
    this.#showPage();
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
