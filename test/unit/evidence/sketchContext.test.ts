// Suggestions that know what the sketch says of itself: it tells which of the cases asked are closer, and nothing else.
import { describe, expect, test } from 'vitest';

import { fileEvidence } from '../../../src/core/fileEvidence';
import { votingRoll } from '../../../src/core/kin';
import type { SketchContext } from '../../../src/core/sketchContext';
import { suggest } from '../../../src/core/suggest';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const role = (zh: string, en: string) => ({ zh, en });
const uses = (own: string, doing: { zh: string; en: string }) =>
  ['ecs', 'cdn', own].map((id) => ({ id, listed: true, role: id === 'ecs' ? doing : role('主机', 'hosts') }));

/** Two cases that have `ecs` and `cdn` in common, and one that shares nothing with a file of `ecs`. */
const library = tinyLibrary([
  tinyCase('1', [], {
    industry: 'media',
    problems: ['latency', 'cost'],
    products: uses('redis', role('会话缓存', 'caches sessions')),
  }),
  tinyCase('2', [], {
    industry: 'games',
    problems: ['scale', 'cost'],
    products: uses('oss', role('图片存储', 'stores pictures')),
  }),
  tinyCase('3', ['kafka'], { industry: 'games', problems: ['scale'] }),
]);
const roll = votingRoll(library);
const ecsDoes = (...texts: string[]) => texts.map((text) => ({ productId: 'ecs', text }));
const NOTHING: SketchContext = { problems: [], roles: [] };
const suggested = (said: Partial<SketchContext>) => suggest(roll, ['ecs'], { ...NOTHING, ...said });
const first = (said: Partial<SketchContext>) =>
  suggested(said)
    .map(({ productId }) => productId)
    .filter((id) => id !== 'cdn')[0];
const votersOfShared = (said: Partial<SketchContext>) =>
  suggested(said)
    .find(({ productId }) => productId === 'cdn')
    ?.voters.map(({ section }) => section);

describe('of two cases that share as much', () => {
  test.each<[string, Partial<SketchContext>, closer: string, product: string]>([
    ['industry', { industry: 'media' }, '1', 'redis'],
    ['industry', { industry: 'games' }, '2', 'oss'],
    ['problem', { problems: ['latency'] }, '1', 'redis'],
    ['problem', { problems: ['scale'] }, '2', 'oss'],
    ['role in Chinese', { roles: ecsDoes('缓存用户会话') }, '1', 'redis'],
    ['role in Chinese', { roles: ecsDoes('用户上传的图片') }, '2', 'oss'],
    ['role in English', { roles: ecsDoes('Session cache') }, '1', 'redis'],
    ['role in English', { roles: ecsDoes('picture STORES') }, '2', 'oss'],
    ['role among others', { roles: ecsDoes('主机', '会话') }, '1', 'redis'],
  ])('the one with the same %s votes first: %j', (_what, said, closer, product) => {
    expect(votersOfShared(said)?.[0]).toBe(closer);
    expect(first(said)).toBe(product);
  });

  test('more in common outweighs less', () => {
    expect(first({ industry: 'media', problems: ['scale'], roles: ecsDoes('图片存储') })).toBe('oss');
  });

  test('the same role of another product brings nothing closer', () => {
    expect(suggested({ roles: [{ productId: 'cdn', text: '图片存储' }] })).toEqual(suggested({}));
  });
});

describe('a stated problem', () => {
  /** Cases 1 and 2 share as much with a file of `ecs`; those with the problem mostly have redis, and nothing else of the file. */
  const many = tinyLibrary([
    tinyCase('1', ['ecs', 'redis']),
    tinyCase('2', ['ecs', 'oss']),
    tinyCase('3', ['redis', 'slb'], { problems: ['latency'] }),
    tinyCase('4', ['redis'], { problems: ['latency'] }),
    tinyCase('5', ['flink'], { problems: ['latency'] }),
    tinyCase('6', ['oss', 'slb'], { problems: ['growth'] }),
    tinyCase('7', ['oss'], { problems: ['growth'] }),
  ]);
  const asked = (...problems: string[]) => suggest(votingRoll(many), ['ecs'], { ...NOTHING, problems });

  test.each([
    ['latency', 'redis'],
    ['growth', 'oss'],
  ])('brings forward what the cases with %s use, though they cast no vote', (problem, product) => {
    const [best] = asked(problem);
    expect(best?.productId).toBe(product);
    expect(best?.voters.map(({ section }) => section)).toEqual([product === 'redis' ? '1' : '2']);
  });

  test('says how many of the cases with it use the product', () => {
    const share = (...problems: string[]) => asked(...problems).find(({ productId }) => productId === 'redis')?.problem;
    expect(share('latency')).toEqual({ problemId: 'latency', count: 2, of: 3 });
    expect(share('growth')).toEqual({ problemId: 'growth', count: 0, of: 2 });
    expect(share('growth', 'latency')).toEqual(share('latency', 'growth'));
    expect(share('growth', 'latency')?.problemId).toBe('latency');
    expect(share('nobody')).toBeUndefined();
  });
});

describe('the context', () => {
  test('lets no case vote that shares no product', () => {
    const found = suggested({ industry: 'games', problems: ['scale'] });
    expect(found.map(({ productId }) => productId)).not.toContain('kafka');
    expect(found.every(({ of }) => of === 2)).toBe(true);
  });

  test('that says nothing, or nothing that a case has, changes nothing', () => {
    const plain = suggest(roll, ['ecs']);
    expect(suggested({})).toEqual(plain);
    expect(
      suggested({ industry: 'mining', problems: ['nobody'], roles: ecsDoes('of', '鑫', 'xyzzy 饕餮', '') }),
    ).toEqual(plain);
    expect(suggested({ problems: ['nobody', 'scale'] })).toEqual(suggested({ problems: ['scale', 'scale'] }));
  });

  test('changes nothing of what is counted', () => {
    const real = votingRoll(realLibrary());
    const counted = (context?: SketchContext) =>
      suggest(real, ['ecs', 'oss'], context)
        .map(({ productId, voters, of }) => `${productId} ${voters.length}/${of}`)
        .sort();
    const said = { industry: 'games', problems: ['peak-traffic'], roles: ecsDoes('游戏服务器', 'game servers') };
    expect(counted(said)).toEqual(counted());
    expect(suggest(real, ['ecs', 'oss'], said)).toEqual(suggest(real, ['oss', 'ecs'], said));
  });

  test('orders what all cases use while a sketch has no product', () => {
    const found = suggest(roll, [], { ...NOTHING, industry: 'media' });
    expect(found.every(({ of }) => of === 3)).toBe(true);
    expect(found.find(({ productId }) => productId === 'cdn')?.voters[0]?.section).toBe('1');
    expect(found.slice(0, 3).map(({ productId }) => productId)).toContain('redis');
  });
});

describe('the evidence of a file', () => {
  const file = fileEvidence(library, roll, [{ productId: 'ecs' }]);
  const lacking = (said: Partial<SketchContext>) =>
    file.saying(() => ({ ...NOTHING, ...said })).suggestions.map(({ productId }) => productId);

  test('follows what each version says', () => {
    const inMedia = lacking({ industry: 'media' });
    expect(inMedia.indexOf('redis')).toBeLessThan(inMedia.indexOf('oss'));
    const inGames = lacking({ industry: 'games' });
    expect(inGames.indexOf('oss')).toBeLessThan(inGames.indexOf('redis'));
    expect(lacking({ industry: 'media' })).toEqual(inMedia);
    expect(file.suggestions).toEqual(suggest(roll, ['ecs']));
  });

  test('reads it once, and only for suggestions', () => {
    let read = 0;
    const version = file.saying(() => {
      read += 1;
      return NOTHING;
    });
    expect([version.products, version.matches.length, read]).toEqual([['ecs'], 2, 0]);
    expect(version.suggestions).toBe(version.suggestions);
    expect(read).toBe(1);
  });
});
