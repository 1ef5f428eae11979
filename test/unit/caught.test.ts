import { expect, test } from 'vitest';

import { caught } from '../../src/core/caught';

const broken = new Error('broken');
const reported: unknown[] = [];
const report = (error: unknown) => reported.push(error);

test('what goes well is answered', async () => {
  expect(caught(() => 3, report)).toBe(3);
  expect(await caught(async () => 3, report)).toBe(3);
  expect(reported).toEqual([]);
});

test('what fails at once or later is reported, and answered by nothing', async () => {
  const failing = () => {
    throw broken;
  };
  expect(caught(failing, report)).toBeUndefined();
  expect(await caught(async () => failing(), report)).toBeUndefined();
  expect(reported).toEqual([broken, broken]);
});
