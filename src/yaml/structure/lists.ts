// The other items of a list, read from where the list begins. It knows no formats and no products.
import type { SourceLines, Span } from '../../core/text';
import type { PathItem } from '../model';
import { Code, indentOf, isControl } from './chars';
import { climb, type Start } from './climb';
import { isIndicator } from './head';
import { isInFlow, resume } from './locate';
import { run } from './scan';
import type { Emit } from './state';

/**
 * The scalars beside the item of a list that stands at `path` and `span`, in source order, whichever way and over however
 * many lines the list is written; no more of what is below the list is read than a line. Empty where the path ends in a key.
 * Of a list that begins behind another one's dash (`- - a`) the items on other lines than the cursor's may be missing.
 */
export function itemsBeside(lines: SourceLines, path: readonly PathItem[], span: Span): readonly string[] {
  if (typeof path.at(-1) !== 'number') return [];
  const around = climb(lines, contentAbove(lines, span.line), 0);
  if (around.prefix.some((step, i) => path[i] !== step)) return [];
  const isBlock = around.prefix.length === path.length - 1;
  const start = isBlock ? firstItem(lines, around) : around;
  const end = isBlock ? endOfItems(lines, start.line) : lines.lineCount;
  const list = path.slice(start.prefix.length, -1);
  const items: string[] = [];
  let isPast = false;
  const emit: Emit = ({ path: at, text }, role, line, from, to) => {
    const isInside = at.length > list.length && list.every((step, i) => at[i] === step);
    if (!isInside) isPast = line > span.line;
    else if (role !== 'value' || at.length !== list.length + 1 || typeof at.at(-1) !== 'number') return;
    else if (line !== span.line || from !== span.start) items.push(text.slice(from, to));
  };
  const scan = resume(lines, start, end, emit);
  while (scan.line < end && !isPast && (isBlock || scan.line <= span.line || isInFlow(scan))) run(scan, scan.line + 1);
  return items;
}

/** The line, or the nearest one above it that is not blank, no comment and no template's own. */
function contentAbove(lines: SourceLines, line: number): number {
  let above = line;
  while (above > 0 && !isContent(lines.lineAt(above))) above--;
  return above;
}

function isContent(text: string): boolean {
  const indent = indentOf(text);
  return indent < text.length && text.charCodeAt(indent) !== Code.hash && !isControl(text, indent);
}

/** The start at the first item of the list whose item `start` is. */
function firstItem(lines: SourceLines, start: Start): Start {
  const column = indentOf(lines.lineAt(start.line));
  let first = start.line;
  for (let line = first - 1, left = start.firstIndex; left > 0 && line >= 0; line--) {
    const text = lines.lineAt(line);
    if (!isContent(text)) continue;
    const indent = indentOf(text);
    if (indent < column) break;
    if (indent > column || !isIndicator(text, indent, Code.dash)) continue;
    first = line;
    left--;
  }
  return { ...start, line: first, firstIndex: 0 };
}

/** The line after the last item: the next one with content that stands further to the left, or in its column without dash. */
function endOfItems(lines: SourceLines, first: number): number {
  const column = indentOf(lines.lineAt(first));
  for (let line = first + 1; line < lines.lineCount; line++) {
    const text = lines.lineAt(line);
    if (!isContent(text)) continue;
    const indent = indentOf(text);
    if (indent < column || (indent === column && !isIndicator(text, indent, Code.dash))) return line;
  }
  return lines.lineCount;
}
