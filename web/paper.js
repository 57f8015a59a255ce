// Paper gets the whole list, not the page or the filter sheet that is on the screen.
export class Paper {
  #twin; #show; #screen = null;   // what had focus on it and how far it was scrolled, while something else is printed

  /** `twin()`: the document now. `show(isPaper)`: brings what is printed, or what was on the screen, into it. */
  constructor({ signal, guard, twin, show }) {
    this.#twin = twin;
    this.#show = show;
    const paper = matchMedia('print');   // changes also where a page is only looked at as it would be printed
    addEventListener('beforeprint', () => guard(() => this.#fill()), { signal });
    addEventListener('afterprint', () => guard(() => this.#clear()), { signal });
    paper.addEventListener('change', () => guard(() => { if (paper.matches) this.#fill(); else this.#clear(); }), { signal });
  }

  /** Whether the document is as it is printed. */
  get filled() { return this.#screen !== null; }

  #fill() {
    if (this.#screen) return;
    this.#screen = { focus: this.#twin().keyOf(document.activeElement), scroll: scrollY };
    this.#show(true);
  }

  #clear() {
    if (!this.#screen) return;
    const { focus, scroll } = this.#screen;
    this.#screen = null;
    this.#show(false);
    if (focus) this.#twin().elementOf(focus)?.focus({ preventScroll: true });
    scrollTo(0, scroll);
  }
}
