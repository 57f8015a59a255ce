// What a person did with the page that was there before the program could answer.

/** Boxes ticked and words typed, each with the element it was done to. */
export const earlyInput = (host) => [...host.querySelectorAll('.checkbox:checked, .text-input')]
  .filter((input) => input.checked || input.value)
  .map((input) => ({ input, isTick: input.classList.contains('checkbox'), text: input.value }));

/** That page holds every program: who has read on beyond the first page of the list goes on there. Null on the first page. */
export function readSoFar(host, pageSize) {
  const cards = [...host.querySelectorAll('.card')], at = cards.findIndex((card) => card.getBoundingClientRect().bottom > 0);
  return at < pageSize ? null : { fragment: `page-number=${Math.floor(at / pageSize) + 1}`, at: at % pageSize, top: cards[at].getBoundingClientRect().top };
}

/** Brings the card that was read to where it was on the screen. */
export function readOn(host, { at, top }) {
  scrollBy(0, host.querySelectorAll('.card')[at].getBoundingClientRect().top - top);
}
