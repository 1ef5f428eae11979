// The lines that are reviewed alone stay the same lines, whatever is edited around them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type WindowEdit, windowAfter } from '../../../src/core/review/lineWindow';

const TEN = Array.from({ length: 10 }, (_, line) => `line ${line}`);
const WINDOW = { from: 3, to: 6 };

const edit = (from: [number, number], to: [number, number], text: string): WindowEdit => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});

/** The reviewed lines after the edits, from a text that was edited as the editor does it. */
function reviewed(...edits: WindowEdit[]): string[] {
  const { from, to } = windowAfter(WINDOW, edits);
  return applied(TEN, edits).slice(from, to);
}

function applied(lines: readonly string[], edits: readonly WindowEdit[]): string[] {
  const text = lines.join('\n');
  const offset = ({ line, character }: WindowEdit['range']['start']) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((now, { range, text: put }) => now.slice(0, offset(range.start)) + put + now.slice(offset(range.end)), text)
    .split('\n');
}

const SAME = ['line 3', 'line 4', 'line 5'];

describe('the same lines are reviewed', () => {
  test.each<[string, WindowEdit[]]>([
    ['a comment at the top of the file', [edit([0, 0], [0, 0], '# answered\n')]],
    ['a comment right above the first line', [edit([3, 0], [3, 0], '# answered\n')]],
    ['a new line at the end of the line above', [edit([2, 6], [2, 6], '\nnew')]],
    ['lines below', [edit([6, 0], [6, 0], 'a\nb\n')]],
    ['lines above taken away', [edit([0, 0], [2, 0], '')]],
    ['the line above taken away', [edit([2, 0], [3, 0], '')]],
    ['the line below taken away', [edit([6, 0], [7, 0], '')]],
    ['another ending of lines', [edit([1, 0], [1, 0], 'a\r\nb\r\n')]],
    ['edits above and below at once', [edit([8, 0], [8, 0], 'x\n'), edit([0, 0], [0, 0], 'y\n')]],
  ])('%s', (_, edits) => {
    expect(reviewed(...edits).map((line) => line.trimEnd())).toEqual(SAME);
  });
});

test('what is written between them belongs to them', () => {
  expect(reviewed(edit([4, 0], [4, 0], 'a\nb\n'))).toEqual(['line 3', 'a', 'b', 'line 4', 'line 5']);
  expect(reviewed(edit([5, 6], [5, 6], '\nnew'))).toEqual([...SAME, 'new']);
});

test('what is taken away of them is gone, and no other line takes its place', () => {
  expect(reviewed(edit([5, 0], [6, 0], ''))).toEqual(['line 3', 'line 4']);
  expect(reviewed(edit([5, 0], [8, 0], ''))).toEqual(['line 3', 'line 4']);
  expect(reviewed(edit([1, 0], [4, 0], ''))).toEqual(['line 4', 'line 5']);
  expect(reviewed(edit([3, 0], [6, 0], ''))).toEqual([]);
});

test('all of them taken away and put back are the same lines again', () => {
  const none = windowAfter(WINDOW, [edit([3, 0], [6, 0], '')]);
  expect(windowAfter(none, [edit([3, 0], [3, 0], 'line 3\nline 4\nline 5\n')])).toEqual(WINDOW);
});

test('a line that is left in part stays', () => {
  expect(reviewed(edit([5, 4], [7, 0], ''))).toEqual(['line 3', 'line 4', 'lineline 7']);
});

test('an edit that moves no line leaves the very same window', () => {
  expect(windowAfter(WINDOW, [edit([0, 1], [0, 3], 'xy'), edit([4, 0], [4, 0], 'z')])).toBe(WINDOW);
});

test('whatever is done, the window lies in the text and loses no line that was left alone', () => {
  const place = fc.record({ line: fc.nat(9), character: fc.nat(6) });
  fc.assert(
    fc.property(place, place, fc.array(fc.constantFrom('\n', 'a', '\r\n')), (a, b, parts) => {
      const [start = a, end = b] = [a, b].sort((x, y) => x.line - y.line || x.character - y.character);
      const one: WindowEdit = { range: { start, end }, text: parts.join('') };
      const { from, to } = windowAfter(WINDOW, [one]);
      const now = applied(TEN, [one]).map((line) => line.trimEnd());
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      const untouched = SAME.filter((line) => now.includes(line));
      expect(now.slice(from, to)).toEqual(expect.arrayContaining(untouched));
    }),
  );
});
