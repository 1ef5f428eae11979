import { describe, expect, test } from 'vitest';

import { anyPanel, columnBeside, panelBeside, type ShownPanel } from '../../../src/core/pages/panelChoice';

const hidden: ShownPanel = { column: 1, isActive: false, isVisible: false };
const seen: ShownPanel = { column: 2, isActive: false, isVisible: true };
const inFront: ShownPanel = { column: 3, isActive: true, isVisible: true };
const placed: ShownPanel = { column: undefined, isActive: false, isVisible: false };

describe('a page that is asked for again', () => {
  test('comes from the panel in front, else from one that is seen, else from any', () => {
    expect(anyPanel([hidden, seen, inFront])).toBe(inFront);
    expect(anyPanel([hidden, seen])).toBe(seen);
    expect(anyPanel([hidden])).toBe(hidden);
    expect(anyPanel([])).toBeUndefined();
  });

  test('to the side comes from a panel that is beside what is in front, and from no other', () => {
    expect(panelBeside([inFront], 3)).toBeUndefined();
    expect(panelBeside([inFront, hidden, seen], 3)).toBe(seen);
    expect(panelBeside([placed], 1)).toBeUndefined();
  });
});

test('beside is the next column, and of the last the last', () => {
  expect([1, 2, 9].map(columnBeside)).toEqual([2, 3, 9]);
});
