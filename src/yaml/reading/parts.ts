// What is kept of a reading for the next one: documents as blocks with their mentions, and how they move when lines come
// and go above them. It reads nothing itself.
import type { LineChange } from '../../core/lineChange';
import type { LineRange } from '../formats/head';
import type { ObjectType } from '../mentions/context';
import type { Facts } from '../mentions/refine';
import type { DocumentReading, Format, Mention } from '../model';
import type { Cut } from './blocks';

/** What a document of a version is taken for. */
export interface Outline {
  readonly reading: DocumentReading;
  readonly object: ObjectType | undefined;
}

/** One document of a version. */
export interface DocumentPart extends Outline {
  readonly blocks: readonly ReadBlock[];
}

/** One block of a document, read. */
export interface ReadBlock extends Cut {
  readonly mentions: readonly Mention[];
  /** What it tells the other blocks of its document. */
  readonly facts: Facts | undefined;
}

/** What of the version before has the same lines and the same meaning; moved to where it is now. */
export interface OldParts {
  readonly document: (range: LineRange) => DocumentPart | undefined;
  readonly block: (range: LineRange, cut: Cut, format: Format, object: ObjectType | undefined) => ReadBlock | undefined;
}

export const NOTHING_OLD: OldParts = { document: () => undefined, block: () => undefined };

export function oldParts(previous: readonly DocumentPart[], change: LineChange): OldParts {
  const delta = change.newEndLine - change.oldEndLine;
  /** How far lines `[from, to)` have moved; `undefined` where the change touches them. */
  const shiftOf = (from: number, to: number): number | undefined => {
    if (to <= change.startLine) return 0;
    return from >= change.newEndLine ? delta : undefined;
  };
  const parts = new Map<number, DocumentPart>();
  for (const part of previous) parts.set(part.reading.startLine, part);
  return {
    document({ startLine, endLine }) {
      const shift = shiftOf(startLine, endLine);
      const found = shift === undefined ? undefined : parts.get(startLine - shift);
      if (shift === undefined || found?.reading.endLine !== endLine - shift) return undefined;
      return shift === 0 ? found : movedPart(found, shift);
    },
    block(range, cut, format, object) {
      const shift = shiftOf(cut.from, cut.to);
      if (shift === undefined) return undefined;
      const part = parts.get(range.startLine) ?? parts.get(range.startLine - delta);
      if (!part || part.reading.format !== format || !sameObject(part.object, object)) return undefined;
      const found = blockFrom(part.blocks, cut.from - shift);
      if (found?.to !== cut.to - shift || found.prefix[0] !== cut.prefix[0]) return undefined;
      if (found.firstIndex !== cut.firstIndex && !isOneItem(found)) return undefined;
      return shift === 0 && found.firstIndex === cut.firstIndex ? found : moved(found, shift, cut.firstIndex);
    },
  };
}

/** The block that starts at a line; the blocks of a part are in order. */
export function blockFrom(blocks: readonly ReadBlock[], line: number): ReadBlock | undefined {
  const found = blocks[lastBefore(blocks, line, (block) => block.from)];
  return found?.from === line ? found : undefined;
}

/** The last of some things in order that begins at `line` or before it; -1 for none. */
export function lastBefore<T>(things: readonly T[], line: number, startOf: (thing: T) => number): number {
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

export function movedPart({ reading, object, blocks }: DocumentPart, by: number): DocumentPart {
  const { startLine, endLine, format, because } = reading;
  return {
    reading: { startLine: startLine + by, endLine: endLine + by, format, because },
    object,
    blocks: blocks.map((block) => moved(block, by, block.firstIndex)),
  };
}

/** Whether two documents are objects of the same type. */
export const sameObject = (a: ObjectType | undefined, b: ObjectType | undefined): boolean =>
  a?.apiVersion === b?.apiVersion && a?.kind === b?.kind;

/** Whether all that was found in an item stands in that item, as it does unless the list is broken. */
export const isOneItem = ({ mentions, prefix, firstIndex }: ReadBlock): boolean =>
  mentions.every(({ path }) => path[prefix.length] === firstIndex);

/** A block `by` lines further down, and where it is a part of a list, from another index on. */
export function moved(block: ReadBlock, by: number, firstIndex: number): ReadBlock {
  const isSameItem = firstIndex === block.firstIndex;
  const mentions = block.mentions.map(({ productId, span, tier, because, format, path }) => ({
    productId,
    span: { line: span.line + by, start: span.start, end: span.end },
    tier,
    because,
    format,
    path: isSameItem ? path : path.with(block.prefix.length, firstIndex),
  }));
  const { from, to, prefix, column, facts } = block;
  return { from: from + by, to: to + by, prefix, firstIndex, column, mentions, facts };
}
