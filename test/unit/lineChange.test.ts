// Several edits told as one change of lines: the lines outside it are the same before and after.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changeOfEdits, type LineChange, mergeChanges } from '../../src/core/lineChange';

test('one edit inside a line changes that line', () => {
  expect(changeOfEdits([{ firstLine: 4, lastLine: 4, lineEndsInserted: 0 }])).toEqual({
    startLine: 4,
    oldEndLine: 5,
    newEndLine: 5,
  });
});

test('several edits of one event span from the first to the last', () => {
  const edits = [
    { firstLine: 9, lastLine: 11, lineEndsInserted: 0 },
    { firstLine: 2, lastLine: 2, lineEndsInserted: 3 },
  ];
  expect(changeOfEdits(edits)).toEqual({ startLine: 2, oldEndLine: 12, newEndLine: 13 });
});

test('no edit is no change', () => {
  expect(changeOfEdits([])).toBeUndefined();
});

test('whatever happens in a row, the merged change keeps what stands outside it', () => {
  const edit = fc.record({ at: fc.nat(), removed: fc.nat(3), added: fc.nat(3) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(edit, { minLength: 1, maxLength: 5 }), (count, edits) => {
      const before = Array.from({ length: count }, (_, i) => `line ${i}`);
      let lines = before;
      let merged: LineChange | undefined;
      for (const { at, removed, added } of edits) {
        const startLine = at % lines.length;
        const oldEndLine = Math.min(lines.length, startLine + 1 + removed);
        const fresh = Array.from({ length: added + 1 }, () => 'new');
        merged = mergeChanges(merged, { startLine, oldEndLine, newEndLine: startLine + fresh.length });
        lines = [...lines.slice(0, startLine), ...fresh, ...lines.slice(oldEndLine)];
      }
      if (!merged) throw new Error('there was an edit');
      expect(lines.slice(0, merged.startLine)).toEqual(before.slice(0, merged.startLine));
      expect(lines.slice(merged.newEndLine)).toEqual(before.slice(merged.oldEndLine));
    }),
  );
});
