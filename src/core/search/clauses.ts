// A clause is one thing that was typed and that a case must hold: a word, or several that are one name together. A long
// Chinese word is also cut into the parts it says, because nobody types blanks.
import { bare, isLatin, runsOf } from './fold';
import { isKnown, type Lexicon, type Meaning, meaningsOf, wordsAlike } from './lexicon';

export interface Segment {
  readonly text: string;
  /** What it stands for as a whole. */
  readonly meanings: readonly Meaning[];
  /** Other words for the problem that it is, folded. */
  readonly alike: readonly string[];
}

export interface Clause extends Segment {
  /** Latin letters and digits throughout. */
  readonly latin: boolean;
  /** Parts of a Chinese word, each once, in order; none where it has only one. */
  readonly segments: readonly Segment[];
}

/** How many cases hold a pair of letters. */
export type Commonness = (pair: string) => number;

const MOST_WORDS_JOINED = 4;

/** `rds mysql 迁移` → `rds mysql`, `迁移`: neighbours that are a name together stay together. */
export function clausesOf(lexicon: Lexicon, words: readonly string[], commonness: Commonness): Clause[] {
  const clauses: Clause[] = [];
  const isOnlyLinks = words.every((word) => LINKS.has(word));
  for (let i = 0; i < words.length; ) {
    const count = namedTogether(lexicon, words, i);
    const text = words.slice(i, i + count).join(' ');
    if (isOnlyLinks || !LINKS.has(text)) clauses.push(clauseOf(lexicon, text, commonness));
    i += count;
  }
  return clauses;
}

/** Words that only hold others together. */
const LINKS: ReadonlySet<string> = new Set([
  '的',
  '和',
  '与',
  '在',
  '用',
  'of',
  'the',
  'for',
  'in',
  'on',
  'a',
  'an',
  'to',
  'and',
  'with',
  'by',
]);

function namedTogether(lexicon: Lexicon, words: readonly string[], from: number): number {
  for (let count = Math.min(MOST_WORDS_JOINED, words.length - from); count > 1; count--) {
    const together = words.slice(from, from + count);
    if (together.every((word) => isLatin(word.charCodeAt(0))) && isKnown(lexicon, bare(together.join(''))))
      return count;
  }
  return 1;
}

function clauseOf(lexicon: Lexicon, text: string, commonness: Commonness): Clause {
  const latin = runsOf(text).every((run) => !run.wide);
  const segments = latin ? [] : segmentsOf(lexicon, text, commonness);
  return { ...meant(lexicon, text, meaningsOf(lexicon, text)), latin, segments };
}

/** Words shorter than this are one thing. */
const SHORTEST_CUT = 3;

function segmentsOf(lexicon: Lexicon, text: string, commonness: Commonness): Segment[] {
  if (text.length < SHORTEST_CUT) return [];
  const parts = runsOf(text).flatMap((run) => (run.wide ? cut(lexicon, run.text, commonness) : [run.text]));
  if (parts.length < 2 && parts[0]?.length === text.length) return [];
  return [...new Set(parts)].map((part) => meant(lexicon, part, meaningsOf(lexicon, part).filter(isWhole)));
}

function isWhole({ fit }: Meaning): boolean {
  return fit === 'whole';
}

function meant(lexicon: Lexicon, text: string, meanings: readonly Meaning[]): Segment {
  const term = meanings.find((meaning) => isWhole(meaning) && meaning.form.subject.kind !== 'product');
  const words = term?.form.subject.kind === 'problem' ? wordsAlike(lexicon, term.form.subject, text) : [];
  return { text, meanings, alike: words };
}

/** Longest known name first; what lies between is cut by the platform's dictionary. */
function cut(lexicon: Lexicon, text: string, commonness: Commonness): string[] {
  const parts: string[] = [];
  let loose = 0;
  const addLoose = (end: number) => {
    const words = withoutLoners(dictionaryWords(lexicon, text.slice(loose, end)), commonness);
    // A lone character beside a known name (运维压力 + 大) says nothing of its own.
    parts.push(...words.filter((word) => word.length > 1 || words.length > 1));
  };
  for (let i = 0; i < text.length; ) {
    const known = knownAt(lexicon, text, i);
    if (known > 0) {
      addLoose(i);
      parts.push(text.slice(i, i + known));
      loose = i + known;
    }
    i += Math.max(1, known);
  }
  addLoose(text.length);
  return parts;
}

/** Length of the longest form at `at` that is not the whole text; 0 for none. */
function knownAt(lexicon: Lexicon, text: string, at: number): number {
  const most = Math.min(lexicon.longest, text.length - at, at === 0 ? text.length - 1 : text.length);
  for (let length = most; length > 1; length--) if (isKnown(lexicon, text.slice(at, at + length))) return length;
  return 0;
}

function dictionaryWords(lexicon: Lexicon, text: string): string[] {
  if (text.length < 3) return text ? [text] : [];
  return [...lexicon.segmenter().segment(text)].map((part) => part.segment);
}

/** A single character says too little: it joins the neighbour that the cases more often write it with (数据 + 库). */
function withoutLoners(words: readonly string[], commonness: Commonness): string[] {
  const parts: string[] = [];
  let carried = '';
  words.forEach((word, i) => {
    const whole = carried + word;
    const before = parts[parts.length - 1] ?? '';
    carried = '';
    if (whole.length > 1) parts.push(whole);
    else if (before && joinsLeft(before, word, words[i + 1], commonness)) parts[parts.length - 1] = before + word;
    else carried = word;
  });
  return carried ? [...parts, carried] : parts;
}

function joinsLeft(before: string, sign: string, after: string | undefined, commonness: Commonness): boolean {
  return after === undefined || commonness(before.slice(-1) + sign) >= commonness(sign + after.charAt(0));
}

/** Words that any cloud case could claim; they hardly tell one from another. */
const FILLERS: ReadonlySet<string> = new Set(
  '云上 上云 云端 阿里云 案例 方案 解决方案 系统 平台 业务 服务 公司 企业 如何 怎么 问题 实践 架构 优化 技术 应用 场景 需求 建设 搭建 构建 提升 能力 客户 使用 基于'.split(
    ' ',
  ),
);

/** Factor on the weight of a word. */
export function tellingness(word: string): number {
  return FILLERS.has(word) ? 0.15 : 1;
}
