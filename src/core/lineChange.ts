// Edits as changes of whole lines, and how several of them become one; so that a reading can be brought up to date from
// whatever happened since.

/** The lines `[startLine, oldEndLine)` became the lines `[startLine, newEndLine)`. */
export interface LineChange {
  readonly startLine: number;
  readonly oldEndLine: number;
  readonly newEndLine: number;
}

/** One edit as the editor tells it: lines of the replaced range before the edit, and the number of line ends put in. */
export interface TextEdit {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly lineEndsInserted: number;
}

/** The edits of one event (told in the coordinates before it) as one change; `undefined` for none. */
export function changeOfEdits(edits: readonly TextEdit[]): LineChange | undefined {
  if (edits.length === 0) return undefined;
  const startLine = Math.min(...edits.map((edit) => edit.firstLine));
  const oldEndLine = Math.max(...edits.map((edit) => edit.lastLine)) + 1;
  const growth = edits.reduce((sum, edit) => sum + edit.lineEndsInserted - (edit.lastLine - edit.firstLine), 0);
  return { startLine, oldEndLine, newEndLine: oldEndLine + growth };
}

/** `first`, then `second` (told in the coordinates after `first`), as one change. */
export function mergeChanges(first: LineChange | undefined, second: LineChange): LineChange {
  if (!first) return second;
  const startLine = Math.min(first.startLine, second.startLine);
  const end = Math.max(first.newEndLine, second.oldEndLine);
  return {
    startLine,
    oldEndLine: end - (first.newEndLine - first.oldEndLine),
    newEndLine: end + (second.newEndLine - second.oldEndLine),
  };
}
