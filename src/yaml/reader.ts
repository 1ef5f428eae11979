// One reading of a file version, shared by all features: its documents with their formats, and every mention. After an
// edit only the blocks that changed are read again. It knows no editor and draws no conclusions from what it read.
import type { LineChange } from '../core/lineChange';
import type { SourceLines } from '../core/text';
import { type FormatHints, formatOfHead } from './formats';
import { type LineRange, readHead } from './formats/head';
import type { IdentifierTable } from './identifiers';
import { createScanner, type ObjectType, objectOf, type Scanner } from './mentions';
import type { Cursor, DocumentReading, Format, Mention } from './model';
import { type Cut, cutDocument } from './reading/blocks';
import { leadsTo, type Skipped, textOf, type VersionText } from './reading/text';
import { documentsOf } from './structure/documents';
import { locateAt } from './structure/locate';

/** What was found in one version of a file. Plain data; keep it and hand it back with the next edit. */
export interface Reading {
  readonly documents: readonly DocumentReading[];
  /** In source order. */
  readonly mentions: readonly Mention[];
  /** Why the file was not read; then there are no documents and no mentions. */
  readonly skipped?: Skipped;
  /** For the next reading; of no use to others. */
  readonly parts: readonly DocumentPart[];
  /** For the next reading as well: the lines it was made from, and what was known besides. */
  readonly text: VersionText;
  readonly hints: FormatHints;
}

interface DocumentPart {
  readonly reading: DocumentReading;
  readonly object: ObjectType | undefined;
  readonly blocks: readonly ReadBlock[];
}

interface ReadBlock extends Cut {
  readonly mentions: readonly Mention[];
}

/** Reads files; made once per table of identifiers. `lineAt` is asked once for each line that changed. */
export interface Reader {
  /**
   * Reads a version of a file. With the reading of the version before and the change between them only the touched
   * blocks are read; the result is the same as of a fresh reading. When `isCancelled` turns true it gives up (`skipped`).
   */
  read(
    lines: SourceLines,
    hints: FormatHints,
    previous?: Reading,
    change?: LineChange,
    isCancelled?: () => boolean,
  ): Reading;
}

const passedOver = (hints: FormatHints, code: Skipped['code'], detail: string): Reading => ({
  documents: [],
  mentions: [],
  parts: [],
  text: { lines: [], characters: 0 },
  hints,
  skipped: { code, detail },
});

export function createReader(table: IdentifierTable): Reader {
  const scan = createScanner(table);
  return {
    read(source, hints, previous, change, isCancelled = () => false) {
      const isNext = previous && change && follows(source, hints, previous, change);
      const text = textOf(source, isNext ? previous.text : undefined, change);
      if ('code' in text) return passedOver(hints, text.code, text.detail);
      const lines: SourceLines = { lineCount: text.lines.length, lineAt: (line) => text.lines[line] ?? '' };
      const old = isNext ? oldParts(previous, change) : NOTHING_OLD;
      const parts: DocumentPart[] = [];
      for (const range of documentsOf(lines)) {
        if (isCancelled()) return passedOver(hints, 'cancelled', '');
        const same = old.document(range);
        if (same) {
          parts.push(same);
          continue;
        }
        const head = readHead(lines, range);
        const decision = formatOfHead(head, hints);
        const object = objectOf(head, decision.format);
        const blocks: ReadBlock[] = [];
        for (const cut of cutDocument(lines, range)) {
          if (isCancelled()) return passedOver(hints, 'cancelled', '');
          blocks.push(
            old.block(range, cut, decision.format, object) ?? readBlock(scan, lines, cut, decision.format, object),
          );
        }
        const { startLine, endLine } = range;
        parts.push({ reading: { startLine, endLine, ...decision }, object, blocks });
      }
      return { ...readingOf(parts), parts, text, hints };
    },
  };
}

/** Whether the reading of the version before can be built on. */
function follows(lines: SourceLines, hints: FormatHints, previous: Reading, change: LineChange): boolean {
  const { fileName, languageId, override } = previous.hints;
  if (previous.skipped || !leadsTo(lines, previous.text, change)) return false;
  return fileName === hints.fileName && languageId === hints.languageId && override === hints.override;
}

function readBlock(
  scan: Scanner,
  lines: SourceLines,
  cut: Cut,
  format: Format,
  object: ObjectType | undefined,
): ReadBlock {
  const { from, to, prefix } = cut;
  return { from, to, prefix, mentions: scan(lines, { from, to, prefix, format, object }) };
}

function readingOf(parts: readonly DocumentPart[]): Pick<Reading, 'documents' | 'mentions'> {
  const mentions: Mention[] = [];
  for (const part of parts)
    for (const block of part.blocks) for (const mention of block.mentions) mentions.push(mention);
  return { documents: parts.map((part) => part.reading), mentions };
}

/** What of the version before has the same lines and the same meaning; moved to where it is now. */
interface OldParts {
  readonly document: (range: LineRange) => DocumentPart | undefined;
  readonly block: (range: LineRange, cut: Cut, format: Format, object: ObjectType | undefined) => ReadBlock | undefined;
}

const NOTHING_OLD: OldParts = { document: () => undefined, block: () => undefined };

function oldParts(previous: Reading, change: LineChange): OldParts {
  const delta = change.newEndLine - change.oldEndLine;
  /** How far lines `[from, to)` have moved; `undefined` where the change touches them. */
  const shiftOf = (from: number, to: number): number | undefined => {
    if (to <= change.startLine) return 0;
    return from >= change.newEndLine ? delta : undefined;
  };
  const parts = new Map<number, DocumentPart>();
  for (const part of previous.parts) parts.set(part.reading.startLine, part);
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
      return shift === 0 ? found : moved(found, shift);
    },
  };
}

/** The block that starts at a line; the blocks of a part are in order. */
function blockFrom(blocks: readonly ReadBlock[], line: number): ReadBlock | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.from ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return blocks[low]?.from === line ? blocks[low] : undefined;
}

function movedPart({ reading, object, blocks }: DocumentPart, by: number): DocumentPart {
  const { startLine, endLine, format, because } = reading;
  return {
    reading: { startLine: startLine + by, endLine: endLine + by, format, because },
    object,
    blocks: blocks.map((block) => moved(block, by)),
  };
}

const sameObject = (a: ObjectType | undefined, b: ObjectType | undefined): boolean =>
  a?.apiVersion === b?.apiVersion && a?.kind === b?.kind;

function moved(block: ReadBlock, by: number): ReadBlock {
  const mentions = block.mentions.map(({ productId, span, tier, because, format, path }) => ({
    productId,
    span: { line: span.line + by, start: span.start, end: span.end },
    tier,
    because,
    format,
    path,
  }));
  return { from: block.from + by, to: block.to + by, prefix: block.prefix, mentions };
}

/** The mention at a place; of two that overlap (a host inside an image reference) the shorter one. */
export function mentionAt(reading: Reading, line: number, column: number): Mention | undefined {
  const { mentions } = reading;
  let best: Mention | undefined;
  for (let i = firstOfLine(mentions, line); mentions[i]?.span.line === line; i++) {
    const one = mentions[i];
    if (!one || column < one.span.start || column >= one.span.end) continue;
    if (!best || one.span.end - one.span.start < best.span.end - best.span.start) best = one;
  }
  return best;
}

function firstOfLine(mentions: readonly Mention[], line: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands under the cursor, with the document it stands in and that document's format. */
export function cursorAt(reading: Reading, lines: SourceLines, line: number, column: number): Cursor | undefined {
  const document = documentAt(reading, line);
  const found = reading.documents[document];
  const place = found && locateAt(lines, line, column);
  return place && { ...place, document, format: found.format };
}

/** Index of the document that holds a line; of a line between two documents the one before. */
export function documentAt(reading: Reading, line: number): number {
  const { documents } = reading;
  for (let i = documents.length - 1; i > 0; i--) if (line >= (documents[i]?.startLine ?? 0)) return i;
  return 0;
}
