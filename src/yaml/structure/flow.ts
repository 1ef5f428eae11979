// Flow collections `{a: b}` and `[a, b]`, on one line or many, and so whole files of JSON.
import {
  Code,
  closingQuote,
  isBreak,
  isFlowIndicator,
  isSpace,
  isTemplate,
  isWord,
  templateEnd,
  trimEnd,
  unquoted,
} from './chars';
import { markerOf } from './documents';
import { openQuote } from './scalars';
import { Kind, lookAhead, Mode, noteComment, pop, push, type Scan, setItem, topKind } from './state';

/** Begins the flow collection at `from`. Returns the index after its end, -1 when it goes on below. */
export function openFlow(scan: Scan, from: number, floor: number): number {
  scan.flowBase = scan.kinds.length;
  scan.floor = floor;
  scan.mode = Mode.flow;
  return flowRest(scan, from);
}

/** A further line of a flow collection. Returns the index after its end, -1 when it goes on, -2 when the line is not part of it. */
export function flowLine(scan: Scan): number {
  const from = scan.indent;
  if (from === scan.text.length) return -1;
  if (from < scan.floor && !isLateClose(scan)) {
    closeFlow(scan);
    return -2;
  }
  if (scan.flowText) return flowRest(scan, flowContinuation(scan, from));
  return flowRest(scan, from);
}

/** `]` or `}` below its opening line's own indentation is not YAML, but everybody writes and every parser reads it. */
function isLateClose(scan: Scan): boolean {
  const c = scan.text.charCodeAt(scan.indent);
  return scan.indent === scan.floor - 1 && (c === Code.closeBrace || c === Code.closeBracket);
}

/** Gives up or ends the flow collection: what was open in it is closed. */
export function closeFlow(scan: Scan): void {
  flush(scan);
  while (scan.kinds.length > scan.flowBase) pop(scan);
  scan.flowMaps = 0;
  scan.flowSeqs = 0;
  scan.flowText = false;
  scan.mode = Mode.block;
}

/** Reads on at `from` inside a flow collection. Returns the index after its end, -1 when the line ended first. */
export function flowRest(scan: Scan, from: number): number {
  const text = scan.text;
  const n = text.length;
  let i = from;
  while (i < n) {
    const c = text.charCodeAt(i);
    if (isSpace(c)) i++;
    else if (c === Code.hash && (i === 0 || isSpace(text.charCodeAt(i - 1)))) {
      noteComment(scan, i);
      return -1;
    } else {
      i = flowToken(scan, i, c);
      if (scan.kinds.length === scan.flowBase) {
        closeFlow(scan);
        return i;
      }
    }
  }
  return -1;
}

/** One indicator or scalar at `i`; returns the index after it. */
function flowToken(scan: Scan, i: number, c: number): number {
  switch (c) {
    case Code.openBrace:
      if (isTemplate(scan.text, i)) return flowPlain(scan, i);
      flush(scan);
      push(scan, Kind.flowMap, 0, '');
      scan.flowMaps++;
      scan.hole = true;
      return i + 1;
    case Code.openBracket:
      flush(scan);
      push(scan, Kind.flowSeq, 0, 0);
      scan.flowSeqs++;
      scan.hole = true;
      return i + 1;
    case Code.closeBrace:
    case Code.closeBracket:
      flush(scan);
      closeCollection(scan, c === Code.closeBrace ? Kind.flowMap : Kind.flowSeq);
      scan.hole = false;
      return i + 1;
    case Code.comma:
      flush(scan);
      nextEntry(scan);
      scan.hole = true;
      return i + 1;
    default:
      return flowScalar(scan, i, c);
  }
}

function flowScalar(scan: Scan, i: number, c: number): number {
  const text = scan.text;
  if (c === Code.colon && isKeyColon(scan, i)) {
    takeKey(scan);
    scan.hole = true;
    return i + 1;
  }
  if (c === Code.question && isBreak(text, i + 1)) return i + 1;
  scan.hole = false;
  if (c === Code.double || c === Code.single) return flowQuoted(scan, i, c);
  if (c === Code.ampersand || c === Code.bang || c === Code.star) {
    let end = i + 1;
    while (!isBreak(text, end) && !isFlowIndicator(text.charCodeAt(end))) end++;
    scan.hole = c !== Code.star;
    return end;
  }
  return flowPlain(scan, i);
}

function isKeyColon(scan: Scan, i: number): boolean {
  if (isBreak(scan.text, i + 1) || isFlowIndicator(scan.text.charCodeAt(i + 1))) return true;
  return scan.pendingLine >= 0 && scan.pendingQuote !== 0;
}

function flowQuoted(scan: Scan, i: number, quote: number): number {
  flush(scan);
  const text = scan.text;
  const close = closingQuote(text, i + 1, quote);
  if (close >= 0) {
    hold(scan, i + 1, close, quote);
    return close + 1;
  }
  openQuote(scan, i, scan.floor);
  return text.length;
}

function flowPlain(scan: Scan, from: number): number {
  flush(scan);
  const end = flowPlainEnd(scan.text, from);
  const last = trimEnd(scan.text, from, end);
  if (end >= scan.text.length && goesOn(scan)) {
    scan.emit(scan, 'text', scan.line, from, last, from, last);
    scan.flowText = true;
    return end;
  }
  hold(scan, from, last, 0);
  return end;
}

/** The first part of a line that goes on with the plain scalar of the line above. */
function flowContinuation(scan: Scan, from: number): number {
  const end = flowPlainEnd(scan.text, from);
  const last = trimEnd(scan.text, from, end);
  if (last > from) scan.emit(scan, 'text', scan.line, from, last, from, last);
  scan.flowText = end >= scan.text.length && goesOn(scan);
  return end;
}

function flowPlainEnd(text: string, from: number): number {
  const n = text.length;
  let i = from;
  while (i < n) {
    const c = text.charCodeAt(i);
    if (isWord(c)) {
      i++;
      continue;
    }
    if (c === Code.openBrace && isTemplate(text, i)) {
      i = templateEnd(text, i);
      continue;
    }
    if (isFlowIndicator(c)) break;
    if (c === Code.colon && (isBreak(text, i + 1) || isFlowIndicator(text.charCodeAt(i + 1)))) break;
    if (c === Code.hash && i > from && isSpace(text.charCodeAt(i - 1))) break;
    i++;
  }
  return i;
}

/** Whether the next line goes on with a plain scalar that ended its line. */
function goesOn(scan: Scan): boolean {
  if (!lookAhead(scan)) return false;
  const text = scan.aheadText;
  const i = scan.aheadIndent;
  if (i < scan.floor || (i === 0 && markerOf(text) !== 0)) return false;
  const c = text.charCodeAt(i);
  if (isFlowIndicator(c) || c === Code.hash || c === Code.double || c === Code.single) return false;
  if (c === Code.colon && isBreak(text, i + 1)) return false;
  const end = flowPlainEnd(text, i);
  return text.charCodeAt(end) !== Code.colon;
}

function hold(scan: Scan, start: number, end: number, quote: number): void {
  scan.pendingLine = scan.line;
  scan.pendingText = scan.text;
  scan.pendingStart = start;
  scan.pendingEnd = end;
  scan.pendingQuote = quote;
}

/** The pending scalar is a value, or in a mapping before any `:` a key without a value. */
export function flush(scan: Scan): void {
  if (scan.pendingLine < 0) return;
  const top = scan.kinds.length - 1;
  if (topKind(scan) === Kind.flowMap && scan.columns[top] === 0) takeKey(scan);
  else emitPending(scan, 'value');
}

function emitPending(scan: Scan, role: 'key' | 'value'): void {
  const quotes = scan.pendingQuote === 0 ? 0 : 1;
  const { pendingLine: line, pendingStart: start, pendingEnd: end } = scan;
  scan.pendingLine = -1;
  const text = scan.text;
  scan.text = scan.pendingText;
  scan.emit(scan, role, line, start, end, start - quotes, end + quotes);
  scan.text = text;
}

/** Makes the pending scalar the key of the entry that begins; without one the key is empty. */
function takeKey(scan: Scan): void {
  const isPending = scan.pendingLine >= 0;
  let key = '';
  if (isPending) {
    key = scan.pendingText.slice(scan.pendingStart, scan.pendingEnd);
    if (scan.pendingQuote !== 0) key = unquoted(key, scan.pendingQuote);
  }
  if (topKind(scan) === Kind.flowSeq) push(scan, Kind.flowPair, 0, key);
  else setItem(scan, key);
  scan.columns[scan.columns.length - 1] = 1;
  if (isPending) emitPending(scan, 'key');
}

function nextEntry(scan: Scan): void {
  if (topKind(scan) === Kind.flowPair) pop(scan);
  const top = scan.kinds.length - 1;
  if (topKind(scan) === Kind.flowSeq) setItem(scan, Number(scan.path[scan.path.length - 1]) + 1);
  else if (top >= 0) {
    setItem(scan, '');
    scan.columns[top] = 0;
  }
}

/** Closes the innermost collection of that kind, and what is still open inside it; a stray bracket closes nothing. */
function closeCollection(scan: Scan, kind: Kind): void {
  if ((kind === Kind.flowMap ? scan.flowMaps : scan.flowSeqs) === 0) return;
  for (;;) {
    const top = topKind(scan);
    pop(scan);
    if (top === Kind.flowMap) scan.flowMaps--;
    if (top === Kind.flowSeq) scan.flowSeqs--;
    if (top === kind) return;
  }
}
