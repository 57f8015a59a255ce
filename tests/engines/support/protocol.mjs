// What the two W3C protocols have in common: how a function reaches the page, and what keys are called.

/** A function of the tests as the text of one that runs in the page. Elements go in as they are, all else as JSON; JSON comes out. */
export const inPage = (work) => `async (...given) => JSON.stringify(await (${work})(...given.map((value) => typeof value === 'string' ? JSON.parse(value) : value)) ?? null)`;

const KEYS = { Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ' };

/** "Control+c" as what the hand does. */
export function pressing(keys) {
  const values = keys.split('+').map((name) => KEYS[name] ?? name);
  return hand([...values.map((value) => ({ type: 'keyDown', value })), ...values.reverse().map((value) => ({ type: 'keyUp', value }))]);
}

export const typing = (text) => hand([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));

const hand = (actions) => [{ type: 'key', id: 'keyboard', actions }];

/** Names as they are heard: white space of any kind is one pause. */
export const spoken = (text) => text.replace(/\s+/g, ' ').trim();
