// What the cases like an architecture also used: each case votes for its products with the likeness it has to the
// architecture, by products first, and by what a sketch says besides. Never raw lift. The voters are the citations.
import { compareCodePoints } from './compare';
import { sum, type VotingRoll } from './kin';
import type { CaseStudy } from './model';
import { fitTo, type ProblemShare } from './problemFit';
import { closenessTo, type SketchContext } from './sketchContext';

/** A product with the votes for it. */
export interface Suggestion {
  readonly productId: string;
  /**
   * Sum of the likeness of the cases that have it, times how well it goes with the problems that are stated; orders the
   * list, is never shown.
   */
  readonly votes: number;
  /** The cases that vote for it, most alike first. */
  readonly voters: readonly CaseStudy[];
  /** How many cases were asked: those that share a product with the architecture. */
  readonly of: number;
  /** All cases were asked, since no case has a product of the architecture. */
  readonly isOfAll: boolean;
  /** Of the stated problems the one that it goes with best, by all cases that have the problem. */
  readonly problem?: ProblemShare;
}

/**
 * Ranks the products that the architecture lacks; where no case has one of its own, by how many cases use each. It lacks
 * none of the `ignored`. It does not lack
 * RDS where RDS MySQL is, nor RDS MySQL where RDS is: that would say which, of what is there, and add nothing. A second
 * member beside the first is another product. Of the cases that are asked, those that have more of the context stand
 * closer, and what cases with the stated problems use counts more; without a context products alone decide.
 */
export function suggest(
  roll: VotingRoll,
  productIds: readonly string[],
  context?: SketchContext,
  ignored: ReadonlySet<string> = NONE,
): Suggestion[] {
  const all = new Set(productIds.map(roll.fold));
  const have = [...all].filter((id) => roll.index.holders.has(id));
  const met = new Set([...all, ...productIds.flatMap(roll.sameChoice), ...ignored]);
  const asked = askedCases(roll, { have, weight: sum(all, roll.weightOf) }, context);
  const ballots = new Map<string, { votes: number; voters: CaseStudy[] }>();
  for (const { member, likeness } of asked) {
    for (const id of member.products) {
      if (met.has(id)) continue;
      const ballot = ballots.get(id) ?? { votes: 0, voters: [] };
      ballot.votes += likeness;
      ballot.voters.push(member.study);
      ballots.set(id, ballot);
    }
  }
  const fitOf = context && fitTo(roll, context.problems);
  const suggestions = [...ballots].map(([productId, { votes, voters }]): Suggestion => {
    const fit = fitOf?.(productId);
    const suggestion = { productId, votes, voters, of: asked.length, isOfAll: have.length === 0 };
    return fit ? { ...suggestion, votes: votes * fit.weight, problem: fit.share } : suggestion;
  });
  return suggestions.sort((a, b) => b.votes - a.votes || compareCodePoints(a.productId, b.productId));
}

const NONE: ReadonlySet<string> = new Set();

type Member = VotingRoll['members'][number];

/** The products of the architecture that a case has, and the weight of all of them. */
interface Mine {
  readonly have: readonly string[];
  readonly weight: number;
}

/** Cases that share a product (all cases when there is none to share), most alike first. */
function askedCases(
  roll: VotingRoll,
  { have, weight }: Mine,
  context: SketchContext | undefined,
): { member: Member; likeness: number }[] {
  const closeness = context && closenessTo(roll, context);
  const found: { member: Member; likeness: number }[] = [];
  roll.members.forEach((member, position) => {
    const shared = have.filter((id) => member.products.has(id));
    if (have.length > 0 && shared.length === 0) return;
    const likeness = shared.length > 0 ? overlap(roll, shared, weight, member) : 1;
    found.push({ member, likeness: closeness ? likeness * closeness(position, shared) : likeness });
  });
  // Members come in section order, and the sort is stable.
  return found.sort((a, b) => b.likeness - a.likeness);
}

/**
 * Added to the union of weights, about the weight of three telling products: two small sets that share one product are
 * less alike than their ratio says.
 */
const SHRINKAGE = 6;

/** The idf-weighted Jaccard likeness (shrunk) of the products; `weight` is that of the whole architecture. */
function overlap(roll: VotingRoll, shared: readonly string[], weight: number, member: Member): number {
  const common = sum(shared, roll.weightOf);
  return common / (weight + member.weight - common + SHRINKAGE);
}
