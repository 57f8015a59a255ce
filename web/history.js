// The browser's history: the finder's state after '#', and beside each entry where the person was on the page.
// Browsers refuse more than about a hundred changes in half a minute; then the address lags behind, and nothing else.

// focus: a key of the document; before: the fragment of the entry that this one was reached from; depth: entries of ours
// before it; display: what was chosen of how the page looks.
const NOWHERE = { scroll: 0, focus: 0, before: null, depth: 0, display: null };
const WHILE_TYPING = 300;   // ms

export class History {
  #pending = null; #timer = 0; #going = false; #left = false;

  /** `go(fragment, entry)`: the browser went there. Where the person is is noted through `guard`. */
  constructor({ signal, guard, go }) {
    const note = () => guard(() => this.remember());
    history.scrollRestoration = 'manual';   // the page is there only after the finder has drawn it
    addEventListener('popstate', () => { this.#going = false; if (!this.#left) go(this.fragment, this.here); }, { signal });
    addEventListener('pagehide', note, { signal });
    const settled = 'onscrollend' in window ? 'scrollend' : 'scroll';
    addEventListener(settled, () => { if (settled === 'scrollend' || !this.#timer) this.#soon(note); }, { signal, passive: true });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get fragment() { return location.hash.slice(1); }
  /** null for an entry that nothing was noted for. */
  get here() { return history.state?.finder ?? null; }

  /** Notes where the person is, to come back to. */
  remember(focus = this.here?.focus ?? 0) {
    if (this.#left) return;
    this.#flush();
    this.#change('replaceState', { scroll: scrollY, focus }, '');
  }

  rememberDisplay(display) {
    const known = this.here?.display;
    if (!known || Object.keys(display).some((name) => known[name] !== display[name])) this.#change('replaceState', { display }, '');
  }

  /** `step`: "none", "replace" or "push", of finder_update(). `isScreen`: it starts at its top. */
  write(step, fragment, isScreen) {
    const url = fragment ? `#${fragment}` : location.pathname + location.search;
    if (step === 'replace') { this.#pending = url; this.#soon(() => this.#flush()); }
    if (step !== 'push') return;
    this.#flush();
    // Where one is was noted before the document changed: asking now would lay the whole page out at once.
    this.#change('pushState', { focus: 0, before: this.fragment, depth: (this.here?.depth ?? 0) + 1, ...(isScreen ? { scroll: 0 } : {}) }, url);
  }

  /** Goes one step back if that leads to `fragment`, and so to the place where the person was there. */
  returnTo(fragment) {
    if (this.here?.before !== fragment) return false;
    if (!this.#going) history.back();
    this.#going = true;
    return true;
  }

  /** Puts another site in the place of this one. What was looked for cannot be come back to: only an empty finder. */
  leave(href) {
    clearTimeout(this.#timer);
    this.#left = true;
    const depth = this.here?.depth ?? 0;
    let gone = false;
    const away = () => {
      if (gone) return;
      gone = true;
      try { history.replaceState(null, '', location.pathname); } finally { if (depth) location.assign(href); else location.replace(href); }
    };
    if (!depth) return away();
    addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });   // a browser may have kept this page as it was
    addEventListener('popstate', away, { once: true });
    setTimeout(away, 500);   // a browser that does not go back must not keep a person here
    history.go(-depth);
  }

  #soon(work) { clearTimeout(this.#timer); this.#timer = setTimeout(() => { this.#timer = 0; work(); }, WHILE_TYPING); }

  #flush() {
    const url = this.#pending;
    this.#pending = null;
    if (url !== null) this.#change('replaceState', {}, url);
  }

  #change(how, noted, url) {
    try { history[how]({ finder: { ...NOWHERE, ...this.here, ...noted } }, '', url || undefined); } catch { /* too many; the next one may go through */ }
  }
}
