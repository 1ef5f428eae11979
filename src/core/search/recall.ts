// Which cases may answer a clause, and roughly how well: one pass over names and postings for all cases at once. Exact
// where few cases are in question; where there are many, a case may still fall when it is read.

import { type Clause, type Segment, tellingness } from './clauses';
import { BAND, holds } from './evidence';
import { isLatin } from './fold';
import { casesWithAll, gramsOf } from './grams';
import { type Form, type Meaning, wordsAlike } from './lexicon';
import { INSIDE_WORD, NAMED, type Names, nameFit, namesOf, SHORTEST_INSIDE, scanNames } from './names';
import { raise, recallSpelled, recallTypos, type Spelled } from './nearMisses';
import { casesOf, type SearchIndex } from './searchIndex';
import type { Forgiven } from './typo';

/** A clause with what all cases have for it. */
export interface Recall extends Spelled {
  readonly clause: Clause;
  /** Case number → rough score; 0: nothing. */
  readonly scores: Float32Array;
  /** Number of cases with a score. */
  readonly count: number;
  readonly typos?: ReadonlyMap<number, Forgiven<unknown>>;
  /** Numbers of the cases that have it in a name. */
  readonly named: ReadonlySet<number>;
  /** How telling the clause is, and each of its parts. */
  readonly weight: number;
  readonly partWeights: readonly number[];
  /** The parts answer only from one and the same statement. */
  readonly together: boolean;
}

const NO_CASES = new Uint32Array(0);

/** Up to so many cases are read at once to make sure. */
const READ_AT_ONCE = 96;

export function recall(index: SearchIndex, clause: Clause): Recall {
  const scores = new Float32Array(index.cases.length);
  const literal = recallLiteral(index, clause, scores);
  const whole = recallMeanings(index, clause, scores);
  const parts = partsAllowed(index, clause, literal);
  const partWeights = parts === 'none' ? [] : recallSegments(index, clause, scores);
  const spelled = clause.latin && !literal.strong && !whole ? recallSpelled(index, clause, scores) : {};
  const found = countOf(scores);
  const typos = found === 0 ? recallTypos(index, clause, scores) : undefined;
  const count = found === 0 ? countOf(scores) : found;
  const weight = Math.log(1 + index.cases.length / (1 + count)) * tellingness(clause.text);
  const { named } = literal;
  const together = parts === 'together';
  return { clause, scores, count, weight, partWeights, together, named, ...spelled, ...(typos && { typos }) };
}

function countOf(scores: Float32Array): number {
  let count = 0;
  for (const score of scores) if (score > 0) count++;
  return count;
}

interface Literal {
  readonly named: ReadonlySet<number>;
  /** Cases that hold the clause letter by letter. */
  readonly count: number;
  /** A customer’s name or its beginning among them: what was typed is no abbreviation of something else. */
  readonly strong: boolean;
}

/** Letters inside of a Latin word are less than any product. */
export function nameBand(fit: number): number {
  return fit > INSIDE_WORD ? BAND.name : BAND.parts;
}

/** Names past this many are not weighed one by one. */
const NAMES_WEIGHED = 400;

function recallLiteral(index: SearchIndex, clause: Clause, scores: Float32Array): Literal {
  const named = new Set<number>();
  const isProduct = clause.meanings.some((meaning) => isUsedProduct(index, meaning));
  let best = 0;
  let weighed = 0;
  const add = (number: number, fit: number) => {
    if (fit === 0 || (fit <= INSIDE_WORD && isProduct)) return;
    named.add(number);
    best = Math.max(best, fit);
    raise(scores, number, nameBand(fit) + fit / 2);
  };
  const inside = clause.latin && !isProduct && clause.text.length >= SHORTEST_INSIDE;
  for (const names of namesFor(index, clause.text)) {
    scanNames(names, clause.text, (number) => {
      add(number, weighed++ < NAMES_WEIGHED ? fitOf(names, number, clause.text) : 0.3);
    });
    if (inside) scanNames(names, clause.text, (number) => add(number, INSIDE_WORD), 'inside');
  }
  const told = textCases(index, clause.text);
  for (const number of told) raise(scores, number, BAND.text + 0.5);
  return { named, count: named.size + told.length, strong: best >= NAMED };
}

function fitOf(names: Names, number: number, word: string): number {
  const { customer, title } = namesOf(names, number);
  return nameFit(customer, title, word);
}

/** Cases whose texts hold the word: scanned in a small library, else from the postings and read where they are few. */
export function textCases(index: SearchIndex, word: string): Uint32Array | number[] {
  const grams = index.grams && gramsOf(word);
  if (!index.grams || !grams)
    return index.cases.map((_, number) => number).filter((number) => isIn(index, number, word));
  // A single Chinese character has no pair: in a large library only names answer it.
  const candidates = grams.length > 0 ? casesWithAll(index.grams, grams) : NO_CASES;
  if (candidates.length <= READ_AT_ONCE) return candidates.filter((number) => isIn(index, number, word));
  return isAnyIn(index, candidates, word) ? candidates : NO_CASES;
}

/** How many cases have two letters side by side; in a large library roughly, without reading any. */
export function commonness(index: SearchIndex, pair: string): number {
  return index.grams ? casesWithAll(index.grams, gramsOf(pair)).length : textCases(index, pair).length;
}

const SAMPLE = 32;

/** Reads some of many: `maxcomptue` begins like thousands of words and is none of them. */
function isAnyIn(index: SearchIndex, candidates: Uint32Array, word: string): boolean {
  const step = Math.floor(candidates.length / SAMPLE);
  return candidates.some((number, i) => i % step === 0 && isIn(index, number, word));
}

function isIn(index: SearchIndex, number: number, word: string): boolean {
  const reading = index.read(number);
  return reading !== undefined && holds(reading, word);
}

/** How the parts of a clause answer: not at all, only from one statement, or from anywhere in the case. */
type Parts = 'none' | 'together' | 'apart';

/** A phrase that stands somewhere letter by letter is a quotation; one a letter shorter may also be said in other order. */
const QUOTATION = 5;

function partsAllowed(index: SearchIndex, { text, meanings, segments }: Clause, literal: Literal): Parts {
  if (meanings.some((meaning) => isUsedProduct(index, meaning))) return 'none';
  if (literal.count === 0) return 'apart';
  const said = segments.reduce((sum, segment) => sum + segment.text.length, 0);
  if (said < text.length) return 'none';
  // Known names, and words that every case could claim, are no quotation.
  const isKnownWord = (segment: Segment) => segment.meanings.length > 0 || tellingness(segment.text) < 1;
  if (meanings.some(({ fit }) => fit === 'whole') || segments.every(isKnownWord)) return 'apart';
  return text.length >= QUOTATION ? 'none' : text.length === QUOTATION - 1 ? 'together' : 'apart';
}

function isUsedProduct(index: SearchIndex, { fit, form: { subject } }: Meaning): boolean {
  return fit === 'whole' && subject.kind === 'product' && casesOf(index, subject).length > 0;
}

/** Cases that have what the clause means; tells whether it is the whole name of something the cases have. */
function recallMeanings(index: SearchIndex, clause: Clause, scores: Float32Array): boolean {
  let whole = false;
  for (const meaning of clause.meanings) {
    const numbers = casesOf(index, meaning.form.subject);
    if (meaning.fit === 'whole' && numbers.length > 0) whole = true;
    const band = bandOf(meaning);
    for (const number of numbers) raise(scores, number, band + FIT_SHARE[meaning.fit]);
    if (meaning.fit === 'whole' && meaning.form.subject.kind === 'problem') {
      for (const number of alikeCases(index, meaning.form)) raise(scores, number, BAND.text);
    }
  }
  return whole;
}

export const FIT_SHARE = { whole: 0.5, beginning: 0.3, word: 0.1 } as const;

export function bandOf({ form, fit }: Meaning): number {
  if (form.subject.kind !== 'product') return BAND.text;
  return form.alias && fit === 'whole' ? BAND.alias : BAND.product;
}

/** Cases that speak of the problem in other words. */
function alikeCases(index: SearchIndex, asked: Form): Iterable<number> {
  const words = wordsAlike(index.lexicon, asked.subject, asked.folded);
  return index.kept(`alike/${asked.subject.id}/${words[0] ?? ''}`, () => {
    const numbers = words.flatMap((word) => [...textCases(index, word)]);
    return Uint32Array.from(new Set(numbers)).sort();
  });
}

/** Share of what was typed, by weight, that a case must answer. */
export const ENOUGH = 0.62;

/** Cases that answer most of the parts of a Chinese word that nobody writes just so; returns the weight of each part. */
function recallSegments(index: SearchIndex, clause: Clause, scores: Float32Array): number[] {
  if (clause.segments.length === 0) return [];
  const cases = clause.segments.map((segment) => segmentCases(index, segment));
  // Rare parts weigh more; a part that no case has weighs most.
  const weights = clause.segments.map((segment, i) => rarity(index, cases[i]?.length ?? 0) * tellingness(segment.text));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const covered = new Float32Array(scores.length);
  cases.forEach((numbers, i) => {
    const weight = weights[i] ?? 0;
    for (const number of numbers) covered[number] = (covered[number] ?? 0) + weight;
  });
  for (let number = 0; number < covered.length; number++) {
    const share = (covered[number] ?? 0) / total;
    if (share >= ENOUGH) raise(scores, number, BAND.parts + share / 2);
  }
  return weights;
}

function rarity(index: SearchIndex, count: number): number {
  return Math.log(1 + index.cases.length / (0.5 + count));
}

/** Cases that may answer one part of a word, each once. */
function segmentCases(index: SearchIndex, segment: Segment): number[] {
  const seen = new Uint8Array(index.cases.length);
  const numbers: number[] = [];
  const add = (number: number) => {
    if (seen[number] === 0) numbers.push(number);
    seen[number] = 1;
  };
  for (const number of textCases(index, segment.text)) add(number);
  for (const names of namesFor(index, segment.text)) scanNames(names, segment.text, add, 'inside');
  for (const { form } of segment.meanings) {
    for (const number of casesOf(index, form.subject)) add(number);
    if (form.subject.kind === 'problem') for (const number of alikeCases(index, form)) add(number);
  }
  return numbers;
}

/** English names hold no Chinese. */
function namesFor(index: SearchIndex, word: string): readonly Names[] {
  return isLatin(word.charCodeAt(0)) ? [index.names.zh, index.names.en] : [index.names.zh];
}
