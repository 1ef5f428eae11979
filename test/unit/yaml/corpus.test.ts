// The confusion table over real files, when they are at hand: which format each file is taken for against what an index
// says it is. test/corpus-exceptions.tsv names every file decided otherwise, with the reason.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/core/text';
import { loadIdentifiers } from '../../../src/yaml/identifiers';
import type { Format } from '../../../src/yaml/model';
import { createReader, type Reading } from '../../../src/yaml/reader';

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const isHere = existsSync(corpus);
const read = (url: URL) => readFileSync(url, 'utf8');

interface Indexed {
  readonly path: string;
  readonly expected: Format;
  readonly sub: string;
}
const FORMAT_OF: Readonly<Record<string, Format>> = { 'helm-values': 'helm', other: 'none' };
const indexed = (): Indexed[] =>
  read(new URL('INDEX.tsv', corpus))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([dialect = '', path = '', , , , , , sub = '']) => ({
      path,
      sub,
      expected: sub === 'oos' ? 'oos' : (FORMAT_OF[dialect] ?? (dialect as Format)),
    }));

const exceptions = () =>
  new Map(
    read(new URL('../../corpus-exceptions.tsv', import.meta.url))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t') as [string, string]),
  );

/** The format of most documents of a file, empty ones aside. */
function formatOfFile({ documents }: Reading): Format {
  const count = new Map<Format, number>();
  for (const { format, because } of documents)
    if (because.code !== 'empty') count.set(format, (count.get(format) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}

describe.skipIf(!isHere)('real files (skipped without them)', () => {
  const identifiers = loadIdentifiers(read(new URL('../../../data/identifiers.tsv', import.meta.url)));
  const reader = createReader(identifiers);
  const files = isHere ? indexed() : [];
  const readings = files.map(({ path }) => {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/'), corpus);
    return reader.read(linesOf(read(url)), { fileName: path });
  });

  it('are taken for what they are', () => {
    const table: Record<string, number> = {};
    const otherwise: string[] = [];
    files.forEach(({ path, expected }, i) => {
      const actual = formatOfFile(readings[i] as Reading);
      const row = `${expected} → ${actual}`;
      table[row] = (table[row] ?? 0) + 1;
      if (actual !== expected) otherwise.push(path);
    });
    expect([...exceptions().keys()].sort()).toEqual(otherwise.sort());
    expect(1 - otherwise.length / files.length).toBeGreaterThanOrEqual(0.98);
    expect(table).toMatchSnapshot();
  });

  it('nothing is said of files that are no infrastructure', () => {
    const skipped = exceptions();
    files.forEach(({ path, expected }, i) => {
      if (expected === 'none' && !skipped.has(path)) expect(readings[i]?.mentions, path).toEqual([]);
    });
  });

  it('every mention stands on a token of its line', () => {
    files.forEach(({ path }, i) => {
      const lines = readings[i]?.text.lines ?? [];
      for (const { span, productId } of readings[i]?.mentions ?? []) {
        const token = lines[span.line]?.slice(span.start, span.end) ?? '';
        expect(token, `${path}:${span.line + 1} ${productId}`).toMatch(/^[^\s"'#](?:.*[^\s"'])?$/);
      }
    });
  });
});
