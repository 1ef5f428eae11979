// Other engines on the same cases, each in one plain configuration. Not dependencies of ours: they are read from the
// folder that the caller names.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const LIMIT = 10;

/** `[name, build(data) → search(query) → ids]`; none without a folder. */
export async function peersFrom(folder) {
  if (!folder) return [];
  const require = createRequire(join(folder, 'package.json'));
  const load = (name) => {
    const module = require(name);
    return module.default ?? module;
  };
  const [Fuse, MiniSearch, uFuzzy] = ['fuse.js', 'minisearch', '@leeoniya/ufuzzy'].map(load);
  return [
    ['fuse.js (threshold .3, ignoreLocation), names', (data) => fuse(Fuse, data, NAME_KEYS)],
    ['fuse.js (threshold .3, ignoreLocation), all text', (data) => fuse(Fuse, data, [...NAME_KEYS, 'text'])],
    ['MiniSearch, 2-grams, names', (data) => mini(MiniSearch, data, ['name', 'products'])],
    ['MiniSearch, 2-grams, all text', (data) => mini(MiniSearch, data, ['name', 'products', 'text'])],
    ['uFuzzy (unicode, one slip), names', (data) => fuzzy(uFuzzy, data)],
  ];
}

const NAME_KEYS = ['name', 'products'];

function documentsOf(data) {
  const names = new Map(data.products.map((product) => [product.id, product]));
  return data.cases.map((study) => ({
    id: study.id,
    name: [study.customer.zh, study.title.zh, study.customer.en, study.title.en].join(' '),
    products: study.products
      .map(({ id }) => `${names.get(id)?.zh} ${names.get(id)?.en} ${names.get(id)?.short}`)
      .join(' '),
    text: [...study.challenges, ...study.solution, ...study.outcomes].map(({ zh, en }) => `${zh}\n${en}`).join('\n'),
  }));
}

function fuse(Fuse, data, keys) {
  const engine = new Fuse(documentsOf(data), { keys, threshold: 0.3, ignoreLocation: true });
  return (query) => engine.search(query.slice(0, 32), { limit: LIMIT }).map(({ item }) => item.id);
}

/** Latin words whole, Chinese by overlapping pairs. */
function pairs(text) {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)].flatMap(([run]) => {
    if (/^[a-z0-9]/.test(run) || run.length === 1) return [run];
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
  });
}

function mini(MiniSearch, data, fields) {
  const engine = new MiniSearch({
    fields,
    tokenize: pairs,
    searchOptions: {
      tokenize: pairs,
      prefix: true,
      combineWith: 'AND',
      fuzzy: (word) => (/^[a-z0-9]{5,}$/.test(word) ? 0.2 : false),
    },
  });
  engine.addAll(documentsOf(data));
  return (query) =>
    engine
      .search(query)
      .slice(0, LIMIT)
      .map(({ id }) => id);
}

function fuzzy(uFuzzy, data) {
  const documents = documentsOf(data);
  const haystack = documents.map(({ name, products }) => `${name} ${products}`.toLowerCase());
  const engine = new uFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraChars: "[\\p{L}\\d']",
    intraMode: 1,
    intraIns: 1,
    intraSub: 1,
    intraTrn: 1,
    intraDel: 1,
  });
  return (query) => {
    const [found, info, order] = engine.search(haystack, query.toLowerCase(), 1, 1000);
    if (!found) return [];
    const ranked = order ? order.map((place) => info.idx[place]) : [...found];
    return ranked.slice(0, LIMIT).map((place) => documents[place].id);
  };
}
