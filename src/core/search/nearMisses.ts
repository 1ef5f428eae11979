// Cases that a word finds only by its sound or in spite of a slip: pinyin and initials of names, and words that differ by
// a letter or two. Asked after everything literal.
import type { Clause } from './clauses';
import { BAND } from './evidence';
import { fold, NOT_LATIN } from './fold';
import { type Form, formsWithin, type Subject } from './lexicon';
import { scanNames } from './names';
import { casesOf, type SearchIndex } from './searchIndex';
import { FROM_START, initialsLike, type SpelledFits, soundsLike, spelledSubjects } from './spelling';
import { type Candidate, type Forgiven, forgive, nearLines, slipsAllowed, slipsBetween } from './typo';

/** Cases found by spelling: case number → fit. */
export interface Spelled {
  readonly pinyin?: SpelledFits;
  readonly initials?: SpelledFits;
  /** Cases found by the name of a product or problem that they have: case number → that name. */
  readonly terms?: ReadonlyMap<number, Form>;
}

export function raise(scores: Float32Array, number: number, score: number): void {
  if (score > (scores[number] ?? 0)) scores[number] = score;
}

export function recallSpelled(index: SearchIndex, clause: Clause, scores: Float32Array): Spelled {
  const typed = clause.text.replace(/[^a-z0-9]/g, '');
  if (!index.pinyin || typed.length < 2) return {};
  const spelling = index.spelling();
  const pinyin = soundsLike(spelling, typed);
  const initials = initialsLike(spelling, typed);
  const terms = new Map<number, Form>();
  for (const { form, by } of spelledSubjects(spelling, index.lexicon, typed)) {
    const fits = by === 'pinyin' ? pinyin : initials;
    for (const number of casesOf(index, form.subject)) {
      if (fits[number] !== 0) continue;
      fits[number] = TERM_FIT;
      if (!terms.has(number)) terms.set(number, form);
    }
  }
  for (let number = 0; number < scores.length; number++) {
    raise(scores, number, Math.max(pinyinScore(pinyin[number]), initialsScore(initials[number])));
  }
  return { pinyin, initials, terms };
}

/** A product or problem of that spelling: below the customer of that name, above letters inside a title. */
const TERM_FIT = 0.5;

/** Syllables somewhere inside of a title (制造[ye s]hi范) are less than the initials of a whole name (yes: 衣二三). */
export function pinyinScore(fit = 0): number {
  if (fit === 0) return 0;
  return fit < TERM_FIT ? BAND.initials + 0.5 + fit / 10 : BAND.pinyin + 0.7 * fit;
}

export function initialsScore(fit = 0): number {
  return fit === 0 ? 0 : BAND.initials + 0.6 * fit;
}

type Owner = { readonly number: number } | { readonly subject: Subject };

export function recallTypos(index: SearchIndex, clause: Clause, scores: Float32Array): Map<number, Forgiven<unknown>> {
  const found = new Map<number, Forgiven<unknown>>();
  const slips = slipsAllowed(clause.text.length, !clause.latin);
  const candidates = [
    ...(slips > 0 ? (clause.latin ? nearWords : nearNames)(index, clause, slips) : []),
    ...(clause.latin ? [] : soundAlikes(index, clause)),
  ];
  for (const forgiven of forgive<Owner>(candidates, clause.text)) {
    const { owner } = forgiven;
    for (const number of 'number' in owner ? [owner.number] : casesOf(index, owner.subject)) {
      if (found.has(number)) continue;
      found.set(number, forgiven);
      raise(scores, number, BAND.typo + forgiven.fit * 0.9);
    }
  }
  return found;
}

/** Names that sound like the Chinese word from their start: 虎呀 for 虎牙, the slip of every input method. */
function soundAlikes(index: SearchIndex, clause: Clause): Candidate<Owner>[] {
  const isSmall = index.cases.length <= TITLES_FORGIVEN;
  if (!isSmall || !index.pinyin || clause.text.length < 2 || clause.text.length > MOST_SIGNS) return [];
  const spelling = index.spelling();
  const sounds = spelling.spell(clause.text);
  if (sounds.length !== clause.text.length) return [];
  const fits = soundsLike(spelling, sounds.join('').toLowerCase());
  const candidates: Candidate<Owner>[] = [];
  fits.forEach((fit, number) => {
    const text = index.cases[number]?.customer.zh ?? '';
    if (fit >= FROM_START) candidates.push({ text, slips: 1, owner: { number } });
  });
  return candidates;
}

const MOST_SIGNS = 8;

/** In larger libraries only customers are forgiven a slip; titles would take longer than a keystroke. */
const TITLES_FORGIVEN = 20_000;

/** More near names than these are no help to anybody. */
const NEAR_MOST = 200;

/** Chinese names with a wrong sign somewhere. */
function nearNames(index: SearchIndex, clause: Clause, slips: number): Candidate<Owner>[] {
  const customersOnly = index.cases.length > TITLES_FORGIVEN;
  const near = nearLines(index.names.zh.text, clause.text, slips, customersOnly);
  near.sort((a, b) => a.slips - b.slips || a.line - b.line);
  return near.slice(0, NEAR_MOST).map(({ line, slips: found }) => {
    // Two lines a case: customer, title.
    const number = line >> 1;
    const text = index.cases[number]?.[line % 2 === 0 ? 'customer' : 'title'].zh ?? '';
    return { text, slips: found, owner: { number } };
  });
}

/** Names and words of the lexicon that hold a Latin word much like the one typed. */
function nearWords(index: SearchIndex, clause: Clause, slips: number): Candidate<Owner>[] {
  const candidates: Candidate<Owner>[] = [];
  for (const word of index.latinWords().split('\n')) {
    const found = nearness(word, clause.text, slips);
    if (found === 0) continue;
    addNamed(index, word, found, candidates);
    if (word.length >= SHORTEST) addForms(index, word, found, candidates);
  }
  return candidates;
}

/** Shorter words of the lexicon are not forgiven a slip. */
const SHORTEST = 4;

function addNamed({ names, cases }: SearchIndex, word: string, slips: number, candidates: Candidate<Owner>[]): void {
  const has = (text = '') => fold(text).split(NOT_LATIN).includes(word);
  const hit = (number: number) => {
    const study = cases[number];
    const text = [study?.customer.en, study?.title.en].find(has);
    if (text !== undefined) candidates.push({ text, word, slips, owner: { number } });
  };
  scanNames(names.en, word, hit, 'word', NEAR_MOST);
}

/** A subject once for each word of it. */
function addForms(index: SearchIndex, word: string, slips: number, candidates: Candidate<Owner>[]): void {
  const seen = new Set<Subject>();
  for (const { text, folded, subject } of formsWithin(index.lexicon, word)) {
    if (seen.has(subject) || !folded.split(NOT_LATIN).includes(word) || casesOf(index, subject).length === 0) continue;
    seen.add(subject);
    candidates.push({ text, word, slips, owner: { subject } });
  }
}

/** Slips between words as wholes; 0 when they are the same or too far. The first two letters are rarely both wrong. */
function nearness(word: string, typed: string, slips: number): number {
  if (Math.abs(word.length - typed.length) > slips || !sharesStart(word, typed)) return 0;
  const found = slipsBetween(word, typed);
  return found <= slips ? found : 0;
}

function sharesStart(word: string, typed: string): boolean {
  return word[0] === typed[0] || word[1] === typed[1] || word[0] === typed[1] || word[1] === typed[0];
}
