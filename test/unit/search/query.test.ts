// Reading what was typed: facet words, quotes, unknown facets, completion.
import { describe, expect, test } from 'vitest';

import { completeFacet, parseQuery } from '../../../src/core/search/query';
import { search } from '../../../src/core/search/search';
import { ask, realIndex, sections } from './check';

function check(query: string) {
  const { library, lexicon } = realIndex();
  const { words, facets, problems } = parseQuery({ library, lexicon }, query);
  return { words, facets: facets.map(({ kind, ids }) => [kind, ...ids].join(' ')), problems };
}

describe('parseQuery', () => {
  test('words are folded, marks around them dropped', () => {
    expect(check('“虎牙” ＡＣＫ (RDS)').words).toEqual(['虎牙', 'ack', 'rds']);
    expect(check('30% ping++').words).toEqual(['30%', 'ping++']);
  });

  test('quotes keep blanks', () => {
    expect(check('"data lake" 虎牙').words).toEqual(['data lake', '虎牙']);
  });

  test('a facet takes an id, a name in either language, or an alias', () => {
    expect(check('industry:games').facets).toEqual(['industry games']);
    expect(check('industry:游戏').facets).toEqual(['industry games']);
    expect(check('行业：游戏').facets).toEqual(['industry games']);
    expect(check('product:ODPS').facets).toEqual(['product maxcompute']);
    expect(check('problem:"Load testing and capacity planning"').facets).toEqual(['problem capacity-planning']);
  });

  test('a product answers to its Chinese short name, in Chinese letters and in pinyin', () => {
    const { data, casesByProduct } = realIndex().library;
    const used = (id: string) => casesByProduct.get(id) ?? [];
    const named = data.products.flatMap(({ id, shortZh }) => (shortZh && used(id).length > 0 ? [{ id, shortZh }] : []));
    expect(named.length).toBeGreaterThan(30);
    for (const { id, shortZh } of named) {
      const found = ask(shortZh, { limit: 5 }).map(({ study }) => study);
      expect(used(id), shortZh).toEqual(expect.arrayContaining([found[0]]));
      expect(data.pinyin[shortZh], shortZh).toBeTruthy();
    }
  });

  test('an unknown facet is explained and its words still count', () => {
    const read = check('custmer:虎牙');
    expect(read.problems).toMatchObject([{ code: 'unknown-facet', facet: 'custmer', value: '虎牙' }]);
    expect(read.words).toContain('虎牙');
    expect(check('indstry:games').problems[0]?.near).toEqual(['industry']);
  });

  test('a title with a colon is no facet', () => {
    expect(check('优酷：Hadoop迁云')).toEqual({ words: ['优酷', 'hadoop迁云'], facets: [], problems: [] });
    expect(check('https://example.com/a').problems).toEqual([]);
    expect(check('ALIYUN::ECS::Instance').problems).toEqual([]);
  });

  test('an unknown value is explained, names what is near, and finds nothing', () => {
    expect(check('product:kafkaesque').problems).toMatchObject([{ code: 'unknown-value', near: ['kafka'] }]);
    expect(sections('product:kafkaesque')).toEqual([]);
    expect(check('page:abc').problems).toMatchObject([{ code: 'unknown-value' }]);
    expect(check('industry:').problems).toMatchObject([{ code: 'empty-value' }]);
  });
});

describe('facets', () => {
  test('a page belongs to the case that reaches over it', () => {
    expect(sections('page:40')).toContain('1.26');
    expect(sections('page:41')).toEqual(['1.26']);
    expect(sections('页:40-41')).toContain('1.26');
  });

  test('cites takes an id, a section, or the name of a citing file', () => {
    expect(sections('cites:inet-1.26')).toEqual(['1.26']);
    expect(sections('cites:1.26')).toEqual(['1.26']);
    const citings = new Map([['inet-3', ['deploy/shop.ros.yaml']]]);
    expect(ask('cites:shop', { citings }).map(({ study }) => study.id)).toEqual(['inet-3']);
    expect(ask('cites:*', { citings }).map(({ study }) => study.id)).toEqual(['inet-3']);
    expect(ask('cites:shop')).toEqual([]);
  });

  test('a product without cases of its own is answered by its family', () => {
    expect(sections('product:alb').length).toBeGreaterThan(0);
    expect(search(realIndex(), 'product:alb').every(({ study }) => study.products.some(({ id }) => id === 'slb'))).toBe(
      true,
    );
  });
});

describe('completeFacet', () => {
  const complete = (query: string) => completeFacet(realIndex().library, query).map((one) => one.query);

  test('the beginning of a facet word', () => {
    expect(complete('虎牙 ind')).toEqual(['虎牙 industry:']);
    expect(complete('p')).toEqual([]);
    expect(complete('pro')).toEqual(['product:', 'problem:']);
  });

  test('values with their counts, the most frequent first', () => {
    const values = completeFacet(realIndex().library, 'industry:');
    expect(values.length).toBeGreaterThan(5);
    expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a = 0, b = 0) => b - a));
    expect(complete('虎牙 problem:ddo')).toEqual(['虎牙 problem:ddos ']);
    expect(complete('行业:游')).toEqual(['行业:games ']);
  });

  test('a finished value asks nothing more', () => {
    expect(complete('industry:games')).toEqual([]);
    expect(complete('industry:games ')).toEqual([]);
  });
});
