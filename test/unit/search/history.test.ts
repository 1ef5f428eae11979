// The searches that a person may come back to.
import { expect, test } from 'vitest';

import { without, withSearch } from '../../../src/core/search/history';

test('the latest search stands first and once, however it was typed', () => {
  expect(withSearch(['虎牙', 'rds'], '  RDS ')).toEqual(['RDS', '虎牙']);
  expect(withSearch([], '虎牙   训练')).toEqual(['虎牙 训练']);
});

test('nothing and pasted texts are not kept, and not more than ten', () => {
  expect(withSearch(['虎牙'], '   ')).toEqual(['虎牙']);
  expect(withSearch(['虎牙'], '数据'.repeat(50))).toEqual(['虎牙']);
  const many = Array.from({ length: 12 }, (_, i) => `q${i}`).reduce(withSearch, [] as readonly string[]);
  expect(many).toHaveLength(10);
  expect(many[0]).toBe('q11');
});

test('one can be forgotten', () => {
  expect(without(['RDS', '虎牙'], 'rds')).toEqual(['虎牙']);
});
