// Which cases a typed filter leaves: every word must stand in the case's names, industry, problems, products, section or
// statements; where letters stand nowhere, they are tried as pinyin. Yes or no, no ranking: that is search.
import type { Library } from './library';
import { type CaseStudy, STATEMENT_PARTS } from './model';

/** Cases that pass, by id; `undefined` for a filter that asks nothing. */
export type OutlineFilter = (query: string) => ReadonlySet<string> | undefined;

interface Haystack {
  readonly id: string;
  readonly text: string;
  /** Pinyin of its Chinese names, each as its syllables. */
  readonly spelled: readonly (readonly string[])[];
}

/** Prepares the texts of a library on the first query; the filter is good for this library only. */
export function outlineFilter(library: Library): OutlineFilter {
  let prepared: readonly Haystack[] | undefined;
  return (query) => {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    if (words.length === 0) return undefined;
    prepared ??= library.cases.map((study) => haystackOf(library, study));
    const all = prepared;
    const hits = words.map((word) => idsWith(all, word));
    return new Set([...(hits[0] ?? [])].filter((id) => hits.every((set) => set.has(id))));
  };
}

const MOST_WORDS = 8;

function idsWith(haystacks: readonly Haystack[], word: string): ReadonlySet<string> {
  const literal = haystacks.filter(({ text }) => text.includes(word));
  const isSpelling = literal.length === 0 && /^[a-z]{2,40}$/.test(word);
  const found = isSpelling ? haystacks.filter(({ spelled }) => spelled.some((name) => sounds(name, word))) : literal;
  return new Set(found.map(({ id }) => id));
}

function haystackOf(library: Library, study: CaseStudy): Haystack {
  const terms = [study.industry, ...study.problems].flatMap((id) => {
    const term = library.industryById.get(id) ?? library.problemById.get(id);
    return term ? [term.zh, term.en, ...(term.aliases ?? [])] : [];
  });
  const products = [...study.products.map((use) => use.id), ...study.services].flatMap((id) => {
    const product = library.productById.get(id);
    return product ? [id, product.zh, product.en, product.short, ...product.aliases] : [id];
  });
  const names = [study.customer.zh, study.customer.en, study.title.zh, study.title.en];
  const said = STATEMENT_PARTS.flatMap((part) => study[part].flatMap((statement) => [statement.zh, statement.en]));
  const own = (study.text ?? []).map((block) => block.text);
  const place = [study.id, `§${study.section}`, `p.${study.page}`];
  return {
    id: study.id,
    text: [...names, ...place, ...terms, ...products, study.summary.zh, study.summary.en, ...said, ...own]
      .join('\n')
      .toLowerCase(),
    spelled: [...names, ...terms, ...products].flatMap((name) => syllablesOf(library, name)),
  };
}

function syllablesOf(library: Library, name: string): (readonly string[])[] {
  const pinyin = library.data.pinyin[name];
  return pinyin ? [pinyin.split(' ')] : [];
}

/** `shipin` and `sp` for 视频, from any syllable on. */
function sounds(syllables: readonly string[], typed: string): boolean {
  return syllables.some((_, start) => {
    const rest = syllables.slice(start);
    return (
      rest.join('').startsWith(typed) ||
      rest
        .map((syllable) => syllable[0])
        .join('')
        .startsWith(typed)
    );
  });
}
