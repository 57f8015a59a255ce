// What a printer gets: a PDF, read back by Poppler.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';

const mm = 72 / 25.4;   // points
/** Of @page in page.css, in points. */
export const margins = { x: 15 * mm, y: 13 * mm };

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'" };
const plain = (text) => text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (entity) => entities[entity]);

// Words that overlap by half of their height stand on one line.
function inLines(words) {
  const lines = [];
  for (const word of [...words].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && line.bottom - word.top > (word.bottom - word.top) / 2) { line.words.push(word); line.bottom = Math.max(line.bottom, word.bottom); }
    else lines.push({ bottom: word.bottom, words: [word] });
  }
  return lines.flatMap((line) => line.words.sort((a, b) => a.left - b.left));
}

export class Sheets {
  #file;
  /** `pages`: [{ width, height, words: [{ text, left, top, right, bottom }] }] in points, words from the top to the bottom. */
  constructor(pdf) {
    this.#file = test.info().outputPath(`sheet-${Math.random().toString(36).slice(2)}.pdf`);
    writeFileSync(this.#file, pdf);
    const xml = execFileSync('pdftotext', ['-bbox', this.#file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    this.pages = xml.split('<page ').slice(1).map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
      const words = [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)]
        .map(([, left, top, right, bottom, text]) => ({ text: plain(text), left: +left, top: +top, right: +right, bottom: +bottom }));
      return { width: +width, height: +height, words: inLines(words) };
    });
    this.words = this.pages.flatMap(({ words }, page) => words.map((word) => ({ ...word, page })));
    this.text = this.words.map(({ text }) => text).join(' ');
  }

  /** The words from the place `from` to the place `to` of `text`. */
  wordsBetween(from, to) {
    let at = 0;
    return this.words.filter(({ text }) => { const here = at; at += text.length + 1; return here >= from && here < to; });
  }

  /** Words that stand on a margin or beyond the edge. (A font's own box may be some points higher than its line.) */
  get cut() {
    return this.words.filter(({ page, left, top, right, bottom }) => {
      const { width, height } = this.pages[page], more = (bottom - top) / 5;
      return left < margins.x - 1 || top < margins.y - more || right > width - margins.x + 1 || bottom > height - margins.y + more;
    }).map(({ text, page, left, top, right, bottom }) => `${text} (page ${page + 1}: ${[left, top, right, bottom].map(Math.round)})`);
  }

  /** How far down the page its last word stands: 1 is all that there is room for. */
  filled(page) {
    const { height, words } = this.pages[page];
    return (Math.max(...words.map(({ bottom }) => bottom)) - margins.y) / (height - 2 * margins.y);
  }

  /** A page as it is printed: { width, height, at(x, y) } with a grey of 0 to 255; `x` and `y` in points. */
  picture(page, dpi = 72) {
    const file = execFileSync('pdftoppm', ['-gray', '-r', `${dpi}`, '-f', `${page + 1}`, '-l', `${page + 1}`, this.#file], { maxBuffer: 1 << 28 });
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40));
    const pixels = file.subarray(head.length);
    return { width: +width, height: +height, pixels, at: (x, y) => pixels[Math.floor(y * dpi / 72) * width + Math.floor(x * dpi / 72)] };
  }
}

export const print = async (page, { format = 'Letter', ...options } = {}) => new Sheets(await page.pdf({ format, ...options }));
