// Cases like an architecture: which cases share its products, what each shares, lacks and adds, and why it stands where
// it stands. The score is the sum of the terms that the explanation shows, in whole points, so that neither the order
// in the file nor the order of the sums changes anything.
import { compareCodePoints } from './compare';
import { OPEN_CHOICES } from './generic';
import { relativesOf, type VotingRoll } from './kin';
import type { Library } from './library';
import type { CaseStudy } from './model';

/** A product of the architecture at hand; `certainty` is 1 for a declared resource and less for weaker signs. */
export interface UsedProduct {
  readonly productId: string;
  readonly certainty?: number;
}

/** One product that both sides have. */
export interface SharedProduct {
  readonly productId: string;
  /** The id under which the case has it: `slb` for a file's `alb`. */
  readonly as: string;
  /** Whole points that it adds: the rarer the product, the more; 0 for a generic one beside others. */
  readonly points: number;
  /** What it adds to the score. */
  readonly share: number;
}

/** A case beside the architecture. */
export interface CaseMatch {
  readonly study: CaseStudy;
  /** 0 … 1, falling down the list: `points / of`, the sum of all `share`s. */
  readonly score: number;
  /** Sum of the points of what is shared. */
  readonly points: number;
  /** All that could be shared: the points of the architecture, and a part of those of what only the case has. */
  readonly of: number;
  readonly shared: readonly SharedProduct[];
  /** Products of the architecture that the case lacks. */
  readonly missing: readonly string[];
  /** Products of the case that the architecture lacks. */
  readonly extra: readonly string[];
}

/** What a case has beyond the architecture weighs a fifth against it: a rich case is no worse a witness. */
const EXTRA_PART = 5;
/** A family member standing in for another (ALB for SLB) counts this part of an exact match. */
const KIN_SHARE = 0.7;

/**
 * Every case that shares at least one product, best first; cases of the same score in section order. At most `limit`:
 * the rest is counted but not explained, which is what costs in a large library.
 */
export function casesLike(
  library: Library,
  roll: VotingRoll,
  used: readonly UsedProduct[],
  limit: number = Number.POSITIVE_INFINITY,
): CaseMatch[] {
  const question = questionOf(library, roll, used);
  if (question.whole === 0 || limit <= 0) return [];
  return bestOf(scoreMembers(roll, question), limit).map((position) =>
    explain(roll, question, roll.members[position] as Member),
  );
}

type Member = VotingRoll['members'][number];

/** A product of the architecture with all that counts as having it, itself first. */
interface Asked {
  readonly productId: string;
  /** What it weighs in the architecture. */
  readonly points: number;
  readonly kin: readonly Kin[];
  /** What is the same choice, said otherwise: a case that has both has one. */
  readonly same: readonly string[];
}

interface Kin {
  readonly id: string;
  readonly points: number;
}

/** The architecture as it is asked: by falling points, so that the surest of a family comes first. */
interface Question {
  readonly asked: readonly Asked[];
  /** Choices left open (RDS) beside members that settle them (RDS MySQL): id → those members. They weigh nothing. */
  readonly settled: ReadonlyMap<string, readonly string[]>;
  readonly whole: number;
}

function questionOf(library: Library, roll: VotingRoll, used: readonly UsedProduct[]): Question {
  const products = distinct(used.filter(({ productId }) => !roll.isService(productId)));
  const certainties = new Map(products.map(({ productId, certainty = 1 }) => [productId, certainty]));
  const settled = new Map<string, readonly string[]>();
  for (const head of OPEN_CHOICES) {
    const members = (library.data.families[head] ?? []).filter((id) => certainties.has(id));
    const certainty = certainties.get(head);
    if (certainty === undefined || members.length === 0) continue;
    settled.set(head, members);
    certainties.delete(head);
    for (const id of members) certainties.set(id, Math.max(certainty, certainties.get(id) ?? 0));
  }
  const isTelling = (id: string) => !roll.isGeneric(id) && roll.index.holders.has(roll.fold(id));
  const least = [...certainties.keys()].some(isTelling) ? 0 : 1;
  const worth = (id: string) => Math.max(least, roll.pointsOf(id));
  const asked = [...certainties].map(([productId, certainty]): Asked => {
    const full = worth(roll.fold(productId));
    const counted = (points: number) => (points === 0 ? 0 : Math.max(1, Math.round(points * certainty)));
    const points = counted(full);
    const kin = kinOf(library, productId).map((id) => {
      const isSaid = id === productId || settled.get(id)?.includes(productId);
      return { id, points: isSaid ? points : counted(Math.min(full, worth(id)) * KIN_SHARE) };
    });
    return { productId, points, kin, same: roll.sameChoice(productId) };
  });
  asked.sort((a, b) => b.points - a.points || compareCodePoints(a.productId, b.productId));
  return { asked, settled, whole: asked.reduce((total, { points }) => total + points, 0) };
}

function distinct(used: readonly UsedProduct[]): readonly UsedProduct[] {
  const best = new Map<string, UsedProduct>();
  for (const product of used) {
    const known = best.get(product.productId);
    if (!known || (product.certainty ?? 1) > (known.certainty ?? 1)) best.set(product.productId, product);
  }
  return [...best.values()];
}

/** All that counts as having a product, the closest first: itself, its family, the members of its family. */
export function kinOf(library: Library, id: string): string[] {
  return [id, ...relativesOf(library, id)];
}

/** Positions of the members that share something, rising; scores by position. */
interface Scored {
  readonly positions: readonly number[];
  readonly scores: Float64Array;
}

/** Numbers by position in `members`. */
interface Tally {
  /** Points for what is shared. */
  readonly gained: Uint32Array;
  /** The case's own points of what is met, and so is not beyond the architecture. */
  readonly met: Uint32Array;
  /** The product of the architecture, from 1, that was looked at last in a case and found. */
  readonly served: Uint32Array;
}

/** Products of the architecture meet themselves first, then relatives that are left; `explain` does the same for one case. */
function scoreMembers(roll: VotingRoll, { asked, whole }: Question): Scored {
  const { holders, points } = roll.index;
  const size = points.length;
  const tally = { gained: new Uint32Array(size), met: new Uint32Array(size), served: new Uint32Array(size) };
  const taken = contestedIds(asked, size);
  const meet = (id: string, by: number, worth: number) => {
    const list = holders.get(id);
    if (list) meetAll(list, { by, worth, own: roll.pointsOf(id), taken: taken.get(id) }, tally);
  };
  asked.forEach(({ productId, points: worth }, i) => {
    meet(productId, i + 1, worth);
  });
  asked.forEach(({ productId, kin }, i) => {
    if (kin.length === 1) return;
    for (const position of holders.get(productId) ?? []) tally.served[position] = i + 1;
    for (const { id, points: worth } of kin) if (id !== productId) meet(id, i + 1, worth);
  });
  for (const { same } of asked) for (const id of same) meet(id, 0, 0);
  const positions: number[] = [];
  const scores = new Float64Array(size);
  for (let position = 0; position < size; position++) {
    if (tally.served[position] === 0) continue;
    positions.push(position);
    const extra = (points[position] ?? 0) - (tally.met[position] ?? 0);
    scores[position] = (tally.gained[position] ?? 0) / wholeWith(whole, extra);
  }
  return { positions, scores };
}

/** What a product of a case gives to the one that it meets; `by` is 0 where it is met as another name of the same choice. */
interface Meeting {
  readonly by: number;
  readonly worth: number;
  readonly own: number;
  /** 1 where the product is met already; absent where nothing else may meet it. */
  readonly taken: Uint8Array | undefined;
}

/** The hot loop of a large library: no iterator, no closure. */
function meetAll(list: Uint32Array, { by, worth, own, taken }: Meeting, { gained, met, served }: Tally): void {
  for (let at = 0; at < list.length; at++) {
    const position = list[at] ?? 0;
    if (by > 0 && served[position] === by) continue;
    if (taken) {
      if (taken[position] === 1) continue;
      taken[position] = 1;
    }
    if (by > 0) served[position] = by;
    gained[position] = (gained[position] ?? 0) + worth;
    met[position] = (met[position] ?? 0) + own;
  }
}

/** Ids that more than one product of the architecture may meet, each with a mark for every member. */
function contestedIds(asked: readonly Asked[], size: number): Map<string, Uint8Array> {
  const seen = new Set<string>();
  const contested = new Map<string, Uint8Array>();
  for (const { kin, same } of asked) {
    for (const id of [...kin.map((one) => one.id), ...same]) {
      if (seen.has(id)) contested.set(id, new Uint8Array(size));
      seen.add(id);
    }
  }
  return contested;
}

/** What a case has beyond the architecture is part of the whole. */
function wholeWith(whole: number, extra: number): number {
  return whole + Math.round(extra / EXTRA_PART);
}

/** Positions by falling score; equal scores in rising order. */
function bestOf({ positions, scores }: Scored, limit: number): number[] {
  const scoreOf = (position: number | undefined) => (position === undefined ? 0 : (scores[position] ?? 0));
  if (positions.length <= limit) return [...positions].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  const best: number[] = [];
  for (const position of positions) {
    const score = scoreOf(position);
    if (best.length === limit) {
      if (score <= scoreOf(best[limit - 1])) continue;
      best.pop();
    }
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scoreOf(best[middle]) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, position);
  }
  return best;
}

function explain(roll: VotingRoll, { asked, settled, whole }: Question, { study, products }: Member): CaseMatch {
  const met = meetings(asked, products);
  const taken = new Set([...met.values()].map(({ id }) => id));
  for (const { same } of asked) for (const id of same) taken.add(id);
  const extra = [...products].filter((id) => !taken.has(id));
  const of = wholeWith(
    whole,
    extra.reduce((total, id) => total + roll.pointsOf(id), 0),
  );
  for (const [head, members] of settled) {
    const member = members.find((id) => met.has(id));
    if (member !== undefined) met.set(head, { id: met.get(member)?.id ?? member, points: 0 });
  }
  const shared = [...met].map(([productId, { id, points }]) => ({ productId, as: id, points, share: points / of }));
  const points = shared.reduce((total, one) => total + one.points, 0);
  const all = [...asked.map(({ productId }) => productId), ...settled.keys()];
  return {
    study,
    score: points / of,
    points,
    of,
    shared: shared.sort((a, b) => b.points - a.points || compareCodePoints(a.productId, b.productId)),
    missing: all.filter((id) => !met.has(id)).sort(compareCodePoints),
    extra,
  };
}

/** Which product of the case each product of the architecture meets; none is met twice. */
function meetings(asked: readonly Asked[], products: ReadonlySet<string>): Map<string, Kin> {
  const met = new Map<string, Kin>();
  const taken = new Set<string>();
  const meet = (productId: string, kin: Kin | undefined) => {
    if (!kin) return;
    met.set(productId, kin);
    taken.add(kin.id);
  };
  for (const { productId, kin } of asked) {
    meet(
      productId,
      kin.find(({ id }) => id === productId && products.has(id)),
    );
  }
  for (const { productId, kin } of asked) {
    if (met.has(productId)) continue;
    meet(
      productId,
      kin.find(({ id }) => products.has(id) && !taken.has(id)),
    );
  }
  return met;
}
