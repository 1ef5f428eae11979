// How often an open question is right: hide one product of a case, ask what the other cases would ask, see whether it is
// the hidden one. What the questions ask beyond it was left out by that customer, perhaps on purpose.
import { expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { casesLike } from '../../../src/core/match';
import { openQuestions } from '../../../src/core/review/questions';
import { realLibrary, withCases } from '../../support/library';

const LEAST_PRECISION = 0.38;

test('open questions are right more often than three times in eight, hidden product by hidden product', () => {
  const library = realLibrary();
  let trials = 0;
  let asked = 0;
  let found = 0;
  for (const study of library.cases.filter((one) => one.products.length >= 2)) {
    const others = withCases(
      library,
      library.cases.filter((one) => one !== study),
    );
    const roll = votingRoll(others);
    const ids = study.products.map((use) => use.id);
    for (const hidden of ids) {
      const rest = ids.filter((id) => id !== hidden);
      const matches = casesLike(
        others,
        roll,
        rest.map((productId) => ({ productId })),
      );
      const questions = openQuestions(others, roll, rest, matches);
      trials += 1;
      asked += questions.length;
      if (questions.some(({ productId }) => productId === hidden)) found += 1;
      for (const { count, of } of questions) expect(count >= 3 && of >= 5 && count / of >= 0.5).toBe(true);
    }
  }
  console.log(`open questions: n ${trials}, asked ${asked}, found ${found}, precision ${(found / asked).toFixed(3)}`);
  expect(found / asked).toBeGreaterThanOrEqual(LEAST_PRECISION);
});
