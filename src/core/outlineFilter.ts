// Which cases a typed filter leaves: every word must stand in the case's names, industry, problems, products, section or
// statements; where letters stand nowhere, they are tried as pinyin. Yes or no, no ranking: that is search.
import type { Library } from './library';
import { type CaseStudy, STATEMENT_PARTS } from './model';
import { otherNames } from './productNames';

/** Cases that pass, by id; `undefined` for a filter that asks nothing. */
export type OutlineFilter = (query: string) => ReadonlySet<string> | undefined;

/** What is looked through: the own words of each case, and the names that cases share. */
interface Haystack {
  readonly texts: readonly { readonly study: CaseStudy; readonly text: string }[];
  /** Industries, problems, products: id, and all its names as one text. */
  readonly subjects: readonly { readonly id: string; readonly text: string; readonly sounds: readonly Sound[] }[];
  readonly names: readonly { readonly study: CaseStudy; readonly sounds: readonly Sound[] }[];
}

/** `shi pin` as `shipin`, where its syllables start, and `sp`. */
interface Sound {
  readonly joined: string;
  readonly starts: ReadonlySet<number>;
  readonly initials: string;
}

const MOST_WORDS = 8;

/** What was prepared of cases for earlier libraries: a case that did not change is the same object in the next one. */
export type PreparedTexts = WeakMap<CaseStudy, string>;

/** Prepares the texts of a library on the first query; the filter is good for this library only. */
export function outlineFilter(library: Library, texts: PreparedTexts = new WeakMap()): OutlineFilter {
  let prepared: Haystack | undefined;
  return (query) => {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    if (words.length === 0) return undefined;
    prepared ??= haystackOf(library, texts);
    const haystack = prepared;
    const hits = words.map((word) => idsWith(haystack, word));
    return new Set([...(hits[0] ?? [])].filter((id) => hits.every((set) => set.has(id))));
  };
}

function idsWith(haystack: Haystack, word: string): ReadonlySet<string> {
  const named = new Set(haystack.subjects.filter(({ text }) => text.includes(word)).map(({ id }) => id));
  const literal = haystack.texts.filter(({ study, text }) => text.includes(word) || isAbout(study, named));
  if (literal.length > 0 || !/^[a-z]{2,40}$/.test(word)) return idSet(literal);
  const sounding = new Set(haystack.subjects.filter((one) => one.sounds.some(fits)).map(({ id }) => id));
  return idSet(haystack.names.filter((one) => one.sounds.some(fits) || isAbout(one.study, sounding)));

  function fits({ joined, starts, initials }: Sound): boolean {
    if (initials.includes(word)) return true;
    for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) if (starts.has(at)) return true;
    return false;
  }
}

function idSet(found: readonly { readonly study: CaseStudy }[]): ReadonlySet<string> {
  return new Set(found.map(({ study }) => study.id));
}

function isAbout(study: CaseStudy, subjects: ReadonlySet<string>): boolean {
  if (subjects.size === 0) return false;
  return (
    subjects.has(`industry/${study.industry}`) ||
    study.problems.some((id) => subjects.has(`problem/${id}`)) ||
    study.products.some((use) => subjects.has(`product/${use.id}`)) ||
    study.services.some((id) => subjects.has(`product/${id}`))
  );
}

function haystackOf(library: Library, prepared: PreparedTexts): Haystack {
  const { industries, problems, products } = library.data;
  const soundsOf = (names: readonly string[]) => names.flatMap((name) => soundOf(library, name));
  const subject = (id: string, names: readonly string[]) => ({
    id,
    text: names.join('\n').toLowerCase(),
    sounds: soundsOf(names),
  });
  const textOf = (study: CaseStudy) => {
    const text = prepared.get(study) ?? ownText(study);
    prepared.set(study, text);
    return text;
  };
  return {
    texts: library.cases.map((study) => ({ study, text: textOf(study) })),
    subjects: [
      ...industries.map((term) => subject(`industry/${term.id}`, [term.zh, term.en, ...(term.aliases ?? [])])),
      ...problems.map((term) => subject(`problem/${term.id}`, [term.zh, term.en, ...(term.aliases ?? [])])),
      ...products.map((one) => subject(`product/${one.id}`, [one.id, one.zh, one.en, ...otherNames(one)])),
    ],
    names: library.cases.map((study) => ({ study, sounds: soundsOf([study.customer.zh, study.title.zh]) })),
  };
}

function ownText(study: CaseStudy): string {
  const { customer, title, summary } = study;
  const said = STATEMENT_PARTS.flatMap((part) => study[part].flatMap((statement) => [statement.zh, statement.en]));
  const place = study.page > 0 ? [`§${study.section}`, `p.${study.page}`] : [`§${study.section}`];
  const names = [customer.zh, customer.en, title.zh, title.en, study.id, ...place];
  const own = (study.text ?? []).map((block) => block.text);
  return [...names, summary.zh, summary.en, ...said, ...own].join('\n').toLowerCase();
}

function soundOf(library: Library, name: string): Sound[] {
  const syllables = library.data.pinyin[name]?.split(' ');
  if (!syllables) return [];
  const starts = new Set<number>();
  let joined = '';
  for (const syllable of syllables) {
    starts.add(joined.length);
    joined += syllable;
  }
  return [{ joined, starts, initials: syllables.map((syllable) => syllable.charAt(0)).join('') }];
}
