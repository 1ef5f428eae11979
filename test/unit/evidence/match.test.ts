// Cases like an architecture, on small libraries where the right order is plain to see.
import { describe, expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { casesLike } from '../../../src/core/match';
import { suggest } from '../../../src/core/suggest';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const library = tinyLibrary([
  tinyCase('1', ['ecs', 'rds', 'oss']),
  tinyCase('2', ['ecs', 'rds', 'oss', 'cdn', 'live', 'waf']),
  tinyCase('3', ['ecs', 'slb']),
  tinyCase('4', ['ecs']),
  tinyCase('5', ['flink', 'kafka']),
]);
const roll = votingRoll(library);
const like = (...ids: string[]) =>
  casesLike(
    library,
    roll,
    ids.map((productId) => ({ productId })),
  );

describe('casesLike', () => {
  test('the case that shares everything stands first, a richer one second', () => {
    expect(like('ecs', 'rds', 'oss').map((match) => match.study.section)).toEqual(['1', '2', '3', '4']);
  });

  test('cases that share nothing are not there', () => {
    expect(like('flink').map((match) => match.study.section)).toEqual(['5']);
  });

  test('says what is shared, missing and extra', () => {
    const [, second] = like('oss', 'rds', 'ecs', 'flink');
    expect(second?.shared.map(({ productId }) => productId).sort()).toEqual(['ecs', 'oss', 'rds']);
    expect(second?.missing).toEqual(['flink']);
    expect(second?.extra).toEqual(['cdn', 'live', 'waf']);
  });

  test('the explanation adds up to the score', () => {
    for (const match of casesLike(realLibrary(), votingRoll(realLibrary()), [
      { productId: 'rds-mysql' },
      { productId: 'alb' },
      { productId: 'oss', certainty: 0.5 },
    ])) {
      const total = match.shared.reduce((sum, { share }) => sum + share, 0);
      expect(total).toBeCloseTo(match.score, 12);
      expect(match.score).toBeLessThanOrEqual(1);
    }
  });

  test('order and repetition of the products change nothing', () => {
    expect(like('oss', 'ecs', 'rds', 'ecs')).toEqual(like('rds', 'oss', 'ecs'));
  });

  test('what everybody uses tells less than what few use', () => {
    expect(like('ecs', 'slb')[0]?.study.section).toBe('3');
    expect(like('ecs', 'kafka')[0]?.study.section).toBe('5');
  });

  test('a member of a family counts for the family, and is said as such', () => {
    const real = realLibrary();
    const [best] = casesLike(real, votingRoll(real), [{ productId: 'alb' }]);
    expect(best?.shared[0]).toMatchObject({ productId: 'alb', as: 'slb' });
    expect(best?.score).toBeLessThan(1);
  });

  describe('in a family', () => {
    const families = { slb: ['alb', 'clb'], rds: ['rds-mysql', 'rds-postgresql'], cdn: ['dcdn'] };
    const cases = [
      tinyCase('1', ['slb', 'oss']),
      tinyCase('2', ['rds-mysql', 'slb']),
      tinyCase('3', ['rds', 'rds-postgresql', 'waf']),
      tinyCase('8', ['cdn', 'kafka']),
      ...['4', '5', '6', '7'].map((section) => tinyCase(section, ['flink'])),
    ];
    const any = tinyLibrary(cases, { families });
    const match = (section: string, ...used: readonly (string | [string, number])[]) => {
      const products = used.map((one) =>
        typeof one === 'string' ? { productId: one } : { productId: one[0], certainty: one[1] },
      );
      const found = casesLike(any, votingRoll(any), products).find(({ study }) => study.section === section);
      if (!found) throw new Error(`no match of ${section}`);
      return found;
    };
    const terms = ({ shared }: ReturnType<typeof match>) =>
      shared.map(({ productId, as, points }) => `${productId} ${as} ${points > 0}`);

    test('one product of a case counts for one product of the architecture, the surest', () => {
      const found = match('1', ['alb', 0.5], 'clb', 'oss');
      expect(terms(found)).toEqual(['oss oss true', 'clb slb true']);
      expect(found.missing).toEqual(['alb']);
      expect(match('8', 'dcdn', 'cdn')).toMatchObject({ shared: [{ productId: 'cdn', as: 'cdn' }], missing: ['dcdn'] });
    });

    test('a choice left open beside its member is that member', () => {
      const [both, alone] = [match('2', 'rds', 'rds-mysql', 'slb'), match('2', 'rds-mysql', 'slb')];
      expect([both.points, both.of]).toEqual([alone.points, alone.of]);
      expect(terms(both)).toContain('rds rds-mysql false');
      expect(match('1', 'clb', 'slb').score).toBe(match('1', 'slb').score); // the file, too, says SLB
      expect(match('1', 'rds', 'rds-mysql', 'oss').missing).toEqual(['rds', 'rds-mysql']);
      expect(match('2', 'rds', ['rds-mysql', 0.5], 'slb').points).toBe(alone.points);
    });

    test('what a case has under two names of one choice is not beyond the architecture', () => {
      expect(match('3', 'rds-postgresql').extra).toEqual(['waf']);
      expect(match('3', 'rds').extra).toEqual(['waf']);
      expect(match('3', 'rds-postgresql').of).toBe(match('3', 'rds-postgresql', 'rds').of);
    });

    test('the order of a large library is that of the explained scores', () => {
      const real = realLibrary();
      const used = ['alb', 'clb', 'slb', 'rds', 'rds-mysql', 'redis', 'tair', 'cdn', 'ecs', 'gpu', 'oss'];
      const asked = used.map((productId, i) => ({ productId, certainty: 1 - i / 20 }));
      const all = casesLike(real, votingRoll(real), asked);
      expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
      for (const { shared, missing, points, of, score } of all) {
        expect(shared.reduce((total, one) => total + one.points, 0)).toBe(points);
        expect(score).toBeCloseTo(points / of, 12);
        expect([...shared.map(({ productId }) => productId), ...missing].sort()).toEqual([...used].sort());
      }
    });
  });

  test('support services count nothing, wherever they stand', () => {
    const real = realLibrary();
    const realRoll = votingRoll(real);
    const found = (...ids: string[]) =>
      casesLike(
        real,
        realRoll,
        ids.map((productId) => ({ productId })),
      );
    expect(found('slb', 'rds-mysql', 'svc-escort-std', 'svc-enterprise-support')).toEqual(found('slb', 'rds-mysql'));
    expect(suggest(realRoll, ['slb', 'svc-escort-std'])).toEqual(suggest(realRoll, ['slb']));
  });

  test('generic products are compared where nothing else can be', () => {
    expect(like('ecs', 'nothing-of-the-kind')[0]?.points).toBe(1);
    expect(like('ecs', 'oss').find(({ study }) => study.section === '4')?.points).toBe(0);
  });

  test('nothing in, nothing out; unknown products find nothing', () => {
    expect(like()).toEqual([]);
    expect(like('nothing-of-the-kind')).toEqual([]);
  });
});

describe('suggest', () => {
  test('ranks by the votes of similar cases and names the voters', () => {
    const [first] = suggest(roll, ['rds', 'ecs']);
    expect(first).toMatchObject({ productId: 'oss', of: 4 });
    expect(first?.voters.map((study) => study.section)).toEqual(['1', '2']);
  });

  test('never suggests what is there, nor services', () => {
    const real = realLibrary();
    const ids = suggest(votingRoll(real), ['ecs', 'rds-mysql']).map(({ productId }) => productId);
    expect(ids).not.toContain('ecs');
    expect(ids.filter((id) => real.productById.get(id)?.kind === 'service')).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    [['ecs'], ['cdn', 'slb']],
    [[], ['ecs', 'cdn', 'kafka', 'slb']],
  ])('what a case mentions beside %j counts as much as what it lists: the numbers are what is seen', (have, found) => {
    const use = (id: string, listed = true) => ({ id, listed, role: { zh: '作用', en: 'role' } });
    const any = tinyLibrary([
      tinyCase('1', [], { products: [use('ecs'), use('cdn', false)] }),
      tinyCase('2', ['ecs', 'slb']),
      tinyCase('3', ['kafka']),
    ]);
    expect(suggest(votingRoll(any), have).map(({ productId }) => productId)).toEqual(found);
  });

  describe('in a family', () => {
    const ids = ['rds', 'rds-mysql', 'rds-postgresql', 'redis', 'tair'];
    const families = { rds: ['rds-mysql', 'rds-postgresql'], redis: ['tair'] };
    const library = tinyLibrary(
      ids.map((id, i) => tinyCase(`${i + 1}`, ['oss', id])),
      { families },
    );
    test.each([
      ['rds-mysql', ['rds-postgresql', 'redis', 'tair']], // RDS is that database, said less exactly; another engine is not
      ['rds', ['redis', 'tair']],
      ['redis', ['rds', 'rds-mysql', 'rds-postgresql', 'tair']], // Tair is a product beside Redis
    ])('beside %s there lacks one of %j', (present, lacking) => {
      const found = suggest(votingRoll(library), ['oss', present]).map(({ productId }) => productId);
      expect(found.sort()).toEqual(lacking);
    });
  });

  test.each([[[]], [['nas']], [['k']], [['nas', 'mse']]])('asks all cases where none has a product of %j', (ids) => {
    const real = votingRoll(realLibrary());
    const found = suggest(real, ids);
    expect(found[0]).toMatchObject({ productId: 'ecs', of: 85, isOfAll: true });
    expect(suggest(real, [...ids, 'oss'])[0]).toMatchObject({ isOfAll: false });
  });

  test('lacks nothing that is ignored', () => {
    const real = votingRoll(realLibrary());
    const [first, second] = suggest(real, ['oss']);
    const ignored = new Set([first?.productId ?? '']);
    expect(suggest(real, ['oss'], undefined, ignored)[0]).toEqual(second);
  });

  test('without a file the most used products come first', () => {
    expect(suggest(roll, [])[0]).toMatchObject({ productId: 'ecs', of: 5 });
  });

  test('the same question has the same answer', () => {
    expect(suggest(roll, ['ecs', 'oss'])).toEqual(suggest(roll, ['oss', 'ecs']));
  });
});
