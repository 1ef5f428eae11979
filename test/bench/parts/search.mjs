// Search beside other engines on the same cases: what each letter typed costs, what is found, what the index costs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { heapUsed, now, short, shown, stats } from '../measure.mjs';
import { authoredData, gradedQueries, load } from '../ours.mjs';
import { KINDS, queriesOf, recombined, textOf } from '../searchCases.mjs';
import { otherEngines } from '../searchEngines.mjs';

const OURS = 'Cloud Casebook';
const REAL = 85;
const LIMIT = 10;
const LARGEST_FOR_QUALITY = 20_000;

export async function search({ sizes, quick }) {
  const values = {};
  const tables = [];
  for (const size of sizes) {
    const names = (await engines()).filter(({ largest }) => size <= largest).map(({ name }) => name);
    const measured = names.map((name) => inOwnProcess(name, size, quick));
    const title = size === REAL ? `The ${REAL} real cases` : `${size} cases recombined from their sentences`;
    tables.push(costTable(title, measured), qualityTable(title, measured));
    if (measured[0].graded) tables.push(gradedTable(measured));
    take(values, size, measured);
  }
  return { title: 'Search', tables, values };
}

async function engines() {
  return [ours(), ...(await otherEngines())];
}

function ours() {
  let core;
  return {
    name: OURS,
    largest: Number.POSITIVE_INFINITY,
    prepare(data) {
      core = load({
        './src/core/library': ['buildLibrary'],
        './src/core/search/search': ['search'],
        './src/core/search/searchIndex': ['buildSearch'],
      });
      return core.buildLibrary(data);
    },
    build(library) {
      const index = core.buildSearch(library);
      return (query) => core.search(index, query, { limit: LIMIT }).map(({ study }) => study.id);
    },
  };
}

/** Every engine has a process of its own, so that none pays for the memory of another. */
function inOwnProcess(name, size, quick) {
  const out = join(temporaryFolder('casebook-bench-'), 'engine.json');
  const script = fileURLToPath(import.meta.url);
  const args = [
    '--expose-gc',
    '--max-old-space-size=6000',
    script,
    '--engine',
    name,
    String(size),
    quick ? 'quick' : '',
    out,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) return { name, failed: /^\w*Error.*$/m.exec(stderr)?.[0] ?? `exit code ${status}` };
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** Measures one engine on `size` cases. */
export async function measureEngine(name, size, quick) {
  const data = size === REAL ? authoredData() : recombined(authoredData(), size);
  const { prepare, build } = (await engines()).find((one) => one.name === name);
  const documents = prepare(data);
  const queries = queriesOf(data, quick || size > LARGEST_FOR_QUALITY ? 12 : 40);
  const before = heapUsed();
  const start = now();
  const find = build(documents);
  find('预热 warm'); // what is put off to the first query belongs to the index
  const built = now() - start;
  for (const kind of KINDS) find(queries[kind][0].query);
  const heap = (heapUsed() - before) / 1048576;
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, qualityOf(find, queries[kind], data, quick)]));
  const typed = keystrokes(find, queries, quick);
  const graded = size === REAL ? gradedOf(find, data) : undefined;
  return { name, built, heap, typed, kinds, graded };
}

/** Every query typed letter by letter; kind after kind, until the time is over. */
function keystrokes(find, queries, quick) {
  const budget = quick ? 800 : 6000;
  const all = Object.values(queries).flatMap((own) => own.map(({ query }) => query));
  const order = all.map((query, i) => ({ query, key: (i * 7919) % all.length })).sort((a, b) => a.key - b.key);
  const letters = order.flatMap(({ query }) => Array.from(query, (_, i) => query.slice(0, i + 1)));
  const warm = now();
  for (const text of letters.slice(0, 40)) if (now() - warm < budget / 4) find(text);
  const samples = [];
  const start = now();
  for (const text of letters) {
    const from = now();
    find(text);
    samples.push(now() - from);
    if (samples.length >= 15 && now() - start > budget) break;
  }
  return stats(samples);
}

function qualityOf(find, queries, data, quick) {
  const budget = quick ? 500 : 5000;
  const byId = new Map(data.cases.map((study) => [study.id, study]));
  const times = [];
  let [first, ten, precision] = [0, 0, 0];
  const start = now();
  for (const { query, id, holds } of queries) {
    if (times.length >= 3 && now() - start > budget) break;
    const from = now();
    const ids = find(query);
    times.push(now() - from);
    if (id !== undefined) {
      first += ids[0] === id ? 1 : 0;
      ten += ids.includes(id) ? 1 : 0;
    } else if (ids.length > 0) {
      precision += ids.filter((hit) => textOf(byId.get(hit), data).includes(holds)).length / ids.length;
    }
  }
  const part = (sum) => sum / times.length;
  const isPrecision = queries[0]?.id === undefined;
  return {
    ...stats(times),
    ...(isPrecision ? { precision: part(precision) } : { first: part(first), ten: part(ten) }),
  };
}

/** nDCG@10 on queries that people graded, and how often the wanted case is first. */
function gradedOf(find, data) {
  const queries = gradedQueries();
  if (queries.length === 0) return undefined;
  const sectionOf = new Map(data.cases.map(({ id, section }) => [id, section]));
  const gain = (grade, i) => (2 ** grade - 1) / Math.log2(i + 2);
  const sum = (grades) => grades.slice(0, LIMIT).reduce((total, grade, i) => total + gain(grade, i), 0);
  const one = ({ query, relevant }) => {
    const ideal = sum(Object.values(relevant).sort((a, b) => b - a));
    return ideal === 0 ? undefined : sum(find(query).map((id) => relevant[sectionOf.get(id)] ?? 0)) / ideal;
  };
  const scores = queries
    .map((query) => ({ type: query.type, score: one(query) }))
    .filter(({ score }) => score !== undefined);
  const mean = (own) => own.reduce((total, { score }) => total + score, 0) / own.length;
  const types = [...new Set(scores.map(({ type }) => type))];
  return {
    n: scores.length,
    all: mean(scores),
    types: Object.fromEntries(types.map((type) => [type, mean(scores.filter((score) => score.type === type))])),
  };
}

function costTable(title, measured) {
  return {
    title: `${title}: what a keystroke and the index cost`,
    rows: measured.map(({ name, failed, typed, kinds, built, heap }) => {
      if (failed) return { engine: name, 'a keystroke ms': failed };
      const slowest = Object.entries(kinds).reduce((a, b) => (b[1].median > a[1].median ? b : a));
      return {
        engine: name,
        'a keystroke ms': shown(typed),
        'slowest kind of query ms': `${shown(slowest[1])} ${slowest[0]}`,
        'index built ms': short(built),
        'index heap MB': short(heap),
      };
    }),
    note: 'A keystroke: every query of every kind typed letter by letter. Median (p95).',
  };
}

function qualityTable(title, measured) {
  return {
    title: `${title}: what is found`,
    rows: measured
      .filter(({ failed }) => !failed)
      .map(({ name, kinds }) => ({
        engine: name,
        ...mapped(kinds, found),
      })),
    note: '% found first / among ten; P: % of the ten that hold the text. An engine that runs out of time is asked less (n).',
  };
}

function found({ first, ten, precision, n }) {
  const percent = (part) => Math.round(100 * part);
  const asked = ` n=${n}`;
  return (precision === undefined ? `${percent(first)}/${percent(ten)}` : `P ${percent(precision)}`) + asked;
}

function gradedTable(measured) {
  return {
    title: 'nDCG@10 on the graded queries',
    rows: measured
      .filter(({ graded }) => graded)
      .map(({ name, graded }) => ({
        engine: name,
        [`all, n=${graded.n}`]: short(graded.all),
        ...mapped(graded.types, short),
      })),
  };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function take(values, size, measured) {
  const [own, ...others] = measured;
  if (own.failed) return;
  const fuse = others.find(({ name, failed }) => name === 'fuse.js, names' && !failed);
  const slowest = Math.max(...Object.values(own.kinds).map(({ p95 }) => p95));
  Object.assign(values, {
    [`${size}.median`]: own.typed.median,
    [`${size}.p95`]: own.typed.p95,
    [`${size}.slowestKind`]: slowest,
    [`${size}.build`]: own.built,
    [`${size}.heap`]: own.heap,
    [`${size}.fusePart`]: fuse && own.typed.median / fuse.typed.median,
    [`${size}.wrongSign`]: own.kinds['name, one wrong sign'].ten,
    [`${size}.behind`]: kindsBehind(own, others),
    [`${size}.ndcg`]: own.graded?.all,
    [`${size}.ndcgLead`]: own.graded && own.graded.all - Math.max(0, ...others.map(({ graded }) => graded?.all ?? 0)),
  });
}

/** Kinds of query in which another engine finds more; each as `kind: engine`. */
function kindsBehind(own, others) {
  const quality = ({ first, ten, precision }) => precision ?? ten * 10 + first;
  return Object.entries(own.kinds).flatMap(([kind, one]) => {
    const better = others.find(
      ({ failed, kinds }) => !failed && kinds[kind].n === one.n && quality(kinds[kind]) > quality(one) + 1e-9,
    );
    return better ? [`${kind}: ${better.name}`] : [];
  });
}

if (process.argv[2] === '--engine') {
  const [name, size, quick, out] = process.argv.slice(3);
  writeFileSync(out, JSON.stringify(await measureEngine(name, Number(size), quick === 'quick')));
  process.exit(0);
}
