// What cases like the file had to carry, as values for `scale:`: the figures that the library's cases state about their
// size, each with the case that states it.
import { placeOf } from '../cite';
import type { FileEvidence } from '../fileEvidence';
import { evidenceFor } from '../library';
import type { CaseStudy, Figure, Lang } from '../model';
import { figureLine, figuresOf, type PlacedFigure } from '../pages/figures';
import { bestFor } from '../productHover';
import type { Completion } from './item';
import type { TypedNames } from './names';

/**
 * Figures of the cases that hold one of the products (of all cases without a product), those of the closest cases first;
 * before them what is said of the products themselves. A value that several cases state is the closest one's.
 */
export function scaleCompletions(
  file: FileEvidence,
  names: TypedNames,
  productIds: readonly string[],
  lang: Lang,
): Completion[] {
  const { library, matches } = file;
  const evidence = productIds.map((id) => evidenceFor(library, id));
  const kin = new Set([...productIds, ...evidence.flatMap(({ via }) => via)]);
  const cases = productIds.length > 0 ? [...new Set(evidence.flatMap((one) => one.cases))] : library.cases;
  const found = bestFor(cases, matches, cases.length).flatMap(({ study }) =>
    figuresOf(study, 'scale').flatMap((placed) => (saysSize(placed.figure) ? [{ study, placed }] : [])),
  );
  const isAbout = ({ placed }: (typeof found)[number]) => placed.statement.products?.some((id) => kin.has(id)) ?? false;
  const byValue = new Map<string, Completion>();
  for (const { study, placed } of [...found.filter(isAbout), ...found.filter((one) => !isAbout(one))]) {
    const value = wording(placed.figure, lang, library.data.units);
    if (!byValue.has(value)) byValue.set(value, entry(study, placed, value, names, lang));
  }
  return [...byValue.values()];
}

/** Units of parts and multiples: of what, the case knows, and `scale:` would not say. */
const RELATIVE_UNITS: readonly string[] = ['%', '倍'];

function saysSize({ unit }: Figure): boolean {
  return !RELATIVE_UNITS.includes(unit);
}

/** `5–10 TB (article data)` */
function wording(figure: Figure, lang: Lang, units: Readonly<Record<string, string>>): string {
  const caption = figure.label?.[lang] ?? '';
  return figureLine(figure, lang, units) + (lang === 'zh' ? `（${caption}）` : ` (${caption})`);
}

function entry(
  study: CaseStudy,
  { statement }: PlacedFigure,
  value: string,
  names: TypedNames,
  lang: Lang,
): Completion {
  return {
    label: value,
    name: study.customer[lang],
    detail: placeOf(study),
    value,
    words: () => names.text(`${value} ${study.customer[lang]}`),
    evidence: { kind: 'figure', study, statement },
  };
}
