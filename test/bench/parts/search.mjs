// Search beside other engines on the same cases: what each letter typed costs, what is found, what the index costs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { heapUsed, now, short, shown, stats } from '../measure.mjs';
import { authoredData, gradedQueries, libraryText, load } from '../ours.mjs';
import { KINDS, queriesOf, recombined, textOf } from '../searchCases.mjs';
import { otherEngines } from '../searchEngines.mjs';

const OURS = 'Cloud Casebook';
const REAL = 85;
const LIMIT = 10;
const LARGEST_FOR_QUALITY = 20_000;
/** Up to here the code of an engine weighs as much as its index, so further ones are weighed. */
const LARGEST_WEIGHED_ALONE = 1000;

export async function search({ sizes, quick }) {
  const values = {};
  const tables = [];
  for (const size of sizes) {
    const names = (await engines()).filter(({ largest }) => size <= largest).map(({ name }) => name);
    const measured = names.map((name) => withFreshBuilds(inOwnProcess(name, size, quick), size, quick));
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

/** What the first letter of a session waits for is built in a fresh process; one sample says little. */
function withFreshBuilds(measured, size, quick) {
  if (size !== REAL || measured.failed) return measured;
  const more = Array.from({ length: quick ? 2 : 10 }, () => inOwnProcess(measured.name, size, true, 'build').built);
  return { ...measured, built: stats([measured.built, ...more]).median, builds: more.length + 1 };
}

/** Every engine has a process of its own, so that none pays for the memory of another. */
function inOwnProcess(name, size, quick, only = '') {
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
    only,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) return { name, failed: /^\w*Error.*$/m.exec(stderr)?.[0] ?? `exit code ${status}` };
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** The real cases as they come from the compiled file. */
function shippedData() {
  const { decodeLibrary } = load({ './src/core/compact': ['decodeLibrary'] });
  return decodeLibrary(JSON.parse(libraryText()));
}

/** Measures one engine on `size` cases; with `only`, how long its index takes. */
export async function measureEngine(name, size, quick, only) {
  const data = size === REAL ? shippedData() : recombined(authoredData(), size);
  const { prepare, build } = (await engines()).find((one) => one.name === name);
  const documents = prepare(data);
  const queries = queriesOf(data, quick || size > LARGEST_FOR_QUALITY ? 12 : 40);
  const index = () => {
    const find = build(documents);
    find('预热 warm'); // what is put off to the first query belongs to the index
    return find;
  };
  const before = await heapAtRest();
  const start = now();
  const find = index();
  const built = now() - start;
  if (only === 'build') return { name, built };
  const first = (await heapWith(find, queries)) - before;
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, qualityOf(find, queries[kind], data, quick)]));
  const typed = keystrokes(find, queries, quick);
  const graded = size === REAL ? gradedOf(find, data) : undefined;
  const heap = (size > LARGEST_WEIGHED_ALONE ? first : await furtherHeap(find, index, queries)) / 1048576;
  return { name, built, heap, text: textSize(data), typed, kinds, graded };
}

/** All searched text of the cases in MB, as it lies in memory: a byte a letter, two in texts with other than Western letters. */
function textSize({ cases }) {
  const texts = cases.flatMap((study) => [
    study.customer,
    study.title,
    study.summary,
    ...study.challenges,
    ...study.solution,
    ...study.outcomes,
    ...study.products.map(({ role }) => role),
    ...study.replaced.map(({ what }) => what),
    ...study.notes,
  ]);
  const size = (text) => text.length * (/[^\0-\xff]/.test(text) ? 2 : 1);
  return texts.reduce((sum, { zh, en }) => sum + size(zh) + size(en), 0) / 1048576;
}

/** Heap at rest, after a query of each kind. */
async function heapWith(find, queries) {
  for (const kind of KINDS) find(queries[kind][0].query);
  return heapAtRest();
}

/** Heap of one index more, now that all the code of the engine is there: the mean of some, because code comes and goes. */
async function furtherHeap(find, index, queries) {
  const before = await heapWith(find, queries);
  const more = Array.from({ length: FURTHER }, index);
  for (const one of more) await heapWith(one, queries);
  const heap = ((await heapAtRest()) - before) / FURTHER;
  for (const one of [find, ...more]) one('预热 warm'); // all are still there
  return heap;
}

const FURTHER = 5;

/** After a turn of the event loop, when what is only held weakly can go. */
async function heapAtRest() {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return heapUsed();
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
    rows: measured.map(({ name, failed, typed, kinds, built, builds, heap }) => {
      if (failed) return { engine: name, 'a keystroke ms': failed };
      const slowest = Object.entries(kinds).reduce((a, b) => (b[1].median > a[1].median ? b : a));
      return {
        engine: name,
        'a keystroke ms': shown(typed),
        'slowest kind of query ms': `${shown(slowest[1])} ${slowest[0]}`,
        'index built ms': short(built) + (builds ? ` n=${builds}` : ''),
        'index heap MB': short(heap),
      };
    }),
    note:
      'A keystroke: every query of every kind typed letter by letter. Median (p95). Index: in a fresh process, with the first ' +
      'query; heap at rest after a query of each kind, up to 1,000 cases without the code.',
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
    [`${size}.heapPart`]: own.text && own.heap / own.text,
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
  const [name, size, quick, out, only] = process.argv.slice(3);
  writeFileSync(out, JSON.stringify(await measureEngine(name, Number(size), quick === 'quick', only)));
  process.exit(0);
}
