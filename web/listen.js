// The one way in: what a person does with the document becomes an action of the finder.
import { listenToKeys } from './keys.js';
import { readFrom } from './place.js';

const hasModifier = (event) => event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** `guard`, `shield`: what listeners go through; only through the first is the document up to date, which who types does not wait for.
    `on`: `twin()`, the document of now; `act(key, then)`, whether an element's key meant something; `type(key, text)`;
    `escape(then)`, whether there was something to close; `returnTo(fragment)`, whether it is one step back;
    `leave(link)`; `hasSlash()`, whether '/' goes to the search. */
export function listen(host, { signal, guard, shield, on }) {
  const root = host.querySelector('.twin');
  const keyOf = (element) => on.twin().keyOf(element);
  let clicked = null;
  const goToResults = () => readFrom(on.twin().heading);

  // A box is ticked already when its click comes, and not yet said to be: its change is what counts, and nothing may come between.
  function onClick(event) {
    const element = event.target.closest('a, button');
    // The second click of a double one is meant for what the first was on, and another thing may be there by now.
    if (event.detail > 1 && element !== clicked) { event.preventDefault(); return; }
    clicked = element;
    if (element && !event.defaultPrevented && !hasModifier(event)) guard(() => onPress(event, element));
  }

  function onPress(event, element) {
    const key = keyOf(element);
    if (key && pressed(element, key) && element.localName === 'a') event.preventDefault();
  }

  // Whether that was all: a link to elsewhere is followed by the browser.
  function pressed(element, key) {
    if (element.matches('.skip')) { goToResults(); return true; }
    if (element.matches('.back') && on.returnTo(element.hash.slice(1))) return true;
    if (element.matches('.leave')) { on.leave(element); return true; }
    return on.act(key, () => { if (element.matches('.sheet-done') && element.isConnected) goToResults(); });   // no other screen: beside the list
  }

  function onChange({ target }) { if (target.matches('.checkbox, .radio')) on.act(keyOf(target)); }
  function onInput({ target }) { if (target.matches('.text-input')) on.type(keyOf(target), target.value); }

  function onSubmit(event) {
    event.preventDefault();
    if (matchMedia('(pointer: coarse)').matches) document.activeElement?.blur();   // closes a phone's keyboard
  }

  function onEscape() {
    const focused = document.activeElement;
    return on.escape(() => {
      // A sheet's way back is known to the update; the choices of how the page looks stand beside their button.
      if (!focused.isConnected && !document.activeElement.matches('.filters-button')) host.querySelector('.tool[aria-expanded]')?.focus();
    });
  }

  // Who goes by keys is shown where reading goes on, too; page.css.
  for (const [name, isKey] of [['keydown', true], ['pointerdown', false]])
    host.addEventListener(name, () => host.classList.toggle('keyed', isKey), { capture: true, passive: true, signal });
  root.addEventListener('click', onClick, { signal });
  root.addEventListener('change', (event) => guard(() => onChange(event)), { signal });
  root.addEventListener('input', (event) => shield(() => onInput(event)), { signal });
  root.addEventListener('submit', onSubmit, { signal });
  listenToKeys({
    signal, guard,
    search: () => (on.hasSlash() ? host.querySelector('.text-input') : null),
    escape: onEscape,
    leave: () => on.leave(host.querySelector('.leave')),
  });
}
