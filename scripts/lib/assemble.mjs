// Puts dist/ together: bundles the scripts, joins the style sheets, writes the first paint, prints the sizes.
import { build, transform } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const web = join(root, 'web'), dist = join(root, 'dist'), wasm = join(root, 'build/web');
const target = ['es2021', 'safari15'];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({ entryPoints: [join(web, 'main.js')], outfile: join(dist, 'main.js'), bundle: true, minify: true, format: 'esm', target,
  external: ['./finder.js', './finder_plain.js'], logLevel: 'warning', charset: 'utf8' });
for (const name of ['finder.js', 'finder_plain.js']) {
  const { code } = await transform(readFileSync(join(wasm, name), 'utf8'), { minify: true, format: 'esm', target: ['es2022'] });
  writeFileSync(join(dist, name), code);
}
cpSync(join(wasm, 'finder.wasm'), join(dist, 'finder.wasm'));
const styles = ['themes.css', 'page.css', 'painted.css'].map((name) => readFileSync(join(web, name), 'utf8')).join('\n');
writeFileSync(join(dist, 'finder.css'), (await transform(styles, { loader: 'css', minify: true, target: ['safari14'] })).code);

const first = spawnSync(process.execPath, [join(web, 'prerender.mjs'), '--glue', join(wasm, 'finder.js'), '--wasm', join(wasm, 'finder.wasm'),
  '--template', join(web, 'index.html'), '--out', join(dist, 'index.html')], { stdio: 'inherit' });
if (first.status !== 0) process.exit(1);

// A copy carries the licences of what is in it.
const licences = [['Program Finder', join(root, 'LICENSE')], ['Dear ImGui', join(process.env.IMGUI_DIR, 'LICENSE.txt')],
  ['nlohmann-json', '/usr/share/doc/nlohmann-json3-dev/copyright'], ['Emscripten and its libraries', process.env.EMSCRIPTEN_LICENCE]];
writeFileSync(join(dist, 'licences.txt'), licences.map(([name, path]) => `===== ${name}\n\n${readFileSync(path, 'utf8').trim()}\n`).join('\n'));

// What the page view needs before anything else, the whole first screen, and the same where there is no WebAssembly.
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sizes = readdirSync(dist).filter((name) => name !== 'licences.txt' && statSync(join(dist, name)).isFile()).map((name) => {
  const bytes = readFileSync(join(dist, name));
  return { name, raw: bytes.length, brotli: brotli(bytes) };
});
const sum = (...names) => sizes.filter((s) => names.includes(s.name)).reduce((total, s) => total + s.brotli, 0);
const page = ['index.html', 'finder.css'], script = 'main.js', plain = 'finder_plain.js';
for (const s of sizes) console.log(`  ${s.name.padEnd(14)} ${String(s.raw).padStart(8)} bytes, ${String(s.brotli).padStart(7)} after brotli`);
console.log(`  usable page view (${page.join(', ')}): ${sum(...page)}; everything: ${sum(...page, script, 'finder.js', 'finder.wasm')}; where there is no WebAssembly: ${sum(...page, script, plain)} after brotli`);
