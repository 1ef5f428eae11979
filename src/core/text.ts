// What the pure layers call a document: numbered lines. It knows no editor; a VS Code document is one already.

/** Lines of a text without their line ends. Line and column numbers are zero-based UTF-16, as in VS Code. */
export interface SourceLines {
  readonly lineCount: number;
  /** The text of line `line` without its line end (`''` outside the document). */
  lineAt(line: number): string;
}

/** A place on one line: `[start, end)` columns. Tokens never span lines. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Reads a whole text as lines; `\r\n`, `\n` and a lone `\r` end a line, a byte order mark belongs to no line. */
export function linesOf(text: string): SourceLines {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // Splitting at a plain string is several times as fast, and most files have no carriage return.
  const lines = body.includes('\r') ? body.split(/\r\n|\n|\r/) : body.split('\n');
  return { lineCount: lines.length, lineAt: (line) => lines[line] ?? '' };
}
