// Whether the words of the page are still ours. Where a browser or an extension translates it, the picture would go on
// saying the old ones, so page view takes over until they are ours again. Google's translator marks <html>; those of
// Firefox, Safari and Edge leave no mark that can be relied on, so the words themselves are compared.
const MARKS = ['translated-ltr', 'translated-rtl'];

const isMarked = () => MARKS.some((mark) => document.documentElement.classList.contains(mark));

export class Translation {
  #host; #twin; #changed; #observer; #active = isMarked(); #marked = this.#active; #altered = new Set(); #language = '';

  /** `twin`: gives the twin of now; `changed`: `active` is other than it was. */
  constructor(host, { signal, twin, changed }) {
    this.#host = host; this.#twin = twin; this.#changed = changed;
    this.#observer = new MutationObserver((records) => this.#onWords(records));
    this.#observer.observe(host.querySelector('.twin'), { subtree: true, childList: true, characterData: true });
    const marks = new MutationObserver(() => this.#onMark());
    marks.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
    signal.addEventListener('abort', () => { this.#observer.disconnect(); marks.disconnect(); });
  }

  /** Whether others have put their words in the place of ours. */
  get active() { return this.#active; }

  /** Of our own words. In a translated page most words are of the page's language, which the translator sets. */
  set language(code) { this.#language = code; this.#tell(); }

  /** Does `work`, which writes words of ours. */
  unseen(work) {
    this.#note(this.#observer.takeRecords());
    work();
    this.#observer.takeRecords();
    this.#forget();
  }

  #tell() {
    if (this.#active) this.#host.removeAttribute('lang');
    else if (this.#host.lang !== this.#language) this.#host.lang = this.#language;
  }

  // Words that an update of ours put in the place of translated ones do not end the translation: a translator that is
  // still at work changes them next, and the views would flicker. It ends when others put back what there was.
  #onWords(records) {
    this.#note(records);
    this.#forget();
    this.#settle(this.#marked || this.#altered.size > 0);
  }

  #onMark() {
    const was = this.#marked;
    this.#marked = isMarked();
    if (this.#marked !== was) this.#settle(this.#marked);
  }

  #note(records) {
    const twin = this.#twin();
    for (const element of new Set(records.map(({ target }) => twin.speakerOf(target)))) if (element) this.#altered.add(element);
  }

  #forget() {
    const twin = this.#twin();
    for (const element of this.#altered) if (!element.isConnected || twin.saysItsOwn(element)) this.#altered.delete(element);
  }

  #settle(active) {
    if (active === this.#active) return;
    this.#active = active;
    this.#tell();
    this.#changed();
  }
}
