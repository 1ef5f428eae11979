// The four questions of an agent: answers with id, section, page and "k of n", and a clear word where there is no case.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { answerTool, findProduct, TOOL_NAMES, TOOLS } from '../../../src/core/agents/tools';
import { sessionOn } from '../../../src/yaml/session';
import { realLibrary } from '../../support/library';
import { sectionOrderOf } from '../../support/order';

const session = sessionOn(realLibrary(), readFileSync('data/identifiers.tsv', 'utf8'));
const ask = (name: string, input: unknown) => answerTool(name, input, session);
const result = (name: string, input: unknown) => {
  const answer = ask(name, input);
  if (answer.error !== undefined) throw new Error(answer.error);
  // biome-ignore lint/suspicious/noExplicitAny: the tests read a few fields of plain JSON
  return JSON.parse(JSON.stringify(answer.result)) as any;
};

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Db:
    Type: ALIYUN::RDS::DBInstance
    Properties:
      Engine: MySQL
  Lb:
    Type: ALIYUN::SLB::LoadBalancer
  Bucket:
    Type: ALIYUN::OSS::Bucket
`;

describe('search_cases', () => {
  test('finds a customer, with section, page and the reason', () => {
    const { cases, found } = result('search_cases', { query: '墨迹天气', language: 'zh' });
    expect(cases[0]).toMatchObject({ id: 'inet-9', section: '9', page: 69, industry: '地图位置、天气与实用工具' });
    expect(cases[0].why).not.toBe('');
    expect(found).toMatch(/^\d+ of 85$/);
  });

  test('says that there is no case', () => {
    expect(result('search_cases', { query: 'qqqzzzxxx' })).toEqual({
      found: '0 of 85',
      cases: [],
      note: expect.stringContaining('no case'),
    });
  });

  test('keeps to the limit', () => {
    expect(result('search_cases', { query: 'RDS', limit: 2 }).cases).toHaveLength(2);
    expect(result('search_cases', { query: 'RDS', limit: 999 }).cases.length).toBeLessThanOrEqual(20);
  });

  test('counts all that it found, however few it lists', () => {
    for (const query of ['oss', '数据库', '墨迹天气']) {
      const all = session.search(query, 85).length;
      for (const limit of [1, 3, 5, 20]) {
        const { found, shown, cases } = result('search_cases', { query, limit });
        expect([query, limit, found]).toEqual([query, limit, `${all} of 85`]);
        expect(cases).toHaveLength(Math.min(limit, all));
        expect(shown).toBe(all > limit ? limit : undefined);
      }
    }
    expect(session.search('oss', 85).length).toBeGreaterThan(20);
  });
});

describe('get_case', () => {
  test('tells the whole case with its citation', () => {
    const study = result('get_case', { id: 'inet-1.26', language: 'en' });
    expect(study).toMatchObject({ section: '1.26', page: 40, citation: expect.stringContaining('p. 40') });
    expect(study.products.length).toBeGreaterThan(3);
    expect(study.link).toBe('vscode://casebook.cloud-casebook/case/inet-1.26');
  });

  test.each(['inet-999', '__proto__', '', '../../x'])('an unknown id %j is an error that helps', (id) => {
    expect(ask('get_case', { id }).error).toContain('search_cases');
  });
});

describe('match_architecture', () => {
  test('names products with lines, closest cases and what differs', () => {
    const answer = result('match_architecture', { text: ROS, fileName: 'a.yaml' });
    expect(answer.formats).toEqual(['ros']);
    expect(answer.products).toContainEqual({ id: 'rds-mysql', tier: 'declared', lines: [4] });
    expect(answer.cases).toHaveLength(5);
    for (const match of answer.cases)
      expect(match).toMatchObject({
        id: expect.stringMatching(/^inet-/),
        section: expect.any(String),
        page: expect.any(Number),
      });
  });

  test('says that nothing is recognised', () => {
    expect(result('match_architecture', { text: 'a: 1\n' })).toMatchObject({
      products: [],
      verdict: 'no strong match',
      cases: [],
    });
  });
});

describe('cases_for_product', () => {
  test.each([
    ['rds-mysql', 'rds-mysql'],
    ['ODPS', 'maxcompute'],
    ['云数据库 Redis 版', 'redis'],
    ['oss', 'oss'],
  ])('%s is %s', (asked, id) => {
    const answer = result('cases_for_product', { product: asked });
    expect(answer.product.id).toBe(id);
    expect(answer.found).toBe(`${answer.cases.length} of 85`);
    expect(answer.cases.length).toBeGreaterThan(0);
    expect(sectionOrderOf(answer.cases)).toEqual(answer.cases);
  });

  test('evidence of the family is said as such', () => {
    expect(result('cases_for_product', { product: 'alb' })).toMatchObject({ via: ['slb'] });
  });

  test('an unknown product is an error that helps', () => {
    expect(ask('cases_for_product', { product: 'Foo DB 9000' }).error).toContain('short name');
    expect(findProduct(realLibrary(), '  ')).toBeUndefined();
  });
});

describe('input', () => {
  test.each([
    ['nothing', {}],
    ['search_cases', undefined],
    ['search_cases', { query: 5 }],
    ['search_cases', { query: 'x', language: 'fr' }],
    ['search_cases', { query: 'x', constructor: 'y' }],
    ['get_case', []],
    ['match_architecture', { text: null }],
  ])('%s %j is refused with a sentence', (name, input) => {
    expect(ask(name, input).error).toMatch(/\w+/);
  });

  test('every tool describes itself and its input', () => {
    expect(TOOLS.map(({ name }) => name)).toEqual([...TOOL_NAMES]);
    for (const { description, inputSchema } of TOOLS) {
      expect(description.length).toBeGreaterThan(40);
      for (const key of inputSchema.required) expect(inputSchema.properties[key]?.description).toBeTruthy();
    }
  });
});
