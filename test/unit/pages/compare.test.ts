import { describe, expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { caseMarkdown, comparisonMarkdown, fileComparisonMarkdown } from '../../../src/core/pages/caseMarkdown';
import { compareCases } from '../../../src/core/pages/comparison';
import { compareFile } from '../../../src/core/pages/fileCompare';
import { realLibrary } from '../../support/library';
import { SHOP } from './everyPage';

const library = realLibrary();
const roll = votingRoll(library);
const cases = ['inet-1.26', 'inet-4', 'inet-1.3'].flatMap((id) => library.caseById.get(id) ?? []);

/** Rows of the only table of a Markdown text, as cells. */
function tableOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

describe('cases side by side', () => {
  const model = compareCases(library, cases);

  test('every product of any case has one row, those of all first', () => {
    const ids = [...model.inAll, ...model.inSome].map(({ id }) => id);
    expect([...ids].sort()).toEqual([...new Set(cases.flatMap((study) => study.products.map((use) => use.id)))].sort());
    for (const { uses } of model.inAll) expect(uses.every(Boolean)).toBe(true);
    for (const { uses } of model.inSome) expect(uses.every(Boolean)).toBe(false);
  });

  test('the copied table has a cell for every case in every row', () => {
    for (const lang of ['zh', 'en'] as const) {
      const rows = tableOf(comparisonMarkdown(cases, library, lang));
      expect(rows.length).toBeGreaterThan(6);
      for (const row of rows) expect(row.length).toBe(cases.length + 1);
      expect(rows[1]?.every((cell) => cell === '---')).toBe(true);
    }
  });

  test('the citations stand beneath', () => {
    const markdown = comparisonMarkdown(cases, library, 'en');
    for (const study of cases) expect(markdown).toContain(`case/${study.id})`);
  });
});

describe('a file beside a case', () => {
  const study = library.caseById.get('inet-1.26');
  if (!study) throw new Error('no case');
  const comparison = compareFile(library, roll, SHOP, study);

  test('every product of either side is in exactly one of three sets', () => {
    const ids = (list: readonly { productId: string }[]) => list.map(({ productId }) => productId);
    expect(ids(comparison.both)).toEqual(['alb', 'ecs', 'redis']);
    expect(ids(comparison.onlyFile)).toEqual(['oss']);
    const met = ['slb', 'ecs', 'redis'];
    expect(comparison.onlyCase).toEqual(study.products.filter((use) => !met.includes(use.id)));
  });

  test('a member of a family meets what the case calls by the family', () => {
    expect(comparison.both[0]?.use.id).toBe('slb');
  });

  test('every place of a product is kept', () => {
    expect(comparison.both[1]?.mentions.map(({ line }) => line)).toEqual([20, 31]);
  });

  test('as Markdown: three tables, lines from 1', () => {
    const markdown = fileComparisonMarkdown(comparison, library, 'en');
    expect(markdown.match(/^\| --- /gm)?.length).toBe(3);
    expect(markdown).toContain('21, 32');
  });

  test('an empty file shares nothing', () => {
    const none = compareFile(library, roll, { name: 'x', mentions: [] }, study);
    expect([none.both.length, none.onlyFile.length, none.onlyCase.length]).toEqual([0, 0, study.products.length]);
  });
});

test('a case as Markdown carries every statement and its citation', () => {
  for (const study of cases) {
    const markdown = caseMarkdown(study, library, 'zh');
    expect(markdown.match(/^- /gm)?.length).toBeGreaterThanOrEqual(
      study.challenges.length + study.solution.length + study.outcomes.length + study.products.length,
    );
    expect(markdown).toContain(`§${study.section}`);
  }
});
