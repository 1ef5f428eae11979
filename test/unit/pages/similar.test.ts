import { describe, expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { compareTwo, similarCases } from '../../../src/core/pages/similar';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const library = realLibrary();
const roll = votingRoll(library);

describe('similar cases', () => {
  test('are as alike from one side as from the other', () => {
    const some = library.cases.slice(0, 40);
    for (const a of some) {
      for (const b of some) {
        const there = compareTwo(library, roll, a, b);
        const back = compareTwo(library, roll, b, a);
        expect(there.score).toBeCloseTo(back.score, 10);
        expect(there.onlyHere).toEqual(back.onlyThere);
      }
    }
  });

  test('the shares add up to the likeness, and every product of both is told once', () => {
    for (const study of library.cases) {
      for (const one of similarCases(library, roll, study, 5)) {
        expect(one.shared.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(one.score, 10);
        expect(one.score).toBeLessThanOrEqual(1.0000001);
        const here = [...one.shared.map((use) => use.here), ...one.onlyHere].sort();
        expect(here).toEqual([...new Set(study.products.map((use) => use.id))].sort());
      }
    }
  });

  test('are those that comparing with every case finds', () => {
    for (const study of library.cases) {
      const best = library.cases
        .filter((other) => other !== study)
        .map((other) => compareTwo(library, roll, study, other).score)
        .sort((a, b) => b - a);
      const found = similarCases(library, roll, study, 5).map(({ score }) => score);
      expect(found).toEqual(best.filter((score) => score > 0).slice(0, 5));
    }
  });

  test('equal ones: same industry first, then section order', () => {
    const cases = [
      tinyCase('1', ['a', 'b']),
      tinyCase('2', ['a', 'b'], { industry: 'live' }),
      tinyCase('3', ['a', 'b']),
      tinyCase('4', ['c']),
    ];
    const small = tinyLibrary(cases);
    const found = similarCases(small, votingRoll(small), cases[0] as (typeof cases)[0], 9);
    expect(found.map(({ study }) => study.section)).toEqual(['3', '2']);
  });

  test('a member of a family stands in for another, and counts less', () => {
    const cases = [tinyCase('1', ['alb', 'x']), tinyCase('2', ['slb', 'x']), tinyCase('3', ['alb', 'x'])];
    const small = tinyLibrary(cases, { families: { slb: ['alb'] } });
    const [exact, kin] = similarCases(small, votingRoll(small), cases[0] as (typeof cases)[0], 9);
    expect([exact?.study.section, kin?.study.section]).toEqual(['3', '2']);
    expect(kin?.shared.find((use) => use.here === 'alb')?.there).toBe('slb');
  });
});
