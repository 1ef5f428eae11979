// The words with a meaning of their own: names, old names and nicknames of products, names of problems and industries.
// Knows which case data they stand for, not which cases hold it.
import type { LibraryData, Term } from '../model';
import { bare, findWord, fold, isLatin } from './fold';
import { SPOKEN, type SubjectKind } from './spoken';

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

export interface Lexicon {
  readonly forms: readonly Form[];
  readonly byKey: ReadonlyMap<string, readonly Form[]>;
  /** Letters of the longest key: nothing longer need be looked up. */
  readonly longest: number;
}

/** How well a typed word is a form: all of it, its beginning, a word of it, or letters inside. */
export type Fit = 'whole' | 'beginning' | 'word';

export interface Meaning {
  readonly form: Form;
  readonly fit: Fit;
}

export function buildLexicon(data: LibraryData, aliases: readonly WorkspaceAlias[] = []): Lexicon {
  const taught = aliases.map(({ alias, kind, id }) => ({
    ...formOf(alias, { kind, id }, true),
    workspace: true as const,
  }));
  const overruled = new Set(taught.map((form) => form.key));
  const builtIn = [...productForms(data), ...termForms(data), ...spokenForms(data)].filter(
    (form) => !overruled.has(form.key),
  );
  const forms = [...taught, ...distinct(withoutProductWords(builtIn, data))];
  const byKey = new Map<string, Form[]>();
  for (const form of forms) byKey.set(form.key, [...(byKey.get(form.key) ?? []), form]);
  return { forms, byKey, longest: Math.max(0, ...forms.map((form) => form.key.length)) };
}

/** `CDN` is asked for as the product that the cases have, not as another word for a problem. */
function withoutProductWords(forms: readonly Form[], data: LibraryData): Form[] {
  const used = new Set(data.cases.flatMap((study) => study.products.map((use) => use.id)));
  const products = forms.filter(({ subject }) => subject.kind === 'product' && used.has(subject.id));
  const taken = new Set(products.map(({ key }) => key));
  return forms.filter(({ key, alias, subject }) => {
    const isNickname = subject.kind !== 'product' && alias && key !== subject.id;
    return !(isNickname && isLatin(key.charCodeAt(0)) && taken.has(key));
  });
}

function formOf(text: string, subject: Subject, alias: boolean): Form {
  const folded = fold(text);
  return { text, folded, key: bare(folded), subject, alias };
}

function productForms(data: LibraryData): Form[] {
  return data.products.flatMap((product) => {
    const subject: Subject = { kind: 'product', id: product.id };
    const names = [product.short, product.zh, product.en];
    const known = names.map((name) => bare(fold(name))).join('\n');
    const later = product.today ? [product.today.zh, product.today.en] : [];
    return [
      ...names.flatMap(withoutBrackets).map((text) => formOf(text, subject, false)),
      // An alias that is part of a name (`RDS MySQL` of `云数据库RDS MySQL版`) is that name said shorter.
      ...product.aliases.map((text) => formOf(text, subject, !known.includes(bare(fold(text))))),
      ...later.map((text) => formOf(text, subject, true)),
    ];
  });
}

/** `Anti-DDoS Pro (EIP)` → also `Anti-DDoS Pro` and `EIP`; `A / B` → both. */
function withoutBrackets(name: string): string[] {
  const parts = name.split(/[()（）/]/).map((part) => part.trim());
  return [...new Set([name, ...parts.filter((part) => part.length > 1 && !/^formerly\b/i.test(part))])];
}

function termForms(data: LibraryData): Form[] {
  const of = (kind: SubjectKind, term: Term, names: readonly string[]) => [
    ...names.map((text) => formOf(text, { kind, id: term.id }, false)),
    ...(term.aliases ?? []).map((text) => formOf(text, { kind, id: term.id }, true)),
  ];
  return [
    ...data.problems.flatMap((term) => of('problem', term, [term.zh, term.en])),
    ...data.industries.flatMap((term) => of('industry', term, [...namesIn(term.zh), ...namesIn(term.en)])),
  ];
}

/** `金融科技、支付与区块链` → itself and its three parts. */
function namesIn(heading: string): string[] {
  const parts = heading.split(/[、与/]|[&,]/).map((part) => part.trim());
  return [...new Set([heading, ...parts.filter((part) => part.length > 1)])];
}

function spokenForms(data: LibraryData): Form[] {
  const ids: Record<SubjectKind, Set<string>> = {
    product: new Set(data.products.map((product) => product.id)),
    problem: new Set(data.problems.map((term) => term.id)),
    industry: new Set(data.industries.map((term) => term.id)),
  };
  return SPOKEN.filter(([kind, id]) => ids[kind].has(id)).flatMap(([kind, id, ...words]) =>
    words.map((text) => formOf(text, { kind, id }, true)),
  );
}

function distinct(forms: readonly Form[]): Form[] {
  const seen = new Set<string>();
  return forms.filter((form) => {
    const mark = `${form.key}\n${form.subject.kind}\n${form.subject.id}`;
    if (form.key === '' || seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

/** Everything that the typed word may mean, best fit first; a subject once. */
export function meaningsOf(lexicon: Lexicon, folded: string): Meaning[] {
  const key = bare(folded);
  if (key === '') return [];
  const meanings: Meaning[] = (lexicon.byKey.get(key) ?? []).map((form) => ({ form, fit: 'whole' }));
  if (key.length < 2) return meanings;
  const latin = isLatin(key.charCodeAt(0));
  for (const form of lexicon.forms) {
    const fit = form.key === key ? undefined : partialFit(form, key, folded, latin);
    if (fit) meanings.push({ form, fit });
  }
  return bestPerSubject(meanings);
}

function partialFit(form: Form, key: string, folded: string, latin: boolean): Fit | undefined {
  const isTerm = form.subject.kind !== 'product';
  // `成本` begins 成本压力; it also ends 运维成本, which is another thing. A term counts when half of it is typed.
  if (form.key.startsWith(key)) return isTerm && key.length * 2 < form.key.length ? undefined : 'beginning';
  if (isTerm || key.length > form.key.length) return undefined;
  const word = latin ? findWord(form.folded, folded) : form.key.indexOf(key);
  return word >= 0 ? 'word' : undefined;
}

const FITS: readonly Fit[] = ['whole', 'beginning', 'word'];

function bestPerSubject(meanings: Meaning[]): Meaning[] {
  const seen = new Set<string>();
  const sorted = meanings.sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
  return sorted.filter(({ form: { subject } }) => {
    const mark = `${subject.kind}/${subject.id}`;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

/** All forms of a subject. */
export function formsOf(lexicon: Lexicon, subject: Subject): Form[] {
  return lexicon.forms.filter((form) => form.subject.kind === subject.kind && form.subject.id === subject.id);
}
