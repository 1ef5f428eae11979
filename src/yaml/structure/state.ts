// The state of one pass over lines: where it is, which collections are open, which scalar is not finished.
import type { SourceLines } from '../../core/text';
import type { PathItem, ScalarToken } from '../model';
import { indentOf } from './chars';

/** What the next line continues. */
export enum Mode {
  block,
  plain,
  quoted,
  literal,
  flow,
  template,
}

/** The kinds of open collections. `flowPair` is the one-pair mapping in `[a: b]`. */
export enum Kind {
  none = -1,
  map,
  seq,
  flowMap,
  flowSeq,
  flowPair,
}

/**
 * Takes a scalar of `line`: `[start, end)` is its text, `[open, close]` the columns where a cursor is on it (quotes included).
 * Called for every scalar: a record instead of seven arguments would be one more object each.
 */
export type Emit = (
  scan: Scan,
  role: ScalarToken['role'],
  line: number,
  start: number,
  end: number,
  open: number,
  close: number,
) => void;

/** One pass. Owned by the function that created it; nothing of it outlives the pass. */
export interface Scan {
  readonly lines: SourceLines;
  /** No line from here on is read, not even to look ahead. */
  readonly end: number;
  readonly emit: Emit;
  /** The path of the innermost open collection's current entry: one item for each of `kinds`. */
  readonly path: PathItem[];
  readonly kinds: Kind[];
  /** The column where a block collection starts; in a flow mapping 0 before the key of an entry, 1 after it. */
  readonly columns: number[];
  line: number;
  text: string;
  indent: number;
  aheadLine: number;
  aheadText: string;
  aheadIndent: number;
  mode: Mode;
  /** The line where the present mode began. */
  openLine: number;
  /** The mode to return to after `Mode.template`. */
  resume: Mode;
  /** The column of the collection around the start of the pass, -1 for none. */
  baseColumn: number;
  /** The index that the first sequence of the pass begins with. */
  firstIndex: number;
  /** A continuation line must be indented at least so far. */
  floor: number;
  /** The indentation of a block scalar's content, -1 before its first line. */
  contentIndent: number;
  quote: number;
  /** Number of open collections outside the flow collection. */
  flowBase: number;
  flowMaps: number;
  flowSeqs: number;
  /** A flow scalar that may still turn out to be a key; `pendingLine` is -1 when there is none. */
  pendingLine: number;
  pendingText: string;
  pendingStart: number;
  pendingEnd: number;
  pendingQuote: number;
  /** A plain scalar goes on in the next line of a flow collection. */
  flowText: boolean;
  /** The column of the block mapping whose explicit key (`? `) is being read, else -1. */
  explicitColumn: number;
  document: number;
  /** 0 before any content or `---`, 1 inside a document, 2 after `...`. */
  documentState: number;
  /** Where the last comment started. */
  commentLine: number;
  commentColumn: number;
  /** The text ended where a node may be written. */
  hole: boolean;
}

export function createScan(lines: SourceLines, from: number, end: number, emit: Emit): Scan {
  return {
    lines,
    end,
    emit,
    path: [],
    kinds: [],
    columns: [],
    line: from,
    text: '',
    indent: 0,
    aheadLine: -1,
    aheadText: '',
    aheadIndent: 0,
    mode: Mode.block,
    openLine: -1,
    resume: Mode.block,
    baseColumn: -1,
    firstIndex: 0,
    floor: 0,
    contentIndent: -1,
    quote: 0,
    flowBase: 0,
    flowMaps: 0,
    flowSeqs: 0,
    pendingLine: -1,
    pendingText: '',
    pendingStart: 0,
    pendingEnd: 0,
    pendingQuote: 0,
    flowText: false,
    explicitColumn: -1,
    document: 0,
    documentState: 0,
    commentLine: -1,
    commentColumn: 0,
    hole: false,
  };
}

export function push(scan: Scan, kind: Kind, column: number, item: PathItem): void {
  scan.kinds.push(kind);
  scan.columns.push(column);
  scan.path.push(item);
}

export function pop(scan: Scan): void {
  scan.kinds.pop();
  scan.columns.pop();
  scan.path.pop();
}

export function topKind(scan: Scan): Kind {
  const n = scan.kinds.length;
  return n === 0 ? Kind.none : (scan.kinds[n - 1] ?? Kind.none);
}

export function topColumn(scan: Scan): number {
  const n = scan.columns.length;
  return n === 0 ? scan.baseColumn : (scan.columns[n - 1] ?? -1);
}

/** Sets the current entry of the innermost open collection. */
export function setItem(scan: Scan, item: PathItem): void {
  scan.path[scan.path.length - 1] = item;
}

/** Makes `scan.line` the current line; each line is read and measured once, here or when it was looked ahead at. */
export function readLine(scan: Scan): void {
  if (scan.aheadLine === scan.line) {
    scan.text = scan.aheadText;
    scan.indent = scan.aheadIndent;
    return;
  }
  scan.text = scan.lines.lineAt(scan.line);
  scan.indent = indentOf(scan.text);
}

/** Finds the next line that is not blank and leaves it in `aheadText` and `aheadIndent`; false when there is none. */
export function lookAhead(scan: Scan): boolean {
  if (scan.aheadLine > scan.line) return scan.aheadIndent < scan.aheadText.length;
  for (let line = scan.line + 1; line < scan.end; line++) {
    const text = scan.lines.lineAt(line);
    const indent = indentOf(text);
    scan.aheadLine = line;
    scan.aheadText = text;
    scan.aheadIndent = indent;
    if (indent < text.length) return true;
  }
  return false;
}

export function noteComment(scan: Scan, column: number): void {
  scan.commentLine = scan.line;
  scan.commentColumn = column;
}

/** The scalar or collection that begins on this line goes on below. */
export function goOn(scan: Scan, mode: Mode): void {
  scan.mode = mode;
  scan.openLine = scan.line;
}
