// How well a product goes with the problems that a sketch states, by the cases that have them. It knows no votes.
import type { VotingRoll } from './kin';

/** `count` of the `of` cases with the problem have the product. */
export interface ProblemShare {
  readonly problemId: string;
  readonly count: number;
  readonly of: number;
}

/** A product and the stated problem that it goes with best. */
export interface ProblemFit {
  readonly share: ProblemShare;
  /** More than 0; to be compared with that of other products. */
  readonly weight: number;
}

/**
 * How well products go with the best suited of the problems; `undefined` where no case has any of them. A product must be
 * one that a case has.
 */
export function fitTo(
  roll: VotingRoll,
  problems: readonly string[],
): ((productId: string) => ProblemFit | undefined) | undefined {
  const met = [...new Set(problems)].map((id) => casesWithProblem(roll, id)).filter(({ of }) => of > 0);
  if (met.length === 0) return undefined;
  const total = roll.members.length;
  return (productId) => {
    const overall = (roll.index.holders.get(productId)?.length ?? 0) / total;
    if (overall === 0) return undefined;
    let best: ProblemFit | undefined;
    for (const { problemId, of, counts } of met) {
      const count = counts.get(productId) ?? 0;
      const weight = weightOf(count, of, overall);
      if (!best || weight > best.weight) best = { share: { problemId, count, of }, weight };
    }
    return best;
  };
}

/** A problem with few cases says little: as if it had this many more, that use what all cases use. */
const PRIOR = 4;

/**
 * The geometric mean of how many of the problem's cases have the product and of how much more that is than among all cases.
 * The first alone would put what everybody uses in front, the second alone (lift) what one case uses.
 */
function weightOf(count: number, of: number, overall: number): number {
  return (count + PRIOR * overall) / (of + PRIOR) / Math.sqrt(overall);
}

function casesWithProblem(roll: VotingRoll, problemId: string) {
  const counts = new Map<string, number>();
  let of = 0;
  for (const { study, products } of roll.members) {
    if (!study.problems.includes(problemId)) continue;
    of += 1;
    for (const id of products) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { problemId, of, counts };
}
