// The page of a review: what was recognised, the closest cases with the sum that puts them there, what to ask, and a
// what-if over the products. It knows the library and its own protocol, no editor.
import { compareCodePoints } from '../compare';
import { type Html, html } from '../html';
import { evidenceFor, productName, shortName } from '../library';
import type { Lang } from '../model';
import { kOfN, listed } from '../pages/pageWords';
import {
  caseRow,
  type PageContent,
  type PageContext,
  pageLink,
  productChip,
  productLink,
  run,
  section,
} from '../pages/parts';
import { shortOf } from '../productNames';
import type { ArchitectureProduct } from './architecture';
import { linesOfFile, linesOfFiles } from './lineLinks';
import type { OpenQuestion } from './questions';
import type { Inline, ReportBlock } from './reportBlocks';
import { verdictOf } from './reportSections';
import { unreadBlocks } from './reportSources';
import type { Review, ReviewMatch } from './review';
import { sayReview as say } from './reviewPageWords';
import { idOfAction, idOfAnswered, type ReviewAction, type WhatIf } from './reviewProtocol';
import {
  formatWord,
  POINTS_NOTE,
  questionWords,
  reasonWords,
  restsOnWords,
  scoreWords,
  thinWords,
  tierWord,
} from './reviewWords';
import { changeOfClosest } from './whatIf';

/** What the page shows. */
export interface ReviewPageInput {
  /** Names what is reviewed: `deploy/rds.yaml`. */
  readonly title: string;
  readonly review: Review;
  readonly whatIf: WhatIf;
  /** The review with the what-if; the same as `review` without one. */
  readonly tried: Review;
  /** Whether a case can be laid beside the file: there is a single one. */
  readonly isSingleFile: boolean;
}

/** Cases that the page lists. */
export const MOST_SHOWN = 10;
const MOST_NAMED = 12;

export function reviewPage(input: ReviewPageInput, context: PageContext): PageContent {
  const { lang } = context;
  const { review, title } = input;
  const body = html`<main class="single review">
<header id="summary"><p class="eyebrow">${say('eyebrow', lang)}</p><h1>${title}</h1>
<p class="summary">${verdictOf(review, context.library, lang)}</p>
${formatLines(review, context)}
${actions(review, context)}</header>
${section('products', say('products', lang), productsTable(input, context), String(review.architecture.products.length))}
<div id="cases-part" aria-live="polite">${casesPart(input, context)}</div>
${section('questions', say('questions', lang), questions(review, context), String(review.questions.length))}
${section('not-recognised', say('notRecognised', lang), html`${unreadBlocks({ review, library: context.library, lang }).map((block) => renderBlock(block))}`)}
</main>`;
  return { title, body };
}

/** Stands in for a page while its files are read, or when they could not be. */
export function unreadPage(title: string, why: 'reading' | 'unread', { lang }: PageContext): PageContent {
  const again = html`<div class="actions"><button type="button" data-review="refresh">${say('refresh', lang)}</button></div>`;
  const body = html`<main class="single review">
<header id="summary"><p class="eyebrow">${say('eyebrow', lang)}</p><h1>${title}</h1>
<p class="summary" role="status">${say(why, lang)}</p>${why === 'unread' && again}</header>
</main>`;
  return { title, body };
}

function formatLines({ architecture }: Review, { lang }: PageContext): Html {
  const files = architecture.files.filter((file) => file.formats.length > 0);
  const rows = files.slice(0, MOST_NAMED).map((file) => {
    const note = file.documents.find(({ format }) => format === file.formats[0]);
    const formats = file.formats.map((format) => formatWord(format, lang)).join(', ');
    return html`<li><code>${file.file}</code> ${formats}${note && html` <span class="note">${reasonWords(note, lang)}</span>`}</li>`;
  });
  const rest = files.length - MOST_NAMED;
  return html`<ul class="lines">${rows}${rest > 0 && html`<li class="note">${say('more', lang)} ${rest}</li>`}</ul>`;
}

function actions(review: Review, { lang }: PageContext): Html {
  const names: ReviewAction[] = [
    ...(review.architecture.products.length > 0
      ? (['reportMarkdown', 'reportHtml', 'adr', 'addSuggested'] as const)
      : []),
    'refresh',
  ];
  const buttons = names.map(
    (action) =>
      html`<button type="button" id="${idOfAction(action)}" data-review="${action}">${say(action as 'refresh', lang)}</button>`,
  );
  return html`<div class="actions" role="group" aria-label="${say('actions', lang)}">${buttons}</div>`;
}

function productsTable({ review, whatIf }: ReviewPageInput, context: PageContext): Html {
  const { lang, library } = context;
  const { products } = review.architecture;
  if (products.length === 0) return html`<p class="empty">${say('nothing', lang)}</p>`;
  const rows = products.map((product) => productRow(product, !whatIf.off.includes(product.productId), review, context));
  const present = new Set(products.map(({ productId }) => productId));
  const options = library.data.products
    .filter(({ id, kind }) => kind === 'product' && !present.has(id) && evidenceFor(library, id).cases.length > 0)
    .map((product) => ({ id: product.id, name: shortOf(product, lang) }))
    .map(({ id, name }) => ({ id, name, key: (library.data.pinyin[name] ?? name).toLowerCase() }))
    .sort((a, b) => compareCodePoints(a.key, b.key))
    .map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  return html`<p class="note">${say('productsNote', lang)}</p>
<div class="scroll"><table class="sides products"><thead><tr><th scope="col">${say('counted', lang)}</th><th scope="col">${say('product', lang)}</th><th scope="col">${say('restsOn', lang)}</th><th scope="col">${say('where', lang)}</th><th scope="col">${say('used', lang)}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="actions"><label>${say('addProduct', lang)} <select id="product-to-add"><option value="">${say('choose', lang)}</option>${options}</select></label> <button type="button" data-what-if-add="product-to-add">${say('add', lang)}</button></p>`;
}

function productRow(product: ArchitectureProduct, isCounted: boolean, review: Review, context: PageContext): Html {
  const { lang, library, roll } = context;
  const { productId, tier, signs } = product;
  const told = signs.find((sign) => sign.tier === tier)?.because;
  const isLone = review.architecture.files.length === 1;
  const lines = isLone ? linesOfFile(signs, lang) : linesOfFiles(signs);
  const generic = roll.isGeneric(productId) && html` <span class="badge">${say('generic', lang)}</span>`;
  return html`<tr><td><input type="checkbox" data-what-if="${productId}" aria-label="${say('counted', lang)} ${productName(library, productId, lang)}"${isCounted && html` checked`}></td><th scope="row">${productLink(context, productId)}${generic}</th><td>${tierWord(tier, lang)}${told && html` <code>${told}</code>`}</td><td>${lines}</td><td class="count">${kOfN(evidenceFor(library, productId).cases.length, library.cases.length, lang)}</td></tr>
`;
}

/** What a what-if changes: the verdict and the list. The host sends this part anew; the rest of the page stays. */
export function casesPart({ review, tried, whatIf, isSingleFile }: ReviewPageInput, context: PageContext): Html {
  const { lang } = context;
  const { matches, came, gone } = changeOfClosest(review, tried, MOST_SHOWN);
  const isTried = whatIf.off.length + whatIf.added.length > 0;
  const rows = matches.map((match) => matchRow(match, isTried && came.has(match.study.id), isSingleFile, context));
  const body = html`${isTried && assumptions(whatIf, context)}
${triedVerdict(review, tried, context)}
${rows.length > 0 && html`<ul class="cases">${rows}</ul><p class="note">${POINTS_NOTE[lang]}</p>`}
${isTried && gone.length > 0 && html`<h3>${say('gone', lang)}</h3><ul class="cases gone">${gone.map(({ study }) => caseRow(context, study))}</ul>`}`;
  return section('cases', say('cases', lang), body, shownOf(matches.length, tried.matches.length, lang));
}

/** Of many matches only the first are listed, and said to be. */
function shownOf(shown: number, all: number, lang: Lang): string {
  return shown < all ? kOfN(shown, all, lang) : String(all);
}

/** Why no case stands close, if none does; without a single product there is nothing to say so of. */
function triedVerdict(review: Review, tried: Review, { lang, library }: PageContext): Html | undefined {
  if (tried.thin.length === 0) return undefined;
  const isEmptied = review.architecture.products.length > 0 && tried.architecture.products.length === 0;
  if (isEmptied) return html`<p class="verdict"><strong>${say('nothingCounted', lang)}</strong></p>`;
  const thin = tried.thin.map((reason) => thinWords(reason, library, lang)).join(lang === 'zh' ? '' : ' ');
  return html`<p class="verdict"><strong>${verdictOf(tried, library, lang)}</strong> ${thin}</p>`;
}

function assumptions({ off, added }: WhatIf, context: PageContext): Html {
  const { lang } = context;
  const name = (id: string) => shortName(context.library, id, lang);
  const remove = (id: string) =>
    html`<button type="button" class="line" data-what-if-remove="${id}" aria-label="${say('takeOut', lang)} ${name(id)}">×</button>`;
  const left = off.map((id) => html`<s>${name(id)}</s>`);
  const put = added.map((id) => html`${productChip(context, id)} ${remove(id)}`);
  return html`<p class="assumed"><span class="badge">${say('assumed', lang)}</span> ${left.length > 0 && html`${say('without', lang)} ${run(left, lang)} `}${put.length > 0 && html`${say('with', lang)} ${put.map((one) => html`${one} `)}`}<button type="button" data-review="reset">${say('reset', lang)}</button></p>`;
}

function matchRow(match: ReviewMatch, isNew: boolean, isSingleFile: boolean, context: PageContext): Html {
  const { lang, library } = context;
  const { study } = match;
  const problems = match.sameProblems.map((id) => library.problemById.get(id)?.[lang] ?? id);
  const chips = (word: 'missing' | 'extra', ids: readonly string[]) =>
    ids.length > 0 &&
    html`<span class="reason"><span class="what">${say(word, lang)}</span> ${run(
      ids.map((id) => productChip(context, id)),
      lang,
    )}</span> `;
  const colon = lang === 'zh' ? '：' : ': ';
  const about = html`${isNew && html`<span class="badge new">${say('came', lang)}</span> `}<span class="badge ${match.confidence}">${say(match.confidence, lang)}</span> <span class="points">${scoreWords(match, library, lang)}</span>
${match.sameIndustry && html`<span class="badge">${say('sameIndustry', lang)}</span> `}${problems.length > 0 && html`<span class="badge">${say('sameProblems', lang)}${colon}${listed(problems, lang)}</span> `}<span class="note">${say('restsOn', lang)}${colon}${restsOnWords(match, lang)}</span><br>
${chips('missing', match.missing)}${chips('extra', match.extra)}${isSingleFile && html`<button type="button" class="line" data-compare="${study.id}">${say('compare', lang)}</button>`}`;
  return caseRow(context, study, about);
}

function questions(review: Review, context: PageContext): Html {
  const { lang } = context;
  const open = review.questions.map((question) => {
    const id = question.productId;
    return html`<li class="case">${asked(question, context)}<div class="actions"><button type="button" data-answer="${id}">${say('answer', lang)}</button>${recordButton(id, lang)}</div></li>`;
  });
  const answered = review.answered.map(
    ({ question, answer }) =>
      html`<li class="case" id="${idOfAnswered(question.productId)}" tabindex="-1">${asked(question, context)}<p class="about"><span class="badge">${say('answered', lang)}</span> ${answer.reason}</p><div class="actions">${recordButton(question.productId, lang)}</div></li>`,
  );
  if (open.length + answered.length === 0) return html`<p class="empty">${say('noQuestions', lang)}</p>`;
  return html`<ul class="cases">${open}${answered}</ul><p class="note">${say('questionsNote', lang)}</p>`;
}

/** A question and the cases that it rests on. */
function asked(question: OpenQuestion, context: PageContext): Html {
  const { lang, library } = context;
  const cases = question.cases.map((study) =>
    pageLink({ kind: 'case', id: study.id, place: 'architecture' }, study.customer[lang]),
  );
  return html`<p>${questionWords(question, library, lang)} ${productChip(context, question.productId)}</p><p class="about">${run(cases, lang)}</p>`;
}

function recordButton(productId: string, lang: Lang): Html {
  return html`<button type="button" data-adr="${productId}">${say('adr', lang)}</button>`;
}

function renderBlock(block: ReportBlock): Html {
  if (block.kind === 'paragraph') return html`<p>${block.text.map((part) => inline(part))}</p>`;
  if (block.kind !== 'list') return html``;
  return html`<ul class="lines">${block.items.map((item) => html`<li>${item.map((part) => inline(part))}</li>`)}</ul>`;
}

function inline(part: Inline): Html {
  if (typeof part === 'string') return html`${part}`;
  if ('code' in part) return html`<code>${part.code}</code>`;
  return pageLink({ kind: 'case', id: part.caseId }, part.text);
}
