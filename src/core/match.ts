// Cases like an architecture: which cases share its products, what each shares, lacks and adds, and why it stands where
// it stands. The score is the sum of the terms that the explanation shows, in whole points, so that neither the order
// in the file nor the order of the sums changes anything.
import { compareCodePoints } from './compare';
import type { VotingRoll } from './kin';
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
  const asked = askedProducts(library, roll, used);
  const whole = asked.reduce((total, { points }) => total + points, 0);
  if (whole === 0 || limit <= 0) return [];
  return bestOf(scoreMembers(roll, asked, whole), limit).map((position) =>
    explain(roll, asked, whole, roll.members[position] as Member),
  );
}

type Member = VotingRoll['members'][number];

/** A product of the architecture with all that counts as having it, the closest first. */
interface Asked {
  readonly productId: string;
  /** What it weighs in the architecture. */
  readonly points: number;
  readonly kin: readonly { readonly id: string; readonly points: number }[];
}

function askedProducts(library: Library, roll: VotingRoll, used: readonly UsedProduct[]): Asked[] {
  const products = distinct(used);
  const worth = products.every(({ productId }) => roll.isGeneric(productId)) ? () => 1 : roll.pointsOf;
  return products.map(({ productId, certainty }) => {
    const full = worth(roll.fold(productId));
    const counted = (points: number) => (points === 0 ? 0 : Math.max(1, Math.round(points * (certainty ?? 1))));
    const points = counted(full);
    const kin = kinOf(library, productId).map((id) => ({
      id,
      points: id === productId ? points : counted(Math.min(full, worth(id)) * KIN_SHARE),
    }));
    return { productId, points, kin };
  });
}

function distinct(used: readonly UsedProduct[]): readonly UsedProduct[] {
  const best = new Map<string, UsedProduct>();
  for (const product of used) {
    const known = best.get(product.productId);
    if (!known || (product.certainty ?? 1) > (known.certainty ?? 1)) best.set(product.productId, product);
  }
  return [...best.values()].sort((a, b) => compareCodePoints(a.productId, b.productId));
}

/** The id itself, its family, the members of its family. */
function kinOf(library: Library, id: string): string[] {
  const family = library.familyOf.get(id);
  return [id, ...(family ? [family] : []), ...(library.data.families[id] ?? [])];
}

/** Positions of the members that share something, rising; scores by position. */
interface Scored {
  readonly positions: readonly number[];
  readonly scores: Float64Array;
}

function scoreMembers(roll: VotingRoll, asked: readonly Asked[], whole: number): Scored {
  const { holders, points } = roll.index;
  const size = points.length;
  const gained = new Uint32Array(size);
  const met = new Uint32Array(size);
  /** The product of the architecture, from 1, that was looked at last in a case. */
  const served = new Uint32Array(size);
  const countOnce = sharedKin(asked);
  asked.forEach(({ kin }, i) => {
    for (const { id, points: worth } of kin) {
      const list = holders.get(id);
      if (!list) continue;
      const own = roll.pointsOf(id);
      const counted = countOnce.get(id);
      // The hot loop of a large library: no iterator, no closure.
      for (let at = 0; at < list.length; at++) {
        const position = list[at] ?? 0;
        if (served[position] === i + 1) continue;
        served[position] = i + 1;
        gained[position] = (gained[position] ?? 0) + worth;
        if (counted?.has(position)) continue;
        counted?.add(position);
        met[position] = (met[position] ?? 0) + own;
      }
    }
  });
  const positions: number[] = [];
  const scores = new Float64Array(size);
  for (let position = 0; position < size; position++) {
    if (served[position] === 0) continue;
    positions.push(position);
    const extra = (points[position] ?? 0) - (met[position] ?? 0);
    scores[position] = (gained[position] ?? 0) / wholeWith(whole, extra);
  }
  return { positions, scores };
}

/** What a case has beyond the architecture is part of the whole. */
function wholeWith(whole: number, extra: number): number {
  return whole + Math.round(extra / EXTRA_PART);
}

/** Ids that several products of the architecture may meet, and the members where one already has. */
function sharedKin(asked: readonly Asked[]): Map<string, Set<number>> {
  const seen = new Set<string>();
  const shared = new Map<string, Set<number>>();
  for (const { kin } of asked) {
    for (const { id } of kin) {
      if (seen.has(id)) shared.set(id, new Set());
      seen.add(id);
    }
  }
  return shared;
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

function explain(roll: VotingRoll, asked: readonly Asked[], whole: number, { study, products }: Member): CaseMatch {
  const pairs = asked.map(({ kin }) => kin.find(({ id }) => products.has(id)));
  const met = new Set(pairs.map((pair) => pair?.id));
  const extra = [...products].filter((id) => !met.has(id));
  const of = wholeWith(
    whole,
    extra.reduce((total, id) => total + roll.pointsOf(id), 0),
  );
  const shared = asked.flatMap(({ productId }, i): SharedProduct[] => {
    const pair = pairs[i];
    return pair ? [{ productId, as: pair.id, points: pair.points, share: pair.points / of }] : [];
  });
  const points = shared.reduce((total, one) => total + one.points, 0);
  return {
    study,
    score: points / of,
    points,
    of,
    shared: shared.sort((a, b) => b.points - a.points || compareCodePoints(a.productId, b.productId)),
    missing: asked.filter((_, i) => !pairs[i]).map(({ productId }) => productId),
    extra,
  };
}
