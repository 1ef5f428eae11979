// The fast readings against the parser, on real files: `walk` must give the parser's scalars, `locateAt` the one at a place.
// A sample by default; AGREEMENT=all takes every file of the corpus and more places in each.
import { describe, expect, it } from 'vitest';
import { linesOf, type SourceLines } from '../../../../src/core/text';
import type { ScalarToken } from '../../../../src/yaml/model';
import { locateAt } from '../../../../src/yaml/structure/locate';
import { walk } from '../../../../src/yaml/structure/walk';
import { type FullReading, readFully } from '../../../support/fullParse';
import { type CorpusFile, corpusFiles, hasCorpus, randomFrom } from './corpus';

const isFull = process.env.AGREEMENT === 'all';
const SAMPLE_STEP = isFull ? 1 : 11;
const MAX_LENGTH = isFull ? Number.POSITIVE_INFINITY : 10_000;
const PLACES = isFull ? 150 : 20;

interface Tally {
  compared: number;
  wrong: number;
  readonly examples: string[];
}

interface Compared {
  readonly file: CorpusFile;
  readonly lines: SourceLines;
  readonly full: FullReading;
  /** Whether the parser's reading counts there: not in a template, not in a collection that is a key. */
  readonly counts: (line: number, column: number) => boolean;
}

function comparedFiles(): readonly Compared[] {
  const compared: Compared[] = [];
  for (const file of corpusFiles(SAMPLE_STEP, MAX_LENGTH)) {
    const full = readFully(file.text);
    if (full.hasErrors) continue;
    const lines = linesOf(file.text);
    compared.push({ file, lines, full, counts: countsIn(file.text, lines, full) });
  }
  return compared;
}

function countsIn(text: string, lines: SourceLines, full: FullReading): Compared['counts'] {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return (line, column) => {
    const offset = (starts[line] ?? 0) + column;
    if (full.unreachable.some(([start, end]) => offset >= start && offset < end)) return false;
    const source = lines.lineAt(line);
    const open = source.lastIndexOf('{{', column);
    if (open < 0) return true;
    const close = source.indexOf('}}', open);
    return close >= 0 && close + 2 < column;
  };
}

function note(tally: Tally, isRight: boolean, example: () => string): void {
  tally.compared++;
  if (isRight) return;
  tally.wrong++;
  if (tally.examples.length < 5) tally.examples.push(example());
}

function check(tallies: ReadonlyMap<string, Tally>): void {
  const all = [...tallies.values()];
  const compared = all.reduce((sum, tally) => sum + tally.compared, 0);
  const wrong = all.reduce((sum, tally) => sum + tally.wrong, 0);
  const examples = all.flatMap((tally) => tally.examples).slice(0, 8);
  if (isFull)
    console.log([...tallies].map(([kind, tally]) => `${kind}: ${tally.wrong} of ${tally.compared} wrong`).join('\n'));
  expect(compared).toBeGreaterThan(300);
  expect(wrong, examples.join('\n')).toBeLessThanOrEqual(compared * 0.001);
  const ros = tallies.get('ros');
  expect(ros?.wrong ?? 0, ros?.examples.join('\n')).toBeLessThanOrEqual((ros?.compared ?? 0) * 0.002);
}

function tallyFor(tallies: Map<string, Tally>, kind: string): Tally {
  const tally = tallies.get(kind) ?? { compared: 0, wrong: 0, examples: [] };
  tallies.set(kind, tally);
  return tally;
}

function describeToken(token: ScalarToken): string {
  const { line, start, end } = token.span;
  return `${line}:${start}-${end} ${token.role} ${JSON.stringify(token.path)} in document ${token.document}`;
}

describe.skipIf(!hasCorpus)('agreement with the parser on real files (skipped without ../shared/corpus)', () => {
  const compared = hasCorpus ? comparedFiles() : [];

  it('walk gives the scalars of the parser', () => {
    const tallies = new Map<string, Tally>();
    for (const { file, lines, full, counts } of compared) {
      const tally = tallyFor(tallies, file.kind);
      const walked = new Set<string>();
      walk(lines, 0, lines.lineCount, (token) => {
        if (counts(token.span.line, token.span.start)) walked.add(describeToken(token));
      });
      const parsed = new Set<string>();
      for (const token of full.tokens) {
        if (counts(token.span.line, token.span.start)) parsed.add(describeToken(token));
      }
      for (const token of parsed) note(tally, walked.has(token), () => `${file.name} parser only: ${token}`);
      for (const token of walked) if (!parsed.has(token)) note(tally, false, () => `${file.name} walk only: ${token}`);
    }
    check(tallies);
  });

  it('locateAt gives the scalar of the parser', () => {
    const random = randomFrom(4);
    const tallies = new Map<string, Tally>();
    for (const { file, lines, full, counts } of compared) {
      const tally = tallyFor(tallies, file.kind);
      for (let k = 0; k < PLACES && full.tokens.length > 0; k++) {
        const token = full.tokens[Math.floor(random() * full.tokens.length)];
        if (!token) continue;
        const { line, start, end } = token.span;
        const column = start + Math.floor(random() * (end - start + 1));
        if (!counts(line, column)) continue;
        const place = locateAt(lines, line, column);
        const isRight =
          place?.role === token.role &&
          place.span.start === start &&
          place.span.end === end &&
          JSON.stringify(place.path) === JSON.stringify(token.path);
        note(
          tally,
          isRight,
          () => `${file.name}:${line + 1}:${column + 1} ${describeToken(token)}, not ${JSON.stringify(place)}`,
        );
      }
    }
    check(tallies);
  });

  it('locateAt gives no scalar where the parser has none', () => {
    const random = randomFrom(5);
    const tallies = new Map<string, Tally>();
    for (const { file, lines, full, counts } of compared) {
      const tally = tallyFor(tallies, file.kind);
      for (let k = 0; k < PLACES; k++) {
        const line = Math.floor(random() * lines.lineCount);
        const column = Math.floor(random() * (lines.lineAt(line).length + 1));
        // One column to either side: a cursor at a quote is on the scalar, for the parser's span here it is not.
        const isNear = full.tokens.some(
          ({ span }) => span.line === line && column >= span.start - 1 && column <= span.end + 1,
        );
        if (isNear || !counts(line, column)) continue;
        const place = locateAt(lines, line, column);
        const isRight = !place || place.role === 'gap' || place.role === 'comment' || place.text === '';
        note(tally, isRight, () => `${file.name}:${line + 1}:${column + 1} ${JSON.stringify(place)}`);
      }
    }
    check(tallies);
  });
});
