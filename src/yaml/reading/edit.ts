// An edit well inside a block: nothing but that block is looked at, however long the file is. Whatever may change where
// documents and blocks begin, or what a document is taken for, is for the long way to read.
import type { LineChange } from '../../core/lineChange';
import { HEAD_LINES } from '../formats/head';
import type { Cut } from './blocks';
import { type DocumentPart, moved, movedPart, type ReadBlock } from './parts';

/** More lines than an edit of this kind brings. */
const MANY_LINES = 500;

/** Reads the lines of a block anew. */
type ReadAgain = (cut: Cut, part: DocumentPart) => ReadBlock;

/**
 * The documents after `change`, when it touches only lines that stand deeper than the block they are in; `undefined` for
 * any other edit. Lines that go away are another edit: blocks may grow together.
 */
export function partsAfter(
  parts: readonly DocumentPart[],
  change: LineChange,
  linesBefore: readonly string[],
  linesAfter: readonly string[],
  readAgain: ReadAgain,
): readonly DocumentPart[] | undefined {
  const { startLine, oldEndLine, newEndLine } = change;
  const by = newEndLine - oldEndLine;
  if (by < 0 || newEndLine - startLine > MANY_LINES) return undefined;
  const index = lastBefore(parts, startLine, (part) => part.reading.startLine);
  const part = parts[index];
  if (!part || oldEndLine > part.reading.endLine) return undefined;
  const at = lastBefore(part.blocks, startLine, (block) => block.from);
  const block = part.blocks[at];
  if (!block || block.column < 0 || block.from >= startLine || oldEndLine > block.to) return undefined;
  if (startLine - headerOf(part.blocks, at) < HEAD_LINES) return undefined;
  const isInside = (lines: readonly string[], end: number) => areDeeper(lines, startLine, end, block.column);
  if (!isInside(linesBefore, oldEndLine) || !isInside(linesAfter, newEndLine)) return undefined;
  const after = parts.slice();
  after[index] = changedPart(part, at, readAgain({ ...block, to: block.to + by }, part), by);
  if (by !== 0) for (let i = index + 1; i < after.length; i++) after[i] = movedPart(after[i] as DocumentPart, by);
  return after;
}

/** The last of some things in order that begins at `line` or before it; -1 for none. */
function lastBefore<T>(things: readonly T[], line: number, startOf: (thing: T) => number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && startOf(thing) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The line of the key that the children around block `at` belong to; of a list the first line of its document. */
function headerOf(blocks: readonly ReadBlock[], at: number): number {
  let i = at;
  while (i > 0 && (blocks[i]?.column ?? -1) >= 0) i--;
  return blocks[i]?.from ?? 0;
}

/** Whether the lines are blank or have nothing but spaces up to `column` and at it. */
function areDeeper(lines: readonly string[], from: number, to: number, column: number): boolean {
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    if (text.trim() === '') continue;
    for (let i = 0; i <= column; i++) if (text.charCodeAt(i) !== 32) return false;
  }
  return true;
}

function changedPart(part: DocumentPart, at: number, block: ReadBlock, by: number): DocumentPart {
  const blocks = part.blocks.slice();
  blocks[at] = block;
  for (let i = at + 1; by !== 0 && i < blocks.length; i++) {
    const one = blocks[i];
    if (one) blocks[i] = moved(one, by, one.firstIndex);
  }
  const { startLine, endLine, format, because } = part.reading;
  return { reading: { startLine, endLine: endLine + by, format, because }, object: part.object, blocks };
}
