// A language that nobody speaks, in which every text is at least 40 % longer than in English, in long words full of
// accents: what is cut in it would be cut in a real one.
import { readFileSync } from 'node:fs';

const accented = { a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ', A: 'Á', E: 'Ê', I: 'Ï', O: 'Ö', U: 'Ü' };
const shipped = (path) => JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

/** The vowels are said twice, or more often where that is not enough; what is in {braces} is filled in later and stays. */
export function longer(english) {
  const wanted = Math.ceil([...english].length * 1.4), outside = /\{[^}]*\}|[aeiouyAEIOU]/g;
  for (let more = 1; more < 9; more++) {
    const text = english.replace(outside, (found) => (accented[found] ?? '').repeat(more + 1) || found);
    if ([...text].length >= wanted) return text;
  }
  return english + '~'.repeat(wanted - [...english].length);   // a text without a vowel
}

function pseudoWords() {
  const words = shipped('words/en.json');
  const all = Object.entries(words.words).map(([key, text]) => [key, typeof text === 'string' ? longer(text) : { one: longer(text.one), other: longer(text.other) }]);
  return { ...words, language: 'en-XA', words: Object.fromEntries(all) };   // as Android and CLDR name it
}

function pseudoVocabulary() {
  const long = (value) => ({ ...value, label: longer(value.label), ...(value.plain && { plain: longer(value.plain) }) });
  const { facets, counties, ...rest } = shipped('vocabulary.json');
  return { ...rest, facets: facets.map((facet) => ({ ...facet, label: longer(facet.label), values: facet.values.map(long) })), counties: counties.map(long) };
}

/** What Finder.speak() takes. */
export const pseudoLanguage = () => [pseudoWords(), pseudoVocabulary()];
