// Products as completion entries: by the votes of the cases like the file, what the file already holds last. Either
// as ids of our own format, or as the values of a foreign format that mean them.
import { compareCodePoints, firstDifference } from '../compare';
import type { FileEvidence } from '../fileEvidence';
import { LATER_MEMBERS } from '../generic';
import { casesWith, evidenceFor, type Library, shortName } from '../library';
import type { CaseStudy, Lang, Product } from '../model';
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

/**
 * Every product, best first: what the file lacks by votes; then what no case like it has, by how many of all cases use it;
 * then what it says otherwise, and what stands there.
 */
function ranked(file: FileEvidence): readonly Ranked[] {
  const lacking = file.suggestions.map((one): Ranked => ({ ...one, isPresent: false }));
  // Which products are suggested does not depend on what a sketch says of itself; only their order does.
  return [...lacking, ...file.worded('all other products', () => othersIn(file))];
}

function othersIn({ library, roll, products, ignored, suggestions }: FileEvidence): readonly Ranked[] {
  const lacking = new Set(suggestions.map(({ productId }) => productId));
  const present = new Set(products);
  const said = new Set(products.flatMap(roll.sameChoice));
  const partOf = (id: string) => (present.has(id) ? 2 : said.has(id) ? 1 : 0);
  const isOffered = ({ id, kind }: Product) => kind === 'product' && !lacking.has(id) && !ignored.has(id);
  return library.data.products
    .filter(isOffered)
    .map(({ id }): Ranked => {
      const voters = casesFor(library, id);
      return { productId: id, voters, of: library.cases.length, isOfAll: true, isPresent: present.has(id) };
    })
    .sort((one, other) =>
      firstDifference(
        partOf(one.productId) - partOf(other.productId),
        other.voters.length - one.voters.length,
        compareCodePoints(one.productId, other.productId),
      ),
    );
}

/** The cases of a product as the votes count them: its own, else those of its relatives. */
function casesFor(library: Library, productId: string): readonly CaseStudy[] {
  const own = casesWith(library, productId);
  return own.length > 0 ? own : evidenceFor(library, productId).cases;
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
 * Unless something is `typed`, only main values are offered. A product that the format does not name is offered under the
 * main value of what is the same choice, said more or less exactly (SLB under CLB and ALB), unless that is there already.
 */
export function valueCompletions(
  file: FileEvidence,
  names: TypedNames,
  valuesOf: ValuesOf,
  options: { readonly isTyped: boolean; readonly lang: Lang },
): Completion[] {
  const { library, roll, products, ignored } = file;
  const met = new Set([...products, ...products.flatMap(roll.sameChoice), ...ignored]);
  const seen = new Set<string>();
  const main: Completion[] = [];
  const more: Completion[] = [];
  for (const one of ranked(file).filter(({ voters }) => voters.length > 0)) {
    const isOwn = valuesOf(one.productId).length > 0;
    const lenders = roll.sameChoice(one.productId).filter((id) => !met.has(id) && !LATER_MEMBERS.includes(id));
    for (const id of isOwn ? [one.productId] : lenders) {
      valuesOf(id).forEach((value, i) => {
        if (seen.has(value) || (i > 0 && !(isOwn && options.isTyped))) return;
        seen.add(value);
        const short = shortName(library, one.productId, options.lang);
        const words = () => `${shortName(library, one.productId, 'en').toLowerCase()} ${nameOf(file, names, id)}`;
        (i === 0 ? main : more).push(entry(one, value, short, words));
      });
    }
  }
  return [...main, ...more];
}

function nameOf({ library }: FileEvidence, names: TypedNames, id: string): string {
  const product = library.productById.get(id);
  return product ? names.product(product) : id;
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
