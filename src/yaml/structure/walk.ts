// The fast tolerant pass over YAML text: every scalar with its path. It knows no formats and no products.
import type { SourceLines } from '../../core/text';
import type { ScalarToken } from '../model';
import { indentOf } from './chars';
import { run } from './scan';
import { createScan, type Emit, type Scan } from './state';

/**
 * Visits the scalars of the lines `[from, to)` in source order. `from` starts a document or a block; paths are relative
 * to it, and `document` counts from 0 there. The `path` array is reused: copy it to keep it.
 *
 * Comments, anchors, tags, aliases and template control lines (`{{- if x }}`) are not visited. Text that is not YAML
 * yet is read as what it is about to be: a lone word among keys is a key, an unclosed quote ends with its line's block.
 */
export function walk(lines: SourceLines, from: number, to: number, visit: (token: ScalarToken) => void): void {
  const end = Math.min(to, lines.lineCount);
  run(createScan(lines, from, end, tokenFor(visit)), end);
}

/** The state of the pass while a scalar is visited: `path` and `text`, the line that it stands on. */
export type Visited = Pick<Scan, 'path' | 'text'>;

/**
 * `walk` without a record for each scalar, for a reader that has no use for most of them. Of a sequence that begins on the
 * first line `firstIndex` is the place of its first item.
 */
export function visitScalars(
  lines: SourceLines,
  { from, to, firstIndex }: { readonly from: number; readonly to: number; readonly firstIndex?: number },
  visit: Emit,
): void {
  const end = Math.min(to, lines.lineCount);
  const scan = createScan(lines, from, end, visit);
  scan.firstIndex = firstIndex ?? 0;
  run(scan, end);
}

function tokenFor(visit: (token: ScalarToken) => void): Emit {
  return (scan, role, line, start, end, open) => {
    const isPlainKey = role === 'key' && open === start;
    visit({
      role,
      span: { line, start, end },
      text: isPlainKey ? String(scan.path[scan.path.length - 1]) : scan.text.slice(start, end),
      path: scan.path,
      document: scan.document,
      indent: line === scan.line ? scan.indent : indentOf(scan.text),
    });
  };
}
