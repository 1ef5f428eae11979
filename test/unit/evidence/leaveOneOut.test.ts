// How well the votes of similar cases find a hidden product, beside popularity and the variants that were tried. The
// tables in leaveOneOut.md are what this test measures; after a change of the data: UPDATE_TABLES=1 npm run test:unit.
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';

import type { CaseStudy } from '../../../src/core/model';
import {
  type Answered,
  bootstrapDifference,
  holdOut,
  leaveOneOut,
  type Score,
  scoreOf,
  type Trial,
  trialsByChoice,
  trialsById,
} from '../../support/leaveOneOut';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';
import {
  BY_CLOSENESS,
  BY_PRODUCTS,
  BY_SKETCH,
  BY_SKETCH_IN,
  POPULARITY,
  RANKERS,
  sketchOf,
} from '../../support/sketchRankers';

const TABLE = 'test/unit/evidence/leaveOneOut.md';

/** One way of counting, over all rankings. */
interface Measured {
  readonly score: (ranking: string) => Score;
  /** 95 % bootstrap interval of the gain in hit@1 over popularity. */
  readonly gain: (ranking: string) => readonly [number, number];
}

function measured(
  answers: ReadonlyMap<string, Answered[]>,
  count: (answers: readonly Answered[]) => Trial[],
): Measured {
  const trials = new Map([...answers].map(([name, list]) => [name, count(list)]));
  const scores = new Map([...trials].map(([name, list]) => [name, scoreOf(list)]));
  const base = trials.get(POPULARITY) ?? [];
  const gains = new Map([...trials].map(([name, list]) => [name, bootstrapDifference(list, base)]));
  return {
    score: (name) => scores.get(name) as Score,
    gain: (name) => gains.get(name) as [number, number],
  };
}

describe('leave one out', () => {
  let byId: Measured;
  let byChoice: Measured;
  beforeAll(() => {
    const cases = holdOut(realLibrary());
    const answers = new Map(RANKERS.map(([name, ranker]) => [name, leaveOneOut(cases, ranker)]));
    byId = measured(answers, trialsById);
    byChoice = measured(answers, trialsByChoice);
  });

  test('the votes of similar cases beat popularity twice over, and not by chance', () => {
    expect(byId.score(BY_PRODUCTS).hit1).toBeGreaterThanOrEqual(2 * byId.score(POPULARITY).hit1);
    expect(byId.gain(BY_PRODUCTS)[0]).toBeGreaterThan(0);
  });

  test('holds what was reached', () => {
    const ours = byId.score(BY_PRODUCTS);
    expect(ours.hit1).toBeGreaterThanOrEqual(0.33);
    expect(ours.hit3).toBeGreaterThanOrEqual(0.45);
  });

  test.each([BY_SKETCH, BY_SKETCH_IN.zh, BY_SKETCH_IN.en])(
    'with what a sketch says of itself, every second hidden choice is among the first three: %s',
    (ranking) => {
      const ours = byChoice.score(ranking);
      expect(ours.hit1).toBeGreaterThanOrEqual(0.34);
      expect(ours.hit3).toBeGreaterThanOrEqual(0.5);
      expect(ours.hit1).toBeGreaterThanOrEqual(2 * byChoice.score(POPULARITY).hit1);
      expect(byChoice.gain(ranking)[0]).toBeGreaterThan(0);
    },
  );

  test('the committed tables are what is measured', () => {
    const text = tablesOf(byId, byChoice);
    if (process.env.UPDATE_TABLES) writeFileSync(TABLE, text);
    expect(readFileSync(TABLE, 'utf8')).toBe(text);
  });
});

describe('a trial', () => {
  const roleOf = (id: string) => ({ zh: `${id}的作用`, en: `what ${id} does` });
  const uses = (ids: readonly string[]) => ids.map((id) => ({ id, listed: true, role: roleOf(id) }));
  const withRoles = (section: string, ids: readonly string[]) => tinyCase(section, ids, { products: uses(ids) });
  const library = tinyLibrary([withRoles('1', ['ecs', 'rds', 'oss']), withRoles('2', ['rds', 'rds-mysql'])], {
    families: { rds: ['rds-mysql'] },
  });

  test('shows a ranker nothing of the hidden product, neither its id nor its role', () => {
    const seen: CaseStudy[] = [];
    const answers = leaveOneOut(holdOut(library), (roll, rest, study) => {
      expect(roll.members.some((member) => member.study.id === study.id)).toBe(false);
      expect(study.products.map(({ id }) => id)).toEqual(rest);
      seen.push(study);
      return [];
    });
    expect(seen).toHaveLength(5);
    answers.forEach(({ hidden }, i) => {
      const shown = sketchOf(seen[i] as CaseStudy).roles;
      expect(shown.length).toBeGreaterThan(0);
      expect(shown).not.toContain(roleOf(hidden).zh);
      expect(shown).not.toContain(roleOf(hidden).en);
    });
  });

  test('by choice counts RDS for RDS MySQL, and hides neither beside the other', () => {
    const answers = leaveOneOut(holdOut(library), () => ['rds-mysql', 'rds']);
    const ranks = (trials: readonly Trial[]) => trials.map(({ caseId, rank }) => `${caseId} ${rank}`);
    expect(ranks(trialsById(answers))).toEqual(['tiny-1 0', 'tiny-1 2', 'tiny-1 0', 'tiny-2 2', 'tiny-2 1']);
    expect(ranks(trialsByChoice(answers))).toEqual(['tiny-1 0', 'tiny-1 1', 'tiny-1 0']);
  });
});

function tableOf({ score, gain }: Measured): string {
  const rows = RANKERS.map(([name]) => {
    const { n, unreachable, hit1, hit3, hit5, mrr } = score(name);
    const hits = [hit1, hit3, hit5].map((part) => `${Math.round(part * n)} = ${part.toFixed(3)}`);
    const interval = gain(name).map((value) => value.toFixed(3));
    const gained = name === POPULARITY ? '—' : interval.join(' … ');
    return `| ${[name, n, unreachable, ...hits, mrr.toFixed(3), gained].join(' | ')} |`;
  });
  return `| ranking | n | unreachable | hit@1 | hit@3 | hit@5 | MRR | gain in hit@1 |
|---|--:|--:|--:|--:|--:|--:|---|
${rows.join('\n')}`;
}

/** `175 of 349` */
function found({ score }: Measured, ranking: string, hit: 'hit1' | 'hit3'): string {
  const one = score(ranking);
  return `${Math.round(one[hit] * one.n)} of ${one.n}`;
}

function tablesOf(byId: Measured, byChoice: Measured): string {
  return `# Leave one out

Hide one product of a case (listed or used, cases with two products or more), rank all others from the rest. A trial is
unreachable when no other case has the product; it counts as a miss. No ranking names what is the same choice as a
product that is left (RDS beside RDS MySQL). The interval is the 95 % bootstrap interval, by case, of the gain in hit@1
over popularity, which is counted in the same way.

A case is asked either as a file that names its products and nothing else, or as a sketch (\`architecture.yaml\`) would
state it: also its industry, its problems, and the roles of the products that are left, never that of the hidden one. Of
the roles both the Chinese and the English are given, unless the row says otherwise; a sketch mostly has one of them.
A role that only says that the text does not tell it is none.

Problems count twice: cases that have them stand closer, and the votes for a product are multiplied with how well it goes
with the best suited of them (the geometric mean of its share among the cases with the problem and of how much more that
is than among all cases, as if four cases more had the problem and used what all use).

What to make of the figures: everything was measured on the data that it was chosen on, so the best is a little
flattered. Counted by id, about fifty variants were tried and none reached .50 at 3 (see the git history of this text); to
count by choice, as the product does everywhere else, came after that. Counted so,
- what a sketch says of itself finds ${found(byChoice, BY_SKETCH, 'hit3')} at 3 instead of ${found(byChoice, BY_PRODUCTS, 'hit3')}, with roles in Chinese only ${found(byChoice, BY_SKETCH_IN.zh, 'hit3')}, in English only ${found(byChoice, BY_SKETCH_IN.en, 'hit3')};
- it finds ${found(byChoice, BY_SKETCH, 'hit1')} at 1 instead of ${found(byChoice, BY_PRODUCTS, 'hit1')};
- where problems bring cases closer and do no more, it finds ${found(byChoice, BY_CLOSENESS, 'hit3')} at 3.

Differences of a few trials prove nothing by themselves. A role is compared with that of the same product in a case; to
compare the roles of all products at once changed two trials at most.

## By id

Only the hidden id is right. Where a case has both RDS and RDS MySQL, hiding either is a miss, since the other is left.

${tableOf(byId)}

## By choice

RDS and RDS MySQL are one choice, said more or less exactly: naming either is right, and where the case has the other,
too, nothing is lacking and there is no trial.

${tableOf(byChoice)}
`;
}
