// What strangers may send: messages of a page, kept states, links, tool calls. It is read as data, or it is refused.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import { answerTool, TOOL_NAMES } from '../../src/core/agents/tools';
import {
  ACTIONS,
  type PageRef,
  pagePath,
  parseFromPage,
  parsePagePath,
  parsePageRef,
  parsePageState,
  parseToPage,
} from '../../src/core/protocol';
import { sessionOn } from '../../src/yaml/session';
import { realLibrary } from '../support/library';
import { tries } from './long';
import { anything } from './texts';

const library = realLibrary();
const session = sessionOn(library, readFileSync('data/identifiers.tsv', 'utf8'));
const ids = [...library.caseById.keys(), ...library.productById.keys(), ...library.industryById.keys()];

const key = fc.constantFrom(
  'type',
  'kind',
  'id',
  'page',
  'place',
  'list',
  'uri',
  'caseId',
  'ids',
  'version',
  'scroll',
  '__proto__',
  'constructor',
  'toString',
);
const word = fc.oneof(
  fc.constantFrom(
    ...ids,
    ...ACTIONS,
    'ready',
    'open',
    'action',
    'line',
    'search',
    'case',
    'product',
    'compare',
    'fileCompare',
    'overview',
    'map',
    'reveal',
    'favourite',
    '../..',
    'file:///etc/passwd',
    '<script>',
    '%00',
    '%',
  ),
  anything,
);
const leaf = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Number.NaN, -0, 2 ** 60),
);
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(key, anything), tie('node'), { maxKeys: 6 }),
  ),
})).node;
const id = fc.constantFrom(...ids);
const aboutPage: fc.Arbitrary<PageRef> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('case' as const),
      id,
      place: fc.stringMatching(/^[\w-]{1,80}$/),
      list: fc.stringMatching(/^[a-z]{1,20}\/[\w.#-]{1,80}$/),
    },
    { requiredKeys: ['kind', 'id'] },
  ),
  fc.record({ kind: fc.constantFrom('product' as const, 'industry' as const, 'problem' as const), id }),
  fc.constantFrom({ kind: 'overview' as const }, { kind: 'map' as const }),
  fc.uniqueArray(id, { minLength: 2, maxLength: 4 }).map((all) => ({ kind: 'compare' as const, ids: all })),
  fc.tuple(id, anything).map(([caseId, path]) => ({
    kind: 'fileCompare' as const,
    caseId,
    uri: `file:///${path.replace(/\p{Surrogate}/gu, '')}`,
  })),
);
/** A page with one field of it replaced by something else. */
const nearlyPage = fc.tuple(aboutPage, key, value).map(([page, name, other]) => ({ ...page, [name]: other }));

const clean = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(clean));

/** What came out holds nothing but plain short data, and is read the same a second time. */
function isSettled<T>(parse: (value: unknown) => T | undefined, raw: unknown): void {
  const once = parse(raw);
  if (once === undefined) return;
  expect(JSON.stringify(once).length).toBeLessThan(20_000);
  expect(parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
}

describe('messages', () => {
  test.each([
    ['of a page', parseFromPage],
    ['of the host', parseToPage],
    ['as a reference', parsePageRef],
    ['as a kept state', parsePageState],
  ])('%s: anything at all is read or refused', (_, parse) => {
    fc.assert(
      fc.property(
        fc.oneof(
          value,
          nearlyPage,
          nearlyPage.map((page) => ({ type: 'open', page })),
          nearlyPage.map((page) => ({ version: 1, page, scroll: 7 })),
        ),
        (raw) => isSettled<unknown>(parse, raw),
      ),
      tries(400),
    );
  });

  test('an address leads back to its page', () => {
    fc.assert(
      fc.property(aboutPage, (page) => {
        if (parsePageRef(page) === undefined) return; // an address that is too long
        expect(parsePagePath(pagePath(page))).toEqual(page);
      }),
      tries(300),
    );
  });

  test('any link is an address or nothing', () => {
    const link = fc.oneof(
      anything,
      fc
        .tuple(fc.constantFrom('case', 'product', 'compare', 'fileCompare', 'map', '/case'), word, word, word)
        .map(([kind, a, b, c]) => `${kind}/${a}?${b}#${c}`),
    );
    fc.assert(
      fc.property(link, (text) => {
        const page = parsePagePath(text);
        if (page) expect(parsePagePath(pagePath(page))).toEqual(page);
      }),
      tries(400),
    );
  });
});

describe('tools', () => {
  test('any call is answered with plain data or a sentence', () => {
    const args = fc.dictionary(
      fc.constantFrom('query', 'limit', 'language', 'id', 'text', 'fileName', 'product', '__proto__', 'x'),
      fc.oneof(leaf, anything),
      { maxKeys: 4 },
    );
    const call = fc.tuple(
      fc.oneof(fc.constantFrom(...TOOL_NAMES), fc.constantFrom('', '__proto__', 'toString'), anything),
      fc.oneof(args, value),
    );
    fc.assert(
      fc.property(call, ([name, input]) => {
        const answer = answerTool(name, input, session);
        if (answer.error === undefined) expect(JSON.parse(JSON.stringify(answer.result))).toBeTypeOf('object');
        else expect(answer.error.length).toBeLessThan(400);
      }),
      tries(150),
    );
  });
});
