// The browser's history: the finder's state after '#', and beside each entry where the person was on the page.

// focus: a key of the document; before: the fragment of the entry that this one was reached from.
const NOWHERE = { scroll: 0, focus: 0, before: null };

export class History {
  constructor({ signal, go }) {
    history.scrollRestoration = 'manual';   // the page is there only after the finder has drawn it
    addEventListener('popstate', () => go(this.fragment, this.here), { signal });
    addEventListener('pagehide', () => this.remember(), { signal });
  }

  get fragment() { return location.hash.slice(1); }
  /** null for an entry that nothing was noted for. */
  get here() { return history.state?.finder ?? null; }

  /** Notes where the person is, to come back to. */
  remember(focus = this.here?.focus ?? 0) {
    history.replaceState({ finder: { ...NOWHERE, ...this.here, scroll: scrollY, focus } }, '');
  }

  /** `step`: "none", "replace" or "push", of finder_update(). */
  write(step, fragment) {
    const url = fragment ? `#${fragment}` : location.pathname + location.search;
    if (step === 'replace') history.replaceState(history.state, '', url);
    // Where one is was noted before the document changed: asking now would lay the whole page out at once.
    if (step === 'push') history.pushState({ finder: { ...NOWHERE, scroll: this.here?.scroll ?? 0, before: this.fragment } }, '', url);
  }

  /** Goes one step back if that leads to `fragment`, and so to the place where the person was there. */
  returnTo(fragment) {
    if (this.here?.before !== fragment) return false;
    history.back();
    return true;
  }

  /** Replaces this page and its entry by another site. */
  leave(href) {
    history.replaceState(null, '', location.pathname);
    location.replace(href);
  }
}
