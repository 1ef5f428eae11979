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
 * three cases hold all that were taken. `undefined` when not even one leaves three.
 */
export function companyOf(
  library: Library,
  roll: VotingRoll,
  productId: string,
  fileProducts: readonly string[],
): Company | undefined {
  let holding: readonly string[] | undefined;
  const companions: string[] = [];
  for (const id of byTelling(roll, productId, fileProducts)) {
    const cases = new Set(evidenceFor(library, id).cases.map((study) => study.id));
    const left = holding ? holding.filter((study) => cases.has(study)) : [...cases];
    if (left.length < LEAST_CASES) continue;
    holding = left;
    companions.push(id);
    if (companions.length === MOST_COMPANIONS) break;
  }
  if (!holding) return undefined;
  const own = new Set(evidenceFor(library, productId).cases.map((study) => study.id));
  return { companions, count: holding.filter((study) => own.has(study)).length, of: holding.length };
}

/** The other products of the file, each family once, the rarest first. */
function byTelling(roll: VotingRoll, productId: string, fileProducts: readonly string[]): string[] {
  const taken = new Set([roll.fold(productId)]);
  const others: { id: string; weight: number }[] = [];
  for (const id of fileProducts) {
    const folded = roll.fold(id);
    if (taken.has(folded)) continue;
    taken.add(folded);
    others.push({ id, weight: roll.weightOf(folded) });
  }
  return others.sort((a, b) => b.weight - a.weight || compareCodePoints(a.id, b.id)).map(({ id }) => id);
}
