// Reading YAML: which place and product is under the cursor after an edit, all mentions of a file, the first answer of a
// fresh process, and loading the library. The pure layers alone, no peer.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { now, randomFrom, short, shown, stats } from '../measure.mjs';
import { bundle, corpusFiles, identifiersText, libraryText } from '../ours.mjs';
import { KINDS, sceneOf } from '../scenes.mjs';

const CODE = {
  './src/core/text': ['linesOf'],
  './src/core/library': ['loadLibrary'],
  './src/yaml/structure/locate': ['locateAt'],
  './src/yaml/structure/walk': ['walk'],
  './src/yaml/identifiers': ['loadIdentifiers', 'productOf'],
  './src/yaml/reader': ['createReader', 'mentionAt'],
};
/** What a fresh process loads for a place, and what for the mentions. */
const FRESH_PLACE = { './src/yaml/structure/locate': ['locateAt'] };
const FRESH_MENTION = {
  './src/yaml/identifiers': ['loadIdentifiers'],
  './src/yaml/reader': ['createReader', 'mentionAt'],
};
const HINTS = { fileName: 'file.yaml' };

export async function reading({ sizes, quick }) {
  const file = bundle(CODE);
  const core = createRequire(import.meta.url)(file);
  const table = core.loadIdentifiers(identifiersText());
  const measured = { core, table, reader: core.createReader(table), rounds: quick ? 10 : 60 };
  const values = {};
  return {
    title: 'Reading YAML',
    tables: [
      places(measured, sizes, values),
      mentions(measured, sizes, values),
      realPlaces(measured, values),
      freshProcesses(sizes, quick ? 3 : 11, values),
      loading(measured, values),
    ].filter((one) => one.rows.length > 0),
    values,
  };
}

const sourceOf = (lines) => ({ lineCount: lines.length, lineAt: (line) => lines[line] ?? '' });

/** `locate` and the table of identifiers alone: the least that an answer costs. */
function places({ core, table, rounds }, sizes, values) {
  const rows = [];
  for (const kind of KINDS) {
    for (const size of sizes) {
      const { lines, token, edit } = sceneOf(kind, size);
      const source = sourceOf(lines);
      const samples = [];
      for (let round = -100; round < rounds * 5; round++) {
        lines[edit.line] = `${lines[edit.line].slice(0, 200)}x`;
        const start = now();
        const place = core.locateAt(source, token.line, token.column);
        core.productOf(table, 'ros', place.text);
        if (round >= 0) samples.push(1000 * (now() - start));
      }
      const one = stats(samples);
      rows.push({ file: kind, lines: lines.length, 'median (p95) µs': shown(one) });
      values[`locate.${kind}.${size}`] = one.median / 1000;
    }
  }
  return { title: 'An edit, then the place and its product', rows };
}

function mentions({ reader, rounds }, sizes, values) {
  const rows = [];
  for (const kind of KINDS) {
    for (const size of sizes) {
      const { lines, edit } = sceneOf(kind, size);
      const times = Math.max(3, Math.min(rounds, Math.round(400_000 / size)));
      const [cold, after] = [[], []];
      let found = 0;
      for (let round = -2; round < times; round++) {
        const start = now();
        const fresh = reader.read(sourceOf(lines), HINTS);
        const between = now();
        lines[edit.line] = `${lines[edit.line].slice(0, 200)}x`;
        const change = { startLine: edit.line, oldEndLine: edit.line + 1, newEndLine: edit.line + 1 };
        const next = reader.read(sourceOf(lines), HINTS, fresh, change);
        if (round >= 0) {
          cold.push(between - start);
          after.push(now() - between);
        }
        found = next.mentions.length;
      }
      const [whole, edited] = [stats(cold), stats(after)];
      rows.push({
        file: kind,
        lines: lines.length,
        mentions: String(found),
        cold: shown(whole),
        'after an edit': shown(edited),
      });
      values[`mentions.${kind}.${size}.cold`] = whole.median;
      values[`mentions.${kind}.${size}.edit`] = edited.median;
    }
  }
  return {
    title: 'All mentions of a file, median (p95) ms',
    rows,
    note: '“after an edit”: with the reading before and the changed line, as at every keystroke; the edit is elsewhere.',
  };
}

function realPlaces({ core }, values) {
  const files = corpusFiles();
  const random = randomFrom(11);
  const byKind = byKindOf(files);
  const all = [];
  const rows = [...byKind].map(([kind, own]) => {
    const samples = own.flatMap(({ text }) => {
      const lines = text.split('\n');
      const source = sourceOf(lines);
      for (let i = 0; i < 10; i++) core.locateAt(source, i % lines.length, 3);
      return Array.from({ length: 40 }, () => {
        const line = Math.floor(random() * lines.length);
        const column = Math.floor(random() * (lines[line].length + 1));
        const start = now();
        core.locateAt(source, line, column);
        return 1000 * (now() - start);
      });
    });
    all.push(...samples);
    const { median, p95, max, n } = stats(samples);
    return { kind, files: String(own.length), places: String(n), 'median µs': median, 'p95 µs': p95, 'worst µs': max };
  });
  if (all.length > 0) Object.assign(values, { 'real.median': stats(all).median, 'real.p95': stats(all).p95 });
  return { title: 'Random places of real files', rows };
}

function byKindOf(files) {
  const groups = new Map();
  for (const file of files) groups.set(file.kind, [...(groups.get(file.kind) ?? []), file]);
  return groups;
}

function freshProcesses(sizes, rounds, values) {
  const bundles = [bundle(FRESH_PLACE), bundle(FRESH_MENTION)];
  const folder = temporaryFolder('casebook-bench-');
  const tsv = join(folder, 'identifiers.tsv');
  writeFileSync(tsv, identifiersText());
  const script = fileURLToPath(new URL('../fresh.mjs', import.meta.url));
  const rows = sizes.map((size) => {
    const { lines, token } = sceneOf('ros', size);
    const text = join(folder, 'fresh.yaml');
    writeFileSync(text, lines.join('\n'));
    const runs = Array.from({ length: rounds }, () => {
      const args = [script, ...bundles, tsv, text, String(token.line), String(token.column)];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (!stdout) throw new Error(stderr);
      return JSON.parse(stdout);
    });
    const of = (key) => stats(runs.map((run) => run[key]));
    Object.assign(values, {
      [`fresh.${size}.place`]: of('place').median,
      [`fresh.${size}.mention`]: of('mention').median,
    });
    return {
      lines: lines.length,
      'code of a place': shown(of('code')),
      'first place': shown(of('place')),
      'code of the mentions': shown(of('reader')),
      'tables loaded': shown(of('tables')),
      'first mention, whole file read': shown(of('mention')),
    };
  });
  return { title: 'In a fresh process, median (p95) ms', rows };
}

function loading({ core, rounds }, values) {
  const text = libraryText();
  const tsv = identifiersText();
  const samples = (run) => {
    const times = [];
    for (let i = 0; i < rounds; i++) {
      const start = now();
      run();
      times.push(now() - start);
    }
    return stats(times);
  };
  const library = samples(() => core.loadLibrary(text).library.cases.length);
  const table = samples(() => core.loadIdentifiers(tsv));
  Object.assign(values, { 'library.load': library.median, 'library.bytes': Buffer.byteLength(text) });
  return {
    title: 'Loading',
    rows: [
      {
        what: 'the library, parse and index',
        KB: short(Buffer.byteLength(text) / 1024),
        'median (p95) ms': shown(library),
      },
      { what: 'the tables of identifiers', KB: short(Buffer.byteLength(tsv) / 1024), 'median (p95) ms': shown(table) },
    ],
  };
}
