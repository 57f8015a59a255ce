// The document: one real element for each node of the finder's view, patched by key.
// It never reads layout, and writes nothing on scroll or hover. Texts go in as text, never as HTML.
import { describe } from './roles.js';

const CHANGING = ['href', 'placeholder', 'aria-label', 'aria-expanded', 'aria-pressed', 'aria-posinset', 'aria-setsize'];   // an element may lose these
const FOCUSABLE = 'a[href], button, input, [tabindex]';

const makeSpan = (className, textContent) => Object.assign(document.createElement('span'), { className, textContent });

const allWords = (given) => (given ? given.before + given.text + given.pause + given.after : '');
const hasWords = (given) => allWords(given) !== '';
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
// In page view a text has no lines, so that those of the painted view stay where they are.
const sameWords = (given, wanted, lines) => ['before', 'text', 'pause', 'after'].every((part) => given[part] === wanted[part])
  && (!lines || (given.lines?.length === lines.length && lines.every((line, at) => line === given.lines[at])));

export class Twin {
  #root; #elements = new Map(); #keys = new WeakMap(); #places = new WeakMap(); #placed = false; #adopting; #left = [];
  #given = new WeakMap();   // what each element was given last: a translator may have put other words in its place

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

  /** Whether elements stand where the layout puts them (the painted view), or where page.css does: then they carry no style at all.
      Variables that only the painted view reads would need no taking away, but cost as much as all other style together. */
  setPlaced(placed) {
    if (placed === this.#placed) return;
    this.#placed = placed;
    for (const element of this.#elements.values()) if (this.#places.has(element)) element.style.cssText = placed ? this.#places.get(element) : '';
  }

  /** The element whose words `node`, of the document, is part of, if any. */
  speakerOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    for (let up = element; up && up !== this.#root; up = up.parentElement) if (this.#keys.has(up)) return hasWords(this.#given.get(up)) ? up : undefined;
    return undefined;
  }
  /** Whether its words are those it was given, be they wrapped in something or not. */
  saysItsOwn(element) { return squeezed(element.textContent) === squeezed(allWords(this.#given.get(element))); }
  /** Gives every element anew what it was given last, whatever others made of it. */
  restore() {
    for (const element of this.#elements.values()) {
      const given = this.#given.get(element);
      if (given) this.#setAttributes(element, given.attributes);
      if (hasWords(given)) this.#setText(element, given, given.lines);
    }
  }

  /** Another screen's picture is shown before apply() brings it: hides what the browser paints of this one. By name, for a class
      of them all would have the style of each element worked out anew. */
  leave() {
    const focused = this.#root.getRootNode().activeElement;
    this.#left = [...this.#root.querySelectorAll('.field, .sheet-done')];
    if (focused !== this.#root && this.#root.contains(focused)) this.#left.push(focused);
    for (const element of this.#left) element.classList.add('left');
  }

  /** `nodes` and `removed` of finder_update(). */
  apply({ nodes, removed }) {
    for (const element of this.#left.splice(0)) element.classList.remove('left');
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
    const wanted = describe(node), given = this.#given.get(element), lines = node.lines?.filter((_, place) => place % 2 === 0);
    const same = given && sameWords(given, wanted, lines);
    this.#setAttributes(element, wanted.attributes, given?.attributes);
    if (hasWords(wanted) && !same) this.#setText(element, wanted, lines);   // what is as it was stays translated
    this.#given.set(element, { ...wanted, lines: same ? given.lines : lines });
    this.#setState(element, node);
    if (node.rect) this.#setPlace(element, node);
  }

  // Moving an element that has focus would blur it, so one that stands right is left alone.
  #put(element, { parent, after }) {
    const home = this.#elements.get(parent);
    let before = after ? this.#elements.get(after) : null;
    while (before && before.parentNode !== home) before = before.parentElement;   // a translator may have wrapped it
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

  // `given`: those it was given before; what is the same is left as others made it.
  #setAttributes(element, attributes, given) {
    for (const [name, value] of Object.entries(attributes)) if (given?.[name] !== value && element.getAttribute(name) !== value) element.setAttribute(name, value);
    for (const name of CHANGING) if (!(name in attributes) && element.hasAttribute(name)) element.removeAttribute(name);
  }

  // <span class=said>Offered: </span><span class=text>Trauma</span>. Positioned elements are copied without a break
  // between them; the newline at the end is one, and is never seen.
  #setText(element, { before, text, pause, after }, lines) {
    let body = [...element.children].find((child) => child.className === 'text');
    const isOurs = ({ nodeType, className, data }) => (nodeType === Node.TEXT_NODE ? data === '\n' : ['text', 'said', 'pause'].includes(className));
    if (!body || ![...element.childNodes].every(isOurs)) {
      body = makeSpan('text', '');
      element.replaceChildren(body, '\n');
    }
    const children = [...element.children], at = children.indexOf(body);
    this.#setHeard(children.slice(0, at), [['said', before]], (spans) => body.before(...spans));
    this.#setHeard(children.slice(at + 1), [['pause', pause], ['said', after]], (spans) => body.after(...spans));
    this.#setLines(body, lines ?? [text]);
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
      : body.childNodes.length === lines.length && lines.every((line, at) => body.children[at]?.className === 'line' && body.children[at].textContent === line)) return;
    if (lines.length === 1) return void (body.textContent = lines[0]);
    body.replaceChildren(...lines.map((line, at) => {
      const span = makeSpan('line', line);
      if (at > 0) span.style.setProperty('--line', at);   // for painted.css, where lines slip
      return span;
    }));
  }

  #setState(element, node) {
    if (node.checked !== undefined && element.checked !== Boolean(node.checked)) element.checked = Boolean(node.checked);
    if (node.value !== undefined && element.value !== node.value) element.value = node.value;
  }

  #setPlace(element, { rect: [x, y, w, h], type, lines }) {
    let place = `left: ${x}px; top: ${y}px; width: ${w}px; height: ${h}px;`;
    if (type) {
      const [left, top, , size, line] = type;
      place += ` padding-left: ${left}px; padding-top: ${top}px; font-size: ${size}px; line-height: ${line}px;`;
      if (lines && lines.length > 2) place += ` --leading: ${line}px;`;   // for painted.css, where lines slip
      // A button centres its text in the height that is left; leave none.
      if (element.localName === 'button') place += ` padding-bottom: ${h - top - (lines ? lines.length / 2 : 1) * line}px;`;
    }
    if (this.#places.get(element) === place) return;   // asking the element itself costs more
    this.#places.set(element, place);
    if (this.#placed) element.style.cssText = place;
    if (element.dataset.at === undefined) element.dataset.at = '';
  }
}
