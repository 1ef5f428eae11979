// Products as completion entries: by the votes of the cases like the file, what the file already holds last. Either
// as ids of our own format, or as the values of a foreign format that mean them.
import type { FileEvidence } from '../fileEvidence';
import { evidenceFor, type Library, shortName } from '../library';
import type { CaseStudy, Lang } from '../model';
import type { ProblemShare } from '../problemFit';
import type { Completion } from './item';
import type { TypedNames } from './names';

interface Ranked {
  readonly productId: string;
  readonly voters: readonly CaseStudy[];
  readonly of: number;
  /** All cases were asked, not those like the file. */
  readonly isOfAll: boolean;
  readonly isPresent: boolean;
  readonly problem?: ProblemShare;
}

/** Every product with a case, best first: by votes, then what the file has, said otherwise or as it stands there. */
function ranked({ library, roll, products, suggestions }: FileEvidence): Ranked[] {
  const isOfAll = products.length === 0;
  const lacking = suggestions.map((one): Ranked => ({ ...one, isOfAll, isPresent: false }));
  const listed = new Set(lacking.map(({ productId }) => productId));
  const present = products.filter((id) => !listed.has(id));
  const said = [...new Set(products.flatMap(roll.sameChoice))].filter(
    (id) => !listed.has(id) && !products.includes(id),
  );
  const ofAll = (productId: string, isPresent: boolean): Ranked[] => {
    const { cases } = evidenceFor(library, productId);
    return cases.length > 0 ? [{ productId, voters: cases, of: library.cases.length, isOfAll: true, isPresent }] : [];
  };
  return [...lacking, ...said.flatMap((id) => ofAll(id, false)), ...present.flatMap((id) => ofAll(id, true))];
}

/** Product ids, for `product:` in architecture.yaml. */
export function productCompletions(file: FileEvidence, names: TypedNames, lang: Lang): Completion[] {
  return ranked(file).flatMap((one) => {
    const product = file.library.productById.get(one.productId);
    return product ? [entry(one, one.productId, product[lang], () => names.product(product))] : [];
  });
}

/** The values that mean a product in one place of a foreign format, the main one first; `[]` when there is none. */
export type ValuesOf = (productId: string) => readonly string[];

/**
 * Values of a foreign format (`ALIYUN::RDS::DBInstance`), in the order of their products; the main value of each first.
 * Unless something is `typed`, only main values are offered. A product that the format calls by its family or by a
 * member (SLB by CLB and ALB) is offered under those.
 */
export function valueCompletions(
  file: FileEvidence,
  names: TypedNames,
  valuesOf: ValuesOf,
  options: { readonly isTyped: boolean },
): Completion[] {
  const seen = new Set<string>();
  const main: Completion[] = [];
  const more: Completion[] = [];
  for (const one of ranked(file)) {
    const product = file.library.productById.get(one.productId);
    if (!product) continue;
    for (const id of calledBy(file.library, one.productId, valuesOf)) {
      valuesOf(id).forEach((value, i) => {
        if (seen.has(value) || (i > 0 && !options.isTyped)) return;
        seen.add(value);
        const short = shortName(file.library, one.productId);
        const words = () => `${names.product(file.library.productById.get(id) ?? product)} ${short.toLowerCase()}`;
        (i === 0 ? main : more).push(entry(one, value, short, words));
      });
    }
  }
  return [...main, ...more];
}

/** The ids under which a format knows the product: its own, else those of its family. */
function calledBy(library: Library, productId: string, valuesOf: ValuesOf): string[] {
  if (valuesOf(productId).length > 0) return [productId];
  const family = library.familyOf.get(productId);
  const kin = [...(family ? [family] : []), ...(library.data.families[productId] ?? [])];
  return kin.filter((id) => valuesOf(id).length > 0);
}

function entry(one: Ranked, value: string, name: string, words: () => string): Completion {
  const { productId, voters, of, isOfAll: all, isPresent, problem } = one;
  return {
    label: value,
    name,
    detail: `${voters.length}/${of}`,
    value,
    words,
    evidence: { kind: 'votes', voters, of, all, productId, isPresent, ...(problem && { problem }) },
  };
}
