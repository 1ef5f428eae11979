// An edit that leaves the documents of a file where they are: nothing but what it touches is looked at, however long the
// file is. Whatever may change where documents begin is for the long way to read.
import type { LineRange } from '../formats/head';
import { hasContent, markerOf } from '../structure/documents';
import { type Again, blocksAfter, type Edited } from './blockEdit';
import { type DocumentPart, lastBefore, movedPart, type OldParts, oldParts } from './parts';

/** More lines than an edit of this kind brings. */
const MANY_LINES = 500;

/** What an edit asks a reader for. */
export interface ReadAgain extends Again {
  /** A whole document, but for those of its old blocks that are the same; `undefined` when cancelled. */
  readonly document: (range: LineRange, old: OldParts) => DocumentPart | undefined;
}

/** The documents after an edit; `undefined` when it may change where they begin, or when reading was cancelled. */
export function partsAfter(
  parts: readonly DocumentPart[],
  edited: Edited,
  again: ReadAgain,
): readonly DocumentPart[] | undefined {
  const { startLine, oldEndLine, newEndLine } = edited.change;
  if (newEndLine - startLine > MANY_LINES) return undefined;
  const index = lastBefore(parts, startLine, (part) => part.reading.startLine);
  const part = parts[index];
  if (!part || oldEndLine > part.reading.endLine || !keepsDocuments(part.reading, edited)) return undefined;
  const by = newEndLine - oldEndLine;
  const range = { startLine: part.reading.startLine, endLine: part.reading.endLine + by };
  const next = blocksAfter(part, edited, again) ?? again.document(range, oldParts([part], edited.change));
  if (!next) return undefined;
  const result = parts.slice();
  result[index] = next;
  if (by !== 0) for (let i = index + 1; i < result.length; i++) result[i] = movedPart(result[i] as DocumentPart, by);
  return result;
}

/** Whether an edit inside a document leaves the beginnings of documents alone. */
function keepsDocuments({ startLine }: LineRange, { change, before, after }: Edited): boolean {
  const old = weightOf(before, change.startLine, change.oldEndLine);
  const now = weightOf(after, change.startLine, change.newEndLine);
  if (old === Weight.marker || now === Weight.marker) return false;
  if (change.startLine > startLine && isBegun(after, startLine, change.startLine)) return true;
  if (old === Weight.content || now === Weight.content) return false;
  return change.startLine > startLine || startLine === 0 || change.oldEndLine > startLine;
}

/** What lines mean to the documents of their file. */
enum Weight {
  none,
  content,
  marker,
}

function weightOf(lines: readonly string[], from: number, to: number): Weight {
  let weight = Weight.none;
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    if (markerOf(text) !== 0) return Weight.marker;
    if (hasContent(text)) weight = Weight.content;
  }
  return weight;
}

const DOT = 46;

/** Whether the document that starts at `from` has begun before line `to` and not ended. */
function isBegun(lines: readonly string[], from: number, to: number): boolean {
  for (let line = to - 1; line >= from; line--) {
    const text = lines[line] ?? '';
    if (hasContent(text)) return markerOf(text) !== DOT;
  }
  return false;
}
