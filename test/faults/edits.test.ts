// Many edits on one file: after each, the reading brought up to date equals a fresh one.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { changeOfEdits, type LineChange, mergeChanges } from '../../src/core/lineChange';
import type { SourceLines } from '../../src/core/text';
import { loadIdentifiers } from '../../src/yaml/identifiers';
import { createReader } from '../../src/yaml/reader';
import { isLong, randomFrom, SEED } from './long';
import { realTexts } from './texts';

const EDITS = isLong ? 10_000 : 300;
const LONGEST = 20_000;
const reader = createReader(loadIdentifiers(readFileSync('data/identifiers.tsv', 'utf8')));
const hints = { fileName: 'file.yaml' };
const sourceOf = (lines: readonly string[]): SourceLines => ({
  lineCount: lines.length,
  lineAt: (line) => lines[line] ?? '',
});
const LINES = [
  ...['', '---', '...', 'Resources:', '  Foo:', '    Type: ALIYUN::ECS::Instance', 'kind: Service', 'apiVersion: v1'],
  ...['- a', '  a: |', '    text', '"', '{', '}', '  image: redis:7', '# cases: ignore rds', 'services:', '\t- x', ' '],
  ...["ROSTemplateFormatVersion: '2015-09-01'", '  Value: a.oss-cn-hangzhou.aliyuncs.com', '  <<: *base', '? k', ': v'],
];

/** A file that holds many things: real ones one after the other, as documents. */
function longFile(): string[] {
  const lines: string[] = [];
  for (const { text } of realTexts(23, LONGEST)) {
    if (lines.length > 1500) break;
    lines.push(...text.split(/\r\n|\n|\r/), '---');
  }
  return lines;
}

interface Edited {
  readonly lines: string[];
  readonly change: LineChange;
}

/** Letters typed or removed, lines put in, taken out, moved, pasted: what people do. */
function randomEdit(lines: readonly string[], random: () => number): Edited {
  const below = (limit: number) => Math.floor(random() * limit);
  const firstLine = below(lines.length);
  const kind = random();
  if (kind < 0.6) {
    const text = lines[firstLine] ?? '';
    const column = below(text.length + 1);
    const typed = random() < 0.5 ? text.slice(0, column) + text.slice(column + 1) : insertInto(text, column, random);
    return replaced(lines, firstLine, firstLine, [typed]);
  }
  const lastLine = Math.min(lines.length - 1, firstLine + below(kind < 0.9 ? 3 : 40));
  const count = kind < 0.9 ? 1 + below(3) : 1 + below(30);
  const from = below(lines.length);
  const put =
    random() < 0.5
      ? lines.slice(from, from + count)
      : Array.from({ length: count }, () => LINES[below(LINES.length)] ?? '');
  return replaced(lines, firstLine, lastLine, put.length > 0 ? put : ['']);
}

function insertInto(text: string, column: number, random: () => number): string {
  const signs = 'aT:- #{}[]"\'|>&*!?,@%\t';
  return text.slice(0, column) + signs[Math.floor(random() * signs.length)] + text.slice(column);
}

function replaced(lines: readonly string[], firstLine: number, lastLine: number, put: readonly string[]): Edited {
  const change = changeOfEdits([{ firstLine, lastLine, lineEndsInserted: put.length - 1 }]);
  if (!change) throw new Error('an edit is a change');
  return { lines: lines.toSpliced(firstLine, lastLine - firstLine + 1, ...put), change };
}

describe(`${EDITS} edits, seed ${SEED}`, () => {
  test('a reading that is brought up to date is a fresh one', () => {
    const random = randomFrom(SEED);
    let lines = longFile();
    let reading = reader.read(sourceOf(lines), hints);
    let pending: LineChange | undefined;
    for (let edit = 0; edit < EDITS; edit++) {
      const next = randomEdit(lines, random);
      pending = mergeChanges(pending, next.change);
      lines = next.lines.length > 4000 ? longFile() : next.lines;
      if (lines !== next.lines) pending = undefined;
      if (random() < 0.3) continue; // several edits before anybody asks
      reading = pending ? reader.read(sourceOf(lines), hints, reading, pending) : reader.read(sourceOf(lines), hints);
      pending = undefined;
      const fresh = reader.read(sourceOf(lines), hints);
      expect(reading.documents, `edit ${edit}`).toEqual(fresh.documents);
      expect(reading.mentions, `edit ${edit}`).toEqual(fresh.mentions);
    }
  });
});
