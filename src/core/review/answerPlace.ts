// Where the comment that answers an open question goes: above the first line that is content, below the comments that
// open the file.
import type { SourceLines } from '../text';

/** Line above which the comment is put in; the number of lines for a file without content. */
export function answerLine(lines: SourceLines): number {
  for (let line = 0; line < lines.lineCount; line++) {
    const text = lines.lineAt(line).trim();
    const isPreface = text === '' || text.startsWith('#') || text.startsWith('%') || /^---\s*(?:#.*)?$/.test(text);
    if (!isPreface) return line;
  }
  return lines.lineCount;
}
