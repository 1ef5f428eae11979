// The words with a meaning of their own: names, old names and nicknames of products, names of problems and industries.
// Knows what they stand for, not which cases hold it. Thousands of words and few questions: kept as one text and a few
// tables (`buildLexicon` fills them), and made into objects only where one is asked for.
import { bare, findWord, fold, isLatin } from './fold';
import type { SubjectKind } from './spoken';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** One way to say a subject. */
export interface Form {
  /** As written: `MaxCompute`, `千人千面`. */
  readonly text: string;
  readonly folded: string;
  /** Letters only: `rdsmysql`. */
  readonly key: string;
  readonly subject: Subject;
  /** Not the name it goes by in the library: an old name, a nickname, a word of the workspace. */
  readonly alias: boolean;
  /** A word of the workspace. */
  readonly workspace?: true;
}

/** A word that a workspace teaches: `{ alias: '老库', kind: 'product', id: 'rds-mysql' }`. Wins over the built-in words. */
export interface WorkspaceAlias extends Subject {
  readonly alias: string;
}

/** The forms by number, the workspace's first; `formAt` makes one an object. */
export interface Lexicon {
  readonly texts: readonly string[];
  /** The keys of all forms, a line each. */
  readonly keys: string;
  /** Form → where its key starts in `keys`; one longer than there are forms. */
  readonly starts: Uint32Array;
  readonly subjects: readonly Subject[];
  /** Form → its subject's number. */
  readonly owners: Uint16Array;
  /** Form → `ALIAS`, `WORKSPACE`. */
  readonly signs: Uint8Array;
  /** Hash of a key → number of its first form + 1, or the next free slot after it; see `hashed`. */
  readonly slots: Uint16Array;
  /** Form → the next form of the same key + 1, or 0. */
  readonly next: Uint16Array;
  /** Letters of the longest key: nothing longer need be looked up. */
  readonly longest: number;
  /** Words that are not in the lexicon, by the platform's dictionary. */
  readonly segmenter: () => Intl.Segmenter;
}

/** How well a typed word is a form: all of it, its beginning, a word of it, or letters inside. */
export type Fit = 'whole' | 'beginning' | 'word';

export interface Meaning {
  readonly form: Form;
  readonly fit: Fit;
}

/** Signs of a form. */
export const ALIAS = 1;
export const WORKSPACE = 2;

/** Where the search for a key starts in `slots`, after a mask. */
export function hashed(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Number of the first form with this key, or -1. */
function firstWith({ keys, starts, slots }: Lexicon, key: string): number {
  const mask = slots.length - 1;
  for (let slot = hashed(key) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const form = (slots[slot] ?? 0) - 1;
    const start = starts[form] ?? 0;
    if ((starts[form + 1] ?? 0) - start === key.length + 1 && keys.startsWith(key, start)) return form;
  }
  return -1;
}

/** Whether something is called so; `key` is folded and bare. */
export function isKnown(lexicon: Lexicon, key: string): boolean {
  return key.length <= lexicon.longest && firstWith(lexicon, key) >= 0;
}

export function formAt(lexicon: Lexicon, form: number): Form {
  const text = lexicon.texts[form] ?? '';
  const sign = lexicon.signs[form] ?? 0;
  return {
    text,
    folded: fold(text),
    key: lexicon.keys.slice(lexicon.starts[form], (lexicon.starts[form + 1] ?? 1) - 1),
    subject: subjectAt(lexicon, form),
    alias: (sign & ALIAS) !== 0,
    ...((sign & WORKSPACE) !== 0 && { workspace: true }),
  };
}

export function subjectAt({ subjects, owners }: Lexicon, form: number): Subject {
  return subjects[owners[form] ?? 0] ?? NOBODY;
}

const NOBODY: Subject = { kind: 'product', id: '' };

/** All ways to say a subject. */
function formsOf(lexicon: Lexicon, subject: Subject): Form[] {
  const owner = lexicon.subjects.findIndex(({ kind, id }) => kind === subject.kind && id === subject.id);
  const forms: Form[] = [];
  for (let form = lexicon.owners.indexOf(owner); form >= 0; form = lexicon.owners.indexOf(owner, form + 1)) {
    forms.push(formAt(lexicon, form));
  }
  return forms;
}

/** All words for a subject in the script of `word`: Chinese is asked in Chinese, `risk` is not what 薅羊毛 looks for. */
export function wordsAlike(lexicon: Lexicon, subject: Subject, word: string): string[] {
  const latin = isLatin(word.charCodeAt(0));
  return formsOf(lexicon, subject)
    .map(({ folded }) => folded)
    .filter((folded) => isLatin(folded.charCodeAt(0)) === latin);
}

/** Everything that the typed word may mean, best fit first; a subject once. */
export function meaningsOf(lexicon: Lexicon, folded: string): Meaning[] {
  const key = bare(folded);
  if (key === '') return [];
  const meanings: Meaning[] = [];
  for (let form = firstWith(lexicon, key); form >= 0; form = (lexicon.next[form] ?? 0) - 1) {
    meanings.push({ form: formAt(lexicon, form), fit: 'whole' });
  }
  if (key.length < 2) return meanings;
  addPartial(lexicon, key, folded, meanings);
  return bestPerSubject(meanings);
}

/** Adds the forms of which the key is a part. */
function addPartial(lexicon: Lexicon, key: string, folded: string, meanings: Meaning[]): void {
  const latin = isLatin(key.charCodeAt(0));
  eachWithin(lexicon, key, (form, at) => {
    const length = (lexicon.starts[form + 1] ?? 0) - (lexicon.starts[form] ?? 0) - 1;
    const fit = length > key.length && partialFit(lexicon, form, { at, length, key, folded, latin });
    if (fit) meanings.push({ form: formAt(lexicon, form), fit });
  });
}

/** The forms that have the key among their letters. */
export function formsWithin(lexicon: Lexicon, key: string): Form[] {
  const forms: Form[] = [];
  eachWithin(lexicon, key, (form) => forms.push(formAt(lexicon, form)));
  return forms;
}

/** Calls `hit` with every form that has the key among its letters, and where it first has it. */
function eachWithin({ keys, starts }: Lexicon, key: string, hit: (form: number, at: number) => void): void {
  for (let form = 0, at = keys.indexOf(key); at >= 0; at = keys.indexOf(key, starts[form])) {
    form = lineAt(starts, at, form);
    hit(form, at - (starts[form] ?? 0));
    form++;
  }
}

/** The line that holds `at`, by halves. */
function lineAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

interface Place {
  /** Where the key stands in the form, and how long the form is. */
  readonly at: number;
  readonly length: number;
  readonly key: string;
  readonly folded: string;
  readonly latin: boolean;
}

function partialFit(lexicon: Lexicon, form: number, place: Place): Fit | undefined {
  const isTerm = subjectAt(lexicon, form).kind !== 'product';
  // `成本` begins 成本压力; it also ends 运维成本, which is another thing. A term counts when half of it is typed.
  if (place.at === 0) return isTerm && place.key.length * 2 < place.length ? undefined : 'beginning';
  if (isTerm) return undefined;
  return !place.latin || findWord(fold(lexicon.texts[form] ?? ''), place.folded) >= 0 ? 'word' : undefined;
}

const FITS: readonly Fit[] = ['whole', 'beginning', 'word'];

function bestPerSubject(meanings: Meaning[]): Meaning[] {
  const seen = new Set<Subject>();
  const sorted = meanings.sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
  return sorted.filter(({ form: { subject } }) => {
    if (seen.has(subject)) return false;
    seen.add(subject);
    return true;
  });
}
