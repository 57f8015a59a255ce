// Whether any text is cut, leaves its box or lies over another: what the browser says of the letters themselves.

/** Runs in the page. A line for each text that is wrong, and how many were looked at. `tolerance`: css px. */
export function clipping(tolerance) {
  const wrong = [], pieces = [], width = document.documentElement.clientWidth;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.skip, .field-name, .sheet-done');
  const leaves = (rect, box) => rect.left < box.left - tolerance || rect.right > box.right + tolerance || rect.top < box.top - tolerance || rect.bottom > box.bottom + tolerance;
  const hides = (style) => style.overflowX !== 'visible' || style.overflowY !== 'visible';
  const isPainted = document.querySelector('.finder').classList.contains('painted');   // then boxes are the picture's; the native audit holds its texts in them
  const hasEdge = (style) => !isPainted && (parseFloat(style.borderTopWidth) > 0 || style.backgroundColor !== 'rgba(0, 0, 0, 0)');
  // A heard part is one pixel large; letters on it are not seen.
  const isHeardOnly = (element) => element.closest('.said') !== null || element.getBoundingClientRect().width <= 1;
  const texts = document.createTreeWalker(document.querySelector('.twin'), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !isSeen(element) || isHeardOnly(element)) continue;
    const range = document.createRange();
    range.setStart(node, node.data.length - node.data.trimStart().length);
    range.setEnd(node, node.data.trimEnd().length);
    // The box of letters is higher than the letters; a third of it above and below the middle is where they are.
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      if (right - left < 0.5) continue;
      const ink = { left, right, top: top + height / 6, bottom: bottom - height / 6, text: node.data.trim(), element };
      pieces.push(ink);
      if (ink.left < -tolerance || ink.right > width + tolerance) wrong.push(`beyond the screen: ${ink.text}`);
      for (let box = element; box && !box.matches('.twin'); box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display !== 'inline' && (hides(style) || hasEdge(style)) && leaves(ink, box.getBoundingClientRect())) wrong.push(`outside .${box.className}: ${ink.text}`);
      }
    }
  }
  pieces.sort((a, b) => a.top - b.top);
  for (const [at, a] of pieces.entries())
    for (let next = at + 1; next < pieces.length && pieces[next].top < a.bottom - tolerance; next++) {
      const b = pieces[next];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance && Math.min(a.bottom, b.bottom) - b.top > tolerance) wrong.push(`over each other: ${a.text} | ${b.text}`);
    }
  return { wrong: [...new Set(wrong)], texts: pieces.length };
}
