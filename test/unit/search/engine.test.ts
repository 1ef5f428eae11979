// The engine apart from the order of its answers: any text may be asked, large libraries answer like small ones, words
// of the workspace win, spelling can be switched off.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fold } from '../../../src/core/search/fold';
import { buildGrams, casesWithAll, gramsOf } from '../../../src/core/search/grams';
import { search } from '../../../src/core/search/search';
import { buildSearch } from '../../../src/core/search/searchIndex';
import { nearLines, slipsAllowed, slipsBetween } from '../../../src/core/search/typo';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';
import { ask, sections } from './check';

describe('any text', () => {
  const STRANGE = [
    '',
    ' ',
    '\n',
    ':',
    '::',
    'a:',
    '"',
    '""',
    '(',
    '[',
    '\\',
    '.*',
    '\u0000',
    '\ud800',
    '😀',
    'İ',
    'ﬀ',
    'に',
    'ไทย',
    'عربي',
  ];

  test('never throws', () => {
    for (const query of STRANGE) expect(Array.isArray(ask(query)), query).toBe(true);
    const index = buildSearch(realLibrary());
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
        search(index, query, { limit: 5 });
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('ten thousand letters are answered as a cut query', () => {
    for (const letter of ['虎', 'a', 'a ', '数据 ', 'product:x ', '"']) {
      expect(Array.isArray(ask(letter.repeat(10_000)))).toBe(true);
    }
  });

  test('a limit of nothing gives nothing, a huge one everything there is', () => {
    expect(ask('虎牙', { limit: 0 })).toEqual([]);
    expect(ask('ecs', { limit: 1e9 }).length).toBeLessThanOrEqual(85);
  });

  test('an empty library finds nothing', () => {
    expect(search(buildSearch(tinyLibrary([])), '虎牙')).toEqual([]);
  });
});

describe('large libraries', () => {
  const QUERIES = [
    '虎牙',
    '秒级切换',
    '降低成本',
    '跨境电商',
    'kafka',
    'genomics',
    'ddos protection',
    '虎某直播',
    'mjtq',
    '反作弊',
  ];
  const indexed = buildSearch(realLibrary(), { scanned: 0 });

  test.each(QUERIES)('%s: postings find what a scan finds', (query) => {
    expect(search(indexed, query, { limit: 10 }).map(({ study }) => study.section)).toEqual(sections(query));
  });

  test('grams find every text that holds the word', () => {
    const texts = ['云原生数据库polardb助力', 'polardb-x 与 rds', '数据分析', 'ai 与 api 网关'];
    const index = buildGrams(texts.length, 200, (number) => [fold(texts[number] ?? '')]);
    const find = (word: string) => [...casesWithAll(index, gramsOf(word))];
    expect(find('polardb')).toEqual(expect.arrayContaining([0, 1]));
    expect(find('polar')).toEqual(expect.arrayContaining([0, 1]));
    expect(find('数据')).toEqual(expect.arrayContaining([0, 2]));
    expect(find('ai')).toContain(3);
    expect(find('api')).toContain(3);
    expect(find('绝无此事')).toEqual([]);
  });

  test('numbers far apart are kept', () => {
    const index = buildGrams(40_000, 0, (number) => (number % 20_000 === 1 ? ['孤例'] : []));
    expect([...casesWithAll(index, gramsOf('孤例'))]).toEqual([1, 20_001]);
  });
});

describe('words of the workspace', () => {
  test('win over the built-in ones and are told as aliases', () => {
    const aliases = [{ alias: 'k8s', kind: 'product', id: 'kafka' } as const];
    const [hit] = search(buildSearch(realLibrary(), { aliases }), 'k8s');
    expect(hit?.study.products.map(({ id }) => id)).toContain('kafka');
    expect(hit?.why).toMatchObject({ tier: 'alias', text: 'k8s', subject: { id: 'kafka' } });
  });

  test('may name a problem', () => {
    const aliases = [{ alias: '挤爆了', kind: 'problem', id: 'peak-traffic' } as const];
    expect(sections('挤爆了')).toEqual([]);
    const hits = search(buildSearch(realLibrary(), { aliases }), '挤爆了', { limit: 3 });
    expect(hits.every(({ study }) => study.problems.includes('peak-traffic'))).toBe(true);
    expect(hits).toHaveLength(3);
  });
});

describe('spelling', () => {
  test('can be switched off', () => {
    const index = buildSearch(realLibrary(), { pinyin: false });
    expect(search(index, 'mojitianqi')).toEqual([]);
    expect(search(index, 'mjtq')).toEqual([]);
  });

  test('polyphones are read in their words', () => {
    const find = (query: string) => ask(query)[0]?.why.text;
    expect(find('zhaoshangyinhang')).toContain('银行');
    expect(find('changshayingzhi')).toContain('长沙');
    expect(find('xiamendianchu')).toContain('厦门');
  });

  test('names that came after the table are spelled by their characters', () => {
    const study = tinyCase('1', [], { customer: { zh: '天气银行', en: 'W' }, title: { zh: '天气银行', en: 'W' } });
    const library = tinyLibrary([study], { pinyin: realLibrary().data.pinyin });
    expect(search(buildSearch(library), 'tianqiyinhang')).toHaveLength(1);
    expect(search(buildSearch(library), 'tqyh')).toHaveLength(1);
  });

  test('literal hits stand above it', () => {
    const tiers = ask('sp', { limit: 20 }).map(({ why }) => why.tier);
    expect(tiers).toContain('initials');
    expect(tiers.indexOf('initials')).toBeGreaterThan(tiers.lastIndexOf('product'));
  });
});

describe('slips', () => {
  test('counted between whole words: wrong, missing, extra, swapped', () => {
    const cases = [
      ['kafka', 'kafka', 0],
      ['kafak', 'kafka', 1],
      ['kafa', 'kafka', 1],
      ['kaffka', 'kafka', 1],
      ['kofka', 'kafka', 1],
      ['maxcomptue', 'maxcompute', 1],
      ['ab', 'xy', 2],
    ] as const;
    for (const [a, b, slips] of cases) expect(slipsBetween(a, b), `${a} ${b}`).toBe(slips);
  });

  test('near lines are found with their fewest slips', () => {
    const text = '虎牙直播\n网易伏羲\n招商银行信用卡中心\n';
    expect(nearLines(text, '虎某直播', 1)).toEqual([{ line: 0, slips: 1 }]);
    expect(nearLines(text, '招行信银', 2)).toEqual([{ line: 2, slips: 2 }]);
    expect(nearLines(text, '商招银行', 1)).toEqual([{ line: 2, slips: 1 }]);
    expect(nearLines(text, '网易伏羲', 1)).toEqual([{ line: 1, slips: 0 }]);
    expect(nearLines(text, '招商银某', 1, true)).toEqual([{ line: 2, slips: 1 }]);
    expect(nearLines(text, '网易伏某', 1, true)).toEqual([]);
  });

  test('the scan agrees with the count, line by line', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, (pattern, line) => {
        const found = nearLines(line, pattern, 2)[0]?.slips ?? 3;
        // The scan matches any stretch of the line, so it never needs more slips than the whole line does.
        expect(found).toBeLessThanOrEqual(Math.max(slipsBetween(pattern, line), 0));
        let fewest = 3;
        for (let i = 0; i <= line.length; i++) {
          for (let j = i; j <= line.length; j++) fewest = Math.min(fewest, slipsBetween(pattern, line.slice(i, j)));
        }
        expect(found).toBe(fewest);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('short words are forgiven nothing', () => {
    expect([slipsAllowed(3, false), slipsAllowed(2, true)]).toEqual([0, 0]);
    expect(sections('ecz')).toEqual([]);
  });
});
