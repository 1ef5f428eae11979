// Where a citation goes in a text: into the citation that stands above the resource or behind its first line, else on a
// line of its own above it. One insertion, never a change of what stands there.
import { citationBody, citationOn, shortCitation } from './cite';
import { type CommentStyle, commented } from './comments';
import type { CaseStudy, Lang } from './model';
import type { SourceLines } from './text';

export interface Insertion {
  readonly line: number;
  readonly column: number;
  /** Ends with `\n` when it is a line of its own. */
  readonly text: string;
}

/** The insertion that cites `studies` for the resource that begins on `line`; `undefined` when all are cited there. */
export function insertCitation(
  lines: SourceLines,
  line: number,
  studies: readonly CaseStudy[],
  style: { readonly comment: CommentStyle; readonly lang: Lang },
): Insertion | undefined {
  const existing = citationAround(lines, line, style.comment);
  if (!existing) {
    const text = lines.lineAt(line);
    const indent = text.slice(0, indentOf(text));
    return { line, column: 0, text: `${indent}${commented(citationBody(studies, style.lang), style.comment)}\n` };
  }
  const cited = new Set(existing.ids);
  const fresh = studies.filter((study) => !cited.has(study.id)).map(shortCitation);
  if (fresh.length === 0) return undefined;
  const lead = existing.ids.length > 0 ? '; ' : ' ';
  return { line: existing.line, column: existing.column, text: lead + fresh.join('; ') };
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

interface Existing {
  readonly line: number;
  readonly column: number;
  readonly ids: readonly string[];
}

/**
 * The citation on the line itself or among the comments right above it. What is indented deeper belongs to what stands
 * above, and may be the text of a script there.
 */
function citationAround(lines: SourceLines, line: number, style: CommentStyle): Existing | undefined {
  const indent = indentOf(lines.lineAt(line));
  for (let at = line; at >= 0; at--) {
    const text = lines.lineAt(at);
    if (at < line && (!text.trimStart().startsWith(style.open) || indentOf(text) > indent)) return undefined;
    const comment = citationOn(text, style);
    if (!comment) continue;
    const last = comment.ids.at(-1);
    return { line: at, column: last?.tailEnd ?? comment.bodyStart, ids: comment.ids.map(({ id }) => id) };
  }
  return undefined;
}
