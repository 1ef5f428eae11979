// The page of a whole workspace: product → files with lines → cases. What was found, in the order of how many files
// name it; it draws no conclusions.
import { compareCodePoints, firstDifference } from '../compare';
import { type Html, html } from '../html';
import { evidenceFor, productName } from '../library';
import { kOfN } from '../pages/pageWords';
import { type PageContent, type PageContext, pageLink, productLink, run, section } from '../pages/parts';
import type { Architecture, ArchitectureProduct, Sign } from './architecture';
import { sayReview as say } from './reviewPageWords';
import { tierWord, unreadWords } from './reviewWords';

const MOST_CASES = 8;
const MOST_UNREAD = 20;

export function overviewPage(title: string, architecture: Architecture, context: PageContext): PageContent {
  const { lang } = context;
  const products = [...architecture.products].sort((a, b) =>
    firstDifference(
      filesOf(b).length - filesOf(a).length,
      compareCodePoints(
        productName(context.library, a.productId, lang),
        productName(context.library, b.productId, lang),
      ),
    ),
  );
  const read = architecture.files.filter((file) => file.formats.length > 0).length;
  const counts =
    lang === 'zh'
      ? `${architecture.files.length} 个文件，${read} 个是已知格式，${products.length} 个产品`
      : `${architecture.files.length} files, ${read} of a known format, ${products.length} products`;
  const unread = architecture.files.filter((file) => file.unread);
  const body = html`<main class="single review">
<header id="summary"><p class="eyebrow">${say('overview', lang)}</p><h1>${title}</h1><p class="summary">${counts}</p>
<div class="actions"><button type="button" data-review="refresh">${say('refresh', lang)}</button></div></header>
${products.length === 0 && html`<p class="empty">${say('nothing', lang)}</p>`}
${products.map((product) => productSection(product, context))}
${unread.length > 0 && section('not-recognised', say('notRecognised', lang), html`<ul class="lines">${unread.slice(0, MOST_UNREAD).map((file) => html`<li><code>${file.file}</code> ${file.unread && unreadWords(file.unread, lang)}</li>`)}</ul>`, String(unread.length))}
</main>`;
  return { title, body };
}

function filesOf({ signs }: ArchitectureProduct): string[] {
  return [...new Set(signs.map(({ file }) => file))];
}

function productSection(product: ArchitectureProduct, context: PageContext): Html {
  const { lang, library } = context;
  const { productId, signs } = product;
  const files = filesOf(product);
  const { cases } = evidenceFor(library, productId);
  const rows = files.map((file) =>
    fileRow(
      file,
      signs.filter((sign) => sign.file === file),
      context,
    ),
  );
  const links = cases
    .slice(0, MOST_CASES)
    .map((study) => pageLink({ kind: 'case', id: study.id, list: `evidence/${productId}` }, study.customer[lang]));
  const rest = cases.length - MOST_CASES;
  const told = html`<p class="about">${kOfN(cases.length, library.cases.length, lang)}${links.length > 0 && html`: ${run(links, lang)}`}${rest > 0 && html` <span class="note">+${rest}</span>`}</p>`;
  return html`<section id="product-${productId}"><h2>${productLink(context, productId)} <span class="aside">${say('files', lang)} ${files.length}</span></h2>
<ul class="lines">${rows}</ul>${told}</section>`;
}

function fileRow(file: string, signs: readonly Sign[], { lang }: PageContext): Html {
  const [first] = signs;
  const lines = [...new Set(signs.map(({ line }) => line))].map(
    (line) =>
      html`<button type="button" class="line" data-file="${file}" data-line="${line}">${say('line', lang)} ${line + 1}</button> `,
  );
  return html`<li><code>${file}</code> ${lines}${first && html`<span class="note">${tierWord(first.tier, lang)}</span>`}</li>`;
}
