// How often a product stands together with what the file already holds: "with your RDS and OSS: 4 of 5". Whole numbers
// of cases, and nothing at all where fewer than three cases could tell.
import { compareCodePoints } from './compare';
import type { VotingRoll } from './kin';
import { evidenceFor, type Library } from './library';

/** `count` of the `of` cases that hold all `companions` also hold the product. */
export interface Company {
  readonly companions: readonly string[];
  readonly count: number;
  readonly of: number;
}

const LEAST_CASES = 3;
const MOST_COMPANIONS = 3;

/**
 * The most telling company of `productId` among `fileProducts`: rare products first, each taken as long as at least
 * three cases hold all that were taken, and one of them holds the product, too: that nobody had it with a rare one says
 * nothing against it. `undefined` when there is no such company.
 */
export function companyOf(
  library: Library,
  roll: VotingRoll,
  productId: string,
  fileProducts: readonly string[],
): Company | undefined {
  const own = new Set(evidenceFor(library, productId).cases.map((study) => study.id));
  const count = (studies: readonly string[]) => studies.filter((study) => own.has(study)).length;
  let holding: readonly string[] | undefined;
  const companions: string[] = [];
  for (const id of byTelling(library, roll, productId, fileProducts)) {
    const cases = new Set(evidenceFor(library, id).cases.map((study) => study.id));
    const left = holding ? holding.filter((study) => cases.has(study)) : [...cases];
    if (left.length < LEAST_CASES || count(left) === 0) continue;
    holding = left;
    companions.push(id);
    if (companions.length === MOST_COMPANIONS) break;
  }
  if (!holding) return undefined;
  return { companions, count: count(holding), of: holding.length };
}

/** The other products of the file, the rarest first; of a family, whose evidence is shared, the first by its id. */
function byTelling(library: Library, roll: VotingRoll, productId: string, fileProducts: readonly string[]): string[] {
  const rootOf = (id: string) => library.familyOf.get(id) ?? id;
  const taken = new Set([rootOf(productId)]);
  const others: { id: string; weight: number }[] = [];
  for (const id of [...fileProducts].sort(compareCodePoints)) {
    const root = rootOf(id);
    if (taken.has(root)) continue;
    taken.add(root);
    others.push({ id, weight: roll.weightOf(roll.fold(id)) });
  }
  return others.sort((a, b) => b.weight - a.weight || compareCodePoints(a.id, b.id)).map(({ id }) => id);
}
