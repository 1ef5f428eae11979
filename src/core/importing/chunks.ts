// The first cut of a text: runs of lines that belong together by their shape alone (lists, tables, code, plain lines),
// with the blank lines after each. It knows no headings and no products.
import { PAGE_MARK } from './pageMark';

export interface Chunk {
  readonly shape: 'plain' | 'list' | 'table' | 'code' | 'pageMark';
  /** Lines with content, without their line ends. */
  readonly lines: readonly string[];
  /** Verbatim, with the blank lines after it. */
  readonly text: string;
  /** Blank lines after it; a line with one space is what a page break left. */
  readonly blankLines: number;
}

/** A bullet or an ordinal with its text: indent, mark, text. Half-width digits, roman numerals and every dot met so far. */
export const ITEM = /^(\s*)([-*+●•○◦▪■]|(?:\d{1,3}|[ivx]{1,4})[.)、])[ \t]+(\S.*)$/;

/** A gap so large was a figure. */
export const FIGURE_GAP = 3;

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** All chunks of `text`; joined they are the text. Blank lines before the first chunk belong to it. */
export function chunksOf(text: string): Chunk[] {
  const lines = text.split('\n');
  const chunks: Chunk[] = [];
  let from = 0;
  while (from < lines.length) {
    let start = from;
    while (start < lines.length && isBlank(lines[start])) start++;
    const shape = shapeOf(lines[start] ?? '');
    const end = start < lines.length ? endOf(lines, start, shape) : lines.length;
    let to = end;
    while (to < lines.length && isBlank(lines[to])) to++;
    const isLast = to >= lines.length;
    chunks.push({
      shape,
      lines: lines.slice(start, end),
      text: lines.slice(from, to).join('\n') + (isLast ? '' : '\n'),
      // A final line end makes an empty last line, which is no blank line of the text.
      blankLines: to - end - (isLast && to > end ? 1 : 0),
    });
    from = to;
  }
  return chunks;
}

function shapeOf(line: string): Chunk['shape'] {
  if (/^\s*(?:```|~~~)/.test(line)) return 'code';
  if (PAGE_MARK.test(line)) return 'pageMark';
  if (isRow(line)) return 'table';
  return ITEM.test(line) ? 'list' : 'plain';
}

function isRow(line: string): boolean {
  return /\S\t/.test(line) || /^\s*\|.*\|\s*$/.test(line);
}

function endOf(lines: readonly string[], start: number, shape: Chunk['shape']): number {
  if (shape === 'pageMark') return start + 1;
  if (shape === 'code') {
    const fence = /^\s*(```|~~~)/.exec(lines[start] ?? '')?.[1] ?? '```';
    let close = start + 1;
    while (close < lines.length && !lines[close]?.trimStart().startsWith(fence)) close++;
    return Math.min(close + 1, lines.length);
  }
  let end = start + 1;
  // A plain line right below a bullet continues it; a bullet right below a plain line begins a list.
  const goesOn = (next: Chunk['shape']) => next === shape || (shape === 'list' && next === 'plain');
  while (end < lines.length && !isBlank(lines[end]) && goesOn(shapeOf(lines[end] ?? ''))) end++;
  return end;
}
