// Lines of block mappings and sequences: keys, items, explicit keys, and what stands beside them while it is being typed.
import {
  Code,
  closingQuote,
  isBreak,
  isControl,
  isTemplate,
  isWord,
  keyColon,
  keyText,
  skipProperties,
  skipSpaces,
  trimEnd,
} from './chars';
import { openFlow } from './flow';
import { After, afterPlain, openLiteral, plainEnd, plainValue, quotedValue } from './scalars';
import { Kind, Mode, noteComment, pop, push, type Scan, setItem, topColumn, topKind } from './state';

/** A line in block context. */
export function blockLine(scan: Scan): void {
  const { text, indent } = scan;
  scan.hole = false;
  if (indent === text.length) return;
  const c = text.charCodeAt(indent);
  if (c === Code.hash) {
    noteComment(scan, indent);
    return;
  }
  if (c === Code.openBrace && isControl(text, indent)) {
    control(scan);
    return;
  }
  if (scan.documentState !== 1) {
    if (c === Code.percent && indent === 0) return;
    if (scan.documentState === 2) scan.document++;
    scan.documentState = 1;
  }
  if (!plainEntry(scan, indent)) blockNode(scan, indent);
}

/**
 * `key:` or `key: value` with a plain key, as most lines are: the short way to what `blockNode` does with them. False for any
 * other line, and then nothing has been done.
 */
function plainEntry(scan: Scan, column: number): boolean {
  const text = scan.text;
  const end = text.length;
  const c = text.charCodeAt(column);
  if (!isWord(c) || c === Code.dash) return false;
  const colon = text.indexOf(':', column);
  if (colon < 0 || !isWord(text.charCodeAt(colon - 1))) return false;
  const hash = text.indexOf('#', column);
  if (hash >= 0 && hash < colon) return false;
  const from = colon + 2;
  const first = text.charCodeAt(from);
  if (from <= end && (text.charCodeAt(colon + 1) !== Code.space || !isValueStart(first))) return false;
  openMap(scan, column);
  setItem(scan, text.slice(column, colon));
  scan.explicitColumn = -1;
  scan.emit(scan, 'key', scan.line, column, colon, column, colon);
  scan.hole = from > end;
  if (from > end) return true;
  if (hash < 0 && isWord(first) && isWord(text.charCodeAt(end - 1))) plainValue(scan, from, column + 1, end);
  else scalar(scan, from, column + 1);
  return true;
}

/** Whether a scalar or a flow collection begins with a character: not white space, nor a comment, an anchor or a tag. */
function isValueStart(code: number): boolean {
  return code > Code.space && code !== Code.hash && code !== Code.ampersand && code !== Code.bang;
}

/** How many lines an unclosed `{{` may reach; beyond that it is taken for half-typed. */
const TEMPLATE_LINES = 20;

function control(scan: Scan): void {
  if (!isTemplate(scan.text, scan.indent) || scan.text.includes('}}', scan.indent)) return;
  if (scan.text.charCodeAt(scan.indent + 1) !== Code.openBrace) return;
  const last = Math.min(scan.end, scan.line + TEMPLATE_LINES);
  for (let line = scan.line + 1; line < last; line++) {
    if (!scan.lines.lineAt(line).includes('}}')) continue;
    scan.resume = scan.mode;
    scan.mode = Mode.template;
    return;
  }
}

/** Notes a comment or the end of the line at `index`; true when nothing else follows. */
export function endsAt(scan: Scan, index: number): boolean {
  if (index >= scan.text.length) return true;
  if (scan.text.charCodeAt(index) !== Code.hash) return false;
  noteComment(scan, index);
  return true;
}

/** What stands behind a node that ended at `index`: only a comment counts. */
export function afterNode(scan: Scan, index: number): void {
  scan.hole = false;
  endsAt(scan, skipSpaces(scan.text, index));
}

/** The node at column `from`: `- ` and `? ` openers, then a key with its value or a scalar. */
export function blockNode(scan: Scan, from: number): void {
  const text = scan.text;
  let i = from;
  while (isBreak(text, i + 1)) {
    const c = text.charCodeAt(i);
    if (c === Code.dash) openItem(scan, i);
    else if (c === Code.question) openExplicitKey(scan, i);
    else if (c === Code.colon && closeExplicitKey(scan, i)) scan.explicitColumn = -1;
    else break;
    i = skipSpaces(text, i + 1);
    if (endsAt(scan, i)) {
      scan.hole = c !== Code.question;
      return;
    }
  }
  if (i > from && plainEntry(scan, i)) return;
  const column = i;
  i = skipProperties(text, i);
  if (endsAt(scan, i)) {
    scan.hole = true;
    return;
  }
  const colon = keyColon(text, i);
  if (colon < 0) {
    bareScalar(scan, column, i);
    return;
  }
  openKey(scan, column, i, colon);
  blockValue(scan, colon + 1);
}

function openItem(scan: Scan, column: number): void {
  while (scan.kinds.length > 0 && topColumn(scan) > column) pop(scan);
  if (topKind(scan) === Kind.seq && topColumn(scan) === column) {
    setItem(scan, Number(scan.path[scan.path.length - 1]) + 1);
    return;
  }
  const index = scan.kinds.length === 0 ? scan.firstIndex : 0;
  scan.firstIndex = 0;
  push(scan, Kind.seq, column, index);
}

/** Makes the block mapping at `column` the innermost open collection. */
function openMap(scan: Scan, column: number): void {
  closeDeeper(scan, column);
  if (topKind(scan) !== Kind.map || topColumn(scan) !== column) push(scan, Kind.map, column, '');
}

/** Closes what is deeper than `column`, and a sequence at it: its entries all begin with `- `. */
function closeDeeper(scan: Scan, column: number): void {
  while (scan.kinds.length > 0) {
    const top = topColumn(scan);
    if (top < column || (top === column && topKind(scan) === Kind.map)) return;
    pop(scan);
  }
}

function openExplicitKey(scan: Scan, column: number): void {
  openMap(scan, column);
  setItem(scan, '?');
  scan.explicitColumn = column;
}

function closeExplicitKey(scan: Scan, column: number): boolean {
  closeDeeper(scan, column);
  return topKind(scan) === Kind.map && topColumn(scan) === column;
}

function openKey(scan: Scan, column: number, from: number, colon: number): void {
  openMap(scan, column);
  const text = scan.text;
  const end = trimEnd(text, from, colon);
  const c = text.charCodeAt(from);
  const quotes = c === Code.double || c === Code.single ? 1 : 0;
  setItem(scan, quotes === 0 ? text.slice(from, end) : keyText(text, from, end));
  scan.explicitColumn = -1;
  if (c === Code.star || end === from) return;
  scan.emit(scan, 'key', scan.line, from + quotes, end - quotes, from, end);
}

/** The value after a `key:` whose colon is before `from`. */
function blockValue(scan: Scan, from: number): void {
  let i = skipSpaces(scan.text, from);
  scan.hole = true;
  if (endsAt(scan, i)) return;
  i = skipProperties(scan.text, i);
  if (endsAt(scan, i)) return;
  scan.hole = false;
  scalar(scan, i, topColumn(scan) + 1);
}

/** A scalar or flow collection at `from`, in value position. */
function scalar(scan: Scan, from: number, floor: number): void {
  const c = scan.text.charCodeAt(from);
  if (c === Code.double || c === Code.single) {
    const after = quotedValue(scan, from, floor);
    if (after >= 0) afterNode(scan, after);
    return;
  }
  if ((c === Code.pipe || c === Code.greater) && openLiteral(scan, from, floor)) return;
  if (c === Code.openBracket || (c === Code.openBrace && !isTemplate(scan.text, from))) {
    const after = openFlow(scan, from, floor);
    if (after >= 0) afterNode(scan, after);
    return;
  }
  if (c === Code.star) {
    plainEnd(scan, from);
    return;
  }
  plainValue(scan, from, floor);
}

/** A node that is no key: an item of a sequence, a value on its own line, or a key that is half typed. */
function bareScalar(scan: Scan, column: number, from: number): void {
  closeDeeper(scan, column);
  const isMapEntry = topKind(scan) === Kind.map && topColumn(scan) === column;
  if (scan.explicitColumn >= 0 && scan.explicitColumn === topColumn(scan) && topKind(scan) === Kind.map) {
    explicitKey(scan, from);
    return;
  }
  if (isMapEntry) {
    if (isPlainStart(scan.text, from)) halfTypedKey(scan, from);
    else strayNode(scan, from);
    return;
  }
  scan.floor = topColumn(scan) + 1;
  if (isPlainStart(scan.text, from)) {
    plainEnd(scan, from);
    if (afterPlain(scan, column) === After.sibling) {
      push(scan, Kind.map, column, '');
      halfTypedKey(scan, from);
      return;
    }
  }
  scalar(scan, from, scan.floor);
}

function isPlainStart(text: string, from: number): boolean {
  const c = text.charCodeAt(from);
  if (c === Code.double || c === Code.single || c === Code.star || c === Code.pipe || c === Code.greater) return false;
  return c !== Code.openBracket && c !== Code.openBrace && c !== Code.closeBracket && c !== Code.closeBrace;
}

/** `ty` beside the keys of a mapping: the key that is being typed. */
function halfTypedKey(scan: Scan, from: number): void {
  const end = plainEnd(scan, from);
  setItem(scan, scan.text.slice(from, end));
  scan.emit(scan, 'key', scan.line, from, end, from, end);
}

/** Something among the entries of a mapping that is no entry: a quoted half-typed key, a stray bracket. */
function strayNode(scan: Scan, from: number): void {
  const text = scan.text;
  const c = text.charCodeAt(from);
  const isQuoted = c === Code.double || c === Code.single;
  if (!isQuoted) return;
  const close = closingQuote(text, from + 1, c);
  const end = close < 0 ? trimEnd(text, from + 1, text.length) : close;
  setItem(scan, text.slice(from + 1, end));
  scan.emit(scan, 'key', scan.line, from + 1, end, from, close < 0 ? end : close + 1);
}

/** The key after `? `. */
function explicitKey(scan: Scan, from: number): void {
  const text = scan.text;
  const c = text.charCodeAt(from);
  if (c === Code.double || c === Code.single) {
    const close = closingQuote(text, from + 1, c);
    if (close >= 0) {
      setItem(scan, keyText(text, from, close + 1));
      scan.emit(scan, 'key', scan.line, from + 1, close, from, close + 1);
      return;
    }
  }
  if (isPlainStart(text, from)) {
    scan.floor = topColumn(scan) + 1;
    const end = plainEnd(scan, from);
    if (afterPlain(scan, -1) !== After.continuation) {
      setItem(scan, text.slice(from, end));
      scan.emit(scan, 'key', scan.line, from, end, from, end);
      return;
    }
  }
  scalar(scan, from, topColumn(scan) + 1);
}
