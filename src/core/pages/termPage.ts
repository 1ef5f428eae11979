// The page of an industry or of a problem: its cases with what each says, the products they used, what else they met.
import { type Html, html } from '../html';
import { type CaseStudy, STATEMENT_PARTS, type Term } from '../model';
import { tally } from '../pictures/together';
import { placeOfStatement } from './figures';
import { kOfN, say } from './pageWords';
import {
  barTable,
  caseList,
  caseRow,
  type PageContent,
  type PageContext,
  pageLink,
  productLink,
  section,
  termRows,
} from './parts';

const MOST_PRODUCTS = 15;

export function industryPage(term: Term, context: PageContext): PageContent {
  const cases = context.library.casesByIndustry.get(term.id) ?? [];
  const about = (study: CaseStudy) => study.summary[context.lang];
  return termPage('industry', term, cases, context, about, (list) => [
    ['problems', say('problemsMet', context.lang), problemCounts(list, context)],
  ]);
}

export function problemPage(term: Term, context: PageContext): PageContent {
  const cases = context.library.casesByProblem.get(term.id) ?? [];
  const about = (study: CaseStudy) => evidence(term.id, study, context);
  return termPage('problem', term, cases, context, about, (list) => [
    ['industries', say('industriesMet', context.lang), industryCounts(list, context)],
  ]);
}

type Extra = [id: string, title: string, body: Html];

function termPage(
  kind: 'industry' | 'problem',
  term: Term,
  cases: readonly CaseStudy[],
  context: PageContext,
  about: (study: CaseStudy) => Html | string | undefined,
  extras: (cases: readonly CaseStudy[]) => Extra[],
): PageContent {
  const { library, lang } = context;
  const row = (study: CaseStudy) => caseRow(context, study, about(study), `${kind}/${term.id}`);
  const title = kind === 'problem' ? say('whatTheySay', lang) : say('cases', lang);
  const body = html`<main class="single">
<header id="summary"><p class="eyebrow">${say(kind === 'problem' ? 'problems' : 'industry', lang)}</p><h1>${term[lang]}</h1>
${term.line && html`<p class="summary">${term.line[lang]}</p>`}
<p class="count"><strong>${kOfN(cases.length, library.cases.length, lang)}</strong></p></header>
${section('cases', title, cases.length > 0 ? caseList(context, cases, row) : html`<p class="empty">${say('noCasesGroup', lang)}</p>`)}
${cases.length > 0 && [['products', say('productsUsed', lang), productCounts(cases, context)] as Extra, ...extras(cases)].map(([id, heading, part]) => section(id, heading, part))}
</main>`;
  return { title: term[lang], body };
}

/** The statements that put a case under a problem: what it was up against, and what it did. */
function evidence(problem: string, study: CaseStudy, { lang }: PageContext): Html | undefined {
  const rows = STATEMENT_PARTS.flatMap((part) =>
    study[part].flatMap((statement, i) =>
      statement.problems?.includes(problem)
        ? [
            html`<span class="said"><span class="what">${say(part, lang)}</span> ${pageLink({ kind: 'case', id: study.id, place: placeOfStatement(part, i), list: `problem/${problem}` }, statement[lang], 'quiet')}</span>`,
          ]
        : [],
    ),
  );
  return rows.length > 0 ? html`${rows}` : undefined;
}

function productCounts(cases: readonly CaseStudy[], context: PageContext): Html {
  const { lang } = context;
  const counts = tally(cases, (study) => study.products.map((use) => use.id)).slice(0, MOST_PRODUCTS);
  const rows = counts.map(({ id, count }) => ({ name: productLink(context, id), count }));
  return barTable(say('productsUsed', lang), rows, cases.length, lang);
}

function problemCounts(cases: readonly CaseStudy[], { library, lang }: PageContext): Html {
  const counts = tally(cases, (study) => study.problems);
  return barTable(say('problemsMet', lang), termRows(library.problemById, 'problem', counts, lang), cases.length, lang);
}

function industryCounts(cases: readonly CaseStudy[], { library, lang }: PageContext): Html {
  const counts = tally(cases, (study) => [study.industry]);
  const rows = termRows(library.industryById, 'industry', counts, lang);
  return barTable(say('industriesMet', lang), rows, cases.length, lang);
}
