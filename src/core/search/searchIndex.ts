// The search index over a library: names, postings, meanings. Built once for a library and never changed; spelling is
// added when somebody first types Latin letters.
import type { Library } from '../library';
import type { CaseStudy, Lang } from '../model';
import { once, whileKept } from '../once';
import { buildLexicon } from './buildLexicon';
import { type Reading, readCase } from './evidence';
import { fold } from './fold';
import { buildGrams, type GramIndex } from './grams';
import type { Lexicon, Subject, WorkspaceAlias } from './lexicon';
import { buildNames, type Names } from './names';
import { textsIn } from './passages';
import { buildSpelling, type Spelling } from './spelling';

export interface SearchIndex {
  readonly library: Library;
  readonly cases: readonly CaseStudy[];
  readonly lexicon: Lexicon;
  readonly names: { readonly zh: Names; readonly en: Names };
  /** Postings of every case's texts; none for a small library, whose texts are kept open and scanned. */
  readonly grams: GramIndex | undefined;
  readonly read: (number: number) => Reading | undefined;
  readonly pinyin: boolean;
  readonly spelling: () => Spelling;
  /** Latin words of the English names and of the lexicon, a line each. */
  readonly latinWords: () => string;
  /** Lists of case numbers that are made once, on first need. */
  readonly kept: (key: string, make: () => Uint32Array) => Uint32Array;
}

export interface SearchOptions {
  /** Words of the workspace; they win over the built-in ones. */
  readonly aliases?: readonly WorkspaceAlias[];
  /** Find names by pinyin and initials (default: yes). */
  readonly pinyin?: boolean;
  /** Libraries of up to so many cases are scanned instead of indexed. */
  readonly scanned?: number;
}

/** Up to here a scan of all texts is as quick as postings, and needs no building. */
const SCANNED = 400;

export function buildSearch(library: Library, options: SearchOptions = {}): SearchIndex {
  const { cases } = library;
  const lexicon = buildLexicon(library.data, options.aliases);
  const names = {
    zh: buildNames(cases, (study) => [study.customer.zh, study.title.zh]),
    en: buildNames(cases, (study) => [study.customer.en, study.title.en]),
  };
  const isScanned = cases.length <= (options.scanned ?? SCANNED);
  return {
    library,
    cases,
    lexicon,
    names,
    grams: isScanned ? undefined : buildGrams(cases.length, lettersOf(cases), (number) => textsOf(cases[number])),
    read: isScanned ? keptReadings(cases) : (number) => opened(cases[number]),
    pinyin: options.pinyin ?? true,
    spelling: once(() => buildSpelling(cases, lexicon, library.data)),
    latinWords: (isScanned ? whileKept : once)(() => latinWords(names.en, lexicon)),
    kept: keeping(),
  };
}

/** Every Latin word of the names and of the lexicon once, a line each: what a slip is looked for in. */
function latinWords(names: Names, { texts }: Lexicon): string {
  const text = `${names.text}\n${fold(texts.join('\n'))}`;
  return [...new Set(text.match(/[a-z0-9]{3,}/g))].join('\n');
}

function opened(study: CaseStudy | undefined): Reading | undefined {
  return study && readCase(study);
}

/** Opened cases stay open while somebody types; their texts are as long as all cases, so whoever needs memory gets it. */
function keptReadings(cases: readonly CaseStudy[]): SearchIndex['read'] {
  const open = whileKept(() => new Map<number, Reading>());
  return (number) => {
    const kept = open();
    const known = kept.get(number);
    if (known) return known;
    const reading = opened(cases[number]);
    if (reading) kept.set(number, reading);
    return reading;
  };
}

function keeping(): SearchIndex['kept'] {
  const lists = new Map<string, Uint32Array>();
  return (key, make) => {
    const list = lists.get(key) ?? make();
    lists.set(key, list);
    return list;
  };
}

/** Everything that is searched of a case, one text a language. */
function textsOf(study: CaseStudy | undefined): string[] {
  if (!study) return [];
  const text = (lang: Lang) => [study.customer[lang], study.title[lang], ...textsIn(study, lang)].join('\n');
  return [fold(text('zh')), fold(text('en'))];
}

/** Letters of all cases, estimated from the first ones: how much room the postings need. */
function lettersOf(cases: readonly CaseStudy[]): number {
  const sample = cases.slice(0, 8).map((study) => textsOf(study).join('').length);
  const sum = sample.reduce((total, length) => total + length, 0);
  return (sum / Math.max(1, sample.length)) * cases.length;
}

/** The cases that have the very subject: their numbers, ascending. */
export function ownCases({ library, cases, kept }: SearchIndex, { kind, id }: Subject): Uint32Array {
  const groups = {
    product: library.casesByProduct,
    problem: library.casesByProblem,
    industry: library.casesByIndustry,
  };
  const studies = groups[kind].get(id);
  if (!studies) return NO_CASES;
  // A few cases are counted through sooner than a list of them is kept.
  if (cases.length <= SCANNED) return numbersOf(cases, studies);
  return kept(`${kind}/${id}`, () => numbersOf(cases, studies));
}

/** Where `some` stand in `all`; both have the order of the library. */
function numbersOf(all: readonly CaseStudy[], some: readonly CaseStudy[]): Uint32Array {
  const numbers = new Uint32Array(some.length);
  for (let number = 0, found = 0; number < all.length; number++) {
    if (all[number] === some[found]) numbers[found++] = number;
  }
  return numbers;
}

const NO_CASES = new Uint32Array(0);

/** The same, but a product without a case of its own is answered by its family. */
export function casesOf(index: SearchIndex, subject: Subject): Uint32Array {
  const own = ownCases(index, subject);
  if (own.length > 0 || subject.kind !== 'product') return own;
  const family = index.library.familyOf.get(subject.id);
  return family === undefined ? own : ownCases(index, { kind: 'product', id: family });
}
