// The scalars of a whole text in the shape that `walk` gives, but read by the parser: the yardstick of the fast pass.
import { linesOf } from '../../src/core/text';
import type { ScalarToken } from '../../src/yaml/model';
import { type ParsedScalar, parseText } from './yamlScalars';

/** All scalars of a text, and whether the parser found errors in it (its reading is then a guess too). */
export interface FullReading {
  readonly tokens: readonly ScalarToken[];
  /** Offsets `[start, end)` that no path leads to: collections as keys. */
  readonly unreachable: readonly (readonly [number, number])[];
  readonly hasErrors: boolean;
}

/** Reads a whole text with the parser; about 10 µs a line. Offsets of `text` and lines agree only without a byte order mark. */
export function readFully(text: string): FullReading {
  const { scalars, unreachable, hasErrors } = parseText(text);
  const starts = lineStarts(text);
  const lines = linesOf(text);
  const tokens: ScalarToken[] = [];
  for (const scalar of scalars) addTokens(tokens, scalar, starts, lines.lineAt);
  return { tokens, unreachable, hasErrors };
}

function addTokens(
  tokens: ScalarToken[],
  scalar: ParsedScalar,
  starts: readonly number[],
  lineAt: (line: number) => string,
): void {
  const { role, style, path, document } = scalar;
  const quotes = style === 'quoted' ? 1 : 0;
  const [firstLine, firstColumn] = placeOf(starts, scalar.start);
  const [lastLine, lastColumn] = placeOf(starts, scalar.end);
  const add = (tokenRole: ScalarToken['role'], line: number, start: number, end: number) => {
    const text = lineAt(line);
    const indent = text.length - text.trimStart().length;
    tokens.push({ role: tokenRole, span: { line, start, end }, text: text.slice(start, end), path, document, indent });
  };
  if (firstLine === lastLine && style !== 'block') {
    add(role, firstLine, firstColumn + quotes, lastColumn - quotes);
    return;
  }
  for (let line = style === 'block' ? firstLine + 1 : firstLine; line <= lastLine; line++) {
    const text = lineAt(line);
    const from = line === firstLine ? firstColumn + quotes : 0;
    const part = text.slice(from, line === lastLine ? Math.max(lastColumn - quotes, 0) : text.length);
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const start = from + part.indexOf(trimmed);
    add('text', line, start, start + trimmed.length);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): [number, number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low, offset - (starts[low] ?? 0)];
}
