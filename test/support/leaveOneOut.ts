// Leave-one-out over the cases: hide one product of a case, rank all products from the rest, see where the hidden one
// comes. The case itself never takes part in the ranking.
import { buildLibrary, type Library } from '../../src/core/library';
import type { CaseStudy } from '../../src/core/model';

/** Ranks product ids for the products that are left; `train` holds all other cases. */
export type Ranker = (train: Library, rest: readonly string[], study: CaseStudy) => readonly string[];

export interface Trial {
  readonly caseId: string;
  /** 1 for the first place; 0 when the hidden product was not ranked. */
  readonly rank: number;
  /** The hidden product occurs in another case. */
  readonly reachable: boolean;
}

/** One trial for every product of every case with two products or more. */
export function leaveOneOut(library: Library, ranker: Ranker): Trial[] {
  return library.cases.flatMap((study) => {
    const ids = study.products.map((use) => use.id);
    if (ids.length < 2) return [];
    const train = buildLibrary({ ...library.data, cases: library.cases.filter((other) => other !== study) });
    return ids.map((hidden) => {
      const rest = ids.filter((id) => id !== hidden);
      const rank = ranker(train, rest, study).indexOf(hidden) + 1;
      return { caseId: study.id, rank, reachable: train.casesByProduct.has(hidden) };
    });
  });
}

export interface Score {
  readonly n: number;
  readonly unreachable: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  readonly mrr: number;
}

export function scoreOf(trials: readonly Trial[]): Score {
  const n = trials.length;
  const hit = (k: number) => trials.filter(({ rank }) => rank > 0 && rank <= k).length / n;
  return {
    n,
    unreachable: trials.filter(({ reachable }) => !reachable).length,
    hit1: hit(1),
    hit3: hit(3),
    hit5: hit(5),
    mrr: trials.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / n,
  };
}

/** 95 % interval of the difference in hit@1, resampling whole cases; the same every time. */
export function bootstrapDifference(a: readonly Trial[], b: readonly Trial[], rounds = 2000): [number, number] {
  const cases = [...new Set(a.map(({ caseId }) => caseId))];
  const sums = new Map(cases.map((id) => [id, { n: 0, difference: 0 }]));
  a.forEach(({ caseId, rank }, i) => {
    const sum = sums.get(caseId);
    if (!sum) return;
    sum.n += 1;
    sum.difference += Number(rank === 1) - Number(b[i]?.rank === 1);
  });
  const random = seeded(1);
  const differences = Array.from({ length: rounds }, () => {
    let n = 0;
    let total = 0;
    for (let i = 0; i < cases.length; i++) {
      const drawn = sums.get(cases[Math.floor(random() * cases.length)] ?? '');
      n += drawn?.n ?? 0;
      total += drawn?.difference ?? 0;
    }
    return total / n;
  }).sort((x, y) => x - y);
  return [differences[Math.floor(rounds * 0.025)] ?? 0, differences[Math.floor(rounds * 0.975)] ?? 0];
}

/** A small generator of the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
