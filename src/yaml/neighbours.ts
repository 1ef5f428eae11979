// What stands around a line: the keys beside a key and the block beneath a comment, told from indentation alone within a
// few hundred lines; the line on which a resource begins, told from its document. It knows no products.
import type { SourceLines } from '../core/text';
import type { Format, PathItem } from './model';
import { locateAt } from './structure/locate';
import { lineOutsideText } from './structure/texts';

/** How far neighbours are looked for. */
const REACH = 400;

const KEY = /^((?:\s|-(?=\s))*)(["']?)([^\s"'#{}[\],&*!|>%@`][^"':#]*?)\2\s*:(?:\s+(.*))?$/;

interface KeyLine {
  /** Column of the key itself, behind the dashes of its item. */
  readonly column: number;
  /** Column of the first dash, or that of the key. */
  readonly outer: number;
  readonly key: string;
  readonly value: string;
}

function keyOn(text: string): KeyLine | undefined {
  const match = KEY.exec(text);
  if (!match) return undefined;
  const [, lead = '', quote = '', key = '', value = ''] = match;
  return { column: lead.length + quote.length, outer: text.search(/\S/), key, value: plain(value) };
}

/** `"x" # y` → `x` */
function plain(value: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  return quoted ? (quoted[2] ?? '') : value.replace(/(?:^|\s)#.*$/, '').trim();
}

/** The entries of the block mapping in which `line` has a key (or would have one) at `column`: key → plain value. */
export function siblingsOf(lines: SourceLines, line: number, column: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (one: KeyLine | undefined) => {
    if (one?.column === column && !found.has(one.key)) found.set(one.key, one.value);
  };
  const own = keyOn(lines.lineAt(line));
  const isFirst = own !== undefined && own.outer < column && own.column === column;
  add(own);
  for (let i = line - 1; i >= Math.max(0, line - REACH) && !isFirst; i--) {
    const step = sibling(lines.lineAt(i), column);
    if (step === 'end') break;
    if (step !== 'other') add(step);
    if (step !== 'other' && step.outer < column) break;
  }
  for (let i = line + 1; i < Math.min(lines.lineCount, line + REACH); i++) {
    const step = sibling(lines.lineAt(i), column);
    if (step === 'end' || (step !== 'other' && step.outer < column)) break;
    if (step !== 'other') add(step);
  }
  return found;
}

/** What a line is to a mapping at `column`: an entry of it, inside or beside it, or past its end. */
function sibling(text: string, column: number): KeyLine | 'other' | 'end' {
  const indent = text.search(/\S/);
  if (indent < 0 || text[indent] === '#') return 'other';
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(text)) return 'end';
  const key = keyOn(text);
  if (key?.column === column) return key;
  return indent < column ? 'end' : 'other';
}

/** `[from, to)` lines. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

const isContent = (text: string): boolean => /^\s*[^\s#]/.test(text);

/**
 * The lines that a comment on `line` speaks of: of a comment behind something that line, of a comment on its own line the
 * block beneath it, and at the head of a document the whole document.
 */
export function blockBeneath(lines: SourceLines, line: number, document: LineSpan): LineSpan {
  if (isContent(lines.lineAt(line))) return { from: line, to: line + 1 };
  const first = nextContent(lines, line + 1, document.to);
  if (first < 0) return { from: line, to: line + 1 };
  if (first === firstContent(lines, document)) return { from: first, to: document.to };
  const indent = lines.lineAt(first).search(/\S/);
  let to = first + 1;
  while (to < Math.min(document.to, first + REACH)) {
    const text = lines.lineAt(to);
    if (isContent(text) && text.search(/\S/) <= indent) break;
    to++;
  }
  return { from: first, to };
}

function nextContent(lines: SourceLines, from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    const text = lines.lineAt(i);
    if (isContent(text) && !/^---(?:\s|$)/.test(text)) return i;
  }
  return -1;
}

/** First line of a document that holds something; -1 when nothing does. */
export function firstContent(lines: SourceLines, document: LineSpan): number {
  return nextContent(lines, document.from, document.to);
}

/** How many steps of a path name one resource; 0: the whole document is one. A format without entry has no resources. */
const RESOURCE_DEPTH: Partial<Readonly<Record<Format, number>>> = {
  ros: 2,
  oos: 2,
  compose: 2,
  'serverless-devs': 2,
  pulumi: 2,
  architecture: 2,
  kubernetes: 0,
  helm: 0,
  crossplane: 0,
  kubevela: 3,
};

/**
 * The line on which the resource around `line` begins: its key (`Database:`), its item (`- name: …`), or the first line of
 * its document. Outside resources the line itself, of a text over several lines the one on which it begins: what is put in
 * above the line that is told changes no value.
 */
export function resourceLine(lines: SourceLines, line: number, format: Format, document: LineSpan): number {
  const target = beginOfResource(lines, line, format, document);
  const outside = lineOutsideText(lines, target);
  if (outside === target || lines.lineAt(target).trim() !== '') return outside;
  // Blank lines below a block scalar may be a part of it; what is to stand there belongs to what follows them.
  const next = nextLine(lines, target, document.to);
  return next >= 0 && lineOutsideText(lines, next) === next ? next : outside;
}

function nextLine(lines: SourceLines, from: number, to: number): number {
  for (let i = from; i < to; i++) if (lines.lineAt(i).trim() !== '') return i;
  return -1;
}

function beginOfResource(lines: SourceLines, line: number, format: Format, document: LineSpan): number {
  const depth = RESOURCE_DEPTH[format];
  if (depth === undefined) return line;
  if (depth === 0) return Math.max(firstContent(lines, document), 0);
  const start = isContent(lines.lineAt(line)) ? line : nextContent(lines, line, document.to);
  const path = start < 0 ? undefined : pathOn(lines, start);
  if (!path || path.length < depth) return line;
  const wanted = path.slice(0, depth);
  let best = start;
  let indent = lines.lineAt(start).search(/\S/);
  for (let i = start - 1; i >= document.from && indent > 0; i--) {
    const text = lines.lineAt(i);
    const own = text.search(/\S/);
    if (!isContent(text) || own >= indent) continue;
    indent = own;
    const above = pathOn(lines, i);
    if (!above || !wanted.every((item, step) => above[step] === item)) break;
    best = i;
  }
  return best;
}

/** Path of the first key or value on a line. */
function pathOn(lines: SourceLines, line: number): readonly PathItem[] | undefined {
  const column = lines.lineAt(line).search(/[^\s-]|-(?=\S)/);
  return column < 0 ? undefined : locateAt(lines, line, column)?.path;
}
