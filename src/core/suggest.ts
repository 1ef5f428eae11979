// What the cases like an architecture also used: each case votes for its products with the likeness it has to the
// architecture. Never raw lift. The voters are the citations.
import { compareCodePoints } from './compare';
import { inSectionOrder, sum, type VotingRoll } from './kin';
import type { CaseStudy } from './model';

/** A product with the votes for it. */
export interface Suggestion {
  readonly productId: string;
  /** Sum of the likeness of the cases that have it; orders the list and is never shown. */
  readonly votes: number;
  /** The cases that vote for it, most alike first. */
  readonly voters: readonly CaseStudy[];
  /** How many cases were asked: those that share a product with the architecture (all cases when it has none). */
  readonly of: number;
}

/**
 * Ranks the products that the architecture lacks; with no product given, by how many cases use each. It does not lack
 * RDS where RDS MySQL is, nor RDS MySQL where RDS is: that would say which, of what is there, and add nothing. A second
 * member beside the first is another product.
 */
export function suggest(roll: VotingRoll, productIds: readonly string[]): Suggestion[] {
  const have = new Set(productIds.map(roll.fold));
  const met = new Set([...have, ...productIds.flatMap(roll.sameChoice)]);
  const asked = have.size > 0 ? alike(roll, have) : roll.members.map((member) => ({ member, likeness: 1 }));
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
  const suggestions = [...ballots].map(([productId, ballot]) => ({ productId, ...ballot, of: asked.length }));
  return suggestions.sort((a, b) => b.votes - a.votes || compareCodePoints(a.productId, b.productId));
}

type Member = VotingRoll['members'][number];

/**
 * Added to the union of weights, about the weight of three telling products: two small sets that share one product are
 * less alike than their ratio says.
 */
const SHRINKAGE = 6;

/** Cases that share a product, with their idf-weighted Jaccard likeness (shrunk), most alike first. */
function alike(roll: VotingRoll, have: ReadonlySet<string>): { member: Member; likeness: number }[] {
  const weight = sum(have, roll.weightOf);
  const found: { member: Member; likeness: number }[] = [];
  for (const member of roll.members) {
    let common = 0;
    for (const id of have) if (member.products.has(id)) common += roll.weightOf(id);
    if (common > 0) found.push({ member, likeness: common / (weight + member.weight - common + SHRINKAGE) });
  }
  return found.sort((a, b) => b.likeness - a.likeness || inSectionOrder(a.member.study, b.member.study));
}
