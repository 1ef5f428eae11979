// The page of one case: who, against what, with what, to which result, and where it is written. The story stands on the
// first screen; every statement has an id such as `solution-2` that links and search hits lead to.
import { fullCitation } from '../cite';
import { type Html, html } from '../html';
import { originOf, productName, todayOf } from '../library';
import type { CaseStudy, Statement, StatementPart } from '../model';
import { architectureOf, drawArchitecture, layoutArchitecture, SHAPES } from '../pictures/architecture';
import { originLabel } from '../words';
import { figuresOf, figureText, type PlacedFigure, placeOfStatement } from './figures';
import { type ListReader, positionIn } from './lists';
import { say } from './pageWords';
import {
  button,
  industryChip,
  type PageContent,
  type PageContext,
  placeLine,
  problemChip,
  productChip,
  productLink,
  section,
} from './parts';
import { similarSection } from './similarSection';
import { textSection } from './textSection';

export function casePage(study: CaseStudy, context: PageContext, reader: ListReader = {}): PageContent {
  const { lang } = context;
  const parts: [id: string, title: string, part: Html | undefined][] = [
    ['architecture', say('architecture', lang), architecture(study, context)],
    ['challenges', say('challenges', lang), statements('challenges', study, context)],
    ['solution', say('solution', lang), statements('solution', study, context)],
    ['outcomes', say('outcomes', lang), statements('outcomes', study, context)],
    ['replaced', say('replaced', lang), replaced(study, context)],
    ['similar', say('similar', lang), similarSection(study, context)],
    ['notes', say('notes', lang), notes(study, context)],
    ['text', say('ownText', lang), textSection(study, context)],
    ['citations', say('citedIn', lang), citations(context)],
    ['source', say('source', lang), source(study, context)],
  ];
  const shown = parts.filter(([, , part]) => part);
  const body = html`<div class="layout">
<nav class="rail" aria-label="${say('sections', lang)}"><ul><li><a href="#summary">${say('summary', lang)}</a></li>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${header(study, context, reader)}
${shown.map(([, , part]) => part)}
</main>
</div>`;
  return { title: study.customer[lang], body };
}

function header(study: CaseStudy, context: PageContext, reader: ListReader): Html {
  const { library, lang } = context;
  const date = library.volumeById.get(study.volume)?.date;
  const origin = originOf(library, study);
  return html`<header id="summary">
${steps(context, study, reader)}
<p class="eyebrow"><span class="customer">${study.customer[lang]}</span> <span class="place">${placeLine(study, lang)}</span>${date && html` <span class="badge" title="${say('ageNote', lang)}">${say('asOf', lang)} ${date}</span>`}${origin !== 'library' && html` <span class="badge">${originLabel(origin, lang)}</span>`}</p>
<h1>${study.title[lang]}</h1>
${lang !== 'zh' && html`<p class="original" lang="zh-CN">${study.title.zh}</p>`}
<p class="chips">${industryChip(context, study.industry)} ${study.problems.map((id) => html`${problemChip(context, id)} `)}</p>
<p class="summary">${study.summary[lang]}</p>
${actions(study, context, reader)}
${figures(study, context)}
</header>`;
}

/** Where the case stands in the list that it was opened from, and the way to its neighbours. */
function steps({ library, lang }: PageContext, study: CaseStudy, reader: ListReader): Html {
  const { index, count, previous, next } = positionIn(library, lang, study.id, reader);
  const step = (action: 'previous' | 'next', sign: string, id: string | undefined) =>
    html`<button type="button" data-action="${action}" aria-label="${say(action, lang)}" title="${say(action, lang)}"${!id && html` disabled`}>${sign}</button>`;
  return html`<div class="steps">${step('previous', '‹', previous)}<span class="position">${index + 1} / ${count}</span>${step('next', '›', next)}</div>`;
}

function actions(study: CaseStudy, { lang }: PageContext, { favourites }: ListReader): Html {
  const isFavourite = favourites?.includes(study.id);
  const on = `★ ${say('favourited', lang)}`;
  const off = `☆ ${say('favourite', lang)}`;
  return html`<div class="actions" role="group" aria-label="${say('actions', lang)}">
${button('insertCitation', lang)}${button('copyCitation', lang)}${button('copyMarkdown', lang)}${button('copyLink', lang)}${button('compare', lang)}${button('compareFile', lang)}${button('reveal', lang)}<button type="button" data-action="favourite" aria-pressed="${isFavourite ? 'true' : 'false'}" data-on="${on}" data-off="${off}">${isFavourite ? on : off}</button></div>`;
}

/** So many numbers stand on the first screen; all of them stand in their statements. */
const MOST_FIGURES = 6;

function figures(study: CaseStudy, context: PageContext): Html | undefined {
  const outcomes = figuresOf(study, 'outcome').slice(0, MOST_FIGURES);
  const scale = figuresOf(study, 'scale').slice(0, MOST_FIGURES - Math.min(outcomes.length, 3));
  if (outcomes.length + scale.length === 0) return undefined;
  const row = (className: string, title: string, list: readonly PlacedFigure[]) =>
    list.length > 0 &&
    html`<div class="${className}"><p class="kind">${title}</p><dl class="figures">${list.map((placed) => figure(placed, study, context))}</dl></div>`;
  return html`${row('outcome-figures', say('outcomes', context.lang), outcomes)}${row('scale-figures', say('scale', context.lang), scale)}`;
}

function figure({ figure, place }: PlacedFigure, study: CaseStudy, { library, lang }: PageContext): Html {
  const text = figureText(figure, lang, library.data.units);
  return html`<div class="figure"><dt>${figure.label?.[lang]}</dt><dd class="value">${text.bound && html`<span class="bound">${text.bound}</span> `}<span class="number">${text.number}</span>${text.unit && html`${!text.isTight && ' '}<span class="unit">${text.unit}</span>`}</dd>${text.before && html`<dd class="before">${text.before}</dd>`}<dd class="cite"><a href="#${place}">§${study.section}</a></dd></div>
`;
}

function architecture(study: CaseStudy, context: PageContext): Html {
  const { library, lang } = context;
  const layers = architectureOf(study, library, lang);
  const title = say('architecture', lang);
  if (layers.length === 0) return section('architecture', title, html`<p class="empty">${say('noProducts', lang)}</p>`);
  const label = `${title}: ${study.customer[lang]}`;
  const draw = ([name, shape]: [string, (typeof SHAPES)[keyof typeof SHAPES]]) =>
    drawArchitecture(layoutArchitecture(layers, shape, lang), name, label, lang);
  const rows = layers.flatMap(({ layer, nodes }) =>
    nodes.map(
      (
        node,
        i,
      ) => html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${nodes.length}">${say(`layer-${layer}`, lang)}</th>`}<td>${productLink(context, node.id)}</td><td>${node.role}</td><td>${say(node.status, lang)}</td></tr>
`,
    ),
  );
  const hasMentioned = study.products.some((use) => !use.listed);
  const hasListed = study.products.some((use) => use.listed);
  return section(
    'architecture',
    title,
    html`<figure>${Object.entries(SHAPES).map(draw)}
<figcaption>${hasListed && html`<span class="key listed">${say('listed', lang)}</span> `}${hasMentioned && html`<span class="key mentioned">${say('mentioned', lang)}</span> `}<span class="note">${say('architectureNote', lang)}</span></figcaption></figure>
${renames(study, context)}
<details><summary>${say('architectureTable', lang)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${say('layer', lang)}</th><th scope="col">${say('product', lang)}</th><th scope="col">${say('role', lang)}</th><th scope="col">${say('status', lang)}</th></tr></thead><tbody>${rows}</tbody></table></div></details>`,
  );
}

/** The case's names stay as printed; what they are called today stands beside them. */
function renames(study: CaseStudy, { library, lang }: PageContext): Html | undefined {
  const ids = [...study.products.map((use) => use.id), ...study.services];
  const rows = ids.flatMap((id) => {
    const product = library.productById.get(id);
    const today = product && todayOf(product, lang);
    return today === undefined ? [] : [html`<li>${productName(library, id, lang)} → ${today}</li>`];
  });
  if (rows.length === 0) return undefined;
  return html`<div class="renames"><p class="kind">${say('renames', lang)}</p><ul>${rows}</ul></div>`;
}

function statements(part: StatementPart, study: CaseStudy, context: PageContext): Html | undefined {
  if (study[part].length === 0) return undefined;
  const rows = study[part].map((statement, i) => statementRow(placeOfStatement(part, i), statement, context));
  const { lang } = context;
  return section(part, say(part, lang), html`<ul class="statements ${part}">${rows}</ul>`, placeLine(study, lang));
}

function statementRow(place: string, statement: Statement, context: PageContext): Html {
  const products = (statement.products ?? []).map((id) => html`${productChip(context, id)} `);
  return html`<li id="${place}"><p>${statement[context.lang]}${products.length > 0 && html` <span class="chips small">${products}</span>`}</p></li>
`;
}

function replaced(study: CaseStudy, context: PageContext): Html | undefined {
  if (study.replaced.length === 0) return undefined;
  const { lang } = context;
  const rows = study.replaced.map(
    (
      entry,
    ) => html`<tr><th scope="row">${entry.what[lang]}</th><td>${say(`relation-${entry.relation}`, lang)}</td><td>${entry.by ? productLink(context, entry.by) : '—'}</td></tr>
`,
  );
  const head = html`<tr><th scope="col">${say('replacedWhat', lang)}</th><th scope="col">${say('status', lang)}</th><th scope="col">${say('replacedBy', lang)}</th></tr>`;
  const table = html`<table class="replaced"><thead>${head}</thead><tbody>${rows}</tbody></table>`;
  return section('replaced', say('replaced', lang), table, placeLine(study, lang));
}

function notes(study: CaseStudy, { lang }: PageContext): Html | undefined {
  if (study.notes.length === 0) return undefined;
  return section(
    'notes',
    say('notes', lang),
    html`<ul class="notes">${study.notes.map((note) => html`<li>${note[lang]}</li>`)}</ul>`,
  );
}

/** Filled by the script, from what the host finds. */
function citations({ lang }: PageContext): Html {
  const body = html`<p class="note" id="citations-state" role="status" data-open-only="${say('citedNowhere', lang)}" data-complete="${say('citedNowhereAtAll', lang)}" data-find="${say('findCitations', lang)}" data-again="${say('findCitationsAgain', lang)}"></p><ul class="lines" id="citations-list"></ul><div class="actions">${button('findCitations', lang)}</div>`;
  return section('citations', say('citedIn', lang), body);
}

function source(study: CaseStudy, { library, lang }: PageContext): Html {
  const volume = library.volumeById.get(study.volume);
  const facts: [string, string | undefined][] = [
    [say('volume', lang), volume?.title[lang] ?? study.volume],
    [say('publisher', lang), volume?.publisher[lang]],
    [say('edition', lang), volume?.edition],
    [say('section', lang), `§${study.section}`],
    [say('page', lang), study.page > 0 ? String(study.page) : undefined],
    [say('asOf', lang), volume?.date],
  ];
  const list = facts.map(([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return section(
    'source',
    say('source', lang),
    html`<p class="citation">${fullCitation(study, library, lang)} <code>${study.id}</code></p><dl class="facts">${list}</dl><p class="note">${say('ageNote', lang)} ${say('derived', lang)}</p>`,
  );
}
