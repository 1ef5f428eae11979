// Measures our own time of a warm hover, completion and note in a large file, and of the same right after an edit. Prints
// Markdown.
//
//   node test/bench/editing.bench.mjs [lines,lines,...]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ros } from './texts.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const ENTRY = `
  export { linesOf } from './src/core/text';
  export { loadLibrary } from './src/core/library';
  export { votingRoll } from './src/core/kin';
  export { fileEvidence } from './src/core/fileEvidence';
  export { productHover } from './src/core/productHover';
  export { typedNames } from './src/core/completions/names';
  export { completionNote } from './src/core/completions/note';
  export { readSuppressions } from './src/core/suppress';
  export { loadIdentifiers } from './src/yaml/identifiers';
  export { createReader, cursorAt, mentionAt } from './src/yaml/reader';
  export { slotValues } from './src/yaml/slotValues';
  export { completeAt } from './src/yaml/complete';
`;
const commands = { openCase: 'o', openProduct: 'p', copyCitation: 'c' };
const ROUNDS = 400;

function load() {
  const folder = mkdtempSync(join(tmpdir(), 'editing-bench-'));
  try {
    const outfile = join(folder, 'editing.cjs');
    const stdin = { contents: ENTRY, resolveDir: ROOT, loader: 'ts' };
    buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'warning' });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `p50 / p95 ms` of many runs, each with another argument. */
function timed(rounds, run) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    run(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part) => (times[Math.floor(times.length * part)] ?? 0).toFixed(3);
  return `${at(0.5)} / ${at(0.95)}`;
}

function measure(core, lineCount) {
  const { library } = core.loadLibrary(readFileSync(join(ROOT, 'dist/library.json'), 'utf8'));
  const table = core.loadIdentifiers(readFileSync(join(ROOT, 'data/identifiers.tsv'), 'utf8'));
  const [reader, roll, names, values] = [
    core.createReader(table),
    core.votingRoll(library),
    core.typedNames(library),
    core.slotValues(table),
  ];
  const source = ros(lineCount).split('\n');
  const open = source.findIndex((line, i) => i > source.length / 2 && /^\s+Type: ALIYUN::/.test(line));
  source[open] = '    Type: ';
  const text = source.join('\n');
  const lines = core.linesOf(text);
  const hints = { fileName: 'file.yaml' };
  const factsOf = (reading) => {
    core.readSuppressions(lines);
    const used = [...new Set(reading.mentions.map((mention) => mention.productId))].map((productId) => ({ productId }));
    return core.fileEvidence(library, roll, used);
  };
  const reading = reader.read(lines, hints);
  const evidence = factsOf(reading);
  const hover = (round) => {
    const { span } = reading.mentions[(round * 7919) % reading.mentions.length];
    const { productId } = core.mentionAt(reading, span.line, span.start);
    const { products: fileProducts, matches } = evidence;
    core.productHover(library, roll, { productId, fileProducts, matches, style: 'full', lang: 'zh', commands });
  };
  const complete = (at = reading, told = evidence) => {
    const cursor = core.cursorAt(at, lines, open, 10);
    const asked = { lines, cursor, column: 10, reading: at, evidence: told, names, values };
    return core.completeAt({ ...asked, lang: 'zh', isAfterOthers: true });
  };
  const [first] = complete();
  const cold = timed(1, () => factsOf(reader.read(lines, hints)));
  hover(0);
  const edit = { startLine: open, oldEndLine: open + 1, newEndLine: open + 1 };
  const row = [
    lineCount,
    cold.split(' / ')[0],
    timed(ROUNDS, hover),
    timed(ROUNDS, () => complete()),
    timed(ROUNDS, () => core.completionNote(library, first.completion, { lang: 'zh', commands })),
    timed(ROUNDS / 4, () => {
      const next = reader.read(lines, hints, reading, edit);
      complete(next, factsOf(next));
    }),
  ];
  console.log(`| ${row.join(' | ')} |`);
}

const core = load();
console.log(
  '| lines | first reading | hover p50 / p95 | completion p50 / p95 | note p50 / p95 | edit, then completion |',
);
console.log('|---|---|---|---|---|---|');
for (const lineCount of (process.argv[2] ?? '1000,10000').split(',').map(Number)) measure(core, lineCount);
console.log('\nmilliseconds of our own code');
