// The library at a glance: industries against products, problems to start from, and every case in one filterable list.
import { type Html, html } from '../html';
import { casesWith, shortName } from '../library';
import type { CaseStudy } from '../model';
import { tally } from '../pictures/together';
import { caseCount, say } from './pageWords';
import {
  button,
  caseList,
  caseRow,
  MOST_LISTED,
  type PageContent,
  type PageContext,
  pageLink,
  productChip,
  section,
} from './parts';

/** So many products have a column. */
const COLUMNS = 14;

export function overviewPage(context: PageContext): PageContent {
  const { library, lang } = context;
  const title = say('overview', lang);
  const body = html`<main class="single">
<header id="summary"><h1>${title}</h1>
<p class="summary">${totals(context)}</p>
<div class="actions" role="group" aria-label="${say('actions', lang)}"><button type="button" data-open="map">${say('openMap', lang)}</button>${button('surprise', lang)}</div></header>
${section('heat-map', say('heatMap', lang), html`${heatMap(context)}<p class="note">${say('heatMapNote', lang)}</p>`)}
${section('problems', say('allProblems', lang), problems(context))}
${section('cases', say('allCases', lang), html`${filterField(context)}${caseList(context, library.cases, (study) => row(study, context), 'all')}`)}
${section('source', say('volumes', lang), volumes(context))}
</main>`;
  return { title, body };
}

function totals({ library, lang }: PageContext): string {
  const industries = library.casesByIndustry.size;
  const products = library.data.products.filter(
    (product) => product.kind === 'product' && casesWith(library, product.id).length > 0,
  ).length;
  return lang === 'zh'
    ? `${library.cases.length} 个案例，${industries} 个行业，用到 ${products} 种产品。`
    : `${library.cases.length} cases from ${industries} industries, using ${products} products.`;
}

/** A real table: it is the picture and its own twin, read by everybody. */
function heatMap({ library, lang }: PageContext): Html {
  const columns = tally(library.cases, (study) => study.products.map((use) => use.id)).slice(0, COLUMNS);
  const industries = tally(library.cases, (study) => [study.industry]);
  const head = columns.map(
    ({ id }) =>
      html`<th scope="col">${pageLink({ kind: 'product', id }, html`<span class="turned">${shortName(library, id, lang)}</span>`)}</th>`,
  );
  const rows = industries.map(({ id, count }) => {
    const cases = library.casesByIndustry.get(id) ?? [];
    const cells = columns.map((column) =>
      cell(cases.filter((study) => study.products.some((use) => use.id === column.id)).length),
    );
    return html`<tr><th scope="row">${pageLink({ kind: 'industry', id }, library.industryById.get(id)?.[lang] ?? id)}</th>${cells}<td class="total">${count}</td></tr>
`;
  });
  const totals = columns.map(({ count }) => html`<td class="total">${count}</td>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('heatMap', lang)}"><table class="heat"><thead><tr><td></td>${head}<th scope="col"><span class="turned">${say('cases', lang)}</span></th></tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${say('total', lang)}</th>${totals}<td class="total">${library.cases.length}</td></tr></tfoot></table></div>`;
}

/** Five shades; the number says the same. */
function cell(count: number): Html {
  return html`<td class="h${Math.min(5, count)}">${count > 0 ? count : ''}</td>`;
}

function problems({ library, lang }: PageContext): Html {
  const counts = tally(library.cases, (study) => study.problems);
  return html`<ul class="tiles">${counts.map(
    ({
      id,
      count,
    }) => html`<li>${pageLink({ kind: 'problem', id }, library.problemById.get(id)?.[lang] ?? id, 'tile')}<span class="count">${caseCount(count, lang)}</span></li>
`,
  )}</ul>`;
}

function filterField({ library, lang }: PageContext): Html {
  const total = Math.min(library.cases.length, MOST_LISTED);
  return html`<div class="filter"><label for="filter">${say('filter', lang)}</label><input id="filter" type="search" autocomplete="off" spellcheck="false" aria-describedby="filter-hint" aria-controls="all"><span id="filter-count" role="status" data-words="${say('filtered', lang)}" data-total="${total}"></span><span id="filter-hint" class="note">${say('filterHint', lang)}</span></div>`;
}

/** What the filter looks in stands in the row itself: what is found can be seen. */
function row(study: CaseStudy, context: PageContext): Html {
  const { library, lang } = context;
  const products = study.products.map((use) => html`${productChip(context, use.id)} `);
  const industry = library.industryById.get(study.industry)?.[lang];
  return caseRow(context, study, html`<span class="what">${industry}</span> ${products}`);
}

function volumes({ library, lang }: PageContext): Html {
  const rows = library.data.volumes.map((volume) => {
    const count = library.cases.filter((study) => study.volume === volume.id).length;
    return html`<li>${volume.title[lang]} · ${volume.publisher[lang]} · ${say('edition', lang)} ${volume.edition} · ${say('asOf', lang)} ${volume.date} · ${caseCount(count, lang)}</li>
`;
  });
  return html`<ul class="volumes">${rows}</ul><p class="note">${say('ageNote', lang)} ${say('derived', lang)}</p>`;
}
