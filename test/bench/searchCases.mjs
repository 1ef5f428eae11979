// Cases and queries for the search benchmark: the real library, libraries of any size recombined from its sentences, and
// for each kind of query what must be found. The same seed gives the same bytes.
import { pinyin } from 'pinyin-pro';

/** Deterministic numbers in [0, 1) (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const HAN = /^\p{Script=Han}+$/u;
const SUFFIXES = '科技 网络 互娱 云商 数据 出行 教育 医疗 物流 金融 直播 传媒 智能 信息 健康'.split(' ');

/** `count` cases with invented customers, titles of real goals, and the sentences of the real cases, shuffled. */
export function recombined(data, count, seed = 3) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const letters = [...new Set(data.cases.flatMap((study) => [...study.customer.zh]))].filter((sign) => HAN.test(sign));
  const goals = data.cases.map((study) => ({ zh: study.title.zh.slice(-8), en: study.title.en.split(': ').pop() }));
  const pools = ['challenges', 'solution', 'outcomes'].map((part) => [
    part,
    data.cases.flatMap((study) => study[part]),
  ]);
  const products = data.products.filter(({ id }) =>
    data.cases.some((study) => study.products.some((use) => use.id === id)),
  );
  const seen = new Set();
  const cases = Array.from({ length: count }, (_, i) => {
    let customer = '';
    do {
      customer = Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(letters)).join('') + pick(SUFFIXES);
    } while (seen.has(customer));
    seen.add(customer);
    const model = pick(data.cases);
    const goal = pick(goals);
    const used = [...new Set(Array.from({ length: 3 + Math.floor(next() * 3) }, () => pick(products)))];
    const parts = pools.map(([part, pool]) => [
      part,
      Array.from({ length: 5 + Math.floor(next() * 4) }, () => pick(pool)),
    ]);
    return {
      ...model,
      ...Object.fromEntries(parts),
      id: `made-${i}`,
      section: String(i),
      page: i,
      customer: { zh: customer, en: `Company ${i}` },
      title: { zh: `${customer}：${used[0].short}助力${goal.zh}`, en: `Company ${i}: ${used[0].short}, ${goal.en}` },
      products: used.map(({ id }) => ({ id, listed: true, role: pick(model.products)?.role ?? model.summary })),
    };
  });
  // As the data build would: every name spelled in its own words.
  const names = cases.flatMap((study) => [study.customer.zh, study.title.zh]);
  const spelled = names.map((name) => [name, spell(name).join(' ')]);
  return { ...data, cases, pinyin: { ...data.pinyin, ...Object.fromEntries(spelled) } };
}

function spell(text) {
  const sounds = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return sounds
    .map((sound) =>
      sound
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter(Boolean);
}

/** All the words of a case in one text, lower case: what a found phrase must stand in. */
export function textOf(study, data) {
  const names = new Map(data.products.map((product) => [product.id, product]));
  const uses = study.products
    .map(({ id }) => names.get(id))
    .map((product) => [product?.zh, product?.en, product?.short, product?.aliases]);
  return JSON.stringify([study, uses]).toLowerCase();
}

/** Kind → queries `{ query, id }` (that case is wanted) or `{ query, holds }` (every hit must hold that text). */
export function queriesOf(data, each = 40, seed = 11) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  for (let i = 0; i < each; i++) {
    addNames(kinds, pick(data.cases));
    addWords(kinds, pick(data.cases), pick(data.cases), segmenter);
    addPhrases(kinds, pick(data.cases), pick, next, segmenter);
    addSpelled(kinds, pick(data.cases));
  }
  for (const word of PRODUCT_WORDS) kinds.product.push({ query: word, holds: word });
  for (const [query, holds] of TYPOS) kinds.typo.push({ query, holds });
  return kinds;
}

export const KINDS = [
  'name',
  'name, one wrong sign',
  'two words',
  'two words, word-aligned',
  'phrase',
  'phrase, word-aligned',
  'product',
  'typo',
  'pinyin',
  'initials',
];
const PRODUCT_WORDS = ['polardb', 'maxcompute', 'kafka', 'redis', 'rds', 'ecs', 'oss', 'cdn'];
const TYPOS = [
  ['polrdb', 'polardb'],
  ['maxcomptue', 'maxcompute'],
  ['kafak', 'kafka'],
  ['reids', 'redis'],
  ['tabelstore', 'tablestore'],
  ['rockemq', 'rocketmq'],
];

function nameOf(study) {
  return study.customer.zh.split(/[（(]/)[0].trim();
}

function addNames(kinds, study) {
  const name = nameOf(study).slice(0, 6);
  kinds.name.push({ query: name, id: study.id });
  if (name.length < 4 || !HAN.test(name)) return;
  kinds['name, one wrong sign'].push({ query: `${name[0]}某${name.slice(2)}`, id: study.id });
}

function addWords(kinds, study, other, segmenter) {
  const goal = study.title.zh.slice(-3);
  kinds['two words'].push({ query: `${nameOf(study).slice(0, 4)} ${goal}`, id: study.id });
  const words = [...segmenter.segment(other.title.zh.replace(other.customer.zh, ''))].filter((word) => word.isWordLike);
  const last = words.filter(({ segment }) => segment.length > 1).pop();
  if (last)
    kinds['two words, word-aligned'].push({ query: `${nameOf(other).slice(0, 4)} ${last.segment}`, id: other.id });
}

function addPhrases(kinds, study, pick, next, segmenter) {
  const sentence = pick([...study.challenges, ...study.solution, ...study.outcomes]).zh;
  const run = pick(sentence.match(/\p{Script=Han}{6,}/gu) ?? []);
  if (!run) return;
  const from = Math.floor(next() * (run.length - 5));
  kinds.phrase.push({ query: run.slice(from, from + 6), holds: run.slice(from, from + 6) });
  const words = [...segmenter.segment(run)].map(({ segment }) => segment);
  let text = '';
  for (let i = Math.floor(next() * Math.max(1, words.length - 3)); i < words.length && text.length < 5; i++)
    text += words[i];
  if (text.length >= 4) kinds['phrase, word-aligned'].push({ query: text, holds: text });
}

function addSpelled(kinds, study) {
  const name = nameOf(study).slice(0, 5);
  if (!HAN.test(name)) return;
  const syllables = spell(name);
  kinds.pinyin.push({ query: syllables.join(''), id: study.id });
  kinds.initials.push({ query: syllables.map((syllable) => syllable[0]).join(''), id: study.id });
}
