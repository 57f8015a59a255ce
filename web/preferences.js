// What the device says that the person prefers.
const QUERIES = { dark: '(prefers-color-scheme: dark)', moreContrast: '(prefers-contrast: more)', forcedColors: '(forced-colors: active)' };

export class Preferences {
  #queries = Object.fromEntries(Object.entries(QUERIES).map(([name, query]) => [name, matchMedia(query)]));

  /** { dark, moreContrast, forcedColors } */
  get now() { return Object.fromEntries(Object.entries(this.#queries).map(([name, { matches }]) => [name, matches])); }

  watch({ signal, changed }) {
    for (const query of Object.values(this.#queries)) query.addEventListener('change', () => changed(), { signal });
  }
}
