// The few keys that are ours: '/' for the search, unless it is switched off, Escape to close the filter sheet, Escape twice to leave.
// Nothing that the browser owns is taken, and nothing while somebody types.
const LEAVE_WITHIN = 600;   // ms between two presses of Escape
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** `search`: the field that '/' goes to, or null; `escape`: true when there was something to close; `leave`. All go through `guard`. */
export function listenToKeys({ signal, guard, search, escape, leave }) {
  let lastEscape = -Infinity;

  function onSlash(event) {
    const field = event.target.matches?.(FIELDS) ? null : search();
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  // Twice leaves, unless the first one was for something else: for the sheet, or for what was typed (browsers clear it).
  function onEscape({ target, timeStamp }) {
    if (timeStamp - lastEscape < LEAVE_WITHIN) return leave();
    const cleared = target.matches?.(FIELDS) && target.value;
    lastEscape = escape() || cleared ? -Infinity : timeStamp;
  }

  document.addEventListener('keydown', (event) => {
    // 229: Safari tells so of the key that ended a composition, which is over by then.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return;
    if (event.key === '/') guard(() => onSlash(event));
    if (event.key === 'Escape' && !event.repeat) guard(() => onEscape(event));
  }, { signal });
}
