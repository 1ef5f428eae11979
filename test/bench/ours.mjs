// Our own code for the parts: the pure layers bundled as they ship, the data, and the real files where this machine has
// them. Builds into a temporary folder; dist/ is left alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

import { root } from '../host/cache.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';

const shared = join(root, '../shared');
const require = createRequire(import.meta.url);

/** Bundles exports (`{ './src/core/text': ['linesOf'] }`), minified as they ship; the path of a CommonJS file. */
export function bundle(exports) {
  const contents = Object.entries(exports).map(([from, names]) => `export { ${names.join(', ')} } from '${from}';`);
  const outfile = join(temporaryFolder('casebook-bench-'), 'ours.cjs');
  const stdin = { contents: contents.join('\n'), resolveDir: root, loader: 'ts' };
  const format = { platform: 'node', format: 'cjs', target: 'es2022', charset: 'utf8' };
  buildSync({ stdin, bundle: true, minify: true, ...format, outfile, logLevel: 'error' });
  return outfile;
}

/** The same, loaded. */
export function load(exports) {
  return require(bundle(exports));
}

/** The authored cases with all their tables, as data. */
export function authoredData() {
  const { readData } = load({ './data/build': ['readData'] });
  return readData(join(root, 'data')).data;
}

/** The text of the compiled library. */
export function libraryText() {
  const { encodeLibrary } = load({ './src/core/compact': ['encodeLibrary'] });
  return encodeLibrary(authoredData());
}

export function identifiersText() {
  return readFileSync(join(root, 'data/identifiers.tsv'), 'utf8');
}

/** Real infrastructure files, `{ kind, name, text }`; none on a machine that lacks them. */
export function corpusFiles() {
  const corpus = join(shared, 'corpus');
  if (!existsSync(corpus)) return [];
  const kinds = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return kinds.flatMap(({ name: kind }) =>
    readdirSync(join(corpus, kind), { recursive: true })
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => ({ kind, name, text: readFileSync(join(corpus, kind, name), 'utf8').replaceAll('\r\n', '\n') })),
  );
}

/** The document that the shipped volume was written from, as bytes, or undefined. */
export function sourceVolume() {
  const folder = join(shared, 'source');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.txt')) : undefined;
  return name && readFileSync(join(folder, name));
}

/** Queries with graded answers, `[{ query, type, relevant: { section: grade } }]`, or none. */
export function gradedQueries() {
  const file = join(shared, 'eval/queries.dev.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).queries : [];
}
