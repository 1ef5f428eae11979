// The search index over a library: names, postings, meanings. Built once for a library and never changed; spelling is
// added when somebody first types Latin letters.
import type { Library } from '../library';
import type { CaseStudy, Lang } from '../model';
import { once, type Reading, readCase } from './evidence';
import { fold, NOT_LATIN } from './fold';
import { buildGrams, type GramIndex } from './grams';
import { buildLexicon, type Form, type Lexicon, type Subject, type WorkspaceAlias } from './lexicon';
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
  /** `product/oss` → numbers of its cases, ascending. */
  readonly subjects: ReadonlyMap<string, Uint32Array>;
  readonly pinyin: boolean;
  readonly spelling: () => Spelling;
  /** Latin words of the lexicon, long enough to be mistyped. */
  readonly latinWords: () => readonly LexiconWord[];
  readonly formsOf: (subject: Subject) => readonly Form[];
  /** Lists that are made once, on first need. */
  readonly kept: (key: string, make: () => Uint32Array) => Uint32Array;
}

export interface LexiconWord {
  readonly word: string;
  readonly form: Form;
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
  const bySubject = formsBySubject(lexicon.forms);
  const isScanned = cases.length <= (options.scanned ?? SCANNED);
  return {
    library,
    cases,
    lexicon,
    names: {
      zh: buildNames(cases, (study) => [study.customer.zh, study.title.zh]),
      en: buildNames(cases, (study) => [study.customer.en, study.title.en]),
    },
    grams: isScanned ? undefined : buildGrams(cases.length, lettersOf(cases), (number) => textsOf(cases[number])),
    read: isScanned ? keptReadings(cases) : (number) => opened(cases[number]),
    subjects: subjectCases(cases),
    pinyin: options.pinyin ?? true,
    spelling: once(() => buildSpelling(cases, lexicon, library.data)),
    latinWords: once(() => latinWordsOf(lexicon.forms)),
    formsOf: (subject) => bySubject.get(`${subject.kind}/${subject.id}`) ?? [],
    kept: keeping(),
  };
}

/** Shorter words are not forgiven a slip. */
const SHORTEST = 4;

function latinWordsOf(forms: readonly Form[]): LexiconWord[] {
  const seen = new Set<string>();
  return forms.flatMap((form) =>
    form.folded.split(NOT_LATIN).flatMap((word) => {
      const mark = `${word} ${form.subject.kind} ${form.subject.id}`;
      if (word.length < SHORTEST || seen.has(mark)) return [];
      seen.add(mark);
      return [{ word, form }];
    }),
  );
}

function formsBySubject(forms: readonly Form[]): Map<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const key = `${form.subject.kind}/${form.subject.id}`;
    const group = groups.get(key);
    if (group) group.push(form);
    else groups.set(key, [form]);
  }
  return groups;
}

function opened(study: CaseStudy | undefined): Reading | undefined {
  return study && readCase(study);
}

function keptReadings(cases: readonly CaseStudy[]): SearchIndex['read'] {
  const kept = new Map<number, Reading | undefined>();
  return (number) => {
    if (!kept.has(number)) kept.set(number, opened(cases[number]));
    return kept.get(number);
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

function subjectCases(cases: readonly CaseStudy[]): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  const enter = (key: string, number: number) => {
    const list = lists.get(key);
    if (!list) lists.set(key, [number]);
    else if (list[list.length - 1] !== number) list.push(number);
  };
  cases.forEach((study, number) => {
    enter(`industry/${study.industry}`, number);
    for (const id of study.problems) enter(`problem/${id}`, number);
    for (const { id } of study.products) enter(`product/${id}`, number);
    for (const id of study.services) enter(`product/${id}`, number);
  });
  return new Map([...lists].map(([key, numbers]) => [key, Uint32Array.from(numbers)]));
}

const NO_CASES = new Uint32Array(0);

/** A product without a case of its own is answered by its family. */
export function casesOf(index: SearchIndex, subject: Subject): Uint32Array {
  const own = index.subjects.get(`${subject.kind}/${subject.id}`);
  if (own || subject.kind !== 'product') return own ?? NO_CASES;
  const family = index.library.familyOf.get(subject.id);
  return (family && index.subjects.get(`product/${family}`)) || NO_CASES;
}
