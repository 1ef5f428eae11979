// Measures what a keystroke of the palette search costs and what it finds, kind by kind. Prints Markdown.
//
//   node --expose-gc test/bench/search.bench.mjs [sizes]        sizes: real,1000,10000,100000 (default: real,10000)
//
// With CASEBOOK_PEERS=<folder whose node_modules hold fuse.js, minisearch and @leeoniya/ufuzzy> the three are measured on
// the same cases and queries in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

import { KINDS, queriesOf, recombined, textOf } from './searchCases.mjs';
import { peersFrom } from './searchPeers.mjs';

const ROOT = new URL('../../', import.meta.url);
const ENTRY = `
  export { readData } from './data/build';
  export { buildLibrary } from './src/core/library';
  export { search } from './src/core/search/search';
  export { buildSearch } from './src/core/search/searchIndex';
`;
const LIMIT = 10;
const MOST_MS_A_KIND = 4000;

const folder = mkdtempSync(join(ROOT.pathname, 'node_modules', '.search-bench-'));
try {
  await main((process.argv[2] ?? 'real,10000').split(','));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(sizes) {
  const outfile = join(folder, 'search.mjs');
  const stdin = { contents: ENTRY, resolveDir: ROOT.pathname, loader: 'ts' };
  buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error' });
  const core = await import(pathToFileURL(outfile));
  const { data } = core.readData(join(ROOT.pathname, 'data'));
  const peers = await peersFrom(process.env.CASEBOOK_PEERS);
  for (const size of sizes) {
    const cases = size === 'real' ? data : recombined(data, Number(size));
    const engines = [
      ['casebook', () => ours(core, cases)],
      ...peers.map(([name, build]) => [name, () => build(cases)]),
    ];
    report(size, cases, engines);
  }
}

function ours(core, data) {
  const library = core.buildLibrary(data);
  const index = core.buildSearch(library);
  return (query) => core.search(index, query, { limit: LIMIT }).map(({ study }) => study.id);
}

function report(size, data, engines) {
  const queries = queriesOf(data, data.cases.length > 20000 ? 12 : 40);
  const texts = new Map();
  const byId = new Map(data.cases.map((study) => [study.id, study]));
  const holds = (id, text) => {
    if (!texts.has(id)) texts.set(id, textOf(byId.get(id), data));
    return texts.get(id).includes(text);
  };
  console.log(`\n## ${size === 'real' ? `the ${data.cases.length} real cases` : `${size} recombined cases`}\n`);
  console.log(
    `| engine | build ms | heap MB | slowest kind ms: median (p95) | ${KINDS.map((kind) => `${kind}, n=${queries[kind].length}`).join(' | ')} |`,
  );
  console.log(`|---|--:|--:|--:|${KINDS.map(() => '--:').join('|')}|`);
  for (const [name, build] of engines) {
    const made = measureBuild(build);
    const kinds = KINDS.map((kind) => measureKind(made.search, queries[kind], holds));
    const slowest = kinds.reduce((a, b) => (b.p95 > a.p95 ? b : a));
    const cells = kinds.map(({ quality, median, p95 }) => `${quality} · ${ms(median)} (${ms(p95)})`);
    console.log(
      `| ${name} | ${ms(made.buildMs)} | ${made.heap} | ${ms(slowest.median)} (${ms(slowest.p95)}) | ${cells.join(' | ')} |`,
    );
  }
  console.log(
    '\nA cell: % found first / among ten, or P = % of the hits that hold the text; then ms a query, median (p95).',
  );
  console.log(
    `Text of the cases: ${(letters(data) / 1048576).toFixed(2)} MB in memory (two bytes a Chinese letter, one a Latin).`,
  );
}

function letters(data) {
  const bytes = (text) => (/[^ -ÿ\s]/.test(text) ? 2 : 1) * text.length;
  const sum = (value) =>
    typeof value === 'string'
      ? bytes(value)
      : value && typeof value === 'object'
        ? Object.values(value).reduce((s, v) => s + sum(v), 0)
        : 0;
  return data.cases.reduce((total, study) => total + sum(study), 0);
}

function measureBuild(build) {
  globalThis.gc?.();
  const before = memory();
  const start = performance.now();
  const search = build();
  const buildMs = performance.now() - start;
  search('预热');
  globalThis.gc?.();
  return { search, buildMs, heap: globalThis.gc ? ((memory() - before) / 1048576).toFixed(2) : '-' };
}

function memory() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measureKind(search, queries, holds) {
  const times = [];
  let first = 0;
  let ten = 0;
  let precision = 0;
  let asked = 0;
  const start = performance.now();
  for (const { query, id, holds: text } of queries) {
    if (asked >= 3 && performance.now() - start > MOST_MS_A_KIND) break;
    const ids = timed(search, query, times);
    asked++;
    if (id !== undefined) {
      first += ids[0] === id ? 1 : 0;
      ten += ids.includes(id) ? 1 : 0;
    } else precision += ids.length === 0 ? 0 : ids.filter((hit) => holds(hit, text)).length / ids.length;
  }
  const steady = performance.now();
  for (let i = 0; performance.now() - steady < 500; i++) timed(search, queries[i % queries.length].query, times);
  times.sort((a, b) => a - b);
  const percent = (value) => Math.round((100 * value) / asked);
  const quality = queries[0].id === undefined ? `P ${percent(precision)}` : `${percent(first)}/${percent(ten)}`;
  const short = asked < queries.length ? ` (n=${asked})` : '';
  return { quality: quality + short, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
}

function timed(search, query, times) {
  const start = performance.now();
  const ids = search(query);
  times.push(performance.now() - start);
  return ids;
}

function ms(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
