// The pieces that pages are put together from: links to other pages, chips, citations, bars, buttons. They know the
// library and the message protocol, no single page.
import { type Html, html } from '../html';
import type { VotingRoll } from '../kin';
import { type Library, originOf, productName, shortName, todayOf } from '../library';
import type { CaseStudy, Lang, Term } from '../model';
import { type PageAction, type PageRef, pagePath } from '../protocol';
import { originLabel } from '../words';
import { kOfN, notListed, type PageWord, pageNumber, say } from './pageWords';

/** What every page is rendered from. */
export interface PageContext {
  readonly library: Library;
  readonly roll: VotingRoll;
  readonly lang: Lang;
}

/** A page as the shell frames it. */
export interface PageContent {
  /** For the tab and the document. */
  readonly title: string;
  readonly body: Html;
}

/** A link to another page of ours. It has no address of its own: the script turns a click or Enter into a message. */
export function pageLink(page: PageRef, text: string | Html, className = 'link'): Html {
  return html`<a class="${className}" role="link" tabindex="0" data-open="${pagePath(page)}">${text}</a>`;
}

export function button(action: PageAction, lang: Lang, word: PageWord = action): Html {
  return html`<button type="button" data-action="${action}">${say(word, lang)}</button>`;
}

/** `§1.26 · 第 40 页`; only the section where no page is known. */
export function placeLine(study: CaseStudy, lang: Lang): string {
  return `§${study.section}${study.page > 0 ? ` · ${pageNumber(study.page, lang)}` : ''}`;
}

/** Name of a product as a link. */
export function productLink({ library, lang }: PageContext, id: string, className = 'link'): Html {
  return pageLink({ kind: 'product', id }, productName(library, id, lang), className);
}

/** `如今：PolarDB-X`: beside the quoted name, never instead of it. */
export function todayNote(library: Library, id: string, lang: Lang): Html | undefined {
  const product = library.productById.get(id);
  const today = product && todayOf(product, lang);
  return today === undefined ? undefined : html` <span class="today">${say('today', lang)}${today}</span>`;
}

/** Short product chip of a statement or a list row. */
export function productChip({ library, lang }: PageContext, id: string): Html {
  return pageLink({ kind: 'product', id }, shortName(library, id, lang), 'chip');
}

export function industryChip({ library, lang }: PageContext, id: string): Html {
  return pageLink({ kind: 'industry', id }, library.industryById.get(id)?.[lang] ?? id, 'chip industry');
}

export function problemChip({ library, lang }: PageContext, id: string): Html {
  return pageLink({ kind: 'problem', id }, library.problemById.get(id)?.[lang] ?? id, 'chip problem');
}

/** A section with its heading; `id` is a place that links lead to. */
export function section(id: string, title: string, body: Html, aside?: string | Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}${aside && html` <span class="aside">${aside}</span>`}</h2>
${body}
</section>`;
}

/** A case in a list: customer, title unless it is the same, place, and what the list is about beneath. */
export function caseRow({ library, lang }: PageContext, study: CaseStudy, about?: Html | string, list?: string): Html {
  const link = pageLink({ kind: 'case', id: study.id, ...(list && { list }) }, study.customer[lang], 'link name');
  const origin = originOf(library, study);
  const titled = study.title[lang] !== study.customer[lang];
  return html`<li class="case"><p>${link} ${origin !== 'library' && html`<span class="badge">${originLabel(origin, lang)}</span> `}${titled && html`<span class="title">${study.title[lang]}</span> `}<span class="place">${placeLine(study, lang)}</span></p>${about && html`<p class="about">${about}</p>`}</li>
`;
}

/** So many cases a page lists; the rest is said, and search finds it. A page stays small however large the library. */
export const MOST_LISTED = 110;

/** The list of cases of a page, each row made by `row`. */
export function caseList(
  { lang }: PageContext,
  cases: readonly CaseStudy[],
  row: (study: CaseStudy) => Html,
  id?: string,
): Html {
  const more = cases.length - MOST_LISTED;
  return html`<ul class="cases"${id && html` id="${id}"`}>${cases.slice(0, MOST_LISTED).map(row)}</ul>${more > 0 && html`<p class="note">${notListed(more, lang)}</p>`}`;
}

/** Rows of `name — bar — k of n`; the bar repeats the words and is hidden from screen readers. */
export function barTable(
  caption: string,
  rows: readonly { readonly name: Html; readonly count: number; readonly note?: string }[],
  total: number,
  lang: Lang,
): Html {
  return html`<table class="bars"><caption class="unseen">${caption}</caption><tbody>
${rows.map(
  ({
    name,
    count,
    note,
  }) => html`<tr><th scope="row">${name}</th><td class="bar">${bar(count, total)}</td><td class="count">${kOfN(count, total, lang)}${note && html` <span class="note">${note}</span>`}</td></tr>
`,
)}</tbody></table>`;
}

/** `k` of `n` as a line; an SVG, because a page may not carry style attributes. */
export function bar(k: number, n: number): Html {
  const width = n > 0 ? Math.round((k / n) * 1000) / 10 : 0;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="6"/><rect class="part" width="${width}" height="6"/></svg>`;
}

/** Terms of a table with how many of the cases have them. */
export function termRows(
  terms: ReadonlyMap<string, Term>,
  kind: 'industry' | 'problem',
  counts: readonly { readonly id: string; readonly count: number }[],
  lang: Lang,
) {
  return counts.map(({ id, count }) => ({ name: pageLink({ kind, id }, terms.get(id)?.[lang] ?? id), count }));
}

/** Items in a run of text, each already markup: `A、B、C`. */
export function run(items: readonly Html[], lang: Lang): Html {
  const comma = lang === 'zh' ? '、' : ', ';
  return html`${items.map((item, i) => html`${i > 0 && comma}${item}`)}`;
}
