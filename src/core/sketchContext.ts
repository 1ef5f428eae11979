// What a sketch says of itself besides its products, and how much closer that brings the cases. On its own it says
// nothing: which cases are asked is a matter of products.
import type { VotingRoll } from './kin';

/** `{ industry: 'games', problems: ['peak-traffic'], roles: [{ productId: 'redis', text: '会话缓存' }] }` */
export interface SketchContext {
  /** Id of an industry; one that no case has changes nothing. */
  readonly industry?: string;
  /** Ids of problems; those that no case has change nothing. */
  readonly problems: readonly string[];
  readonly roles: readonly SketchRole[];
}

/** What a product does in the sketch, in Chinese or English. */
export interface SketchRole {
  readonly productId: string;
  readonly text: string;
}

/**
 * What the likeness of a member is multiplied with, by its position: 1 when it has nothing of the context, up to twice
 * as much for each of the roles, the problems and the industry. No part is given a weight of its own; of the products that
 * both have, those that tell more have more say in the part of the roles.
 */
export function closenessTo(
  roll: VotingRoll,
  { industry, problems, roles }: SketchContext,
): (position: number, shared: readonly string[]) => number {
  const known = new Set(problems.filter((id) => roll.members.some(({ study }) => study.problems.includes(id))));
  const sameRoles = rolesIn(roll, roles);
  return (position, shared) => {
    const study = roll.members[position]?.study;
    if (!study) return 1;
    const sameIndustry = study.industry === industry ? 1 : 0;
    return (1 + sameRoles(position, shared)) * (1 + jaccard(known, study.problems)) * (1 + sameIndustry);
  };
}

/** How alike the products that both have are in what they do, 0 … 1: the mean by their weights. */
function rolesIn(
  roll: VotingRoll,
  roles: readonly SketchRole[],
): (position: number, shared: readonly string[]) => number {
  if (roles.length === 0) return () => 0;
  const texts = new Map<string, string[]>();
  for (const { productId, text } of roles) {
    const id = roll.fold(productId);
    texts.set(id, [...(texts.get(id) ?? []), text]);
  }
  const likeness = new Map([...texts].map(([id, told]) => [id, roll.roles.likeness(id, told)]));
  return (position, shared) => {
    let [alike, whole] = [0, 0];
    for (const id of shared) {
      const weight = roll.weightOf(id);
      whole += weight;
      alike += weight * (likeness.get(id)?.get(position) ?? 0);
    }
    return whole > 0 ? alike / whole : 0;
  };
}

/** Part of all that either has which both have, 0 … 1. */
function jaccard(a: ReadonlySet<string>, others: readonly string[]): number {
  const b = new Set(others);
  let common = 0;
  for (const id of b) if (a.has(id)) common++;
  return common > 0 ? common / (a.size + b.size - common) : 0;
}
