// Marks a place in a fixture with `$0`, so that tests read like the editor.
export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Takes the one `$0` out of `marked`; throws unless there is exactly one. */
export function at(marked: string): Marked {
  const offset = marked.indexOf('$0');
  if (offset < 0 || marked.indexOf('$0', offset + 1) >= 0) throw new Error('expected exactly one $0 in the fixture');
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 2),
    offset,
    line: before.length - 1,
    column: before[before.length - 1]?.length ?? 0,
  };
}
