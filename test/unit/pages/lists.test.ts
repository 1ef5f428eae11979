import { describe, expect, test } from 'vitest';

import { casesOfList, positionIn } from '../../../src/core/pages/lists';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const ids = (list?: string, favourites: readonly string[] = []) =>
  casesOfList(library, 'en', { favourites, ...(list && { list }) }).map(({ id }) => id);
const all = library.cases.map(({ id }) => id);

describe('previous and next follow', () => {
  test('the group that the case was opened from', () => {
    for (const list of ['industry/live', 'product/oss', 'problem/peak-traffic']) {
      expect(ids(list).length).toBeGreaterThan(1);
      expect(ids(list).length).toBeLessThan(all.length);
    }
    expect([...ids('customer')].sort()).toEqual([...all].sort());
  });

  test('the favourites in their order, without those that are gone', () => {
    expect(ids('favourites', ['inet-4', 'gone-1', 'inet-1.26'])).toEqual(['inet-4', 'inet-1.26']);
  });

  test('all cases where the list is unknown or empty', () => {
    for (const list of [undefined, 'recent', 'industry/nowhere', 'favourites']) expect(ids(list)).toEqual(all);
  });
});

test('a favourite stands among the favourites, any other case among all', () => {
  const reader = { list: 'favourites', favourites: ['inet-4', 'inet-1.26'] };
  expect(positionIn(library, 'en', 'inet-4', reader)).toEqual({
    index: 0,
    count: 2,
    previous: undefined,
    next: 'inet-1.26',
  });
  expect(positionIn(library, 'en', 'inet-2', reader).count).toBe(all.length);
});
