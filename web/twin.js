// The document: one real element for each node of the finder's view, patched by key.
// It never reads layout, and writes nothing on scroll or hover. Texts go in as text, never as HTML.
import { describe } from './roles.js';

const WEIGHTS = [400, 600, 600], SPACING = ['normal', 'normal', '-.01em'];   // by Face of src/ui/text.hpp
const CHANGING = ['href', 'placeholder', 'aria-label', 'aria-expanded', 'aria-pressed'];   // an element may lose these
const FOCUSABLE = 'a[href], button, input, [tabindex]';

const makeSpan = (className, textContent) => Object.assign(document.createElement('span'), { className, textContent });

export class Twin {
  #root; #elements = new Map(); #keys = new WeakMap(); #adopting;

  /** `root` may hold the page that the build wrote: its elements are taken over, with what a person did to them meanwhile. */
  constructor(root) {
    this.#root = root;
    this.#elements.set(0, root);
    this.#adopting = root.firstElementChild !== null;
  }

  /** What a screen is called: where focus goes when there is no better place. */
  get heading() { return this.#root.querySelector('.count, .page-title') ?? this.#root.querySelector('[tabindex="-1"]'); }
  keyOf(element) { return this.#keys.get(element) ?? 0; }
  elementOf(key) { return this.#elements.get(key); }

  /** `nodes` and `removed` of finder_update(). */
  apply({ nodes, removed }) {
    const focused = this.#focus();
    for (const key of removed) {
      const element = this.#elements.get(key);
      if (element?.isConnected) element.remove();   // one whose parent went first went with it
      this.#elements.delete(key);
    }
    // What is new is finished before it comes into the page: one change there, whatever it holds.
    const known = new Set(this.#elements.keys()), last = [];
    for (const node of nodes) {
      const element = this.#elements.get(node.key) ?? this.#make(node);
      if (this.#adopting || !known.has(node.parent)) this.#put(element, node);
      else last.push([element, node]);
      this.#patch(element, node);
    }
    for (const [element, node] of last) this.#put(element, node);
    if (this.#adopting) this.#endAdoption();
    focused?.restore();
  }

  // Focus stays where it is, though the element was moved. When it was removed: to what comes after it, to what came in
  // its place, else to the heading.
  #focus() {
    const element = this.#root.getRootNode().activeElement;
    if (!element || !this.#root.contains(element)) return undefined;
    const next = element.nextElementSibling, before = element.previousElementSibling;
    const heir = () => (element.isConnected ? element
      : next?.isConnected && next.matches(FOCUSABLE) ? next
      : (before?.isConnected && before.nextElementSibling?.querySelector(FOCUSABLE)) || this.heading);
    return { restore: () => { if (this.#root.getRootNode().activeElement !== element) heir()?.focus({ preventScroll: true }); } };
  }

  #patch(element, node) {
    const wanted = describe(node);
    this.#setAttributes(element, wanted.attributes);
    if (wanted.before || wanted.text || wanted.pause || wanted.after) this.#setText(element, wanted, node.lines);
    this.#setState(element, node);
    if (node.rect) this.#setPlace(element, node);
  }

  // Moving an element that has focus would blur it, so one that stands right is left alone.
  #put(element, { parent, after }) {
    const home = this.#elements.get(parent), before = after ? this.#elements.get(after) : null;
    if (element.parentNode === home && element.previousElementSibling === before) return;
    home.insertBefore(element, before ? before.nextElementSibling : home.firstElementChild);
  }

  #make(node) {
    const { tag, attributes } = describe(node);
    const element = (this.#adopting && this.#adopt(node, tag, attributes.class)) || document.createElement(tag);
    this.#elements.set(node.key, element);
    this.#keys.set(element, node.key);
    return element;
  }

  // The next element there of the same kind; those that are passed over belong to nobody and go in the end.
  #adopt({ parent, after }, tag, className) {
    let candidate = after ? this.#elements.get(after).nextElementSibling : this.#elements.get(parent).firstElementChild;
    while (candidate && !(candidate.localName === tag && candidate.className === className && !this.#keys.has(candidate))) candidate = candidate.nextElementSibling;
    return candidate;
  }

  #endAdoption() {
    this.#adopting = false;
    for (const element of this.#root.querySelectorAll('*')) {
      if (!this.#keys.has(element) && !this.#keys.has(element.closest('.text, .said, .pause')?.parentElement)) element.remove();
    }
  }

  #setAttributes(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    for (const name of CHANGING) if (!(name in attributes)) element.removeAttribute(name);
  }

  // <span class=said>Offered: </span><span class=text>Trauma</span>. Positioned elements are copied without a break
  // between them; the newline at the end is one, and is never seen.
  #setText(element, { before, text, pause, after }, lines) {
    let body = [...element.children].find((child) => child.className === 'text');
    if (!body) {
      body = makeSpan('text', '');
      element.replaceChildren(body, '\n');
    }
    const children = [...element.children], at = children.indexOf(body);
    this.#setHeard(children.slice(0, at), [['said', before]], (spans) => body.before(...spans));
    this.#setHeard(children.slice(at + 1), [['pause', pause], ['said', after]], (spans) => body.after(...spans));
    this.#setLines(body, lines ? lines.filter((_, place) => place % 2 === 0) : [text]);
  }

  // Seldom other than before, and then made anew.
  #setHeard(there, parts, insert) {
    const wanted = parts.filter(([, text]) => text);
    if (wanted.length === there.length && wanted.every(([name, text], at) => there[at].className === name && there[at].textContent === text)) return;
    for (const span of there) span.remove();
    insert(wanted.map(([name, text]) => makeSpan(name, text)));
  }

  // A line is an inline span; the style sheet of the painted view ends it, so spoken and copied text stays one sentence.
  #setLines(body, lines) {
    if (lines.length === 1 ? !body.firstElementChild && body.textContent === lines[0]
      : body.children.length === lines.length && lines.every((line, at) => body.children[at].textContent === line)) return;
    if (lines.length === 1) return void (body.textContent = lines[0]);
    body.replaceChildren(...lines.map((line) => makeSpan('line', line)));
  }

  #setState(element, node) {
    if (node.checked !== undefined && element.checked !== Boolean(node.checked)) element.checked = Boolean(node.checked);
    if (node.value !== undefined && element.value !== node.value) element.value = node.value;
  }

  // Custom properties, not left and top: page view must not see them. Their names are not those of page.css.
  #setPlace(element, { rect: [x, y, w, h], type, lines }) {
    const place = { '--x': `${x}px`, '--y': `${y}px`, '--w': `${w}px`, '--h': `${h}px` };
    if (type) {
      const [left, top, face, size, line] = type;
      Object.assign(place, { '--tx': `${left}px`, '--ty': `${top}px`, '--size': `${size}px`, '--leading': `${line}px`, '--weight': WEIGHTS[face], '--spacing': SPACING[face] });
      if (lines && lines.length > 2) place['--lines'] = lines.length / 2;
    }
    for (const [name, value] of Object.entries(place)) if (element.style.getPropertyValue(name) !== `${value}`) element.style.setProperty(name, value);
    if (type && !place['--lines']) element.style.removeProperty('--lines');
    if (element.dataset.at === undefined) element.dataset.at = '';
  }
}
