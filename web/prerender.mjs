// Writes the first page: runs the finder itself at build time and turns what it says into HTML, so that the page can be
// read and used for calling before any script has run.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Engine } from './engine.js';
import { describe } from './roles.js';

const { values } = parseArgs({ options: Object.fromEntries(['glue', 'wasm', 'template', 'out'].map((name) => [name, { type: 'string' }])) });

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
const span = (className, text) => (text ? `<span class="${className}">${escape(text)}</span>` : '');

function html(node, childrenOf) {
  const { tag, attributes, before, text, pause, after } = describe(node);
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  if (tag === 'input') return `<input${all}>`;
  const words = before || text || after ? `${span('said', before)}<span class="text">${escape(text)}</span>${span('pause', pause)}${span('said', after)}\n` : '';
  return `<${tag}${all}>${words}${childrenOf(node.key)}</${tag}>`;
}

function page(nodes) {
  const byParent = Map.groupBy ? Map.groupBy(nodes, (node) => node.parent) : nodes.reduce((map, node) => map.set(node.parent, [...(map.get(node.parent) ?? []), node]), new Map());
  const childrenOf = (key) => (byParent.get(key) ?? []).map((node) => html(node, childrenOf)).join('');
  return childrenOf(0);
}

const { default: createFinder } = await import(pathToFileURL(values.glue));
const engine = new Engine(await createFinder({ wasmBinary: readFileSync(values.wasm) }));
engine.setViewport({ width: 1280, rem: 16, dpr: 1 });
engine.setWhole(true);   // without a script there is no other page
const update = engine.update();
const fill = { language: () => update.language, title: () => escape(update.title), page: () => page(update.nodes), words: (key) => escape(engine.words(key)) };
const text = readFileSync(values.template, 'utf8').replace(/\{\{(\w+)(?::([\w.]+))?\}\}/g, (_, name, key) => fill[name](key));
writeFileSync(values.out, text);
