// One reading of a file version, shared by all features: its documents with their formats, and every mention. After an
// edit only the blocks that changed are read again. It knows no editor and draws no conclusions from what it read.
import type { LineChange } from '../core/lineChange';
import type { SourceLines } from '../core/text';
import { type FormatHints, formatOfHead } from './formats';
import { type LineRange, readHead } from './formats/head';
import type { IdentifierTable } from './identifiers';
import { createScanner, objectOf, type Scanner } from './mentions';
import { commonFacts, settle } from './mentions/refine';
import type { Cursor, DocumentReading, Mention } from './model';
import { type Cut, cutDocument } from './reading/blocks';
import { partsAfter, type ReadAgain } from './reading/edit';
import { type DocumentPart, NOTHING_OLD, type OldParts, type Outline, oldParts, type ReadBlock } from './reading/parts';
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
      const again = readerOf(scan, lines, hints, isCancelled);
      const edited = isNext && { change, before: previous.text.lines, after: text.lines };
      const parts =
        (edited && partsAfter(previous.parts, edited, again)) ||
        readParts(lines, edited ? oldParts(previous.parts, change) : NOTHING_OLD, again);
      return parts ? { ...readingOf(parts), parts, text, hints } : passedOver(hints, 'cancelled', '');
    },
  };
}

/** Reads the documents of a version and parts of them. */
function readerOf(scan: Scanner, lines: SourceLines, hints: FormatHints, isCancelled: () => boolean): ReadAgain {
  const outline = (range: LineRange): Outline => {
    const head = readHead(lines, range);
    const { format, because } = formatOfHead(head, hints);
    const { startLine, endLine } = range;
    return { reading: { startLine, endLine, format, because }, object: objectOf(head, format) };
  };
  const block = ({ from, to, prefix, firstIndex, column }: Cut, { reading, object }: Outline): ReadBlock => {
    const { mentions, facts } = scan(lines, { from, to, prefix, firstIndex, format: reading.format, object });
    return { from, to, prefix, firstIndex, column, mentions, facts };
  };
  return {
    outline,
    block,
    document: (range, old) => {
      if (isCancelled()) return undefined;
      const { reading, object } = outline(range);
      const blocks: ReadBlock[] = [];
      for (const cut of cutDocument(lines, range)) {
        if (isCancelled()) return undefined;
        blocks.push(old.block(range, cut, reading.format, object) ?? block(cut, { reading, object }));
      }
      return { reading, object, blocks };
    },
  };
}

/** All documents, as far as they are not those of the version before; `undefined` when cancelled. */
function readParts(lines: SourceLines, old: OldParts, again: ReadAgain): readonly DocumentPart[] | undefined {
  const parts: DocumentPart[] = [];
  for (const range of documentsOf(lines)) {
    const part = old.document(range) ?? again.document(range, old);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts;
}

/** Whether the reading of the version before can be built on. */
function follows(lines: SourceLines, hints: FormatHints, previous: Reading, change: LineChange): boolean {
  const { fileName, languageId, override } = previous.hints;
  if (previous.skipped || !leadsTo(lines, previous.text, change)) return false;
  return fileName === hints.fileName && languageId === hints.languageId && override === hints.override;
}

function readingOf(parts: readonly DocumentPart[]): Pick<Reading, 'documents' | 'mentions'> {
  const mentions: Mention[] = [];
  for (const { blocks } of parts) {
    const facts = blocks.length > 1 ? commonFacts(blocks) : undefined;
    for (const block of blocks)
      for (const mention of facts ? settle(block.mentions, facts) : block.mentions) mentions.push(mention);
  }
  return { documents: parts.map((part) => part.reading), mentions };
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
