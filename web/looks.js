// How the page looks beside what is in it: its colours, the size of its letters, whether it is narrow.
const WIDTH_RULE = /\(max-width: ?56\.24em\)/;   // of page.css; guesses from the window until the script knows better

export class Looks {
  #host; #narrowRule; #textSize = 100;

  constructor(host) {
    this.#host = host;
    this.#narrowRule = this.#findNarrowRule();
  }

  /** Percent of the browser's own size. Returns whether it is another one now. */
  setTextSize(percent) {
    if (percent === this.#textSize) return false;
    this.#textSize = percent;
    document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`;   // everything is sized in rem
    return true;
  }

  /** `theme`, `narrow` of finder_update(). */
  apply({ theme, narrow }) {
    if (this.#host.dataset.theme !== theme) this.#host.dataset.theme = theme;
    // The layout counts in rem, which a media query cannot: it does not see the page's own text size. Paper is narrow.
    const media = narrow ? 'all' : 'print';
    if (this.#narrowRule && this.#narrowRule.media.mediaText !== media) this.#narrowRule.media.mediaText = media;
  }

  #findNarrowRule() {
    for (const sheet of document.styleSheets) {
      try {
        for (const rule of sheet.cssRules) if (WIDTH_RULE.test(rule.media?.mediaText ?? '')) return rule;
      } catch { /* another site's sheet may not be read */ }
    }
    return null;
  }
}
