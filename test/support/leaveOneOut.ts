// Leave-one-out over the cases: hide one product of a case, rank all products from the rest, see where the hidden one
// comes. The case itself never takes part in the ranking.
import { type VotingRoll, votingRoll } from '../../src/core/kin';
import { buildLibrary, type Library } from '../../src/core/library';
import type { CaseStudy } from '../../src/core/model';

/** A case with what the other cases make up. */
export interface HeldOut {
  readonly study: CaseStudy;
  readonly train: Library;
  readonly roll: VotingRoll;
}

/** Every case with two products or more, held out; made once for all rankers. */
export function holdOut(library: Library): HeldOut[] {
  return library.cases
    .filter(({ products }) => products.length >= 2)
    .map((study) => {
      const train = buildLibrary({ ...library.data, cases: library.cases.filter((other) => other !== study) });
      return { study, train, roll: votingRoll(train) };
    });
}

/**
 * Ranks product ids for the products that are left. The study is the case without the hidden product: neither its id nor
 * its role is there to be seen.
 */
export type Ranker = (roll: VotingRoll, rest: readonly string[], study: CaseStudy) => readonly string[];

/** One product of one case hidden, and what a ranker said. */
export interface Answered {
  readonly heldOut: HeldOut;
  readonly hidden: string;
  readonly rest: readonly string[];
  readonly ranked: readonly string[];
}

/** One answer for every product of every case. */
export function leaveOneOut(cases: readonly HeldOut[], ranker: Ranker): Answered[] {
  return cases.flatMap((heldOut) =>
    heldOut.study.products.map(({ id: hidden }) => {
      const products = heldOut.study.products.filter(({ id }) => id !== hidden);
      const rest = products.map(({ id }) => id);
      return { heldOut, hidden, rest, ranked: ranker(heldOut.roll, rest, { ...heldOut.study, products }) };
    }),
  );
}

export interface Trial {
  readonly caseId: string;
  /** 1 for the first place; 0 when the hidden product was not ranked. */
  readonly rank: number;
  /** The hidden product occurs in another case. */
  readonly reachable: boolean;
}

/** Only the hidden id itself is right. */
export function trialsById(answers: readonly Answered[]): Trial[] {
  return answers.map((answer) => trialOf(answer, [answer.hidden]));
}

/**
 * RDS and RDS MySQL are one choice, said more or less exactly: naming either is right, and where the case has the other,
 * too, nothing is lacking and there is no trial.
 */
export function trialsByChoice(answers: readonly Answered[]): Trial[] {
  return answers.flatMap((answer) => {
    const right = [answer.hidden, ...answer.heldOut.roll.sameChoice(answer.hidden)];
    return right.some((id) => answer.rest.includes(id)) ? [] : [trialOf(answer, right)];
  });
}

function trialOf({ heldOut: { study, train }, ranked }: Answered, right: readonly string[]): Trial {
  const rank = ranked.findIndex((id) => right.includes(id)) + 1;
  return { caseId: study.id, rank, reachable: right.some((id) => train.casesByProduct.has(id)) };
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
  const byCase = new Map<string, { n: number; difference: number }>();
  a.forEach(({ caseId, rank }, i) => {
    const sum = byCase.get(caseId) ?? { n: 0, difference: 0 };
    sum.n += 1;
    sum.difference += Number(rank === 1) - Number(b[i]?.rank === 1);
    byCase.set(caseId, sum);
  });
  const sums = [...byCase.values()];
  const random = seeded(1);
  const differences = Array.from({ length: rounds }, () => {
    let n = 0;
    let total = 0;
    for (let i = 0; i < sums.length; i++) {
      const drawn = sums[Math.floor(random() * sums.length)];
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
