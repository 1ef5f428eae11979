// What stands under the cursor: climbs to the nearest line whose place is sure and reads from there to the cursor's line.
// It knows no formats and no products, and it never reads below the cursor further than the next line with content.
import { linesOf, type SourceLines, type Span } from '../../core/text';
import type { Cursor, PathItem } from '../model';
import { indentOf } from './chars';
import { climb, type Start } from './climb';
import { run } from './scan';
import { createScan, type Emit, Kind, Mode, push, type Scan } from './state';

/** A cursor's place before its document is counted and its format decided; `documentStartOf` tells where the document begins. */
export interface Place {
  readonly path: readonly PathItem[];
  readonly role: Cursor['role'];
  readonly span: Span;
  readonly text: string;
  readonly isInFlow: Cursor['isInFlow'];
}

/**
 * What stands at `line`, `column`; `undefined` where nothing does and nothing may be written: in indentation, in an anchor,
 * tag or alias, after a value. Inside `{{ }}` the role is `text`, the span is the template, the path that of its scalar.
 *
 *     Type: ALIYUN::RDS::DBInstance        Type:        - na
 *              ▽ value, path [.., Type]         ▽ gap     ▽ key when keys stand beside it, else value
 */
export function locateAt(lines: SourceLines, line: number, column: number): Place | undefined {
  if (line < 0 || line >= lines.lineCount) return undefined;
  const text = lines.lineAt(line);
  const indent = indentOf(text);
  if (indent === text.length) return blankPlace(lines, line, Math.min(column, text.length));
  const start = climb(lines, line, 0);
  // In the indentation of a line stands at most a text that began above it.
  if (column < indent) return start.line === line ? undefined : gapAt(lines, start, line, column);
  const found = tokenAt(lines, start, line, column) ?? gapAt(lines, start, line, column);
  return insideTemplate(found, text, line, column);
}

/** `locateAt` for a whole text and a UTF-16 offset in it; for tests and tools, an editor has lines. */
export function locate(text: string, offset: number): Place | undefined {
  const before = linesOf(text.slice(0, offset));
  const line = before.lineCount - 1;
  return locateAt(linesOf(text), line, before.lineAt(line).length);
}

/** A pass that begins where a climb ended. */
export function resume(lines: SourceLines, start: Start, end: number, emit: Emit): Scan {
  const scan = createScan(lines, start.line, end, emit);
  scan.baseColumn = start.baseColumn;
  scan.firstIndex = start.firstIndex;
  scan.documentState = 1;
  if (start.isMapEntry) push(scan, Kind.map, indentOf(lines.lineAt(start.line)), '');
  return scan;
}

function tokenAt(lines: SourceLines, start: Start, line: number, column: number): Place | undefined {
  let found: Place | undefined;
  const scan = resume(lines, start, lines.lineCount, (state, role, tokenLine, from, to, open, close) => {
    if (tokenLine !== line || column < open || column > close || found) return;
    const span = { line, start: from, end: to };
    found = {
      path: pathOf(start, state.path),
      role,
      span,
      text: state.text.slice(from, to),
      isInFlow: isInFlow(state),
    };
  });
  run(scan, line + 1);
  return found ?? commentAt(scan, start, line, column);
}

function commentAt(scan: Scan, start: Start, line: number, column: number): Place | undefined {
  if (scan.commentLine !== line || column < scan.commentColumn) return undefined;
  const text = scan.lines.lineAt(line).trimEnd();
  const span = { line, start: scan.commentColumn, end: text.length };
  return {
    path: pathOf(start, scan.path),
    role: 'comment',
    span,
    text: text.slice(span.start),
    isInFlow: isInFlow(scan),
  };
}

/** Reads again with the cursor's line cut off at the cursor: the state that is left is what may be written there. */
function gapAt(lines: SourceLines, start: Start, line: number, column: number): Place | undefined {
  const cut: SourceLines = {
    lineCount: lines.lineCount,
    lineAt: (index) => (index === line ? lines.lineAt(line).slice(0, column) : lines.lineAt(index)),
  };
  const scan = resume(cut, start, line + 1, ignore);
  run(scan, line + 1);
  if (scan.mode === Mode.literal || scan.mode === Mode.quoted || scan.mode === Mode.plain) {
    return scan.openLine === line ? undefined : within(scan, empty('text', pathOf(start, scan.path), line, column));
  }
  return scan.hole && isOpening(lines.lineAt(line), column)
    ? within(scan, empty('gap', holePath(start, scan), line, column))
    : undefined;
}

/** Whether a flow collection is open. */
export function isInFlow({ flowMaps, flowSeqs }: Scan): boolean {
  return flowMaps + flowSeqs > 0;
}

/** Whether what stands before the cursor is finished: white space or an indicator, not the end of an anchor or tag. */
function isOpening(text: string, column: number): boolean {
  return column > 0 && ' \t:-{[,'.includes(text.charAt(column - 1));
}

/** A loop, because `concat` takes four times as long. */
function pathOf({ prefix }: Start, path: readonly PathItem[]): readonly PathItem[] {
  const all: PathItem[] = [];
  for (const item of prefix) all.push(item);
  for (const item of path) all.push(item);
  return all;
}

function ignore(): void {}

/** Where a node would stand: a flow mapping before its next key is the place itself. */
function holePath(start: Start, scan: Scan): readonly PathItem[] {
  const top = scan.kinds.length - 1;
  const isBeforeKey = scan.kinds[top] === Kind.flowMap && scan.columns[top] === 0;
  return pathOf(start, isBeforeKey ? scan.path.slice(0, -1) : scan.path);
}

function empty(role: 'gap' | 'text', path: readonly PathItem[], line: number, column: number): Place {
  return { path, role, span: { line, start: column, end: column }, text: '', isInFlow: false };
}

function within(scan: Scan, place: Place): Place {
  return { ...place, isInFlow: isInFlow(scan) };
}

/** On a blank line the cursor's column is the indentation of what would be written. */
function blankPlace(lines: SourceLines, line: number, column: number): Place {
  return enclosedPlace(lines, line, column) ?? openPlace(lines, line, column);
}

/** A blank line left of its neighbours belongs to the block scalar or flow collection that goes on below it. */
function enclosedPlace(lines: SourceLines, line: number, column: number): Place | undefined {
  const next = nextContent(lines, line);
  if (next < 0) return undefined;
  const text = lines.lineAt(next);
  const indent = indentOf(text);
  const isClosing = text[indent] === '}' || text[indent] === ']';
  if (indent <= column && !isClosing) return undefined;
  const start = climb(lines, next, 0);
  return start.line < line ? placeInside(lines, start, line, column) : undefined;
}

/** How far below a blank line its next neighbour is looked for. */
const BLANK_LINES = 100;

function nextContent(lines: SourceLines, line: number): number {
  const end = Math.min(lines.lineCount, line + BLANK_LINES);
  for (let i = line + 1; i < end; i++) {
    const text = lines.lineAt(i);
    if (indentOf(text) < text.length) return i;
  }
  return -1;
}

function openPlace(lines: SourceLines, line: number, column: number): Place {
  const start = climb(lines, line, column);
  if (start.line === line) return empty('gap', start.prefix, line, column);
  return placeInside(lines, start, line, column) ?? empty('gap', pathLeftOf(lines, start, line, column), line, column);
}

/** The place on a blank line inside something that began above it; `undefined` when that ended above it, too. */
function placeInside(lines: SourceLines, start: Start, line: number, column: number): Place | undefined {
  const scan = resume(lines, start, lines.lineCount, ignore);
  run(scan, line + 1);
  if (scan.mode === Mode.flow) return within(scan, empty('gap', holePath(start, scan), line, column));
  const isText = scan.mode === Mode.quoted || scan.mode === Mode.plain || scan.mode === Mode.literal;
  if (!isText) return undefined;
  if (scan.mode === Mode.literal && !isContent(scan, line, column)) return undefined;
  return within(scan, empty('text', pathOf(start, scan.path), line, column));
}

/** Whether a blank line is a part of the block scalar above it, seen from a cursor at `column`. */
function isContent(scan: Scan, line: number, column: number): boolean {
  if (scan.contentIndent < 0 || column >= scan.contentIndent) return true;
  const next = nextContent(scan.lines, line);
  return next >= 0 && indentOf(scan.lines.lineAt(next)) >= scan.contentIndent;
}

/** The path of the innermost block collection that begins left of `column`. */
function pathLeftOf(lines: SourceLines, start: Start, line: number, column: number): readonly PathItem[] {
  const scan = resume(lines, start, line + 1, ignore);
  run(scan, line);
  let depth = scan.kinds.length;
  while (depth > 0 && (scan.columns[depth - 1] ?? 0) >= column) depth--;
  return pathOf(start, scan.path.slice(0, Math.max(0, depth - 1)));
}

function insideTemplate(place: Place | undefined, text: string, line: number, column: number): Place | undefined {
  const open = column < 2 ? -1 : text.lastIndexOf('{{', column - 2);
  if (open < 0 || place?.role === 'comment') return place;
  const close = text.indexOf('}}', open + 2);
  if (close >= 0 && close + 2 <= column) return place;
  const span = { line, start: open, end: close < 0 ? text.length : close + 2 };
  const around = { path: place?.path ?? [], isInFlow: place?.isInFlow ?? false };
  return { ...around, role: 'text', span, text: text.slice(span.start, span.end) };
}
