// The part of a case page that names its nearest cases, each with the reason.
import { type Html, html } from '../html';
import type { CaseStudy } from '../model';
import { say } from './pageWords';
import { caseRow, type PageContext, productChip, section } from './parts';
import { type SimilarCase, similarCases } from './similar';

const MOST_SIMILAR = 5;

export function similarSection(study: CaseStudy, context: PageContext): Html | undefined {
  if (study.products.length === 0) return undefined;
  const { library, roll, lang } = context;
  const similar = similarCases(library, roll, study, MOST_SIMILAR);
  const title = say('similar', lang);
  if (similar.length === 0) return section('similar', title, html`<p class="empty">${say('noSimilar', lang)}</p>`);
  const rows = similar.map((one) => caseRow(context, one.study, reason(one, context)));
  return section('similar', title, html`<ul class="cases">${rows}</ul><p class="note">${say('similarNote', lang)}</p>`);
}

function reason(similar: SimilarCase, context: PageContext): Html {
  const { lang } = context;
  const shared = similar.shared.map(({ here, there }) =>
    here === there
      ? productChip(context, here)
      : html`${productChip(context, here)}<span class="kin">≈ ${productChip(context, there)}</span>`,
  );
  const part = (word: 'shared' | 'onlyHere' | 'onlyThere', chips: readonly Html[]) =>
    chips.length > 0 &&
    html`<span class="reason ${word}"><span class="what">${say(word, lang)} ${chips.length}</span> ${chips.map((chip) => html`${chip} `)}</span>`;
  const chip = (id: string) => productChip(context, id);
  return html`${similar.sameIndustry && html`<span class="badge">${say('sameIndustry', lang)}</span> `}${part('shared', shared)}${part('onlyHere', similar.onlyHere.map(chip))}${part('onlyThere', similar.onlyThere.map(chip))}`;
}
