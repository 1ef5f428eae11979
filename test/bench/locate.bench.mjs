// Measures what a keystroke costs: an edit, then which place and product is under the cursor. Prints Markdown.
//
//   node test/bench/locate.bench.mjs [lines,lines,...]
//
// With CASEBOOK_PEERS=<folder whose node_modules hold yaml-language-server and @microsoft/compose-language-service> both
// are measured in the same run; the real files are those of ../shared/corpus, left out when there are none.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { startServer } from './languageServer.mjs';
import { compose, kubernetes, ros, rosSchema } from './texts.mjs';

const ROOT = new URL('../../', import.meta.url);
const CORPUS = new URL('../shared/corpus/', ROOT);
const ENTRY = `
  export { linesOf } from './src/core/text';
  export { locateAt } from './src/yaml/structure/locate';
  export { documentsOf } from './src/yaml/structure/documents';
  export { walk } from './src/yaml/structure/walk';
  export { loadIdentifiers, productOf } from './src/yaml/identifiers';
`;
const GENERATED = { ros, kubernetes, compose };
const FRESH_ROUNDS = 11;

const sizes = (process.argv[2] ?? '100,1000,10000,100000').split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'locate-bench-'));
const bundle = join(folder, 'reading.cjs');

try {
  if (process.argv[2] === '--fresh') measureFresh(process.argv[3], process.argv[4]);
  else await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  buildSync({
    stdin: { contents: ENTRY, resolveDir: ROOT.pathname, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    outfile: bundle,
  });
  const reading = createRequire(import.meta.url)(bundle);
  const table = reading.loadIdentifiers(readFileSync(new URL('data/identifiers.tsv', ROOT), 'utf8'));
  print(`# locate: Node ${process.versions.node}, microseconds unless said otherwise\n`);
  measureEdits(reading, table);
  measurePasses(reading);
  measureCorpus(reading);
  measureFreshProcesses();
  await measurePeers(reading, table);
}

/** An editor's document: an array of lines, one of which the edit replaces. */
function documentOf(text) {
  const lines = text.split('\n');
  const document = { lineCount: lines.length, lineAt: (line) => lines[line] ?? '' };
  return { lines, document };
}

/** Places near the middle and the end where an identifier stands, and an empty line for completion. */
function placesOf(lines) {
  const isValue = (line) => /^\s+(Type|image): \S/.test(line);
  const middle = lines.findIndex((line, index) => index >= lines.length / 2 - 20 && isValue(line));
  const last = lines.findLastIndex(isValue);
  return { middle, last };
}

function measureEdits(reading, table) {
  print('## An edit, then the place and its product\n');
  const rows = [];
  for (const [kind, generate] of Object.entries(GENERATED)) {
    for (const size of sizes) {
      const { lines, document } = documentOf(generate(size));
      const { middle, last } = placesOf(lines);
      const row = { kind, lines: lines.length };
      for (const [name, line, edit] of [
        ['value, middle', middle, ''],
        ['value, end', last, ''],
        ['half-typed key', last, 'ty'],
      ]) {
        const samples = editSamples(reading, table, lines, document, line, edit);
        row[name] = shown(samples);
      }
      rows.push(row);
    }
  }
  printTable(rows);
  print('p50 / p95. Every sample changes a line first. "half-typed key": `ty` typed beside the keys there.\n');
}

function editSamples(reading, table, lines, document, line, typed) {
  const kept = lines[line];
  const indent = kept.length - kept.trimStart().length;
  const column = typed ? indent + typed.length : kept.indexOf(': ') + 4;
  const samples = [];
  let found = 0;
  for (let k = 0; k < 400; k++) {
    lines[line] = typed ? ' '.repeat(indent) + typed : `${kept} `.slice(0, kept.length + (k % 2));
    lines[Math.max(0, line - 1)] += k % 2 === 0 ? ' ' : '';
    const start = performance.now();
    const place = reading.locateAt(document, line, column);
    const product = place && reading.productOf(table, 'ros', place.text);
    samples.push((performance.now() - start) * 1000);
    if (place && (typed || place.role === 'value') && product !== '') found++;
  }
  lines[line] = kept;
  if (found !== samples.length) throw new Error(`found nothing at line ${line}`);
  return samples.slice(50);
}

function measurePasses(reading) {
  print('## Whole passes, milliseconds\n');
  const rows = [];
  for (const [kind, generate] of Object.entries(GENERATED)) {
    for (const size of sizes) {
      const { lines, document } = documentOf(generate(size));
      const walks = [];
      const splits = [];
      let scalars = 0;
      for (let k = 0; k < 40; k++) {
        const start = performance.now();
        reading.walk(document, 0, lines.length, () => scalars++);
        walks.push(performance.now() - start);
        const between = performance.now();
        reading.documentsOf(document);
        splits.push(performance.now() - between);
      }
      rows.push({ kind, lines: lines.length, scalars: scalars / 40, walk: shown(walks), documentsOf: shown(splits) });
    }
  }
  printTable(rows);
}

function measureCorpus(reading) {
  if (!existsSync(CORPUS)) return;
  print('## Places of real files\n');
  const rows = [];
  const random = randomFrom(11);
  for (const kind of readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const samples = [];
    let files = 0;
    const names = readdirSync(new URL(`${kind.name}/`, CORPUS), { recursive: true }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    for (const name of names) {
      const text = readFileSync(join(CORPUS.pathname, kind.name, name), 'utf8');
      const { lines, document } = documentOf(text.replaceAll('\r\n', '\n'));
      files++;
      for (let k = 0; k < 100; k++) {
        const line = Math.floor(random() * lines.length);
        const column = Math.floor(random() * (lines[line].length + 1));
        const start = performance.now();
        reading.locateAt(document, line, column);
        samples.push((performance.now() - start) * 1000);
      }
    }
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => number(quantile(samples, part)));
    rows.push({ kind: kind.name, files, places: samples.length, p50, p95, p99 });
  }
  printTable(rows);
}

function measureFreshProcesses() {
  print('## First answer in a fresh process, milliseconds\n');
  const rows = [];
  for (const size of sizes) {
    const file = join(folder, 'fresh.yaml');
    writeFileSync(file, ros(size));
    const runs = Array.from({ length: FRESH_ROUNDS }, () => {
      const child = spawnSync(process.execPath, [new URL(import.meta.url).pathname, '--fresh', bundle, file], {
        encoding: 'utf8',
      });
      return JSON.parse(child.stdout);
    });
    const of = (key) => shown(runs.map((run) => run[key]));
    rows.push({ lines: size, load: of('load'), 'first answer': of('first'), 'second answer': of('second') });
  }
  printTable(rows);
}

function measureFresh(bundlePath, file) {
  const { lines, document } = documentOf(readFileSync(file, 'utf8'));
  const { middle, last } = placesOf(lines);
  const start = performance.now();
  const reading = createRequire(import.meta.url)(bundlePath);
  const loaded = performance.now();
  reading.locateAt(document, middle, 12);
  const first = performance.now();
  reading.locateAt(document, last, 12);
  console.log(JSON.stringify({ load: loaded - start, first: first - loaded, second: performance.now() - first }));
}

async function measurePeers(reading, table) {
  const peers = process.env.CASEBOOK_PEERS;
  if (!peers) {
    print('Peers were not measured: CASEBOOK_PEERS is not set.');
    return;
  }
  print('## Beside the peers: an edit, then a hover, milliseconds\n');
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(rosSchema()));
  const yaml = {
    schemas: { [pathToFileURL(schema).href]: ['*.ros.yaml'] },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
  };
  const place = (document, line, column) => {
    const found = reading.locateAt(document, line, column);
    return found && reading.productOf(table, 'ros', found.text);
  };
  const rows = [];
  for (const size of sizes) {
    const script = join(peers, 'node_modules/yaml-language-server/bin/yaml-language-server');
    rows.push(await besidePeer(place, 'yaml-language-server', script, { yaml, http: {}, editor: {} }, 'ros', size));
  }
  for (const size of sizes.filter((count) => count <= 10_000)) {
    const script = join(peers, 'node_modules/@microsoft/compose-language-service/bin/docker-compose-langserver');
    rows.push(await besidePeer(place, 'compose-language-service', script, {}, 'compose', size));
  }
  printTable(rows);
  print(
    'p50 / p95, taken in turns. The peers answer over stdio (about 0.3 ms of it) and make a whole hover; ours is place and product.\n',
  );
}

async function besidePeer(placeOf, peer, script, settings, kind, size) {
  const { lines, document } = documentOf(GENERATED[kind](size));
  const { middle } = placesOf(lines);
  lines.splice(middle + 1, 0, '    # edit here');
  const uri = kind === 'ros' ? 'file:///bench/bench.ros.yaml' : 'file:///bench/docker-compose.yaml';
  const languageId = kind === 'ros' ? 'yaml' : 'dockercompose';
  const server = await startServer(script, settings);
  const settled = () => server.next('textDocument/publishDiagnostics', kind === 'ros' ? 30_000 : 600);
  let waiting = settled();
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text: lines.join('\n') } });
  await waiting;
  const samples = [];
  const mine = [];
  const place = { line: middle + 1, character: 15 };
  for (let version = 2; version < (size >= 100_000 ? 6 : 16); version++) {
    waiting = settled();
    const start = performance.now();
    const contentChanges = [{ range: { start: place, end: place }, text: 'x' }];
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    const hover = await server.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: middle, character: 5 },
    });
    samples.push(performance.now() - start);
    if (!hover) throw new Error(`${peer} shows no hover at ${size} lines`);
    await waiting;
    for (let k = 0; k < 20; k++) {
      lines[middle + 1] += 'x';
      const from = performance.now();
      placeOf(document, middle, 12);
      mine.push(performance.now() - from);
    }
  }
  server.stop();
  const theirs = samples.slice(1);
  const ratio = Math.round(quantile(theirs, 0.5) / quantile(mine, 0.5));
  return { peer, lines: lines.length, 'peer ms': shown(theirs), 'ours ms': shown(mine), ratio: `1/${ratio}` };
}

function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function quantile(samples, part) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

function shown(samples) {
  return `${number(quantile(samples, 0.5))} / ${number(quantile(samples, 0.95))}`;
}

function number(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}

function print(text) {
  console.log(text);
}

function printTable(rows) {
  const columns = Object.keys(rows[0]);
  print(`| ${columns.join(' | ')} |`);
  print(`|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) print(`| ${columns.map((column) => row[column]).join(' | ')} |`);
  print('');
}
