const nothing = { keep() {} };

/** What stays free above what one goes on reading from, so that its focus ring is seen; css px, scroll-margin-top in page.css. */
export const RING = 8;

/** How far one scrolls at the most to begin at the top of `host`; css px. */
export const startOf = (host) => Math.min(scrollY, host.getBoundingClientRect().top + scrollY);

/** Goes on reading there, as a link to it does. */
export function readFrom(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

/** What the person looks at in a window `height` css px high; `keep()` brings it back to where it was on the screen
    when the layout has become another: a turned phone, larger letters. */
export function placeOnScreen(host, height) {
  const focused = document.activeElement, inSight = (element) => { const { top, bottom } = element.getBoundingClientRect(); return bottom > 0 && top < height; };
  const anchor = host.contains(focused) && inSight(focused) ? focused : document.elementFromPoint(innerWidth / 2, 8)?.closest('.twin [data-at], .twin .card');
  if (!anchor || scrollY === 0 && anchor !== focused) return nothing;
  const { top } = anchor.getBoundingClientRect();
  return {
    keep() {
      if (!anchor.isConnected) return;
      scrollBy(0, anchor.getBoundingClientRect().top - top);
      if (anchor === focused) anchor.scrollIntoView({ block: 'nearest' });   // a turned phone's screen is not as high
    },
  };
}
