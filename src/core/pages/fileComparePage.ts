// My file against a case: both, only the case, only mine, each with its line and its page.
import { type Html, html } from '../html';
import { tierWord } from '../review/reviewWords';
import type { FileComparison, FileProduct } from './fileCompare';
import { lineNumber, type PageWord, pageNumber, say } from './pageWords';
import {
  button,
  type PageContent,
  type PageContext,
  pageLink,
  placeLine,
  productChip,
  productLink,
  section,
} from './parts';

export function fileComparePage(comparison: FileComparison, context: PageContext): PageContent {
  const { lang } = context;
  const { study, file, both, onlyCase, onlyFile } = comparison;
  const title = `${file.name} ↔ ${study.customer[lang]}`;
  const place = placeLine(study, lang);
  const body = html`<main class="single">
<header id="summary"><p class="eyebrow">${say('fileComparison', lang)}</p>
<h1>${file.name} <span class="versus">↔</span> ${pageLink({ kind: 'case', id: study.id }, study.customer[lang])}</h1>
<p class="summary">${study.title[lang]} <span class="place">${place}</span></p>
<ul class="totals"><li><strong>${both.length}</strong> ${say('both', lang)}</li><li><strong>${onlyCase.length}</strong> ${say('onlyCase', lang)}</li><li><strong>${onlyFile.length}</strong> ${say('onlyMine', lang)}</li></ul>
<div class="actions" role="group" aria-label="${say('actions', lang)}">${button('copyMarkdown', lang)}</div>
${file.mentions.length === 0 && html`<p class="empty">${say('nothingRecognised', lang)}</p>`}</header>
${block(
  'both',
  both.length,
  table(
    ['product', 'role', 'page', 'lines'],
    both.map((one) => bothRow(one, comparison, context)),
    context,
  ),
  context,
)}
${block(
  'onlyCase',
  onlyCase.length,
  table(
    ['product', 'role', 'page'],
    onlyCase.map(
      (
        use,
      ) => html`<tr><th scope="row">${productLink(context, use.id)}</th><td>${use.role[lang]}${!use.listed && mentioned(context)}</td><td class="page">${casePlace(comparison, context)}</td></tr>
`,
    ),
    context,
  ),
  context,
)}
${block(
  'onlyMine',
  onlyFile.length,
  table(
    ['product', 'lines'],
    onlyFile.map(
      (one) => html`<tr><th scope="row">${productLink(context, one.productId)}</th><td>${lines(one, context)}</td></tr>
`,
    ),
    context,
  ),
  context,
)}
</main>`;
  return { title, body };
}

function bothRow(product: FileComparison['both'][number], comparison: FileComparison, context: PageContext): Html {
  const { lang } = context;
  const { use } = product;
  const as =
    use.id !== product.productId &&
    html` <span class="kin">${say('asInCase', lang)} ${productChip(context, use.id)}</span>`;
  return html`<tr><th scope="row">${productLink(context, product.productId)}${as}</th><td>${use.role[lang]}${!use.listed && mentioned(context)}</td><td class="page">${casePlace(comparison, context)}</td><td>${lines(product, context)}</td></tr>
`;
}

function mentioned({ lang }: PageContext): Html {
  return html` <span class="badge mentioned" title="${say('mentioned', lang)}">${say('mentionedShort', lang)}</span>`;
}

function casePlace({ study }: FileComparison, { lang }: PageContext): Html {
  const place = study.page > 0 ? pageNumber(study.page, lang) : `§${study.section}`;
  return pageLink({ kind: 'case', id: study.id, place: 'architecture' }, place);
}

/** Line numbers as the editor counts them; each a button that leads there. */
function lines({ mentions }: FileProduct, { lang }: PageContext): Html {
  const rows = mentions.map((mention) => {
    return html`<li><button type="button" class="line" data-line="${mention.line}">${lineNumber(mention.line, lang)}</button> <code>${mention.because}</code> <span class="note">${tierWord(mention.tier, lang)}</span></li>`;
  });
  return html`<ul class="lines">${rows}</ul>`;
}

function block(word: 'both' | 'onlyCase' | 'onlyMine', count: number, body: Html, { lang }: PageContext): Html {
  const content = count > 0 ? body : html`<p class="empty">${say('noneFound', lang)}</p>`;
  return section(word, say(word, lang), content, String(count));
}

function table(columns: readonly PageWord[], rows: readonly Html[], { lang }: PageContext): Html {
  return html`<table class="sides"><thead><tr>${columns.map((column) => html`<th scope="col">${say(column, lang)}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}
