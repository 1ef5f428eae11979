// The page of a whole workspace: product → cases → files with lines. What was found, in the order of how many files name
// it; it draws no conclusions. Of many files the first are shown, so that a page stays small however large the workspace.
import { compareCodePoints, firstDifference } from '../compare';
import { type Html, html } from '../html';
import { evidenceFor, productName } from '../library';
import type { Lang } from '../model';
import { kOfN } from '../pages/pageWords';
import { type PageContent, type PageContext, pageLink, placeLine, productLink, run, section } from '../pages/parts';
import { plural } from '../words';
import type { Architecture, ArchitectureProduct, Sign } from './architecture';
import { linesOfFile } from './lineLinks';
import { sayReview as say } from './reviewPageWords';
import { tierWord, unreadWords } from './reviewWords';

const MOST_CASES = 8;
const MOST_FILES = 12;
const MOST_UNREAD = 20;

export function overviewPage(title: string, architecture: Architecture, context: PageContext): PageContent {
  const { lang } = context;
  const found = architecture.products.map((product): Found => ({ ...product, files: filesOf(product) }));
  const name = ({ productId }: Found) => productName(context.library, productId, lang);
  const products = found.sort((a, b) =>
    firstDifference(b.files.size - a.files.size, compareCodePoints(name(a), name(b))),
  );
  const read = architecture.files.filter((file) => file.formats.length > 0).length;
  const counts =
    lang === 'zh'
      ? `${architecture.files.length} 个文件，${read} 个是已知格式，${products.length} 个产品`
      : `${plural(architecture.files.length, 'file')}, ${read} of a known format, ${plural(products.length, 'product')}`;
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

/** A product with the files that name it. */
interface Found extends ArchitectureProduct {
  readonly files: ReadonlyMap<string, readonly Sign[]>;
}

function filesOf({ signs }: ArchitectureProduct): Map<string, Sign[]> {
  const files = new Map<string, Sign[]>();
  for (const sign of signs) {
    const known = files.get(sign.file);
    if (known) known.push(sign);
    else files.set(sign.file, [sign]);
  }
  return files;
}

function productSection({ productId, files }: Found, context: PageContext): Html {
  const { lang } = context;
  const rows = [...files].slice(0, MOST_FILES).map(([file, signs]) => fileRow(file, signs, lang));
  const rest = files.size - rows.length;
  const more = lang === 'zh' ? `另有 ${rest} 个文件` : rest === 1 ? 'and 1 more file' : `and ${rest} more files`;
  return html`<section id="product-${productId}"><h2>${productLink(context, productId)} <span class="aside">${say('files', lang)} ${files.size}</span></h2>
${casesOf(productId, context)}
<ul class="lines">${rows}${rest > 0 && html`<li class="note">${more}</li>`}</ul></section>`;
}

/** Whom to look at, each with its place in the source; the rest is counted. */
function casesOf(productId: string, context: PageContext): Html {
  const { lang, library } = context;
  const { cases } = evidenceFor(library, productId);
  const list = `evidence/${productId}`;
  const links = cases
    .slice(0, MOST_CASES)
    .map(
      (study) =>
        html`${pageLink({ kind: 'case', id: study.id, list }, study.customer[lang])} <span class="place">${placeLine(study, lang)}</span>`,
    );
  const rest = cases.length - links.length;
  return html`<p class="about">${kOfN(cases.length, library.cases.length, lang)}${links.length > 0 && html`${lang === 'zh' ? '：' : ': '}${run(links, lang)}`}${rest > 0 && html` <span class="note">+${rest}</span>`}</p>`;
}

function fileRow(file: string, signs: readonly Sign[], lang: Lang): Html {
  const [first] = signs;
  return html`<li><code>${file}</code> ${linesOfFile(signs, lang)} ${first && html`<span class="note">${tierWord(first.tier, lang)}</span>`}</li>`;
}
