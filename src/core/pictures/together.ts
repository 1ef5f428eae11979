// Which products stand together in how many cases: one model for the map, its table and the product pages.
import { compareCodePoints } from '../compare';
import { casesWith, type Library } from '../library';
import type { CaseStudy } from '../model';

/** A product with the number of cases that use it. */
export interface UsedNode {
  readonly id: string;
  readonly count: number;
}

/** Two products, `a < b`, and the cases that use both. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly cases: readonly CaseStudy[];
}

export interface Together {
  /** Products that stand in at least one of the pairs, most used first. */
  readonly nodes: readonly UsedNode[];
  /** Most cases first. */
  readonly pairs: readonly Pair[];
}

/** So many pairs are told; a larger library drops the weakest. */
const MOST_PAIRS = 150;

/** The pairs of products that `least` or more cases share. */
export function productsTogether(library: Library, least = 2): Together {
  const cases = new Map<string, CaseStudy[]>();
  for (const study of library.cases) {
    const ids = [...new Set(study.products.map((use) => use.id))].sort(compareCodePoints);
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) push(cases, `${a}\t${b}`, study);
    });
  }
  const pairs = [...cases]
    .filter(([, studies]) => studies.length >= least)
    .map(([key, studies]): Pair => {
      const [a = '', b = ''] = key.split('\t');
      return { a, b, cases: studies };
    })
    .sort((x, y) => y.cases.length - x.cases.length || compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b))
    .slice(0, MOST_PAIRS);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const nodes = ids
    .map((id) => ({ id, count: casesWith(library, id).length }))
    .sort((x, y) => y.count - x.count || compareCodePoints(x.id, y.id));
  return { nodes, pairs };
}

function push(map: Map<string, CaseStudy[]>, key: string, study: CaseStudy): void {
  const list = map.get(key);
  if (list) list.push(study);
  else map.set(key, [study]);
}

/** How often each value occurs over `items`, most first; equal counts in code point order. */
export function tally<T>(items: readonly T[], valuesOf: (item: T) => readonly string[]): UsedNode[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const id of new Set(valuesOf(item))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((x, y) => y.count - x.count || compareCodePoints(x.id, y.id));
}
