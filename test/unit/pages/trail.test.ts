import { describe, expect, test } from 'vitest';

import { back, forward, movedTo, onTo, type Trail, trailAt } from '../../../src/core/pages/trail';
import type { PageRef } from '../../../src/core/protocol';

const page = (id: string): PageRef => ({ kind: 'product', id });
const through = (...ids: string[]): Trail =>
  ids.slice(1).reduce((trail, id) => onTo(trail, page(id)), trailAt(page(ids[0] ?? '')));

describe('the way through the pages of a panel', () => {
  test('leads back to where it began, and forward again', () => {
    const end = through('oss', 'ecs', 'slb');
    const start = back(back(end) as Trail) as Trail;
    expect(start.here).toEqual(page('oss'));
    expect(back(start)).toBeUndefined();
    expect(forward(forward(start) as Trail)).toEqual(end);
    expect(forward(end)).toBeUndefined();
  });

  test('a new page forgets what one came back from', () => {
    const other = onTo(back(through('oss', 'ecs')) as Trail, page('slb'));
    expect(forward(other)).toBeUndefined();
    expect(back(other)?.here).toEqual(page('oss'));
  });

  test('another place of the same page is no step', () => {
    const moved = movedTo(through('oss', 'ecs'), { kind: 'case', id: 'inet-2', place: 'solution' });
    expect(back(moved)?.here).toEqual(page('oss'));
  });

  test('does not grow without end', () => {
    const long = through(...Array.from({ length: 500 }, (_, i) => `p${i}`));
    expect(long.past.length).toBeLessThanOrEqual(50);
    expect(back(long)?.here).toEqual(page('p498'));
  });
});
