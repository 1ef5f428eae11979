// Statements cut for a row.
import { expect, test } from 'vitest';

import { snippet } from '../../../src/core/search/snippet';

const LONG =
  '应用与数据库拆开存放，数据库采用主备架构，主实例故障时秒级切换，应用侧定期打快照作为备份，门票数据得到全面保护。';

test('a short text stays whole, on one line', () => {
  expect(snippet('一句话。', [0, 2])).toBe('一句话。');
  expect(snippet('one\n  two', undefined)).toBe('one two');
});

test('a long one is cut around the words, at the beginning of a clause', () => {
  const at = LONG.indexOf('秒级切换');
  expect(snippet(LONG, [at, at + 4], 24)).toBe('…主实例故障时秒级切换，应用侧定期打快照作为备份，…');
});

test('words at the start or the end stay inside', () => {
  expect(snippet(LONG, [0, 2], 12)).toBe('应用与数据库拆开存放，数…');
  const end = LONG.indexOf('保护');
  expect(snippet(LONG, [end, end + 2], 12)).toContain('保护');
});
