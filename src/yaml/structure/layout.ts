// How a document is laid out, as far as something is to be put in behind a part of it: its root, the block of one of its
// top keys, and where they end. It knows no formats and no products.
import type { SourceLines } from '../../core/text';
import { Code, indentOf, isTemplate, skipProperties, skipSpaces } from './chars';
import { type DocumentLines, markerOf } from './documents';
import { run } from './scan';
import { createScan, type Emit, Kind, Mode, type Scan } from './state';

/** A character's place. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What stands at a top key. */
export interface TopBlock {
  readonly key: string;
  /** Column of the key. */
  readonly column: number;
  /** The block collection that is the key's value. */
  readonly entries?: { readonly kind: 'sequence' | 'mapping'; readonly column: number };
  /** Where its value begins, behind anchors and tags; absent when nothing is there. */
  readonly value?: Position;
  /** The last line that belongs to it: a text with its blank lines, comments indented deeper than the entries. */
  readonly lastLine: number;
}

export interface Layout {
  /** `flow` for `{a: b}` and JSON, `empty` for nothing but comments, `other` for a sequence or a scalar. */
  readonly root: 'mapping' | 'flow' | 'empty' | 'other';
  /** Where the root begins; of a mapping the column of its keys. */
  readonly start: Position;
  /** The first of the wanted keys. */
  readonly block?: TopBlock;
  /** The last line that holds something, comments too; before a `...` that ends the document. */
  readonly lastLine: number;
  /** What is written at column 0 below the last line would be a part of the text that ends there. */
  readonly endsInText: boolean;
}

/** Where an own line may stand behind the block of one of `keys`, and behind the document. */
export function layoutOf(lines: SourceLines, { startLine, endLine }: DocumentLines, keys: readonly string[]): Layout {
  const found: Found = { rootColumn: -1, lastLine: startLine };
  const scan = createScan(lines, startLine, Math.min(endLine, lines.lineCount), keyAmong(keys, found));
  while (scan.line < scan.end) {
    run(scan, scan.line + 1);
    note(scan, scan.line - 1, found);
  }
  const start = firstSign(lines, { line: startLine, column: 0 }, endLine);
  const root = rootAt(lines, start, found.rootColumn);
  return {
    root,
    start: { line: start?.line ?? startLine, column: found.rootColumn < 0 ? (start?.column ?? 0) : found.rootColumn },
    ...(found.block && { block: blockOf(lines, found.block, root === 'flow' ? endLine : found.block.lastLine + 1) }),
    lastLine: found.lastLine,
    endsInText: scan.mode === Mode.literal && scan.kinds.length === 0 && scan.contentIndent <= 0,
  };
}

interface Found {
  rootColumn: number;
  lastLine: number;
  block?: FoundBlock;
}

interface FoundBlock {
  key: string;
  line: number;
  column: number;
  end: number;
  lastLine: number;
  entries?: TopBlock['entries'];
}

function keyAmong(keys: readonly string[], found: Found): Emit {
  return (scan, role, line, start, end) => {
    const [key] = scan.path;
    if (role !== 'key' || scan.path.length !== 1 || found.block || typeof key !== 'string' || !keys.includes(key))
      return;
    found.block = { key, line, column: scan.columns[0] ?? start, end, lastLine: line };
  };
}

/** What `documentState` is behind a `...`. */
const ENDED = 2;

/** Takes in what the pass knows after a line. */
function note(scan: Scan, line: number, found: Found): void {
  const text = scan.lines.lineAt(line);
  const indent = indentOf(text);
  if (scan.documentState === ENDED || (indent === text.length && !isKept(scan, text))) return;
  found.lastLine = line;
  if (scan.kinds[0] === Kind.map && found.rootColumn < 0) found.rootColumn = scan.columns[0] ?? 0;
  const { block } = found;
  if (block === undefined || scan.path[0] !== block.key) return;
  const isComment = scan.commentLine === line && scan.commentColumn === indent;
  const isLoose = isComment && (line !== block.lastLine + 1 || indent <= (block.entries?.column ?? indent));
  if (!isLoose) block.lastLine = line;
  const kind = scan.kinds[1] === Kind.seq ? 'sequence' : scan.kinds[1] === Kind.map ? 'mapping' : undefined;
  if (kind && !block.entries) block.entries = { kind, column: scan.columns[1] ?? 0 };
}

/** Whether a blank line is a part of the block scalar above it: in `|+` every one is, elsewhere what is wider than its text. */
function isKept({ mode, lines, openLine, contentIndent }: Scan, text: string): boolean {
  if (mode !== Mode.literal) return false;
  if (contentIndent >= 0 && text.length > contentIndent) return true;
  return /[|>]\d?\+\d?\s*(?:#.*)?$/.test(lines.lineAt(openLine));
}

function rootAt(lines: SourceLines, start: Position | undefined, column: number): Layout['root'] {
  if (!start) return 'empty';
  if (column >= 0) return 'mapping';
  const text = lines.lineAt(start.line);
  return text[start.column] === '{' && !isTemplate(text, start.column) ? 'flow' : 'other';
}

function blockOf(lines: SourceLines, { line, end, ...block }: FoundBlock, endLine: number): TopBlock {
  const from = { line, column: lines.lineAt(line).indexOf(':', end) + 1 };
  const value = firstSign(lines, from, endLine);
  return { ...block, ...(value && { value }) };
}

/** The first sign of a node from `from` on, behind white space, comments, anchors and tags. */
function firstSign(lines: SourceLines, from: Position, endLine: number): Position | undefined {
  for (let line = from.line; line < endLine; line++) {
    const text = lines.lineAt(line);
    const isMarker = markerOf(text) !== 0;
    const column = skipProperties(text, skipSpaces(text, isMarker ? 3 : line === from.line ? from.column : 0));
    const code = text.charCodeAt(column);
    if (column < text.length && code !== Code.hash && !(code === Code.percent && column === 0)) return { line, column };
  }
  return undefined;
}
