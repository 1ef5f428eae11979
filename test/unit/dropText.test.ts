import { expect, test } from 'vitest';

import { dropText } from '../../src/core/dropText';

const drop = (line: string, column: number) =>
  line.slice(0, column) + dropText(line, column, '# c') + line.slice(column);

test.each([
  ['an empty line', '', 0, '# c'],
  ['an indented empty line', '    ', 4, '    # c'],
  ['the start of code', 'a: 1', 0, '# c\na: 1'],
  ['the indent of code', '  a: 1', 2, '  # c\n  a: 1'],
  ['the end of code', 'a: 1', 4, 'a: 1 # c'],
  ['inside code', '  a: 1', 4, '  a:\n  # c\n   1'],
])('%s', (_name, line, column, result) => {
  expect(drop(line, column)).toBe(result);
});
