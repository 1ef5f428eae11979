import { describe, expect, test } from 'vitest';

import { FACETS, type Facet, type GroupNode, type OutlineNode, outline } from '../../src/core/outline';
import { outlineFilter } from '../../src/core/outlineFilter';
import { realLibrary, tinyCase, tinyLibrary } from '../support/library';

const library = realLibrary();
const everyNode = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...(node.kind === 'group' ? everyNode(node.children) : [])]);
const casesBelow = (node: OutlineNode): string[] =>
  node.kind === 'group' ? node.children.flatMap(casesBelow) : node.kind === 'case' ? [node.study.id] : [];
const shape = (facet: Facet, lang: 'zh' | 'en') => everyNode(outline(library, { facet, lang })).map(({ id }) => id);

describe.each(FACETS)('facet %s', (facet) => {
  const groups = outline(library, { facet, lang: 'zh' });

  test('reaches every case that has such a thing', () => {
    const all = new Set(groups.flatMap(casesBelow));
    const expected =
      facet === 'product'
        ? library.cases.filter((study) => study.products.length + study.services.length > 0)
        : library.cases;
    expect(all).toEqual(new Set(expected.map((study) => study.id)));
  });

  test('counts the distinct cases beneath each group', () => {
    for (const node of everyNode(groups)) {
      if (node.kind === 'group') expect([node.id, node.count]).toEqual([node.id, new Set(casesBelow(node)).size]);
    }
  });

  test('has no empty group and no id twice', () => {
    const nodes = everyNode(groups);
    expect(nodes.filter((node) => node.kind === 'group' && node.children.length === 0)).toEqual([]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  test('names each case with a list that holds it', () => {
    for (const node of everyNode(groups)) if (node.kind === 'case') expect(node.id).toContain(node.study.id);
  });
});

test('ids do not depend on the language; only the letters of customers do', () => {
  for (const facet of ['industry', 'product', 'problem'] as const)
    expect(shape(facet, 'zh')).toEqual(shape(facet, 'en'));
});

test('Chinese customers stand under the letter of their pinyin, in its order', () => {
  const groups = outline(library, { facet: 'customer', lang: 'zh' });
  const letters = groups.map(({ label }) => label).filter((label) => label !== '#');
  expect(letters).toEqual([...letters].sort());
  const huya = groups.find((group) => casesBelow(group).includes('inet-1.12'));
  expect(huya?.label).toBe('H');
});

test('a filter leaves groups with hits only', () => {
  const only = new Set(['inet-1.26']);
  const groups = outline(library, { facet: 'product', lang: 'zh', only });
  expect(new Set(groups.flatMap(casesBelow))).toEqual(only);
  expect(everyNode(groups).every((node) => node.kind !== 'group' || node.count === 1)).toBe(true);
});

test('own groups stand first; a case that vanished is shown as missing', () => {
  const own = [
    { id: 'favourites', label: 'Favourites', cases: ['inet-gone', 'inet-1.26'] },
    { id: 'recent', label: 'Recent', cases: [] },
  ];
  const [first, second] = outline(library, { facet: 'industry', lang: 'en', own });
  expect(first?.children.map(({ kind, id }) => [kind, id])).toEqual([
    ['missing', 'favourites/inet-gone'],
    ['case', 'favourites/inet-1.26'],
  ]);
  expect((second as GroupNode).subject.kind).toBe('industry');
});

test('previous and next of a favourite go through the favourites', () => {
  const own = [{ id: 'favourites', label: 'Favourites', cases: ['inet-1.26', 'inet-4'] }];
  const [favourites] = outline(library, { facet: 'industry', lang: 'en', own });
  expect(favourites?.children.map((node) => node.kind === 'case' && node.list)).toEqual(['favourites', 'favourites']);
});

describe('filter', () => {
  const filter = outlineFilter(library);
  const passing = (query: string) => [...(filter(query) ?? [])];

  test('asks nothing when empty', () => {
    expect(filter('   ')).toBeUndefined();
  });

  test.each([
    ['喜氏', 'inet-1.26'],
    ['xishi', 'inet-1.26'],
    ['Xishi Internet', 'inet-1.26'],
    ['huya', 'inet-1.12'],
    ['融资票务', 'inet-1.26'],
    ['inet-1.26', 'inet-1.26'],
    ['§1.26', 'inet-1.26'],
    ['双活专线', 'inet-1.26'],
  ])('%s leaves %s', (query, id) => {
    expect(passing(query)).toContain(id);
  });

  test('every word must be there', () => {
    const both = passing('直播 OSS');
    expect(both.length).toBeGreaterThan(0);
    expect(both.every((id) => passing('直播').includes(id) && passing('oss').includes(id))).toBe(true);
  });

  test('nothing fits nonsense', () => {
    expect(passing('qzxv')).toEqual([]);
  });

  test('letters are pinyin only where they stand nowhere', () => {
    const studies = [
      tinyCase('1', ['oss'], { customer: { zh: '视频云', en: 'Video' } }),
      tinyCase('2', ['oss'], { customer: { zh: '甲', en: 'shipin Ltd' } }),
    ];
    const pinyin = { 视频云: 'shi pin yun' };
    const one = tinyLibrary([studies[0] as (typeof studies)[0]], { pinyin });
    expect([...(outlineFilter(one)('shipin') ?? [])]).toEqual(['tiny-1']);
    expect([...(outlineFilter(one)('py') ?? [])]).toEqual(['tiny-1']);
    expect([...(outlineFilter(one)('hip') ?? [])]).toEqual([]);
    expect([...(outlineFilter(tinyLibrary(studies, { pinyin }))('shipin') ?? [])]).toEqual(['tiny-2']);
  });
});

test('a filter over the next library says what a fresh one says, whatever was prepared for the last', () => {
  const prepared = new WeakMap();
  const [first = tinyCase('1', ['ecs']), second = tinyCase('2', ['oss'])] = library.cases;
  const before = tinyLibrary([first, second]);
  expect(outlineFilter(before, prepared)(first.customer.zh)).toContain(first.id);
  const after = tinyLibrary([{ ...first, customer: { zh: '改名', en: 'Renamed' } }, second, tinyCase('3', ['ecs'])]);
  for (const query of ['改名', first.customer.zh, second.customer.zh, '案例3', 'oss']) {
    expect(outlineFilter(after, prepared)(query)).toEqual(outlineFilter(after)(query));
  }
});
