// What one case holds for one clause: which name, product, problem or statement answers it, and how well. Reads the case
// itself, so it is exact; the postings only said where to look.
import type { CaseStudy } from '../model';
import { once } from '../once';
import type { Segment } from './clauses';
import { findWord, fold, isLatin } from './fold';
import type { Meaning, Subject } from './lexicon';
import { type Passage, passagesOf, textsIn } from './passages';

export const TIERS = [
  'name',
  'alias',
  'product',
  'facet',
  'statement',
  'number',
  'pinyin',
  'initials',
  'typo',
] as const;
export type Tier = (typeof TIERS)[number];

/** Where in `text` the typed words stand, as `[start, end)`. */
export type TextRange = readonly [start: number, end: number];

/** Why a case was found. */
export interface Why {
  readonly tier: Tier;
  /** What fired: the name, the alias as the library writes it, or the statement. */
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** Where it stands on the case page: `solution-2`. */
  readonly place?: string;
  /** What an alias stands for. */
  readonly subject?: Subject;
  /** The alias is the workspace's own. */
  readonly workspace?: true;
}

export interface Evidence {
  readonly score: number;
  readonly why: Why;
}

/** Tiers stand apart by whole points: nothing within a tier lifts a case into the next. */
export const BAND = { name: 8, alias: 7, product: 6, text: 4, parts: 3, pinyin: 2.9, initials: 2, typo: 1 } as const;

/** A case opened for reading: all its passages as one folded text a language, made when a word first needs it. */
export interface Reading {
  readonly study: CaseStudy;
  readonly passages: () => readonly Passage[];
  readonly zh: () => Joined;
  readonly en: () => Joined;
}

interface Joined {
  readonly text: string;
  /** Where each passage starts in `text`. */
  readonly starts: readonly number[];
}

export function readCase(study: CaseStudy): Reading {
  return {
    study,
    passages: once(() => passagesOf(study)),
    zh: once(() => joined(textsIn(study, 'zh'))),
    en: once(() => joined(textsIn(study, 'en'))),
  };
}

function joined(texts: readonly string[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: fold(texts.join('\n')), starts };
}

/** A passage that holds a word. */
export interface Mention {
  readonly passage: Passage;
  readonly lang: 'zh' | 'en';
  readonly at: number;
  readonly length: number;
}

/** The passages that hold `word`, in reading order, Chinese first; English only for Latin words. */
export function mentionsOf(reading: Reading, word: string, most = 6): Mention[] {
  const mentions: Mention[] = [];
  const found = new Set<Passage>();
  for (const lang of isLatin(word.charCodeAt(0)) ? LANGS : LANGS.slice(0, 1)) {
    const { text, starts } = reading[lang]();
    let i = 0;
    for (
      let at = findWord(text, word);
      at >= 0 && found.size < most;
      at = findWord(text, word, starts[i] ?? text.length)
    ) {
      while ((starts[i + 1] ?? text.length + 1) <= at) i++;
      const passage = reading.passages()[i];
      if (passage && !found.has(passage))
        mentions.push({ passage, lang, at: at - (starts[i] ?? 0), length: word.length });
      if (passage) found.add(passage);
      i++;
    }
  }
  return mentions;
}

const LANGS = ['zh', 'en'] as const;

/** Whether the case's texts hold `word` at all. */
export function holds(reading: Reading, word: string): boolean {
  if (findWord(reading.zh().text, word) >= 0) return true;
  return isLatin(word.charCodeAt(0)) && findWord(reading.en().text, word) >= 0;
}

/** How much a case is about a word or a problem, 0 to 1, with the passage that shows it best. */
export interface Topic {
  readonly weight: number;
  /** Filed so or said so, not only in other words. */
  readonly direct: boolean;
  readonly mention?: Mention;
  readonly meaning?: Meaning;
}

/** What each sign of being about something adds. Outcomes with figures are what an architect quotes. */
const SIGN = {
  /** It stands there letter by letter; or scattered over one statement, by the share of it that does. */
  literal: 0.28,
  again: 0.05,
  summary: 0.1,
  /** The case is filed under it, and most of all when it is filed there first. */
  filed: 0.22,
  first: 0.1,
  /** Each statement that is filed so. */
  tagged: 0.04,
  /** Other words for it. */
  alike: 0.1,
  outcome: 0.08,
  /** An outcome with a figure; and a figure that is labelled so. */
  figure: 0.08,
  measured: 0.15,
} as const;

export function topicOf(reading: Reading, part: Segment): Topic {
  const literal = mentionsOf(reading, part.text);
  const meaning = part.meanings.find(({ form, fit }) => fit === 'whole' && form.subject.kind !== 'product');
  const filed = meaning ? filedUnder(reading.study, meaning.form.subject) : 0;
  const alike = part.alike.filter((word) => word !== part.text).flatMap((word) => mentionsOf(reading, word, 4));
  const all = [...literal, ...alike];
  if (all.length === 0 && filed === 0) return { weight: 0, direct: false };
  const labelled = hasLabelled(reading.study, [part.text, ...part.alike]);
  const weight =
    SIGN.literal * (literal.length > 0 ? 1 : scattered(reading, part.text) ** 2) +
    SIGN.again * Math.min(3, Math.max(0, literal.length - 1)) +
    (all.some(({ passage }) => passage.part === 'summary') ? SIGN.summary : 0) +
    (alike.length > 0 ? SIGN.alike : 0) +
    (filed > 0 ? SIGN.filed + SIGN.first * filed : 0) +
    SIGN.tagged * Math.min(3, taggedCount(reading, meaning)) +
    outcomeSigns(all, labelled);
  const mention = shown(all, meaning);
  const direct = literal.length > 0 || filed > 0;
  return { weight: Math.min(1, weight), direct, ...(mention && { mention }), ...(meaning && { meaning }) };
}

function taggedCount(reading: Reading, meaning: Meaning | undefined): number {
  const id = meaning?.form.subject.id;
  return id === undefined ? 0 : reading.passages().filter(({ statement }) => statement?.problems?.includes(id)).length;
}

function outcomeSigns(mentions: readonly Mention[], labelled: boolean): number {
  const outcomes = mentions.filter(({ passage }) => passage.part === 'outcomes');
  const figures = outcomes.flatMap(({ passage }) => passage.statement?.figures ?? []);
  const hasResult = figures.some((figure) => figure.kind === 'outcome');
  return (
    (outcomes.length > 0 ? SIGN.outcome : 0) +
    (hasResult || labelled ? SIGN.figure : 0) +
    (labelled ? SIGN.measured : 0)
  );
}

/** Whether an outcome of the case is a figure of just this: labelled 存储费用 where costs are asked for. */
function hasLabelled(study: CaseStudy, words: readonly string[]): boolean {
  return study.outcomes.some(({ figures }) =>
    (figures ?? []).some(({ kind, label }) => {
      if (kind !== 'outcome' || !label) return false;
      const text = fold(`${label.zh}\n${label.en}`);
      return words.some((word) => text.includes(word));
    }),
  );
}

/** The largest share of the word's letter pairs that one passage holds: 存储逼近瓶颈 has two of the three of 存储瓶颈. */
function scattered(reading: Reading, word: string): number {
  if (isLatin(word.charCodeAt(0)) || word.length < 3) return 0;
  const { text, starts } = reading.zh();
  const held = new Uint8Array(starts.length);
  let most = 0;
  for (let i = 0; i + 1 < word.length; i++) {
    const pair = word.slice(i, i + 2);
    let passage = 0;
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, starts[passage] ?? text.length)) {
      while ((starts[passage + 1] ?? text.length + 1) <= at) passage++;
      held[passage] = (held[passage] ?? 0) + 1;
      most = Math.max(most, held[passage] ?? 0);
      passage++;
    }
  }
  return most / (word.length - 1);
}

/** 1 when the case is filed under the subject first of all, less the further down; 0 when it is not. */
function filedUnder(study: CaseStudy, subject: Subject): number {
  if (subject.kind === 'industry') return study.industry === subject.id ? 1 : 0;
  const rank = study.problems.indexOf(subject.id);
  return rank < 0 ? 0 : 1 / (1 + rank);
}

/** A statement before the summary; of the statements, one that is filed under the very problem. */
function shown(mentions: readonly Mention[], meaning: Meaning | undefined): Mention | undefined {
  const id = meaning?.form.subject.id ?? '';
  return (
    mentions.find(({ passage }) => passage.statement?.problems?.includes(id)) ??
    mentions.find(({ passage }) => passage.statement !== undefined) ??
    mentions[0]
  );
}

export function whyMention({ passage, lang, at, length }: Mention): Why {
  return { tier: 'statement', text: passage[lang], ranges: [[at, at + length]], place: passage.place };
}
