// npm run bench [-- part …] [--sizes 100,1000] [--quick] [--json FILE] [--markdown FILE]: measures what README claims, beside
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
import { short, table } from './measure.mjs';
import { PARTS } from './parts.mjs';
import { TARGETS } from './targets.mjs';

const SELF = fileURLToPath(import.meta.url);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
    one: { type: 'string' }, // internal: this process measures one part and writes what it found here
  },
});

async function main() {
  const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS);
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
  if (options.help || unknown.length > 0) return usage(unknown);
  if (options.one) return measureHere(wanted[0]);
  const results = {};
  for (const name of wanted) {
    console.error(`── ${name}: ${PARTS[name].what}`);
    results[name] = await measureApart(name);
    console.error(`   ${results[name].failed ?? 'done'}, ${results[name].seconds} s`);
  }
  const report = { date: new Date().toISOString().slice(0, 16), machine: machine(), results, targets: judged(results) };
  const text = markdownOf(report);
  if (options.json) writeFileSync(options.json, JSON.stringify(report, undefined, 1));
  if (options.markdown) writeFileSync(options.markdown, text);
  console.log(text);
  return 0;
}

function usage(unknown) {
  if (unknown.length > 0) console.log(`There is no part ${unknown.join(', ')}.`);
  console.log('npm run bench [-- part …] [--sizes 100,1000] [--quick] [--json FILE] [--markdown FILE]\n\nParts:');
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
    `Measured ${date.replace('T', ' ')} UTC on ${m.cores} cores (${m.cpu}), ${m.memoryGB} GB, ${m.platform}, Node ${m.node}, commit ${m.commit}${options.quick ? '; a quick run, for trying out only' : ''}.`,
    '',
    '## Targets',
    '',
    table(targets.map(targetRow)),
    '',
  ];
  for (const [name, { title, tables, seconds, failed }] of Object.entries(results)) {
    lines.push(`## ${title}`, '', `\`npm run bench -- ${name}\`, ${seconds} s${failed ? `: ${failed}` : ''}`, '');
    for (const { title: caption, rows, note } of tables) {
      lines.push(`### ${caption}`, '', table(rows), '', ...(note ? [note, ''] : []));
    }
  }
  return lines.join('\n');
}

function targetRow({ part, what, limit, unit, value, met }) {
  const measured = value === undefined ? 'not measured' : `${short(value)} ${unit}`.trim();
  const verdict = value === undefined ? '' : met ? 'met' : '**not met**';
  return { target: what, limit: `${limit} ${unit}`.trim(), measured, '': verdict, part };
}

await runMain(main);
