// Two to four cases side by side. In a narrow column the cells stand beneath each other, each with the name of its case.
import { type Html, html } from '../html';
import type { CaseStudy } from '../model';
import { compareCases, figureLines, type ProductRow } from './comparison';
import { type PageWord, say } from './pageWords';
import { button, industryChip, type PageContent, type PageContext, pageLink, placeLine, productLink } from './parts';

export function comparePage(cases: readonly CaseStudy[], context: PageContext): PageContent {
  const { library, lang } = context;
  const title = say('comparison', lang);
  const model = compareCases(library, cases);
  const text = (word: PageWord, value: (study: CaseStudy) => Html | string) =>
    row(cases, say(word, lang), cases.map(value), context);
  const parts = (word: 'challenges' | 'outcomes') =>
    text(word, (study) =>
      list(
        study[word].map((statement) => statement[lang]),
        context,
      ),
    );
  const body = html`<main class="wide">
<header id="summary"><h1>${title}</h1><div class="actions" role="group" aria-label="${say('actions', lang)}">${button('copyMarkdown', lang)}</div></header>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="compare c${cases.length}" role="table">
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${cases.map((study) => head(study, context))}</tr></thead>
<tbody role="rowgroup">
${text('industry', (study) => industryChip(context, study.industry))}
${text('summary', (study) => study.summary[lang])}
</tbody>
<tbody role="rowgroup">
${group(say('problems', lang), cases)}
${model.problems.map(({ id, has }) =>
  row(
    cases,
    library.problemById.get(id)?.[lang] ?? id,
    has.map((it) => mark(it, context)),
    context,
    'problem',
  ),
)}
</tbody>
${products('inAll', model.inAll, cases, context)}
${products('inSome', model.inSome, cases, context)}
<tbody role="rowgroup">
${text('outcomeFigures', (study) => list(figureLines(study, 'outcome', library, lang), context))}
${text('scaleFigures', (study) => list(figureLines(study, 'scale', library, lang), context))}
${parts('challenges')}
${parts('outcomes')}
</tbody></table></div>
</main>`;
  return { title: cases.map((study) => study.customer[lang]).join(' · '), body };
}

function head(study: CaseStudy, context: PageContext): Html {
  const { lang } = context;
  return html`<th scope="col" role="columnheader">${pageLink({ kind: 'case', id: study.id }, study.customer[lang])}<span class="title">${study.title[lang]}</span><span class="place">${placeLine(study, lang)}</span></th>`;
}

function row(
  cases: readonly CaseStudy[],
  name: string | Html,
  cells: readonly (Html | string | undefined)[],
  { lang }: PageContext,
  className = '',
): Html {
  return html`<tr role="row" class="${className}"><th scope="row" role="rowheader">${name}</th>${cells.map((content, i) => html`<td role="cell"><span class="of" aria-hidden="true">${cases[i]?.customer[lang]}</span>${content}</td>`)}</tr>
`;
}

function products(
  word: 'inAll' | 'inSome',
  rows: readonly ProductRow[],
  cases: readonly CaseStudy[],
  context: PageContext,
) {
  if (rows.length === 0) return undefined;
  const { lang } = context;
  const body = rows.map(({ id, uses }) =>
    row(
      cases,
      productLink(context, id),
      uses.map((use) =>
        use
          ? html`<span class="use">${use.role[lang]}</span>${!use.listed && html` <span class="badge mentioned">${say('mentionedShort', lang)}</span>`}`
          : mark(false, context),
      ),
      context,
      'product',
    ),
  );
  return html`<tbody role="rowgroup">${group(`${say('products', lang)} · ${say(word, lang)} ${rows.length}`, cases)}
${body}</tbody>`;
}

function group(title: string, cases: readonly CaseStudy[]): Html {
  return html`<tr role="row" class="group"><th scope="rowgroup" role="rowheader" colspan="${cases.length + 1}">${title}</th></tr>`;
}

function mark(has: boolean, { lang }: PageContext): Html {
  return has
    ? html`<span aria-hidden="true">✓</span><span class="unseen">${say('problems', lang)}</span>`
    : html`<span class="absent" aria-hidden="true">–</span><span class="unseen">${say('notThere', lang)}</span>`;
}

function list(items: readonly string[], { lang }: PageContext): Html {
  if (items.length === 0) return html`<span class="absent">${say('noneFound', lang)}</span>`;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
