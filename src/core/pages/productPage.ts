// The page of a product: what it is in a line, what it did in each case, what stood beside it, which names mean it.
import { type Html, html } from '../html';
import { casesWith, evidenceFor, productName } from '../library';
import type { CaseStudy, Product } from '../model';
import { tally } from '../pictures/together';
import { shortOf } from '../productNames';
import { caseCount, kOfN, say } from './pageWords';
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
  todayNote,
} from './parts';

/** The names that mean the product in one format: `ROS` → `ALIYUN::RDS::DBInstance`, … */
export interface FormatNames {
  readonly format: string;
  readonly names: readonly string[];
}

const MOST_BESIDE = 12;
const FIRST_NAMES = 6;

export function productPage(product: Product, context: PageContext, names: readonly FormatNames[]): PageContent {
  const { library, lang } = context;
  const title = say('whatItDid', lang);
  const { cases } = evidenceFor(library, product.id);
  const body = html`<main class="single">
${header(product, cases, context)}
${section('cases', title, cases.length > 0 ? caseList(context, cases, (study) => caseRow(context, study, roleIn(product, study, context), `evidence/${product.id}`)) : html`<p class="empty">${say('noCases', lang)}</p>`)}
${cases.length > 0 && html`${usedWith(product, cases, context)}${industries(cases, context)}`}
${section('names', say('names', lang), nameTable(names, context))}
</main>`;
  return { title: shortOf(product, lang), body };
}

function header(product: Product, cases: readonly CaseStudy[], context: PageContext): Html {
  const { library, lang } = context;
  const other = lang === 'zh' ? 'en' : 'zh';
  const line = product.line[lang] === product[lang] ? undefined : product.line[lang];
  const called = product.shortZh === undefined ? product.aliases : [product.shortZh, ...product.aliases];
  const aliases = called.filter((alias) => alias !== product.zh && alias !== product.en);
  return html`<header id="summary">
<p class="eyebrow">${library.categoryById.get(product.category)?.[lang]}</p>
<h1>${product[lang]}${todayNote(library, product.id, lang)}</h1>
${product[other] !== product[lang] && html`<p class="original" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${product[other]}</p>`}
${line && html`<p class="summary">${line}</p>`}
<p class="count"><strong>${kOfN(cases.length, library.cases.length, lang)}</strong></p>
${aliases.length > 0 && html`<p class="note">${say('aliases', lang)}: ${aliases.join(' · ')}</p>`}
${familyLine(product, context)}
</header>`;
}

function familyLine(product: Product, context: PageContext): Html | undefined {
  const { library, lang } = context;
  const family = library.familyOf.get(product.id);
  const members = [...(family ? [family] : []), ...(library.data.families[product.id] ?? [])];
  if (members.length === 0) return undefined;
  const links = members.map(
    (id) => html`${productLink(context, id, 'chip')} <span class="note">${casesWith(library, id).length}</span> `,
  );
  return html`<p class="chips">${say('family', lang)}: ${links}</p><p class="note">${say('familyNote', lang)}</p>`;
}

/** What the product, or the member of its family that the case names, did in a case. */
function roleIn(product: Product, study: CaseStudy, context: PageContext): Html | undefined {
  const { library, lang } = context;
  const use =
    study.products.find((one) => one.id === product.id) ??
    study.products.find(
      (one) => library.familyOf.get(one.id) === product.id || library.familyOf.get(product.id) === one.id,
    );
  if (!use) return undefined;
  const as =
    use.id === product.id ? undefined : html`<span class="kin">≈ ${productName(library, use.id, lang)}</span> `;
  return html`${as}${use.role[lang]}${!use.listed && html` <span class="badge mentioned" title="${say('mentioned', lang)}">${say('mentionedShort', lang)}</span>`}`;
}

function usedWith(product: Product, cases: readonly CaseStudy[], context: PageContext): Html {
  const { lang } = context;
  const title = say('usedWith', lang);
  const beside = tally(cases, (study) => study.products.map((use) => use.id))
    .filter(({ id, count }) => id !== product.id && count > 1)
    .slice(0, MOST_BESIDE);
  const rows = beside.map(({ id, count }) => ({ name: productLink(context, id), count }));
  const body =
    rows.length > 0
      ? html`${barTable(title, rows, cases.length, lang)}<p class="note">${say('usedWithNote', lang)} ${pageLink({ kind: 'map' }, say('openMap', lang))}</p>`
      : html`<p class="empty">${say('noneTogether', lang)}</p>`;
  return section('used-with', title, body, caseCount(cases.length, lang));
}

function industries(cases: readonly CaseStudy[], { library, lang }: PageContext): Html {
  const counts = tally(cases, (study) => [study.industry]);
  const title = say('industriesMet', lang);
  return section(
    'industries',
    title,
    barTable(title, termRows(library.industryById, 'industry', counts, lang), cases.length, lang),
  );
}

function nameTable(names: readonly FormatNames[], { lang }: PageContext): Html {
  const known = names.filter((one) => one.names.length > 0);
  if (known.length === 0) return html`<p class="empty">${say('noNames', lang)}</p>`;
  const code = (list: readonly string[]) => list.map((name) => html`<code>${name}</code> `);
  const rows = known.map(({ format, names: all }) => {
    const more = all.slice(FIRST_NAMES);
    return html`<tr><th scope="row">${format}</th><td>${code(all.slice(0, FIRST_NAMES))}${more.length > 0 && html`<details><summary>${say('moreNames', lang)} ${more.length}</summary>${code(more)}</details>`}</td></tr>
`;
  });
  return html`<table class="names"><thead><tr><th scope="col">${say('format', lang)}</th><th scope="col">${say('name', lang)}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
