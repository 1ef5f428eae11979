import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  ACTIONS,
  type PageRef,
  type PageState,
  pageKey,
  pagePath,
  parseFromPage,
  parsePagePath,
  parsePageRef,
  parsePageState,
  parseToPage,
  placeOfPair,
  resumedState,
} from '../../src/core/protocol';

const PAGES: readonly PageRef[] = [
  { kind: 'case', id: 'inet-1.26' },
  { kind: 'case', id: 'inet-1.26', place: 'solution-2' },
  { kind: 'case', id: 'inet-1.26', list: 'industry/live' },
  { kind: 'case', id: 'inet-1.26', place: 'solution', list: 'product/oss' },
  { kind: 'product', id: 'rds-mysql' },
  { kind: 'industry', id: 'fintech' },
  { kind: 'problem', id: 'peak-traffic' },
  { kind: 'overview' },
  { kind: 'map' },
  { kind: 'compare', ids: ['inet-1.1', 'inet-2'] },
  { kind: 'fileCompare', uri: 'vscode-vfs://github/a/b/模板 1.yaml?x=1#y', caseId: 'inet-3' },
];

describe('the address of a page', () => {
  test.each(PAGES)('leads back to %o', (page) => {
    expect(parsePagePath(pagePath(page))).toEqual(page);
  });

  test.each(PAGES)('the reference itself is read back: %o', (page) => {
    expect(parsePageRef(JSON.parse(JSON.stringify(page)))).toEqual(page);
  });

  test('is read from a link with a leading slash', () => {
    expect(parsePagePath('/case/inet-1.26#solution')).toEqual({ kind: 'case', id: 'inet-1.26', place: 'solution' });
  });

  test.each([
    '',
    'case',
    'case/',
    'case/../../etc/passwd',
    'case/<script>',
    'case/-x',
    'shell/run',
    'compare/inet-1.1',
    'compare/inet-1.1,inet-1.1',
    'compare/a,b,c,d,e',
    'fileCompare/inet-3?%',
    'fileCompare/inet-3?/etc/passwd',
    `case/${'a'.repeat(200)}`,
  ])('%s leads nowhere', (path) => {
    expect(parsePagePath(path)).toBeUndefined();
  });

  test('a place or list that is none is dropped, the case stays', () => {
    expect(parsePagePath('case/inet-2?java script#"><b>')).toEqual({ kind: 'case', id: 'inet-2' });
  });

  test('any text gives a valid page or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = parsePagePath(text);
        if (page) expect(parsePagePath(pagePath(page))).toEqual(page);
      }),
    );
  });
});

describe('messages', () => {
  test('of a page are read', () => {
    for (const type of ['ready', 'shown', 'back', 'forward']) expect(parseFromPage({ type })).toEqual({ type });
    expect(parseFromPage({ type: 'open', page: { kind: 'map' } })).toEqual({
      type: 'open',
      page: { kind: 'map' },
      beside: false,
    });
    for (const action of ACTIONS) expect(parseFromPage({ type: 'action', action })).toEqual({ type: 'action', action });
    expect(parseFromPage({ type: 'line', line: 12 })).toEqual({ type: 'line', line: 12 });
    expect(parseFromPage({ type: 'search', query: 'x'.repeat(900) })).toEqual({
      type: 'search',
      query: 'x'.repeat(200),
    });
  });

  test.each([
    undefined,
    null,
    7,
    'ready',
    {},
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'action', action: 'toString' },
    { type: 'action', action: '__proto__' },
    { type: 'open', page: { kind: 'case', id: { toString: 'x' } } },
    { type: 'open', page: { kind: 'compare', ids: ['a', 7] } },
    { type: 'line', line: -1 },
    { type: 'line', line: 1.5 },
    { type: 'search' },
  ])('%o is refused', (message) => {
    expect(parseFromPage(message)).toBeUndefined();
  });

  test('of the host are read', () => {
    expect(parseToPage({ type: 'reveal', place: 'solution-2' })).toEqual({ type: 'reveal', place: 'solution-2' });
    expect(parseToPage({ type: 'favourite', isOn: true })).toEqual({ type: 'favourite', isOn: true });
    expect(parseToPage({ type: 'kept' })).toEqual({ type: 'kept' });
    expect(parseToPage({ type: 'reveal', place: '#x y' })).toBeUndefined();
    expect(parseToPage({ type: 'reload' })).toBeUndefined();
  });
});

describe('a page in the place of another', () => {
  const state = { version: 1, page: { kind: 'case', id: 'inet-2' } };
  const message = { type: 'page', state, lang: 'en', title: 'Two', body: '<h1>Two</h1>' };

  test('is read', () => {
    expect(parseToPage(message)).toEqual({ ...message, isReturn: false });
    expect(parseToPage({ ...message, isReturn: true })).toEqual({ ...message, isReturn: true });
  });

  test.each(['state', 'lang', 'title', 'body'])('is refused without its %s', (part) => {
    expect(parseToPage({ ...message, [part]: undefined })).toBeUndefined();
  });
});

describe('the state of a panel', () => {
  test('keeps page and scroll', () => {
    const state = { version: 1, page: { kind: 'case', id: 'inet-2' }, isPreview: true, scroll: 340 };
    expect(parsePageState(state)).toEqual(state);
  });

  test('of another version, or none, is refused', () => {
    for (const state of [null, 'x', {}, { version: 0, page: { kind: 'map' } }, { version: 2, page: { kind: 'map' } }]) {
      expect(parsePageState(state)).toBeUndefined();
    }
  });

  test('a scroll that is none is dropped', () => {
    expect(parsePageState({ version: 1, page: { kind: 'map' }, scroll: '9' })).toEqual({
      version: 1,
      page: { kind: 'map' },
    });
  });
});

test('the row of a pair is a place', () => {
  expect(parseToPage({ type: 'reveal', place: placeOfPair('rds.mysql', 'oss') })).toBeDefined();
});

describe('the key of a page', () => {
  test('is the same wherever a case is read and through whichever list', () => {
    const keys = PAGES.filter((page) => page.kind === 'case').map(pageKey);
    expect(new Set(keys)).toEqual(new Set(['case/inet-1.26']));
  });

  test('tells all other pages apart', () => {
    const others = PAGES.filter((page) => page.kind !== 'case');
    expect(new Set(others.map(pageKey)).size).toBe(others.length);
  });
});

describe('a document that the editor loads once more', () => {
  const page: PageRef = { kind: 'case', id: 'inet-4', list: 'industry/live' };
  const own: PageState = { version: 1, page, isPreview: true };

  test('goes on where its page was read', () => {
    expect(resumedState(own, { ...own, scroll: 300 })).toEqual({ ...own, scroll: 300 });
    expect(resumedState(own, undefined)).toEqual(own);
  });

  test('stays kept when the page was kept since it was made', () => {
    expect(resumedState(own, { version: 1, page, scroll: 300 })).toEqual({ version: 1, page, scroll: 300 });
  });

  test('follows the list that it was made for, where it was read through another', () => {
    const before: PageState = { version: 1, page: { ...page, list: 'product/oss' }, isPreview: true, scroll: 300 };
    expect(resumedState(own, before)).toEqual({ ...own, scroll: 300 });
  });

  test('takes nothing over from another page', () => {
    const other: PageState = { version: 1, page: { kind: 'case', id: 'inet-2' }, scroll: 300 };
    expect(resumedState(own, other)).toEqual(own);
  });
});
