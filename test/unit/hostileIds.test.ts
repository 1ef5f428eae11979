// Words of somebody else's file that happen to be names of JavaScript's own: they are products that nobody knows.
import { expect, test } from 'vitest';

import { shortCitation } from '../../src/core/cite';
import { votingRoll } from '../../src/core/kin';
import { evidenceFor } from '../../src/core/library';
import { casesLike } from '../../src/core/match';
import { suggest } from '../../src/core/suggest';
import { realLibrary, tinyCase } from '../support/library';

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'product %s finds nothing and breaks nothing',
  (id) => {
    const library = realLibrary();
    expect(evidenceFor(library, id).cases).toEqual([]);
    expect(casesLike(library, votingRoll(library), [{ productId: id }])).toEqual([]);
    expect(suggest(votingRoll(library), [id])).toEqual(suggest(votingRoll(library), []));
  },
);

test('a case without pages is cited without one', () => {
  expect(shortCitation(tinyCase('7', [], { page: 0 }))).toBe('tiny-7 § 7');
});
