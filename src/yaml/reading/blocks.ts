// Cuts a document into blocks that can be read on their own, so that an edit costs the block it falls into. It knows
// indentation and keys, no formats. The cut depends on the lines alone: the same lines are cut the same way.
import type { SourceLines } from '../../core/text';
import type { LineRange } from '../formats/head';
import type { PathItem } from '../model';
import { isWord } from '../structure/chars';

/** The lines `[from, to)`, and the path their content stands under. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly prefix: readonly PathItem[];
  /** Of a list that is cut at its items: the index of the item that begins here, else 0. */
  readonly firstIndex: number;
  /** The column at which it and the blocks beside it begin; -1 for a block that is not one of several children. */
  readonly column: number;
}

/** A document up to this length is one block: what belongs together in it is read together. */
export const WHOLE = 64;
/** A top-level block beyond this length is cut at its children. */
export const LONG = 64;

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#{}[\]&*!|>'"%@`,?-][^#]*?))\s*:(?:\s|$)/;
const OPEN_KEY = /:\s*(?:[&!]\S+\s*)?(?:#.*)?$/;

/**
 * Whether a line has a key at `from`: one of plain letters, else by the pattern. That looks at the start of a line only: over
 * a line of a megabyte it takes its time.
 */
export function isKey(text: string, from = 0): boolean {
  let i = from;
  while (isWord(text.charCodeAt(i))) i++;
  if (i > from && text.charCodeAt(i) === 58 && text.charCodeAt(from) !== 45)
    if (i + 1 === text.length || text.charCodeAt(i + 1) === 32) return true;
  return KEY.test(text.slice(from, from + 1000));
}

/** The blocks of one document, in order and without gaps. */
export function cutDocument(lines: SourceLines, document: LineRange): readonly Cut[] {
  const { startLine, endLine } = document;
  const whole: Cut = { from: startLine, to: endLine, prefix: [], firstIndex: 0, column: -1 };
  if (endLine - startLine <= WHOLE) return [whole];
  const { keys, items } = topsOf(lines, document);
  const cuts: Cut[] = [];
  if (items.length > 0) addParts(cuts, startLine, { starts: items, isList: true, column: 0 }, endLine, []);
  if (keys.length === 0) return cuts.length > 0 ? cuts : [whole];
  const first = keys[0] ?? startLine;
  if (first > startLine) cuts.push({ ...whole, to: first });
  keys.forEach((from, index) => {
    cutTop(lines, from, keys[index + 1] ?? endLine, cuts);
  });
  return cuts;
}

/** Where the children of a block begin, and at which column. */
interface Children {
  readonly starts: readonly number[];
  readonly isList: boolean;
  readonly column: number;
}

const NO_CHILDREN: Children = { starts: [], isList: false, column: -1 };

/** What comes before the first child, then the children one by one. */
function addParts(into: Cut[], from: number, children: Children, to: number, prefix: readonly PathItem[]): void {
  const { starts, isList, column } = children;
  const first = starts[0] ?? to;
  if (first > from) into.push({ from, to: first, prefix: [], firstIndex: 0, column: -1 });
  for (let i = 0; i < starts.length; i++) {
    into.push({ from: starts[i] ?? to, to: starts[i + 1] ?? to, prefix, firstIndex: isList ? i : 0, column });
  }
}

/** Whether a list's item stands at a column. */
export const isItem = (text: string, at: number): boolean => {
  const after = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 45 && (Number.isNaN(after) || after === 32);
};

/** Whether a line says nothing at column 0: blank, indented, a comment, a directive. */
export const isQuiet = (text: string): boolean => {
  const c = text.charCodeAt(0);
  return Number.isNaN(c) || c === 32 || c === 9 || c === 35 || c === 37;
};

/** Whether a child begins on a line, among children at `column`. */
export function opensChild(text: string, column: number, isList: boolean): boolean {
  if (text.charCodeAt(column) === 32 || (column > 0 && text.charCodeAt(column - 1) !== 32)) return false;
  if (text.charCodeAt(column) === 35 || text.search(/\S/) !== column) return false;
  return isList ? isItem(text, column) : column > 0 && isKey(text, column);
}

/** Lines with a key at column 0, or those with an item where the document is a list. One that opens with `{` is not cut. */
function topsOf(
  lines: SourceLines,
  { startLine, endLine }: LineRange,
): { readonly keys: readonly number[]; readonly items: readonly number[] } {
  const keys: number[] = [];
  const items: number[] = [];
  for (let line = startLine; line < endLine; line++) {
    const text = lines.lineAt(line);
    if (isQuiet(text)) continue;
    const c = text.charCodeAt(0);
    if (keys.length === 0 && isItem(text, 0)) items.push(line);
    else if (items.length > 0 && c !== 46) return { keys: [], items: [] };
    else if (keys.length === 0 && (c === 123 || c === 91)) return { keys: [], items: [] };
    else if (isKey(text)) keys.push(line);
  }
  return { keys, items };
}

/** Cuts one top-level key with what stands below it, or the lines before the first key. */
export function cutTop(lines: SourceLines, from: number, to: number, into: Cut[]): void {
  const header = lines.lineAt(from).slice(0, 1000);
  const match = KEY.exec(header);
  const key = match?.[1] ?? match?.[2] ?? match?.[3];
  if (to - from > LONG && key !== undefined && OPEN_KEY.test(header)) {
    const children = childrenOf(lines, from + 1, to);
    if (children.starts.length > 0) {
      addParts(into, from, children, to, [key]);
      return;
    }
  }
  into.push({ from, to, prefix: [], firstIndex: 0, column: -1 });
}

/** Lines with a key, or with an item, at the indentation of the first child; none where the children are a text. */
function childrenOf(lines: SourceLines, from: number, to: number): Children {
  let line = from;
  let column = -1;
  for (; line < to && column < 0; line++) {
    const text = lines.lineAt(line);
    const own = text.search(/\S/);
    if (own >= 0 && text.charCodeAt(own) !== 35) column = own;
  }
  if (column < 0) return NO_CHILDREN;
  const first = lines.lineAt(line - 1);
  const isList = isItem(first, column);
  if (!isList && !(column > 0 && isKey(first, column))) return NO_CHILDREN;
  const starts = [line - 1];
  for (; line < to; line++) if (opensChild(lines.lineAt(line), column, isList)) starts.push(line);
  return { starts, isList, column };
}
