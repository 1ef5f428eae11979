// The lines of a file that are reviewed alone, and where they are after the file was edited.

/** The lines `[from, to)`. */
export interface LineWindow {
  readonly from: number;
  readonly to: number;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** One edit as the editor tells it: a range before the edit, and what stands there now. */
export interface WindowEdit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** Where the lines are after the edits of one event; the same object when they have not moved. */
export function windowAfter(window: LineWindow, edits: readonly WindowEdit[]): LineWindow {
  // All ranges are told in the lines before the event: from the last to the first, none moves another.
  const upwards = [...edits].sort((a, b) => comparePlaces(b.range.start, a.range.start));
  return upwards.reduce(afterEdit, window);
}

function afterEdit(window: LineWindow, edit: WindowEdit): LineWindow {
  const from = borderAfter(window.from, edit, 'top');
  const to = borderAfter(window.to, edit, 'bottom');
  if (from === window.from && to === window.to) return window;
  // Lines that were all taken away and are put back stand between the borders again.
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Where the border before `line` is. What is put in right at a border stays outside, a line that is left in part inside. */
function borderAfter(line: number, { range, text }: WindowEdit, border: 'top' | 'bottom'): number {
  const { start, end } = range;
  const place = { line, character: 0 };
  const toStart = comparePlaces(place, start);
  const toEnd = comparePlaces(place, end);
  if (toStart < 0 || (toStart === 0 && (toEnd < 0 || border === 'bottom'))) return line;
  const inserted = text.split(/\r\n|\r|\n/).length - 1;
  if (toEnd >= 0) return line + inserted - (end.line - start.line);
  const remains = border === 'bottom' && start.character > 0 ? start.line + 1 : start.line;
  return Math.min(line, remains + inserted);
}

function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
