// The results of a search as a tree: the cases that were found, and below each the places where it answers.
import type { Why } from './evidence';
import type { SearchHit } from './search';

/** A case that was found. */
export interface HitNode {
  readonly kind: 'hit';
  readonly caseId: string;
  /** Where its page opens: `solution-2`. */
  readonly place?: string;
  readonly hit: SearchHit;
}

/** One reason why it was. */
export interface WhyNode {
  readonly kind: 'why';
  readonly caseId: string;
  readonly place?: string;
  readonly hit: SearchHit;
  readonly why: Why;
}

export type ResultNode = HitNode | WhyNode;

export function hitNodes(hits: readonly SearchHit[]): HitNode[] {
  return hits.map((hit) => {
    const place = placeOfHit(hit);
    return { kind: 'hit', caseId: hit.study.id, ...(place !== undefined && { place }), hit };
  });
}

/** Two words of one statement are one reason. */
export function whyNodes({ caseId, hit }: HitNode): WhyNode[] {
  const seen = new Set<string>();
  return hit.whys.flatMap((why): WhyNode[] => {
    const mark = `${why.place} ${why.text}`;
    if (seen.has(mark)) return [];
    seen.add(mark);
    return [{ kind: 'why', caseId, ...(why.place !== undefined && { place: why.place }), hit, why }];
  });
}

/** Where the page of a case that was found opens: at what tells most, else at the first reason that has a place. */
export function placeOfHit({ why, whys }: SearchHit): string | undefined {
  return why.place ?? whys.find(({ place }) => place !== undefined)?.place;
}
