// npm run bench [-- part …] [--sizes 100,1000] [--quick] [--json FILE] [--onto FILE] [--readme]: measures what README claims, beside
// the tools a user would compare us with, and says which targets are met. Markdown on stdout; always ends with 0, because a
// busy machine is no fault. Every part has a process of its own.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { runMain, startGroup, temporaryFolder } from '../host/lifetime.mjs';
import { GROWTH } from './growth.mjs';
import { short, table } from './measure.mjs';
import { PARTS } from './parts.mjs';
import { TARGETS } from './targets.mjs';

const SELF = fileURLToPath(import.meta.url);

const README = fileURLToPath(new URL('README.md', import.meta.url));
const RESULTS = '<!-- Everything below is written by `npm run bench -- --readme`. -->';
const USAGE = `npm run bench [-- part …] [options]

  --sizes 100,1000   lines or cases instead of the part's own
  --quick            few rounds, for trying out
  --json FILE        writes what was measured
  --onto FILE        keeps the parts of an earlier FILE that are not measured now
  --readme           writes the tables into test/bench/README.md

Parts:`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    onto: { type: 'string' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    one: { type: 'string' }, // internal: this process measures one part and writes what it found here
  },
});

async function main() {
  const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS);
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
  if (options.help || unknown.length > 0) return usage(unknown);
  if (options.one) return measureHere(wanted[0]);
  const results = options.onto ? JSON.parse(readFileSync(options.onto, 'utf8')).results : {};
  for (const name of wanted) {
    console.error(`── ${name}: ${PARTS[name].what}`);
    results[name] = { ...(await measureApart(name)), measured: `${today()}, commit ${machine().commit}` };
    console.error(`   ${results[name].failed ?? 'done'}, ${results[name].seconds} s`);
  }
  const report = { date: today(), machine: machine(), results, targets: judged(results) };
  const text = markdownOf(report);
  if (options.json) writeFileSync(options.json, JSON.stringify(report, undefined, 1));
  if (options.readme) intoReadme(text);
  console.log(text);
  return 0;
}

/** `2026-01-31 10:15` in UTC. */
function today() {
  return new Date().toISOString().slice(0, 16).replace('T', ' ');
}

function usage(unknown) {
  if (unknown.length > 0) console.log(`There is no part ${unknown.join(', ')}.`);
  console.log(USAGE);
  for (const [name, { what }] of Object.entries(PARTS)) console.log(`  ${name.padEnd(10)} ${what}`);
  return unknown.length > 0 ? 1 : 0;
}

async function measureApart(name) {
  const out = join(temporaryFolder('casebook-bench-'), 'part.json');
  const flags = [...(options.quick ? ['--quick'] : []), ...(options.sizes ? ['--sizes', options.sizes] : [])];
  const args = ['--expose-gc', '--max-old-space-size=6000', SELF, name, '--one', out, ...flags];
  const start = Date.now();
  const { child, stop } = startGroup(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close').finally(stop);
  const seconds = Math.round((Date.now() - start) / 1000);
  if (code !== 0)
    return { title: PARTS[name].what, tables: [], values: {}, seconds, failed: 'failed; the reason stands above' };
  return { ...JSON.parse(readFileSync(out, 'utf8')), seconds };
}

async function measureHere(name) {
  const { run, sizes = [] } = PARTS[name];
  const asked = options.sizes?.split(',').map(Number);
  const result = await (await run())({ sizes: asked ?? sizes, quick: options.quick });
  writeFileSync(options.one, JSON.stringify(result));
  return 0;
}

function machine() {
  const [cpu] = cpus();
  const git = () => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  let commit = 'unknown';
  try {
    commit = git();
  } catch {
    // An unpacked archive is measured as well.
  }
  return {
    cores: cpus().length,
    cpu: cpu?.model.trim() ?? '',
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    commit,
  };
}

/** JSON has no undefined. */
function present(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** The targets of the parts that ran, with what was measured; without `value` where a part did not get so far. */
function judged(results) {
  const ofRun = TARGETS.filter(({ part }) => Object.hasOwn(results, part));
  return ofRun.map(({ part, what, limit, unit = 'ms', value }) => {
    const measured = value(present(results[part].values));
    const isThere = measured !== undefined && !Number.isNaN(measured);
    return { part, what, limit, unit, ...(isThere && { value: measured, met: holds(measured, limit) }) };
  });
}

function holds(value, limit) {
  const [sign, number] = limit.split(' ');
  return sign === '≤' ? value <= Number(number) : value >= Number(number);
}

function markdownOf({ date, machine: m, results, targets }) {
  const lines = [
    `Measured ${date} UTC on ${m.cores} cores (${m.cpu}), ${m.memoryGB} GB, ${m.platform}, Node ${m.node}, commit ${m.commit}${options.quick ? '; a quick run, for trying out only' : ''}.`,
    '',
    '## Targets',
    '',
    table(targets.map(targetRow)),
    '',
    ...growthSection(results),
  ];
  for (const [name, { title, tables, seconds, failed, measured }] of Object.entries(results)) {
    lines.push(
      `## ${title}`,
      '',
      `\`npm run bench -- ${name}\`, ${seconds} s, ${measured}${failed ? `: ${failed}` : ''}`,
      '',
    );
    for (const { title: caption, rows, note } of tables) {
      lines.push(`### ${caption}`, '', table(rows), '', ...(note ? [note, ''] : []));
    }
  }
  return lines.join('\n');
}

function growthSection(results) {
  const rows = GROWTH.flatMap(({ part, what, sizes, key, why }) => {
    const values = results[part] && present(results[part].values);
    const cells = sizes.map((size) => values?.[key(size)]);
    const isLines = sizes[0] === 100;
    return cells.some((cell) => cell !== undefined) ? [{ what, isLines, cells: cells.map(short), why }] : [];
  });
  const grid = (title, isLines, names) => {
    const own = rows.filter((row) => row.isLines === isLines);
    const line = ({ what, cells, why }) => ({
      'median ms': what,
      ...Object.fromEntries(cells.map((cell, i) => [names[i], cell])),
      why,
    });
    return own.length > 0 ? [`### ${title}`, '', table(own.map(line)), ''] : [];
  };
  const lines = ['100 lines', '1,000', '10,000', '100,000'];
  const cases = ['85 cases', '1,000', '10,000', '100,000'];
  const tables = [...grid('With the file', true, lines), ...grid('With the library', false, cases)];
  return tables.length > 0 ? ['## How the costs grow', '', ...tables] : [];
}

/** Replaces what stands below the mark. */
function intoReadme(text) {
  const [head] = readFileSync(README, 'utf8').split(RESULTS);
  writeFileSync(README, `${head.trimEnd()}\n\n${RESULTS}\n\n${text.trimEnd()}\n`);
}

function targetRow({ part, what, limit, unit, value, met }) {
  const measured = value === undefined ? 'not measured' : `${short(value)} ${unit}`.trim();
  const verdict = value === undefined ? '' : met ? 'met' : '**not met**';
  return { target: what, limit: `${limit} ${unit}`.trim(), measured, '': verdict, part };
}

await runMain(main);
