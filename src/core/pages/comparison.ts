// Two to four cases against each other, as data: one model for the page and for what is copied as Markdown.
import { firstDifference } from '../compare';
import type { Library } from '../library';
import type { CaseStudy, Figure, Lang, ProductUse } from '../model';
import { LAYERS, layerOf } from '../pictures/layers';
import { figureLine, figuresOf } from './figures';

/** A product with its use in each case, in the order of the cases. */
export interface ProductRow {
  readonly id: string;
  readonly uses: readonly (ProductUse | undefined)[];
}

export interface Comparison {
  readonly cases: readonly CaseStudy[];
  /** Products of every case, then products of some, each from the outer layer inwards. */
  readonly inAll: readonly ProductRow[];
  readonly inSome: readonly ProductRow[];
  /** Problems of any case; each with the cases that have it. */
  readonly problems: readonly { readonly id: string; readonly has: readonly boolean[] }[];
}

export function compareCases(library: Library, cases: readonly CaseStudy[]): Comparison {
  const ids = [...new Set(cases.flatMap((study) => study.products.map((use) => use.id)))];
  const rows = ids
    .map((id, order) => ({ id, order, uses: cases.map((study) => study.products.find((use) => use.id === id)) }))
    .sort((a, b) =>
      firstDifference(
        count(b.uses) - count(a.uses),
        LAYERS.indexOf(layerOf(library, a.id)) - LAYERS.indexOf(layerOf(library, b.id)),
        a.order - b.order,
      ),
    )
    .map(({ id, uses }) => ({ id, uses }));
  const problems = [...new Set(cases.flatMap((study) => study.problems))];
  return {
    cases,
    inAll: rows.filter(({ uses }) => count(uses) === cases.length),
    inSome: rows.filter(({ uses }) => count(uses) < cases.length),
    problems: problems
      .map((id) => ({ id, has: cases.map((study) => study.problems.includes(id)) }))
      .sort((a, b) => count(b.has) - count(a.has)),
  };
}

function count(list: readonly unknown[]): number {
  return list.filter(Boolean).length;
}

/** A case's figures of a kind, each with its caption: `查询提速 10倍`. */
export function figureLines(study: CaseStudy, kind: Figure['kind'], library: Library, lang: Lang): string[] {
  return figuresOf(study, kind).map(
    ({ figure }) => `${figure.label?.[lang]}: ${figureLine(figure, lang, library.data.units)}`,
  );
}
