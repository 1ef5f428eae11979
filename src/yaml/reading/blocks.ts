// Cuts a document into blocks that can be read on their own, so that an edit costs the block it falls into. It knows
// indentation and keys, no formats. The cut depends on the lines alone: the same lines are cut the same way.
import type { SourceLines } from '../../core/text';
import type { LineRange } from '../formats/head';
import type { PathItem } from '../model';

/** The lines `[from, to)`, and the path their content stands under. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly prefix: readonly PathItem[];
}

/** A document up to this length is one block: what belongs together in it is read together. */
const WHOLE = 256;
/** A top-level block beyond this length is cut at its children. */
const LONG = 64;

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#{}[\]&*!|>'"%@`,?-][^#]*?))\s*:(?:\s|$)/;
const OPEN_KEY = /:\s*(?:[&!]\S+\s*)?(?:#.*)?$/;

/** Looks at the start of a line only: a pattern over a line of a megabyte takes its time. */
const isKey = (text: string): boolean => KEY.test(text.length > 1000 ? text.slice(0, 1000) : text);

/** The blocks of one document, in order and without gaps. */
export function cutDocument(lines: SourceLines, document: LineRange): readonly Cut[] {
  const { startLine, endLine } = document;
  const whole: Cut = { from: startLine, to: endLine, prefix: [] };
  if (endLine - startLine <= WHOLE) return [whole];
  const tops = topKeys(lines, document);
  if (tops.length === 0) return [whole];
  const cuts: Cut[] = [];
  const first = tops[0] ?? startLine;
  if (first > startLine) cuts.push({ from: startLine, to: first, prefix: [] });
  tops.forEach((from, index) => {
    cutTop(lines, from, tops[index + 1] ?? endLine, cuts);
  });
  return cuts;
}

/** Lines with a key at column 0. A document that opens with a list or with `{` is not cut. */
function topKeys(lines: SourceLines, { startLine, endLine }: LineRange): readonly number[] {
  const tops: number[] = [];
  for (let line = startLine; line < endLine; line++) {
    const text = lines.lineAt(line);
    const c = text.charCodeAt(0);
    if (Number.isNaN(c) || c === 32 || c === 9 || c === 35 || c === 37) continue;
    if (tops.length === 0 && (c === 123 || c === 91 || (c === 45 && text.charCodeAt(1) === 32))) return [];
    if (isKey(text)) tops.push(line);
  }
  return tops;
}

function cutTop(lines: SourceLines, from: number, to: number, into: Cut[]): void {
  const whole: Cut = { from, to, prefix: [] };
  const header = lines.lineAt(from).slice(0, 1000);
  const match = KEY.exec(header);
  const key = match?.[1] ?? match?.[2] ?? match?.[3];
  if (to - from <= LONG || key === undefined || !OPEN_KEY.test(header)) {
    into.push(whole);
    return;
  }
  const children = childKeys(lines, from + 1, to);
  if (children.length === 0) {
    into.push(whole);
    return;
  }
  into.push({ from, to: children[0] ?? to, prefix: [] });
  children.forEach((child, index) => {
    into.push({ from: child, to: children[index + 1] ?? to, prefix: [key] });
  });
}

/** Lines with a key at the indentation of the first child; none where the children are a list or a text. */
function childKeys(lines: SourceLines, from: number, to: number): readonly number[] {
  const children: number[] = [];
  let indent = -1;
  for (let line = from; line < to; line++) {
    const text = lines.lineAt(line);
    if (indent >= 0 && (text.charCodeAt(indent) === 32 || text.charCodeAt(indent - 1) !== 32)) continue;
    const own = text.search(/\S/);
    if (own < 0 || text.charCodeAt(own) === 35 || (indent >= 0 && own !== indent)) continue;
    const opensChild = own > 0 && isKey(text.slice(own));
    if (indent < 0 && !opensChild) return [];
    indent = own;
    if (opensChild) children.push(line);
  }
  return children;
}
