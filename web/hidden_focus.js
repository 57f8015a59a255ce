// A browser takes focus away from what is hidden (a tab of the page around the finder, a folded part of it).

const isShown = (host) => host.getClientRects().length > 0;

/** Gives focus back to what had it when the finder is shown again, unless something else has it by then. */
export function keepFocusWhileHidden(host, { signal }) {
  let focused = null;
  host.addEventListener('focusin', ({ target }) => { focused = target; }, { signal });
  host.addEventListener('focusout', () => { if (isShown(host)) focused = null; }, { signal });
  const observer = new ResizeObserver(() => {
    if (focused && isShown(host) && document.activeElement === document.body) focused.focus({ preventScroll: true });
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
}
