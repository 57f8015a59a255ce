// Whether what ImGui painted stands where the document's words and controls are.
import { expect } from '@playwright/test';
import { settle } from './settle.mjs';

/** Runs in the page: each painted text and control against its element, and each visible text against what was painted. `tolerance`: css px. tests/engines/ runs it too. */
export function disagreements(tolerance) {
  const { programFinder } = document.querySelector('.finder'), { twin } = programFinder, painted = programFinder.painted();
  const origin = document.querySelector('.finder').getBoundingClientRect(), wrong = [];
  const differ = (a, b) => Math.abs(a - b) > tolerance;
  const box = (rect) => [rect.left - origin.left, rect.top - origin.top, rect.width, rect.height];
  const lines = new Map();
  for (const { key, text, rect } of painted.texts) lines.set(key, [...(lines.get(key) ?? []), { text, rect }]);
  for (const [key, wanted] of lines) {
    const element = twin.elementOf(key), body = element?.querySelector(':scope > .text');
    if (!body) { wrong.push(`no element for ${wanted[0].text}`); continue; }
    const spans = body.querySelector('.line') ? [...body.children] : [body];
    if (spans.length !== wanted.length) wrong.push(`${spans.length} lines, painted ${wanted.length}: ${body.textContent}`);
    wanted.forEach(({ text, rect: [x, y, w, h] }, at) => {
      const span = spans[at];
      if (span?.textContent.trimEnd() !== text) return wrong.push(`"${span?.textContent}" painted as "${text}"`);
      const range = document.createRange();
      range.setStart(span.firstChild, 0);
      range.setEnd(span.firstChild, text.length);
      const [left, top, width, height] = box(range.getBoundingClientRect());
      // The box of inline text is as high as its letters, that of the layout as its line: their middles agree.
      if (differ(left, x) || differ(width, w) || differ(top + height / 2, y + h / 2)) wrong.push(`"${text}" at ${[left, top, width, height]}, painted at ${[x, y, w, h]}`);
    });
  }
  for (const { key, rect } of painted.controls) {
    const element = twin.elementOf(key), fixed = element?.classList.contains('sheet-done');
    if (!element) wrong.push(`no element for control ${key}`);
    else if (!fixed && box(element.getBoundingClientRect()).some((value, at) => differ(value, rect[at]))) wrong.push(`control "${element.textContent}" at ${box(element.getBoundingClientRect())}, painted at ${rect}`);
  }
  const controls = new Set(painted.controls.map(({ key }) => key));
  for (const element of document.querySelectorAll('.twin *')) {
    const key = twin.keyOf(element);
    if (!key || element.matches('.sheet-done, .skip, .field-name')) continue;
    if (element.querySelector(':scope > .text')?.textContent && !lines.has(key)) wrong.push(`not painted: ${element.textContent}`);
    if (element.matches('a[href], button, label.option, .text-input') && !controls.has(key)) wrong.push(`not a painted control: ${element.outerHTML}`);
  }
  return { wrong, texts: painted.texts.length, controls: painted.controls.length };
}

/** Within 1 css px. `what` names the screen when it is not so. */
export async function expectAgreement(page, what) {
  await settle(page);
  const { wrong, texts, controls } = await page.evaluate(disagreements, 1);
  expect(wrong, what).toEqual([]);
  expect(texts, what).toBeGreaterThan(10);
  expect(controls, what).toBeGreaterThan(4);
}
