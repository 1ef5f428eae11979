// The graded development queries, where they lie beside the project; without them the file says so.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { sections } from './check';

const FILE = '../shared/eval/queries.dev.json';

interface Graded {
  readonly query: string;
  readonly type: string;
  readonly relevant: Readonly<Record<string, number>>;
}

/** Discounted gain of the first ten over the best possible. */
function ndcg(found: readonly string[], relevant: Graded['relevant']): number {
  const gain = (grades: readonly number[]) => grades.reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const best = Object.values(relevant)
    .sort((a, b) => b - a)
    .slice(0, 10);
  return gain(found.map((section) => relevant[section] ?? 0)) / gain(best);
}

describe.skipIf(!existsSync(FILE))(`graded queries (skipped without ${FILE})`, () => {
  const { queries }: { queries: Graded[] } = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : { queries: [] };

  test('nDCG@10 is at least .85', () => {
    const sum = queries.reduce((total, { query, relevant }) => total + ndcg(sections(query), relevant), 0);
    expect(sum / queries.length).toBeGreaterThanOrEqual(0.85);
  });

  const sure = queries.filter(({ type }) => /customer|product|pinyin|typo|code|mixed/.test(type));
  test.each(sure.map(({ query, relevant }) => [query, relevant] as const))(
    '%s: what is wanted stands first',
    (query, relevant) => {
      expect(relevant[sections(query)[0] ?? '']).toBe(Math.max(...Object.values(relevant)));
    },
  );
});
