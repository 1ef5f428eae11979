// The compiled file: nothing of the data is lost in it, it stays small, and a damaged one is told as such.
import { expect, test } from 'vitest';

import { readData } from '../../../data/build';
import { decodeLibrary, encodeLibrary } from '../../../src/core/compact';
import { loadLibrary } from '../../../src/core/library';

const { data } = readData('data');
const text = encodeLibrary(data);

test('holds everything', () => {
  expect(decodeLibrary(JSON.parse(text))).toEqual(data);
});

test('stays within 450 KB', () => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(450 * 1024);
});

test.each([
  ['', 'not-json'],
  ['null', 'other-format'],
  ['{"format":2}', 'other-format'],
  ['{"format":1}', 'incomplete'],
  [text.slice(0, text.length / 2), 'not-json'],
  [text.replace('"cases":[[', '"cases":[[],['), 'incomplete'],
])('tells a damaged file', (damaged, code) => {
  expect(loadLibrary(damaged)).toMatchObject({ problem: { code } });
});
