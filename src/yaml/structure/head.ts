// What a line of block context begins with: its dashes, its key, and whether the value after them ends on the line.
import { Code, closingQuote, isBreak, isTemplate, keyColon, skipProperties, skipSpaces } from './chars';

/** The dashes and the key that a line begins with. `content` is where what follows the dashes starts, `colon` -1 without a key. */
export interface Head {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly content: number;
  readonly colon: number;
}

export function readHead(text: string, indent: number): Head {
  const dashes: number[] = [];
  let column = indent;
  while (isIndicator(text, column, Code.dash)) {
    dashes.push(column);
    column = skipSpaces(text, column + 1);
  }
  const content = skipProperties(text, column);
  return { dashes, column, content, colon: content < text.length ? keyColon(text, content) : -1 };
}

export enum Value {
  /** Nothing, a comment, only an anchor or a tag: what is below may be inside. */
  none,
  /** It ended on its line. */
  closed,
  /** A block scalar, or something that goes on below. */
  open,
}

/** How much of the value behind `from` stands on its line. */
export function valueAfter(text: string, from: number): Value {
  const i = skipProperties(text, skipSpaces(text, from));
  const c = text.charCodeAt(i);
  if (i >= text.length || c === Code.hash) return Value.none;
  if (c === Code.pipe || c === Code.greater) return Value.open;
  if (c === Code.double || c === Code.single) return closingQuote(text, i + 1, c) < 0 ? Value.open : Value.closed;
  if (c === Code.openBracket) return Value.open;
  return c === Code.openBrace && !isTemplate(text, i) ? Value.open : Value.closed;
}

/** The column of the innermost dash, -1 without one. */
export function lastDash(head: Head): number {
  return head.dashes[head.dashes.length - 1] ?? -1;
}

/** Whether `code` stands at `index` as an indicator: with white space or the line's end after it. */
export function isIndicator(text: string, index: number, code: Code): boolean {
  return text.charCodeAt(index) === code && isBreak(text, index + 1);
}
