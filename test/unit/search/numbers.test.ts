// The numbers index and the cases of a problem.
import { describe, expect, test } from 'vitest';

import { casesOfProblem, filterNumbers, numbersIndex } from '../../../src/core/search/numbers';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const entries = numbersIndex(library);

describe('numbersIndex', () => {
  test('holds every outcome figure once, and no measure of scale', () => {
    const figures = library.cases.flatMap((study) =>
      [...study.challenges, ...study.solution, ...study.outcomes].flatMap(({ figures: own }) => own ?? []),
    );
    expect(entries).toHaveLength(figures.filter(({ kind }) => kind === 'outcome').length);
    expect(entries.every(({ figure }) => figure.kind === 'outcome')).toBe(true);
  });

  test('each leads to the statement that tells it', () => {
    for (const { study, place, statement } of entries) {
      const [part, i] = place.split('-');
      expect(study[part as 'outcomes'][Number(i)]).toBe(statement);
    }
  });

  test('is filtered by product, caption, unit and customer', () => {
    const sectionsOf = (query: string) => [
      ...new Set(filterNumbers(library, entries, query).map(({ study }) => study.section)),
    ];
    expect(filterNumbers(library, entries, '')).toHaveLength(entries.length);
    expect(sectionsOf('墨迹')).toEqual(['9']);
    expect(sectionsOf('70%')).toContain('9');
    expect(sectionsOf('maxcompute').length).toBeGreaterThan(3);
    expect(sectionsOf('maxcompute 优酷')).toEqual(['24']);
    expect(sectionsOf('绝无此事')).toEqual([]);
  });
});

describe('casesOfProblem', () => {
  test('every case comes with a statement that is filed under the problem', () => {
    for (const { id } of library.data.problems) {
      const cases = casesOfProblem(library, id);
      expect(cases).toHaveLength(library.casesByProblem.get(id)?.length ?? 0);
      for (const { statement } of cases) expect(statement.problems).toContain(id);
    }
  });

  test('cases that name the problem first stand first', () => {
    const ranks = casesOfProblem(library, 'ddos').map(({ study }) => study.problems.indexOf('ddos'));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test('an unknown problem has no cases', () => {
    expect(casesOfProblem(library, 'nope')).toEqual([]);
  });
});
