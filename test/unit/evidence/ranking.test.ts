// The ranking of cases keeps its promises on any library: the index finds what a plain look at every case finds, the
// order of the file plays no part, and the ground that all stand on decides nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inSectionOrder, type VotingRoll, votingRoll } from '../../../src/core/kin';
import type { Library } from '../../../src/core/library';
import { casesLike, type UsedProduct } from '../../../src/core/match';
import type { CaseStudy } from '../../../src/core/model';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const IDS = ['ecs', 'vpc', 'slb', 'alb', 'clb', 'rds', 'rds-mysql', 'rds-postgresql', 'oss', 'cdn', 'live', 'kafka'];
const FAMILIES = { slb: ['clb', 'alb', 'nlb'], rds: ['rds-mysql', 'rds-postgresql'] };

const products = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 6 });
const library = fc.array(products, { minLength: 1, maxLength: 25 }).map((cases) =>
  tinyLibrary(
    cases.map((ids, i) => tinyCase(String(i + 1), ids)),
    { families: FAMILIES },
  ),
);
const used = fc.array(
  fc.record({ productId: fc.constantFrom(...IDS, 'nlb', 'nobody'), certainty: fc.constantFrom(1, 0.8, 0.6, 0.5) }),
  { maxLength: 6 },
);

/** Every case looked at one by one, after the words of the rule. */
function plainly(library: Library, roll: VotingRoll, used: readonly UsedProduct[]) {
  const sure = new Map<string, number>();
  for (const { productId, certainty = 1 } of used) sure.set(productId, Math.max(certainty, sure.get(productId) ?? 0));
  const settled = new Map(
    Object.entries(FAMILIES).flatMap(([head, members]) => {
      const present = members.filter((id) => sure.has(id));
      return sure.has(head) && present.length > 0 ? [[head, present] as const] : [];
    }),
  );
  for (const [head, members] of settled) {
    for (const id of members) sure.set(id, Math.max(sure.get(id) ?? 0, sure.get(head) ?? 0));
    sure.delete(head);
  }
  const hasCase = (id: string) =>
    library.cases.some(({ products }) => products.some((use) => use.id === roll.fold(id)));
  const nothingTells = [...sure.keys()].every((id) => roll.isGeneric(id) || !hasCase(id));
  const worth = (id: string) => (nothingTells && roll.isGeneric(id) ? 1 : roll.pointsOf(id));
  const part = (id: string, points: number) =>
    points === 0 ? 0 : Math.max(1, Math.round(points * (sure.get(id) ?? 1)));
  const whole = (id: string) => part(id, worth(roll.fold(id)));
  const asked = [...sure.keys()].sort((a, b) => whole(b) - whole(a) || (a < b ? -1 : 1));
  const found: { study: CaseStudy; score: number }[] = [];
  for (const study of library.cases) {
    const has = new Set(study.products.map((use) => use.id));
    const exact = asked.filter((id) => has.has(id));
    const taken = new Set(exact);
    let gained = exact.reduce((total, id) => total + whole(id), 0);
    for (const id of asked.filter((one) => !has.has(one))) {
      const kin = [library.familyOf.get(id), ...(library.data.families[id] ?? [])];
      const as = kin.find((one) => one !== undefined && has.has(one) && !taken.has(one));
      if (as === undefined) continue;
      taken.add(as);
      const isSaid = settled.get(as)?.includes(id);
      gained += isSaid ? whole(id) : part(id, Math.min(worth(roll.fold(id)), worth(as)) * 0.7);
    }
    if (taken.size === 0) continue;
    for (const id of asked) for (const other of roll.sameChoice(id)) taken.add(other);
    const extra = [...has].filter((id) => !taken.has(id)).reduce((total, id) => total + roll.pointsOf(id), 0);
    const all = asked.reduce((total, id) => total + whole(id), 0);
    found.push({ study, score: gained / (all + Math.round(extra / 5)) });
  }
  return found.sort((a, b) => b.score - a.score || inSectionOrder(a.study, b.study));
}

describe('the ranking', () => {
  test('is what a look at every case gives, and its explanation adds up', () => {
    fc.assert(
      fc.property(library, used, (any, asked) => {
        const roll = votingRoll(any);
        const matches = casesLike(any, roll, asked);
        expect(matches.map(({ study, score }) => ({ id: study.id, score }))).toEqual(
          plainly(any, roll, asked).map(({ study, score }) => ({ id: study.id, score })),
        );
        for (const { shared, points, of, score } of matches) {
          expect(shared.reduce((sum, one) => sum + one.points, 0)).toBe(points);
          expect(score).toBe(points / of);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the first so many are the first of all', () => {
    fc.assert(
      fc.property(library, used, fc.nat(30), (any, asked, limit) => {
        const roll = votingRoll(any);
        expect(casesLike(any, roll, asked, limit)).toEqual(casesLike(any, roll, asked).slice(0, limit));
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on the order of the file or of the library', () => {
    fc.assert(
      fc.property(library, used, fc.nat(), (any, asked, seed) => {
        const turn = <T>(list: readonly T[]) => [
          ...list.slice(seed % (list.length || 1)),
          ...list.slice(0, seed % (list.length || 1)),
        ];
        const other = tinyLibrary(turn(any.cases), { families: FAMILIES });
        expect(casesLike(other, votingRoll(other), turn(asked))).toEqual(casesLike(any, votingRoll(any), asked));
      }),
      { numRuns: 200 },
    );
  });
});

describe('generic products', () => {
  const real = realLibrary();
  const roll = votingRoll(real);
  const top3 = (ids: readonly string[]) =>
    casesLike(
      real,
      roll,
      ids.map((productId) => ({ productId })),
      3,
    )
      .filter(({ points }) => points > 0)
      .map(({ study }) => study.id)
      .join();

  test('taken away, they reorder the top three of few architectures', () => {
    const sets = real.cases.map((study) => study.products.map((use) => use.id));
    const trials = sets
      .filter((ids) => ids.some((id) => !roll.isGeneric(id)))
      .flatMap((ids) =>
        ids.filter(roll.isGeneric).map((generic) => ({ ids, rest: ids.filter((id) => id !== generic) })),
      );
    const reordered = trials.filter(({ ids, rest }) => top3(ids) !== top3(rest)).length;
    console.log(`generic product taken away: top three reordered in ${reordered} of ${trials.length}`);
    expect(trials.length).toBeGreaterThan(40);
    expect(reordered / trials.length).toBeLessThanOrEqual(0.05);
  });

  test('the list can be another one', () => {
    const open = votingRoll(real, ['oss']);
    expect(open.isGeneric('oss')).toBe(true);
    expect(open.isGeneric('ecs')).toBe(false);
    expect(open.pointsOf('oss')).toBe(0);
    expect(open.pointsOf('ecs')).toBeGreaterThan(0);
  });

  test('all on their own they still find the cases that name them', () => {
    expect(casesLike(real, roll, [{ productId: 'vpc' }]).length).toBeGreaterThan(0);
  });
});
