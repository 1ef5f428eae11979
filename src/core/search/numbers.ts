// The numbers index: every outcome figure of every case, with where it stands. And the other way in, by problem: the
// cases of a problem, each with the statement that justifies it.

import type { Library } from '../library';
import type { Bilingual, CaseStudy, Figure, Statement, StatementPart } from '../model';
import { STATEMENT_PARTS } from '../model';
import { figureLine } from '../pages/figures';
import { shortOf } from '../productNames';
import { fold } from './fold';

/** One outcome figure. */
export interface NumberEntry {
  readonly study: CaseStudy;
  /** Where it stands on the case page: `outcomes-1`. */
  readonly place: string;
  readonly figure: Figure;
  /** What was measured, without the number; the statement where the source gives no caption. */
  readonly label: Bilingual;
  readonly statement: Statement;
  /** Products that the statement is about; those of the case where it names none. */
  readonly products: readonly string[];
}

/** Every outcome figure in the order of cases and statements. */
export function numbersIndex(library: Library): NumberEntry[] {
  return library.cases.flatMap((study) =>
    STATEMENT_PARTS.flatMap((part) =>
      study[part].flatMap((statement, i) => figuresOf(study, statement, `${part}-${i}`)),
    ),
  );
}

function figuresOf(study: CaseStudy, statement: Statement, place: string): NumberEntry[] {
  const outcomes = (statement.figures ?? []).filter((figure) => figure.kind === 'outcome');
  return outcomes.map((figure) => ({
    study,
    place,
    figure,
    label: figure.label ?? { zh: statement.zh, en: statement.en },
    statement,
    products: statement.products ?? study.products.map((use) => use.id),
  }));
}

/** The entries that hold every word of `query`: in caption, statement, unit, figure, customer or a product's name. */
export function filterNumbers(library: Library, entries: readonly NumberEntry[], query: string): NumberEntry[] {
  const words = fold(query.slice(0, 120)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries.filter((entry) => {
    const text = entryText(library, entry);
    return words.every((word) => text.includes(word));
  });
}

function entryText(library: Library, entry: NumberEntry): string {
  const { study, statement, label } = entry;
  const products = entry.products.flatMap((id) => {
    const product = library.productById.get(id);
    return product ? [product.zh, product.en, product.short, shortOf(product, 'zh')] : [id];
  });
  const both = [label, statement, study.customer].flatMap(({ zh, en }) => [zh, en]);
  const { units } = library.data;
  const printed = `${[entry.figure.value].flat().join('–')}${entry.figure.unit}`;
  const lines = [printed, figureLine(entry.figure, 'zh', units), figureLine(entry.figure, 'en', units)];
  return fold([...both, ...products, ...lines].join('\n'));
}

/** A case of a problem with the statement that justifies it. */
export interface ProblemCase {
  readonly study: CaseStudy;
  readonly statement: Statement;
  readonly part: StatementPart;
  /** `challenges-0` */
  readonly place: string;
  /** What the case did about it, where a solution statement is filed so too. */
  readonly answer?: { readonly statement: Statement; readonly place: string };
}

/** The cases of a problem, first those that name it first. */
export function casesOfProblem(library: Library, problemId: string): ProblemCase[] {
  const cases = (library.casesByProblem.get(problemId) ?? []).flatMap((study) => {
    const places = STATEMENT_PARTS.flatMap((part) =>
      study[part].flatMap((statement, i) =>
        statement.problems?.includes(problemId) ? [{ statement, part, place: `${part}-${i}` }] : [],
      ),
    );
    const [first] = places;
    const answer = places.find(({ part }) => part === 'solution');
    return first ? [{ study, ...first, ...(answer && answer !== first && { answer }) }] : [];
  });
  const rank = ({ study }: ProblemCase) => study.problems.indexOf(problemId);
  return cases.sort((a, b) => rank(a) - rank(b));
}
