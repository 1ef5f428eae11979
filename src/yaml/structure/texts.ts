// Where a line of its own may be put in: what runs over lines may not be cut. It knows no formats and no products.
import type { SourceLines } from '../../core/text';
import { climb, type Start } from './climb';
import { resume } from './locate';
import { run } from './scan';
import { Mode, type Scan } from './state';

/**
 * The last line up to `line` that no text runs into: the line itself, or the one on which its block scalar, quoted or plain
 * text of several lines begins. A comment may stand above it. A blank line below a block scalar counts as a part of it.
 *
 *     shell: >-        ◁ of all three
 *       aliyun
 *         oss ls
 */
export function lineOutsideText(lines: SourceLines, line: number): number {
  const start = startAround(lines, line);
  if (start.line >= line) return line;
  const scan = resume(lines, start, lines.lineCount, () => {});
  let outside = start.line;
  while (scan.line <= line) {
    const isInside = runsOn(scan);
    const literal = scan.mode === Mode.literal ? scan.openLine : -1;
    run(scan, scan.line + 1);
    const isLiteral = literal >= 0 && scan.mode === Mode.literal && scan.openLine === literal;
    if (!isInside && !isLiteral) outside = Math.min(scan.line - 1, line);
  }
  return outside;
}

/** Whether the next line, whatever it is, belongs to a text that began above it. */
function runsOn({ mode, flowText }: Scan): boolean {
  return mode === Mode.plain || mode === Mode.quoted || mode === Mode.template || flowText;
}

/** A blank line is inside what reaches over it, or below what ended above it. */
function startAround(lines: SourceLines, line: number): Start {
  const isBlank = (at: number) => lines.lineAt(at).trim() === '';
  if (!isBlank(line)) return climb(lines, line, 0);
  let next = line;
  while (next < lines.lineCount - 1 && isBlank(next)) next++;
  const around = climb(lines, next, 0);
  if (around.line < line) return around;
  let above = line;
  while (above > 0 && isBlank(above)) above--;
  return climb(lines, above, 0);
}
