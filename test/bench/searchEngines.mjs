// Other search engines on the same cases, each in one plain configuration that suits Chinese. They get what a user would
// give them: names, products, the pinyin of the names and its initials; "all text" has the statements, too.
import { pinyin } from 'pinyin-pro';

import { peerModule } from './peers.mjs';

const LIMIT = 10;
const NAME_KEYS = ['name', 'products', 'sounds'];

/**
 * `[{ name, largest, prepare(data) → documents, build(documents) → search(query) → ids }]`; `largest`: cases beyond which
 * it is not asked.
 */
export async function otherEngines() {
  const [Fuse, MiniSearch, uFuzzy, FlexSearch] = await Promise.all(
    ['fuse.js', 'minisearch', '@leeoniya/ufuzzy', 'flexsearch'].map(peerModule),
  );
  const engine = (module, name, largest, build) => (module ? [{ name, largest, prepare: documentsOf, build }] : []);
  return [
    ...engine(Fuse, 'fuse.js, names', 100_000, (documents) => fuse(Fuse, documents, NAME_KEYS)),
    ...engine(Fuse, 'fuse.js, all text', 1000, (documents) => fuse(Fuse, documents, [...NAME_KEYS, 'text'])),
    ...engine(MiniSearch, 'MiniSearch 2-grams, names', 100_000, (documents) => mini(MiniSearch, documents, NAME_KEYS)),
    ...engine(MiniSearch, 'MiniSearch 2-grams, all text', 1000, (documents) =>
      mini(MiniSearch, documents, [...NAME_KEYS, 'text']),
    ),
    ...engine(uFuzzy, 'uFuzzy, names, one slip a word', 100_000, (documents) => fuzzy(uFuzzy, documents, NAME_KEYS)),
    ...engine(uFuzzy, 'uFuzzy, all text', 10_000, (documents) => fuzzy(uFuzzy, documents, [...NAME_KEYS, 'text'], 0)),
    ...engine(FlexSearch, 'FlexSearch CJK, names', 100_000, (documents) => flex(FlexSearch, documents, NAME_KEYS)),
    ...engine(FlexSearch, 'FlexSearch 2-grams, all text', 10_000, (documents) =>
      flex(FlexSearch, documents, [...NAME_KEYS, 'text'], { encode: pairs, tokenize: 'strict' }),
    ),
  ];
}

const syllables = new Map();

function soundsOf(text) {
  const letters = [...text].filter((sign) => /\p{Script=Han}/u.test(sign));
  const sounds = letters.map((sign) => {
    if (!syllables.has(sign)) syllables.set(sign, pinyin(sign, { toneType: 'none', v: true }));
    return syllables.get(sign);
  });
  return `${sounds.join('')} ${sounds.map((sound) => sound[0]).join('')}`;
}

function documentsOf(data) {
  const names = new Map(data.products.map((product) => [product.id, product]));
  const statements = (study) => [...study.challenges, ...study.solution, ...study.outcomes];
  return data.cases.map((study) => ({
    id: study.id,
    name: [study.customer.zh, study.title.zh, study.customer.en, study.title.en].join(' '),
    products: study.products
      .map(({ id }) => names.get(id))
      .map((product) => `${product?.zh} ${product?.en} ${product?.short}`)
      .join(' '),
    sounds: `${soundsOf(study.customer.zh)} ${soundsOf(study.title.zh)}`,
    text: statements(study)
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n'),
  }));
}

function fuse(Fuse, documents, keys) {
  const engine = new Fuse(documents, { keys, threshold: 0.3, ignoreLocation: true });
  return (query) => engine.search(query.slice(0, 32), { limit: LIMIT }).map(({ item }) => item.id);
}

/** Latin words whole, Chinese by overlapping pairs. */
function pairs(text) {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)].flatMap(([run]) => {
    if (/^[a-z0-9]/.test(run) || run.length === 1) return [run];
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
  });
}

function mini(MiniSearch, documents, fields) {
  const fuzzy = (word) => (/^[a-z0-9]{5,}$/.test(word) ? 0.2 : false);
  const searchOptions = { tokenize: pairs, prefix: true, combineWith: 'AND', fuzzy };
  const engine = new MiniSearch({ fields, tokenize: pairs, searchOptions });
  engine.addAll(documents);
  return (query) =>
    engine
      .search(query)
      .slice(0, LIMIT)
      .map(({ id }) => id);
}

function fuzzy(uFuzzy, documents, keys, slips = 1) {
  const haystack = documents.map((one) =>
    keys
      .map((key) => one[key])
      .join(' ')
      .toLowerCase(),
  );
  const engine = new uFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraChars: "[\\p{L}\\d']",
    intraMode: slips,
    ...(slips > 0 && { intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 }),
  });
  return (query) => {
    const [found, info, order] = engine.search(haystack, query.toLowerCase(), 1, 1000);
    if (!found) return [];
    const ranked = order ? order.map((place) => info.idx[place]) : [...found];
    return ranked.slice(0, LIMIT).map((place) => documents[place].id);
  };
}

function flex(FlexSearch, documents, keys, options = { encoder: FlexSearch.Charset?.CJK, tokenize: 'forward' }) {
  const index = keys.map((field) => ({ field, ...options }));
  const engine = new FlexSearch.Document({ document: { id: 'id', index } });
  for (const one of documents) engine.add(one);
  return (query) => {
    const found = engine.search(query, { limit: LIMIT }).flatMap(({ result }) => result);
    return [...new Set(found)].slice(0, LIMIT);
  };
}
