import { expect, test } from 'vitest';

import { turns } from '../../src/core/turns';

test('results in the order of their beginnings all count', () => {
  const begin = turns();
  expect([begin(), begin(), begin()].map((isNews) => isNews())).toEqual([true, true, true]);
});

test('a slow result does not replace that of what was begun later', () => {
  const begin = turns();
  const slow = begin();
  const quick = begin();
  expect(quick()).toBe(true);
  expect(slow()).toBe(false);
});

test('what was begun later and given up takes nothing from what was begun before', () => {
  const begin = turns();
  const slow = begin();
  begin();
  expect(slow()).toBe(true);
});
