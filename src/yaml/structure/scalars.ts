// Scalars of block context and their continuation lines: plain, quoted, block scalars. It opens no collections.
import {
  Code,
  closingQuote,
  commentFrom,
  isBreak,
  isControl,
  keyColon,
  skipProperties,
  skipSpaces,
  trimEnd,
} from './chars';
import { markerOf } from './documents';
import { goOn, lookAhead, Mode, noteComment, type Scan } from './state';

/** Where the plain scalar at `from` ends in block context; notes the comment after it. */
export function plainEnd(scan: Scan, from: number): number {
  const text = scan.text;
  const comment = commentFrom(text, from);
  if (comment < 0) return trimEnd(text, from, text.length);
  noteComment(scan, comment);
  return trimEnd(text, from, comment);
}

/** What follows a plain scalar that ended its line. */
export enum After {
  other,
  continuation,
  sibling,
}

/**
 * Whether the next line goes on with a plain scalar, or is a key at `column`, which makes the scalar a half-typed key.
 * A line that reads as `key:` never continues a scalar: YAML allows it nowhere, and while typing it is a key.
 */
export function afterPlain(scan: Scan, column: number): After {
  if (scan.commentLine === scan.line) return After.other;
  if (!lookAhead(scan) || scan.aheadIndent < scan.floor) return After.other;
  const text = scan.aheadText;
  const indent = scan.aheadIndent;
  if (text.charCodeAt(indent) === Code.hash || isControl(text, indent)) return After.other;
  if (indent === 0 && markerOf(text) !== 0) return After.other;
  const start = skipProperties(text, indent);
  if (keyColon(text, start) < 0) return isExplicit(text, indent) ? After.other : After.continuation;
  return indent === column ? After.sibling : After.other;
}

function isExplicit(text: string, indent: number): boolean {
  const c = text.charCodeAt(indent);
  return (c === Code.question || c === Code.colon) && isBreak(text, indent + 1);
}

/** A plain value at `from` to the end of its line, with `Mode.plain` when the next line goes on with it. */
export function plainValue(scan: Scan, from: number, floor: number, end = plainEnd(scan, from)): void {
  scan.floor = floor;
  if (afterPlain(scan, -1) !== After.continuation) {
    scan.emit(scan, 'value', scan.line, from, end, from, end);
    return;
  }
  scan.emit(scan, 'text', scan.line, from, end, from, end);
  goOn(scan, Mode.plain);
}

/** A further line of a plain scalar. Always true: `afterPlain` has looked at the line. */
export function plainLine(scan: Scan): boolean {
  const from = scan.indent;
  if (from === scan.text.length) return true;
  const end = plainEnd(scan, from);
  scan.emit(scan, 'text', scan.line, from, end, from, end);
  if (afterPlain(scan, -1) !== After.continuation) scan.mode = Mode.block;
  return true;
}

/** A quoted value whose opening quote is at `from`. Returns the index after it, -1 when it goes on below. */
export function quotedValue(scan: Scan, from: number, floor: number): number {
  const text = scan.text;
  const quote = text.charCodeAt(from);
  const close = closingQuote(text, from + 1, quote);
  if (close >= 0) {
    scan.emit(scan, 'value', scan.line, from + 1, close, from, close + 1);
    return close + 1;
  }
  openQuote(scan, from, floor);
  return -1;
}

/** Begins a quoted scalar that its line does not close, unless the next line shows that it was only not closed yet. */
export function openQuote(scan: Scan, from: number, floor: number): void {
  const text = scan.text;
  const end = trimEnd(text, from + 1, text.length);
  scan.floor = floor;
  if (!quoteGoesOn(scan, text.charCodeAt(from))) {
    scan.emit(scan, 'value', scan.line, from + 1, end, from, end);
    return;
  }
  if (end > from + 1) {
    const start = skipSpaces(text, from + 1);
    scan.emit(scan, 'text', scan.line, start, end, from, end);
  }
  scan.quote = text.charCodeAt(from);
  goOn(scan, Mode.quoted);
}

/** A line that begins with a quoted key cannot go on: its first quote would close the scalar and leave the key outside. */
function quoteGoesOn(scan: Scan, quote: number): boolean {
  if (!lookAhead(scan)) return false;
  const text = scan.aheadText;
  const indent = scan.aheadIndent;
  if (indent < scan.floor || (indent === 0 && markerOf(text) !== 0)) return false;
  return !(text.charCodeAt(indent) === quote && keyColon(text, indent) > 0);
}

/**
 * A further line of a quoted scalar. Returns the index after the closing quote, the line's length when it goes on, -1
 * when the line is not part of it: it ended without a closing quote.
 */
export function quotedLine(scan: Scan): number {
  const text = scan.text;
  const from = scan.indent;
  if (from === text.length) return from;
  if (from < scan.floor) return -1;
  const close = closingQuote(text, from, scan.quote);
  const end = trimEnd(text, from, close < 0 ? text.length : close);
  if (end > from) scan.emit(scan, 'text', scan.line, from, end, from, close < 0 ? end : close + 1);
  if (close < 0) return text.length;
  scan.quote = 0;
  return close + 1;
}

/** Begins the block scalar whose `|` or `>` is at `from`; false when the line is no header after all. */
export function openLiteral(scan: Scan, from: number, floor: number): boolean {
  const text = scan.text;
  let i = from + 1;
  let explicit = 0;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > Code.zero && c <= Code.nine) explicit = c - Code.zero;
    else if (c !== Code.dash && c !== Code.plus) break;
  }
  if (!isBreak(text, i)) return false;
  const rest = skipSpaces(text, i);
  if (rest < text.length) {
    if (text.charCodeAt(rest) !== Code.hash) return false;
    noteComment(scan, rest);
  }
  scan.floor = floor;
  scan.contentIndent = explicit === 0 ? -1 : Math.max(floor - 1, 0) + explicit;
  goOn(scan, Mode.literal);
  return true;
}

/** A line below a block scalar's header; false when the scalar ended above it. */
export function literalLine(scan: Scan): boolean {
  const text = scan.text;
  const from = scan.indent;
  if (from === text.length) return true;
  let spaces = 0;
  while (text.charCodeAt(spaces) === Code.space) spaces++;
  if (scan.contentIndent < 0) {
    if (spaces < scan.floor) return isControl(text, from);
    scan.contentIndent = spaces;
  } else if (spaces < scan.contentIndent) {
    if (text.charCodeAt(spaces) !== Code.tab) return isControl(text, from);
  }
  const end = trimEnd(text, from, text.length);
  scan.emit(scan, 'text', scan.line, from, end, from, end);
  return true;
}
