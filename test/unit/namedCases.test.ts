import { describe, expect, test } from 'vitest';

import { namedCases, wayOf } from '../../src/core/namedCases';
import { type OutlineNode, outline } from '../../src/core/outline';
import { hitNodes, whyNodes } from '../../src/core/search/keptNodes';
import { realLibrary } from '../support/library';
import { ask } from './search/check';

const library = realLibrary();
const named = (value: unknown) => namedCases(library, value).map(({ id }) => id);
const [group] = outline(library, { facet: 'industry', lang: 'en' });
const [node] = group?.children ?? [];
const [hit] = hitNodes(ask('直播', { limit: 1 }));

describe('a command is about the cases of', () => {
  test('a case of the Cases view, and of a group every case once', () => {
    expect(named(node)).toEqual([node?.kind === 'case' && node.study.id]);
    expect(named(group)).toHaveLength(group?.count ?? -1);
  });

  test('a case of the view of the active file', () => {
    expect(named({ id: 'case/inet-4', kind: 'case', label: 'x', icon: 'book', caseId: 'inet-4' })).toEqual(['inet-4']);
  });

  test('a result that was kept, and a reason below it', () => {
    expect(named(hit)).toEqual([hit?.hit.study.id]);
    expect(hit && named(whyNodes(hit)[0])).toEqual([hit?.hit.study.id]);
  });

  test('an id', () => {
    expect(named('inet-1.26')).toEqual(['inet-1.26']);
  });
});

test('what names no case of the library is about none', () => {
  const gone: OutlineNode = { kind: 'missing', id: 'recent/gone-1', caseId: 'gone-1' };
  for (const value of [gone, 'gone-1', { caseId: 'gone-1' }, { caseId: 3 }, {}, null, undefined, 7]) {
    expect(named(value)).toEqual([]);
  }
});

test('a node tells the list that its case stands in, or the place that was found', () => {
  expect(wayOf(node)).toEqual({ list: `industry/${group?.subject.id}` });
  expect(wayOf(hit)).toEqual({ place: hit?.place });
  for (const value of [group, 'inet-4', { place: 3 }, null, undefined]) expect(wayOf(value)).toEqual({});
});
