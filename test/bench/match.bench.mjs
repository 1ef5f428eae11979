// Measures what ranking the cases like an architecture costs in libraries far larger than ours. Prints Markdown.
//
//   node test/bench/match.bench.mjs [cases,cases,...]
//
// The synthetic cases have 1 to 11 of 120 products, the popular ones as popular as in the library that ships.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = new URL('../../', import.meta.url).pathname;
const RUNS = 25;
const SIZES = (process.argv[2] ?? '85,10000,100000').split(',').map(Number);
const LIMIT = { 10000: 10, 100000: 80 };

/** The same numbers every time. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A product by popularity: the first is in nearly half of the cases, most are in one of a hundred. */
function pick(random) {
  return `p${Math.floor(120 * random() ** 2.6)}`;
}

function caseOf(number, random) {
  const ids = new Set(Array.from({ length: 1 + Math.floor(random() * 11) }, () => pick(random)));
  const products = [...ids].map((id) => ({ id, listed: true, role: { zh: '', en: '' } }));
  return {
    id: `s-${number}`,
    volume: 's',
    section: String(number),
    products,
    services: [],
    problems: [],
    industry: 'x',
  };
}

function libraryOf(size, buildLibrary) {
  const random = createRandom(size);
  const cases = Array.from({ length: size }, (_, i) => caseOf(i + 1, random));
  const empty = { volumes: [], industries: [], problems: [], categories: [], products: [], units: {}, pinyin: {} };
  return buildLibrary({ format: 1, ...empty, families: { p3: ['p40', 'p41'], p5: ['p50'] }, cases });
}

function timed(run) {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function quantile(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(2);
}

function measure(run) {
  for (let i = 0; i < 25; i++) run(i);
  const times = Array.from({ length: RUNS }, (_, i) => timed(() => run(i)));
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const contents = ['kin', 'library', 'match'].map((name) => `export * from './src/core/${name}';`).join('\n');
  const outfile = join(folder, 'core.mjs');
  buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, format: 'esm', platform: 'node', outfile });
  const { buildLibrary, votingRoll, casesLike } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });

  console.log('| cases | what | median ms | p95 ms | target ms |');
  console.log('|--:|---|--:|--:|--:|');
  for (const size of SIZES) {
    const library = libraryOf(size, buildLibrary);
    let roll;
    const first = timed(() => {
      roll = votingRoll(library);
      roll.index;
    });
    console.log(`| ${size} | counting, once | ${first.toFixed(2)} | | |`);
    const random = createRandom(7);
    const queries = Array.from({ length: RUNS }, () => Array.from({ length: 6 }, () => ({ productId: pick(random) })));
    const best = measure((i) => casesLike(library, roll, queries[i], 200));
    console.log(`| ${size} | rank, the best 200 explained | ${best.median} | ${best.p95} | ${LIMIT[size] ?? ''} |`);
    const all = measure((i) => casesLike(library, roll, queries[i]));
    console.log(`| ${size} | rank, all explained | ${all.median} | ${all.p95} | |`);
  }
}

await main();
