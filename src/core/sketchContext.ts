// What a sketch says of itself besides its products, and how much closer that brings the cases. On its own it says
// nothing: which cases are asked is a matter of products.
import type { VotingRoll } from './kin';

/** `{ industry: 'games', problems: ['peak-traffic'], roles: ['会话缓存', 'stores pictures'] }` */
export interface SketchContext {
  /** Id of an industry; one that no case has changes nothing. */
  readonly industry?: string;
  /** Ids of problems; those that no case has change nothing. */
  readonly problems: readonly string[];
  /** What its components do, in Chinese or English. */
  readonly roles: readonly string[];
}

/**
 * What the likeness of a member is multiplied with, by its position: 1 when it has nothing of the context, up to twice
 * as much for each of the roles, the problems and the industry. No part is given a weight of its own.
 */
export function closenessTo(
  roll: VotingRoll,
  { industry, problems, roles }: SketchContext,
): (position: number) => number {
  const sameRoles = roles.length > 0 ? roll.roles.likeness(roles) : undefined;
  const known = new Set(problems.filter((id) => roll.members.some(({ study }) => study.problems.includes(id))));
  return (position) => {
    const study = roll.members[position]?.study;
    if (!study) return 1;
    const sameIndustry = study.industry === industry ? 1 : 0;
    return (1 + (sameRoles?.[position] ?? 0)) * (1 + jaccard(known, study.problems)) * (1 + sameIndustry);
  };
}

/** Part of all that either has which both have, 0 … 1. */
function jaccard(a: ReadonlySet<string>, others: readonly string[]): number {
  const b = new Set(others);
  let common = 0;
  for (const id of b) if (a.has(id)) common++;
  return common > 0 ? common / (a.size + b.size - common) : 0;
}
