import { expect, test } from 'vitest';

import { backlinksIn, citedInComments } from '../../src/core/backlinks';
import { linesOf } from '../../src/core/text';

const backlinks = (text: string) => backlinksIn(linesOf(text), citedInComments(linesOf(text)));

test('a citation comes with its line and the resource beneath', () => {
  expect(backlinks('Resources:\n  # case: inet-1.26 § 1.26 p. 40; inet-3\n\n  Db:\n    Type: X\n')).toEqual([
    { caseId: 'inet-1.26', line: 1, text: '# case: inet-1.26 § 1.26 p. 40; inet-3', beside: 'Db:' },
    { caseId: 'inet-3', line: 1, text: '# case: inet-1.26 § 1.26 p. 40; inet-3', beside: 'Db:' },
  ]);
});

test('in other languages too', () => {
  expect(backlinks('// 案例: inet-2\nresource "x" {}').map(({ caseId, beside }) => [caseId, beside])).toEqual([
    ['inet-2', 'resource "x" {}'],
  ]);
});

test('a citation at the end of a line, at the end of the file, and twice on a line', () => {
  expect(backlinks('a: 1 # case: inet-2, inet-2')).toEqual([
    { caseId: 'inet-2', line: 0, text: 'a: 1 # case: inet-2, inet-2', beside: '' },
  ]);
});

test('no citation, no backlink', () => {
  expect(backlinks('# cases: ignore oss\nid: inet-2\n')).toEqual([]);
});
