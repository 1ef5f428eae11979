// What a comment becomes where it is dropped: it never swallows code and never stands in the middle of it.

/** The text to insert at `column` of `line`, so that `comment` ends its line and what stood behind goes on below. */
export function dropText(line: string, column: number, comment: string): string {
  const before = line.slice(0, column);
  const after = line.slice(column);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (before.trim() === '') return after.trim() === '' ? comment : `${comment}\n${before}`;
  return after.trim() === '' ? ` ${comment}` : `\n${indent}${comment}\n${indent}`;
}
