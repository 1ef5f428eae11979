// The lines of a file version as an array: an editor's `lineAt` is dear, and a reading looks at each line several times.
// It also says which files are not for reading at all.
import type { LineChange } from '../../core/lineChange';
import type { SourceLines } from '../../core/text';

/** The lines of a version and their length in UTF-16 units, line ends counted as one. */
export interface VersionText {
  readonly lines: readonly string[];
  readonly characters: number;
}

/** Why a file is passed over; `detail` is the length or the line that decided. */
export interface Skipped {
  readonly code: 'too-large' | 'binary' | 'long-line' | 'cancelled';
  readonly detail: string;
}

/** Characters beyond which a file is passed over. */
export const MAX_CHARACTERS = 20_000_000;
/** Characters beyond which a line is no text that a person edits. */
export const MAX_LINE_CHARACTERS = 1_000_000;
/** A NUL in the first lines tells a binary file. */
const BINARY_LINES = 50;

/** Whether the change leads from the version before to a text of this length; else nothing of it can be kept. */
export const leadsTo = (lines: SourceLines, previous: VersionText, change: LineChange): boolean =>
  previous.lines.length + change.newEndLine - change.oldEndLine === lines.lineCount;

/** Copies the lines of a version: all of them, or with the version before only those that changed. */
export function textOf(lines: SourceLines, previous?: VersionText, change?: LineChange): VersionText | Skipped {
  const canSplice = previous !== undefined && change !== undefined;
  const from = canSplice ? change.startLine : 0;
  const to = canSplice ? change.newEndLine : lines.lineCount;
  const fresh: string[] = [];
  let characters = canSplice ? previous.characters - lengthOf(previous.lines, from, change.oldEndLine) : 0;
  for (let line = from; line < to; line++) {
    const text = lines.lineAt(line);
    characters += text.length + 1;
    if (text.length > MAX_LINE_CHARACTERS) return { code: 'long-line', detail: String(text.length) };
    if (characters > MAX_CHARACTERS) return { code: 'too-large', detail: String(characters) };
    fresh.push(text);
  }
  const all = canSplice ? spliced(previous.lines, from, change.oldEndLine, fresh) : fresh;
  for (let line = 0; line < Math.min(BINARY_LINES, all.length); line++) {
    if (all[line]?.includes('\u0000')) return { code: 'binary', detail: String(line) };
  }
  return { lines: all, characters };
}

/** One copy where one is enough: it is made after every edit. */
function spliced(lines: readonly string[], from: number, to: number, fresh: readonly string[]): readonly string[] {
  if (fresh.length > 1000) return lines.slice(0, from).concat(fresh, lines.slice(to));
  const all = lines.slice();
  all.splice(from, to - from, ...fresh);
  return all;
}

function lengthOf(lines: readonly string[], from: number, to: number): number {
  let characters = 0;
  for (let line = from; line < to; line++) characters += (lines[line]?.length ?? 0) + 1;
  return characters;
}
