// The way up from a line to its ancestors, by indentation alone: the path to a line without reading what is beside it.
import type { SourceLines } from '../../core/text';
import type { PathItem } from '../model';
import {
  Code,
  indentOf,
  isBreak,
  isControl,
  isFlowIndicator,
  isTemplate,
  isWord,
  keyColon,
  keyText,
  skipProperties,
  skipSpaces,
  trimEnd,
} from './chars';
import { documentStartOf, markerOf } from './documents';
import { type Head, isIndicator, lastDash, readHead, Value, valueAfter } from './head';

/** Where a pass has to begin so that it understands a line, and what it cannot see from there. */
export interface Start {
  /** The line itself, or the nearest line above it whose place is sure: the head of its block scalar, flow collection, quoted text. */
  readonly line: number;
  /** The path of the collection that holds the start line's content. */
  readonly prefix: readonly PathItem[];
  /** The index of the start line's first `- `. */
  readonly firstIndex: number;
  /** The column of the collection around the start line, -1 at the root. */
  readonly baseColumn: number;
  /** The start line stands among the keys of a mapping at its own column. */
  readonly isMapEntry: boolean;
}

interface Climb {
  start: number;
  /** The path upward: the innermost item first. */
  readonly reversed: PathItem[];
  /** Only what starts left of this column is an ancestor. */
  limit: number;
  /** The column of the sequence whose items are being counted, else -1. */
  seqColumn: number;
  count: number;
  /** Where the count goes in `reversed`, -1 for the start line's own index. */
  slot: number;
  firstIndex: number;
  baseColumn: number;
  isMapEntry: boolean;
  /** The start line cannot stand for itself: the next ancestor above it has to be the start. */
  isBare: boolean;
  /** The start line is the value of an explicit key (`: x`), whose `? ` line stands above it at the same column. */
  seeksKey: boolean;
  /** The cursor's line is blank: what ended on its own line is no ancestor of it. */
  isBlank: boolean;
}

/**
 * Climbs from `line`. `column` plays the part of the indentation on a blank line. Reads upward until an ancestor at
 * column 0 or the start of the document; of most lines it reads no more than their indentation.
 */
export function climb(lines: SourceLines, line: number, column: number): Start {
  const text = lines.lineAt(line);
  const indent = indentOf(text);
  const isBlank = indent === text.length;
  const state: Climb = {
    start: line,
    reversed: [],
    limit: isBlank ? column : indent,
    seqColumn: -1,
    count: 0,
    slot: -1,
    firstIndex: 0,
    baseColumn: -1,
    isMapEntry: false,
    isBare: false,
    seeksKey: false,
    isBlank,
  };
  if (!isBlank) {
    if (indent === 0 && markerOf(text) !== 0) return startOf(state);
    restart(state, line, text, indent);
    if (isCloser(text.charCodeAt(indent))) state.limit++;
  }
  const isLoneNode = !isBlank && state.seqColumn < 0 && isLone(text, indent);
  const top = climbLines(lines, line, state, isLoneNode);
  if (state.limit === 0 || state.isBare) startAtRootFlow(lines, top, state);
  return startOf(state);
}

function startOf(state: Climb): Start {
  setCount(state);
  return {
    line: state.start,
    prefix: state.reversed.reverse(),
    firstIndex: state.firstIndex,
    baseColumn: state.baseColumn,
    isMapEntry: state.isMapEntry,
  };
}

/** Begins again at a line further up: what was found below it is for the pass to read. */
function restart(state: Climb, line: number, text: string, indent: number): void {
  state.start = line;
  state.reversed.length = 0;
  state.limit = indent;
  state.seqColumn = isIndicator(text, indent, Code.dash) ? indent : -1;
  state.count = 0;
  state.slot = -1;
  state.baseColumn = -1;
  state.isMapEntry = false;
  state.isBlank = false;
  state.seeksKey = isIndicator(text, indent, Code.colon);
  state.isBare = state.seeksKey;
}

function isOpen(state: Climb, isFirstSibling: boolean): boolean {
  return state.limit > 0 || state.seqColumn >= 0 || state.seeksKey || isFirstSibling;
}

/** Returns the last line that was taken for the start or an ancestor. */
function climbLines(lines: SourceLines, from: number, state: Climb, isLoneNode: boolean): number {
  let top = from;
  let isFirstSibling = isLoneNode;
  for (let line = from - 1; isOpen(state, isFirstSibling); line--) {
    line = nextToRead(lines, line, state.limit, passedColumn(state, isFirstSibling));
    if (line < 0) break;
    const text = lines.lineAt(line);
    const indent = indentOf(text);
    const c = text.charCodeAt(indent);
    if (c === Code.hash || (c === Code.openBrace && isControl(text, indent))) continue;
    if (indent === 0 && markerOf(text) !== 0) {
      if (skipSpaces(text, 3) < text.length && state.limit > 0) restart(state, line, text, 0);
      break;
    }
    if (indent === state.limit && !isSequenceParent(state, text, indent)) {
      if (isSibling(state, line, text, indent, isFirstSibling)) top = line;
      if (c !== Code.dash || !isBreak(text, indent + 1)) isFirstSibling = false;
      continue;
    }
    top = line;
    addAncestor(state, line, text, indent, isFirstSibling);
    isFirstSibling = false;
  }
  return top;
}

/**
 * The nearest line from `from` upward that the climb has to look at, -1 without one: not blank, not deeper than `limit`, and
 * no plain key at column `passed`. A long way up is spent here altogether, and mostly in code that has never run before.
 */
function nextToRead(lines: SourceLines, from: number, limit: number, passed: number): number {
  for (let line = from; line >= 0; line--) {
    const text = lines.lineAt(line);
    let i = 0;
    let c = text.charCodeAt(0);
    while (i <= limit && (c === 32 || c === 9 || c === 13)) c = text.charCodeAt(++i);
    if (i <= limit && i < text.length && !(i === passed && isWord(c))) return line;
  }
  return -1;
}

/** The column at which plain keys tell nothing: beside the present line, where no items are counted and no start is sought. */
function passedColumn({ limit, seqColumn, isBare, seeksKey }: Climb, isFirstSibling: boolean): number {
  return seqColumn < 0 && !isBare && !seeksKey && !isFirstSibling ? limit : -1;
}

/** In `key:` above `- item` at the same column the key is the parent. */
function isSequenceParent(state: Climb, text: string, indent: number): boolean {
  return (
    state.seqColumn >= 0 && !isIndicator(text, indent, Code.dash) && keyColon(text, skipProperties(text, indent)) >= 0
  );
}

/** Reads a line at the column of the present one; true when it became the start. */
function isSibling(state: Climb, line: number, text: string, indent: number, isNearest: boolean): boolean {
  const c = text.charCodeAt(indent);
  if (c === Code.dash && isBreak(text, indent + 1)) {
    if (state.seqColumn >= 0) state.count++;
    return false;
  }
  if (state.isBare && isIndicator(text, indent, Code.question)) {
    restart(state, line, text, indent);
    return true;
  }
  const mayBeBare = isNearest || state.seqColumn >= 0 || isFlowIndicator(c) || opensText(c);
  if (!mayBeBare || isCloser(c)) return false;
  if (keyColon(text, skipProperties(text, indent)) >= 0) {
    if (isNearest) state.isMapEntry = true;
    return false;
  }
  restart(state, line, text, indent);
  state.isBare = true;
  return true;
}

function addAncestor(state: Climb, line: number, text: string, indent: number, isNearest: boolean): void {
  const head = readHead(text, indent);
  const isOther = isIndicator(text, indent, Code.question);
  if (head.dashes.length === 0 && head.colon < 0 && !isOther) {
    restart(state, line, text, indent);
    state.isBare = true;
    return;
  }
  if (state.isBare || isOther || isIndicator(text, indent, Code.colon)) {
    restart(state, line, text, indent);
    return;
  }
  const { limit, seqColumn } = state;
  const hasKey = head.colon >= 0;
  const isInside = hasKey ? head.column < limit || head.column === seqColumn : lastDash(head) < limit;
  const value = isInside ? valueAfter(text, hasKey ? head.colon + 1 : head.content) : Value.none;
  if (value === Value.open || (value === Value.closed && !(state.isBlank && state.reversed.length === 0))) {
    restart(state, line, text, indent);
    return;
  }
  if (isNearest && hasKey && head.column === limit) state.isMapEntry = true;
  addHead(state, text, head, isInside && value === Value.none, indent);
}

/** Puts the line's own key and dashes on the path, if they are ancestors; `isParent` when its innermost part is one. */
function addHead(state: Climb, text: string, head: Head, isParent: boolean, indent: number): void {
  const { limit, seqColumn } = state;
  const hasKey = head.colon >= 0;
  if (seqColumn >= 0 && head.dashes.includes(seqColumn)) state.count++;
  setCount(state);
  if (state.baseColumn < 0) state.baseColumn = baseOf(head, limit, hasKey && isParent);
  if (hasKey && isParent) state.reversed.push(keyText(text, head.content, head.colon));
  const skipLast = !hasKey && !isParent && lastDash(head) < limit ? 1 : 0;
  for (let k = head.dashes.length - 1 - skipLast; k >= 0; k--) {
    if ((head.dashes[k] ?? 0) < limit) state.reversed.push(0);
  }
  const isItem = head.dashes.length > skipLast;
  state.seqColumn = head.dashes.length > 0 ? indent : -1;
  state.slot = isItem ? state.reversed.length - 1 : -1;
  if (!isItem && head.dashes.length > 0) state.seqColumn = -1;
  state.count = 0;
  state.limit = indent;
}

function baseOf(head: Head, limit: number, isKey: boolean): number {
  if (isKey) return head.column;
  let column = -1;
  for (const dash of head.dashes) if (dash < limit) column = dash;
  return column;
}

function setCount(state: Climb): void {
  if (state.seqColumn < 0) return;
  if (state.slot < 0) state.firstIndex = state.count;
  else state.reversed[state.slot] = state.count;
}

/** A quote or a block scalar's header: what stands below it at its own column may be inside it. */
function opensText(code: number): boolean {
  return code === Code.double || code === Code.single || code === Code.pipe || code === Code.greater;
}

/** A line that begins with a closing bracket belongs to what the line with the opening one began, often at its column. */
function isCloser(code: number): boolean {
  return code === Code.closeBrace || code === Code.closeBracket;
}

/** Neither a key nor an item: a half-typed key beside keys, else the whole or a part of a value. */
function isLone(text: string, indent: number): boolean {
  return text.charCodeAt(indent) !== Code.hash && keyColon(text, skipProperties(text, indent)) < 0;
}

/** JSON may stand at column 0 altogether; only lines that look like it are worth the way up to the document's start. */
function startAtRootFlow(lines: SourceLines, top: number, state: Climb): void {
  const text = lines.lineAt(top);
  const indent = indentOf(text);
  const c = text.charCodeAt(indent);
  const last = text.charCodeAt(trimEnd(text, 0, text.length) - 1);
  if (!isFlowIndicator(c) && c !== Code.double && c !== Code.single && last !== Code.comma) return;
  for (let line = documentStartOf(lines, top); line < top; line++) {
    const first = lines.lineAt(line);
    const at = markerOf(first) === 0 ? indentOf(first) : skipSpaces(first, 3);
    const code = first.charCodeAt(at);
    if (at >= first.length || code === Code.hash || (code === Code.percent && at === 0)) continue;
    const isFlow = code === Code.openBracket || (code === Code.openBrace && !isTemplate(first, at));
    if (isFlow) restart(state, line, first, 0);
    return;
  }
}
