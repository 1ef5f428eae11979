// Where cases are cited, line by line with what stands beside: the answer to "who in my files leans on this case".
import { type CitedId, citationOn } from './cite';
import type { CommentStyle } from './comments';
import type { SourceLines } from './text';

/** One line of a file that cites a case. */
export interface Backlink {
  readonly caseId: string;
  /** Counted from 0. */
  readonly line: number;
  /** The line itself, without its indent. */
  readonly text: string;
  /** The next line that is neither blank nor a comment: the resource that the citation is about. */
  readonly beside: string;
}

const LONGEST = 160;

/** The citation comments of a text in any language, or in the one that writes `comment`. */
export function citedInComments(lines: SourceLines, comment?: CommentStyle): (CitedId & { readonly line: number })[] {
  const places: (CitedId & { readonly line: number })[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    for (const cited of citationOn(lines.lineAt(line), comment)?.ids ?? []) places.push({ ...cited, line });
  }
  return places;
}

/** The places with their lines; a case that a line names twice counts once. */
export function backlinksIn(
  lines: SourceLines,
  places: readonly { readonly id: string; readonly line: number }[],
): Backlink[] {
  const seen = new Set<string>();
  return places.flatMap(({ id, line }) => {
    const key = `${line} ${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ caseId: id, line, text: short(lines.lineAt(line)), beside: besideOf(lines, line) }];
  });
}

function besideOf(lines: SourceLines, from: number): string {
  for (let line = from + 1; line < Math.min(lines.lineCount, from + 12); line++) {
    const text = lines.lineAt(line);
    if (!/^\s*(?:$|#|\/\/|<!--|---)/.test(text)) return short(text);
  }
  return '';
}

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST)}…` : trimmed;
}
