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
