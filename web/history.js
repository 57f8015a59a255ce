// The browser's history: the finder's state after '#', and beside each entry where the person was on the page.

export class History {
  #entry = { scroll: 0, focus: 0 };

  constructor({ signal, go }) {
    history.scrollRestoration = 'manual';   // the page is there only after the finder has drawn it
    addEventListener('popstate', ({ state }) => go(this.fragment, state?.finder ?? null), { signal });
    addEventListener('pagehide', () => this.remember(), { signal });
  }

  get fragment() { return location.hash.slice(1); }
  get here() { return history.state?.finder ?? null; }

  /** Notes where the person is, to come back to. */
  remember(focus = this.#entry.focus) {
    this.#entry = { scroll: scrollY, focus };
    history.replaceState({ finder: this.#entry }, '');
  }

  /** `step`: "none", "replace" or "push", of finder_update(). */
  write(step, fragment) {
    if (step === 'none') return;
    const url = fragment ? `#${fragment}` : location.pathname + location.search;
    if (step === 'push') { this.#entry = { scroll: scrollY, focus: 0 }; history.pushState({ finder: this.#entry }, '', url); }
    else history.replaceState(history.state, '', url);
  }

  /** Replaces this page and its entry by another site. */
  leave(href) {
    history.replaceState(null, '', location.pathname);
    location.replace(href);
  }
}
