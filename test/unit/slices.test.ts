import { expect, test } from 'vitest';

import { SLICE_MS, slices } from '../../src/core/slices';

test('work gives way when a slice is used up, and not before', async () => {
  let time = 0;
  const gaveWayAt: number[] = [];
  const giveWay = slices(
    () => time,
    async () => {
      gaveWayAt.push(time);
      time += 5; // others at work
    },
  );
  for (let i = 0; i < 10; i++) {
    time += SLICE_MS / 4;
    await giveWay();
  }
  expect(gaveWayAt).toEqual([SLICE_MS, 2 * SLICE_MS + 5]);
});
