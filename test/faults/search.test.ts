// Any string of any length in any script as a query: an answer, the same twice, never more than was asked for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outlineFilter } from '../../src/core/outlineFilter';
import { type SearchRequest, search } from '../../src/core/search/search';
import { buildSearch, type SearchIndex } from '../../src/core/search/searchIndex';
import { realLibrary, tinyCase, tinyLibrary } from '../support/library';
import { tries } from './long';
import { anything } from './texts';

const library = realLibrary();
const words = [
  ...library.data.products.flatMap(({ zh, short, aliases }) => [zh, short, ...aliases]),
  ...library.cases.map(({ customer }) => customer.zh),
];
const operators = fc.constantFrom(
  'industry:',
  'product:',
  'problem:',
  'page:',
  'cites:',
  'industry:games',
  'product:oss',
  '"',
  '“',
  '-',
  '(',
  ')',
  'AND',
  '*',
  '.*',
  '[',
  '\\',
  '\u0000',
  '\u3000',
);
const query = fc.oneof(
  anything,
  fc
    .array(fc.oneof(fc.constantFrom(...words), operators, fc.stringMatching(/^[a-z]{1,12}$/), anything), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom(...words), fc.nat(), anything)
    .map(([word, at, put]) => word.slice(0, at % (word.length + 1)) + put),
  fc
    .tuple(fc.constantFrom('a', '案', ' ', '"', 'industry:', '\ud83d', 'ab ', '1'), fc.nat(10_000))
    .map(([sign, times]) => sign.repeat(times / sign.length)),
);

describe('search', () => {
  test.each([
    ['of few cases, whose texts are scanned', () => buildSearch(library)],
    ['of many, with postings', () => buildSearch(library, { scanned: 0 })],
    ['of no cases', () => buildSearch(tinyLibrary([]))],
    [
      'of odd cases',
      () => buildSearch(tinyLibrary([tinyCase('1', [], { title: { zh: '', en: '' } }), tinyCase('1.1', ['\ud800'])])),
    ],
  ])('%s', (_, build) => {
    const index: SearchIndex = build();
    const asked: fc.Arbitrary<SearchRequest> = fc.record({ limit: fc.constantFrom(0, 1, 10, 50) });
    fc.assert(
      fc.property(query, asked, (text, request) => {
        const hits = search(index, text, request);
        expect(hits.length).toBeLessThanOrEqual(request.limit ?? 20);
        expect(new Set(hits.map(({ study }) => study.id)).size).toBe(hits.length);
        for (const [i, { score }] of hits.entries()) expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? score);
        expect(search(index, text, request).map(({ study }) => study.id)).toEqual(hits.map(({ study }) => study.id));
      }),
      tries(60),
    );
  });

  test('the filter of the tree', () => {
    const filter = outlineFilter(library);
    fc.assert(
      fc.property(query, (text) => {
        for (const id of filter(text) ?? []) expect(library.caseById.has(id)).toBe(true);
      }),
      tries(100),
    );
  });
});
