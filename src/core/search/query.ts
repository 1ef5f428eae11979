// Reads what was typed: facet words narrow the cases (`industry:games`, `页:41`), the rest are words that all must hold.
// What cannot be read is told as data, never dropped in silence.
import type { Library } from '../library';
import type { CaseStudy } from '../model';
import { fold, trimmed } from './fold';
import { type Lexicon, meaningsOf } from './lexicon';
import type { SubjectKind } from './spoken';

export const FACET_KINDS = ['industry', 'product', 'problem', 'page', 'cites'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** What may be typed before the colon. */
const FACET_WORDS: Readonly<Record<string, FacetKind>> = {
  industry: 'industry',
  行业: 'industry',
  product: 'product',
  产品: 'product',
  problem: 'problem',
  问题: 'problem',
  page: 'page',
  页: 'page',
  页码: 'page',
  cites: 'cites',
  引用: 'cites',
};

/** `product:oss`, read. */
export interface FacetWord {
  readonly kind: FacetKind;
  /** As typed after the colon. */
  readonly value: string;
  /** The cases that pass. */
  readonly passes: (study: CaseStudy) => boolean;
  /** Terms that the value stands for: product, problem or industry ids. */
  readonly ids: readonly string[];
}

/** What could not be read; `near` holds ids or facet words that may be meant. */
export interface QueryProblem {
  readonly code: 'unknown-facet' | 'unknown-value' | 'empty-value';
  readonly facet: string;
  readonly value: string;
  readonly near: readonly string[];
}

export interface ParsedQuery {
  /** Folded words, in the order typed; quoted ones keep their blanks. */
  readonly words: readonly string[];
  readonly facets: readonly FacetWord[];
  readonly problems: readonly QueryProblem[];
}

/** Citations of the workspace: case id → names of the files that cite it. */
export type Citings = ReadonlyMap<string, readonly string[]>;

export interface QueryContext {
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly citings?: Citings;
}

/** Longer queries are cut: nobody types that much, and a pasted text must not freeze the list. */
const LONGEST_QUERY = 200;
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

/** Without these a query is words and blanks, and the pattern, which takes a millisecond to compile, is not needed. */
const MARKED = /[:："]/;
const TOKEN = /([\p{L}]+)[:：](?:"([^"]*)"?|(\S*))|"([^"]+)"?|(\S+)/gu;

export function parseQuery(context: QueryContext, query: string): ParsedQuery {
  const words: string[] = [];
  const facets: FacetWord[] = [];
  const problems: QueryProblem[] = [];
  const addWord = (text: string) => {
    const word = trimmed(fold(text)).slice(0, LONGEST_WORD);
    if (word && words.length < MOST_WORDS && !words.includes(word)) words.push(word);
  };
  const typed = query.slice(0, LONGEST_QUERY);
  if (!MARKED.test(typed)) for (const word of typed.split(/\s+/)) addWord(word);
  else
    for (const [whole, head, quotedValue, value, quoted, plain] of typed.matchAll(TOKEN)) {
      const kind = head && FACET_WORDS[head.toLowerCase()];
      if (!head) addWord(quoted ?? plain ?? '');
      else if (kind) readFacet(context, kind, quotedValue ?? value ?? '', facets, problems);
      else {
        // `foo:bar` is a mistyped facet; a title such as 优酷：Hadoop迁云 merely has a colon.
        if (isFacetLike(whole)) problems.push(unknownFacet(head, quotedValue ?? value ?? ''));
        addWord(head);
        for (const part of (quotedValue ?? value ?? '').split(/[:：]+/)) addWord(part);
      }
    }
  return { words, facets, problems };
}

function isFacetLike(token: string): boolean {
  return /^[a-z]+:(?![:/])/i.test(token);
}

function unknownFacet(facet: string, value: string): QueryProblem {
  const near = FACET_KINDS.filter((kind) => kind.startsWith(facet.slice(0, 2).toLowerCase()));
  return { code: 'unknown-facet', facet, value, near: near.length > 0 ? near : FACET_KINDS };
}

function readFacet(
  context: QueryContext,
  kind: FacetKind,
  value: string,
  facets: FacetWord[],
  problems: QueryProblem[],
): void {
  if (value.trim() === '') {
    problems.push({ code: 'empty-value', facet: kind, value, near: [] });
    return;
  }
  const read = READERS[kind](context, value.trim());
  if (read.passes) facets.push({ kind, value, passes: read.passes, ids: read.ids });
  else problems.push({ code: 'unknown-value', facet: kind, value, near: read.ids });
}

interface Read {
  readonly passes?: (study: CaseStudy) => boolean;
  readonly ids: readonly string[];
}

const READERS: Readonly<Record<FacetKind, (context: QueryContext, value: string) => Read>> = {
  industry: (context, value) => readTerm(context, 'industry', value, (study) => [study.industry]),
  problem: (context, value) => readTerm(context, 'problem', value, (study) => study.problems),
  product: (context, value) =>
    readTerm(context, 'product', value, (study) => [...study.products.map((use) => use.id), ...study.services]),
  page: readPage,
  cites: readCites,
};

function readTerm(
  { library, lexicon }: QueryContext,
  kind: SubjectKind,
  value: string,
  idsOf: (study: CaseStudy) => readonly string[],
): Read {
  const known = { industry: library.industryById, problem: library.problemById, product: library.productById }[kind];
  const ids = known.has(value) ? [value] : namedIds(lexicon, kind, value);
  if (ids.length === 0) return { ids: nearIds(known, value) };
  const wanted = new Set(kind === 'product' ? ids.flatMap((id) => withKin(library, id)) : ids);
  return { passes: (study) => idsOf(study).some((id) => wanted.has(id)), ids };
}

/** Ids whose name is the value; else those whose name begins with it or holds it. */
function namedIds(lexicon: Lexicon, kind: SubjectKind, value: string): string[] {
  const meanings = meaningsOf(lexicon, fold(value)).filter(({ form }) => form.subject.kind === kind);
  const best = meanings[0]?.fit;
  return meanings.filter(({ fit }) => fit === best).map(({ form }) => form.subject.id);
}

/** A family's own id stands for its members too, and a member without case for its family. */
function withKin(library: Library, id: string): string[] {
  const members = library.data.families[id] ?? [];
  const family = library.casesByProduct.has(id) ? undefined : library.familyOf.get(id);
  return [id, ...members, ...(family ? [family] : [])];
}

function nearIds(known: ReadonlyMap<string, unknown>, value: string): string[] {
  const start = value.slice(0, 2).toLowerCase();
  return [...known.keys()].filter((id) => id.startsWith(start)).slice(0, 5);
}

/** `41` or `40-44`: the cases that stand on these pages; a case reaches to where the next one of its volume begins. */
function readPage({ library }: QueryContext, value: string): Read {
  const [, from, to] = /^(\d+)(?:\s*[-–~至]\s*(\d+))?$/.exec(value.normalize('NFKC')) ?? [];
  if (!from) return { ids: [] };
  const first = Number(from);
  const last = to ? Number(to) : first;
  const ends = lastPages(library);
  const passes = (study: CaseStudy) =>
    study.page > 0 && study.page <= last && (ends.get(study.id) ?? study.page) >= first;
  return library.cases.some(passes) ? { passes, ids: [] } : { ids: [] };
}

/** Case id → the last page before the next case of its volume begins. */
function lastPages(library: Library): Map<string, number> {
  const next = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const study of [...library.cases].sort((a, b) => b.page - a.page)) {
    ends.set(study.id, Math.max(study.page, (next.get(study.volume) ?? Number.POSITIVE_INFINITY) - 1));
    next.set(study.volume, study.page);
  }
  return ends;
}

/** `cites:inet-1.26` or `cites:1.26`: that case; else the cases cited in a file whose name holds the value; `*`: in any. */
function readCites({ library, citings }: QueryContext, value: string): Read {
  const wanted = value.toLowerCase();
  const named = library.cases.filter((study) => study.id.toLowerCase() === wanted || study.section === wanted);
  if (named.length > 0) return { passes: (study) => named.includes(study), ids: named.map((study) => study.id) };
  const isCited = (study: CaseStudy) =>
    (citings?.get(study.id) ?? []).some((file) => wanted === '*' || file.toLowerCase().includes(wanted));
  return library.cases.some(isCited) ? { passes: isCited, ids: [] } : { ids: [] };
}

/** A way to finish the facet word at the end of the query. */
export interface FacetCompletion {
  /** The whole query, finished. */
  readonly query: string;
  readonly kind: FacetKind;
  /** Id of the term; none where the facet word itself is completed. */
  readonly id?: string;
  /** Cases that have it. */
  readonly count?: number;
}

/** What may follow: after `ind` the facet words, after `industry:g` the industries with their counts, largest first. */
export function completeFacet(library: Library, query: string): FacetCompletion[] {
  const tail = /(?:^|\s)([\p{L}]+)([:：])?([^\s"]*)$/u.exec(query.slice(0, LONGEST_QUERY));
  if (!tail) return [];
  const [, head = '', colon, value = ''] = tail;
  const before = query.slice(0, query.length - head.length - (colon?.length ?? 0) - value.length);
  if (!colon) {
    const kinds = FACET_KINDS.filter((kind) => head.length > 1 && kind.startsWith(head.toLowerCase()));
    return kinds.map((kind) => ({ query: `${before}${kind}:`, kind }));
  }
  const kind = FACET_WORDS[head.toLowerCase()];
  const groups = kind && groupsOf(library, kind);
  if (!kind || !groups) return [];
  const typed = fold(value);
  return [...groups]
    .filter(
      ([term, cases]) => cases.length > 0 && [term.id, term.zh, term.en].some((name) => fold(name).includes(typed)),
    )
    .filter(([term]) => term.id !== value)
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, MOST_COMPLETIONS)
    .map(([term, cases]) => ({ query: `${before}${head}:${term.id} `, kind, id: term.id, count: cases.length }));
}

const MOST_COMPLETIONS = 12;

interface Named {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

function groupsOf(library: Library, kind: FacetKind): [Named, readonly CaseStudy[]][] | undefined {
  const { data } = library;
  if (kind === 'industry') return data.industries.map((term) => [term, library.casesByIndustry.get(term.id) ?? []]);
  if (kind === 'problem') return data.problems.map((term) => [term, library.casesByProblem.get(term.id) ?? []]);
  if (kind === 'product') return data.products.map((term) => [term, library.casesByProduct.get(term.id) ?? []]);
  return undefined;
}
