// What a `.gitignore` leaves out, as git reads it.
import { describe, expect, test } from 'vitest';

import { ignoreTest } from '../../src/core/ignoreFile';

const ignored = (text: string, path: string, folder = '/shop') => ignoreTest([{ folder, text }]).file(path);

describe('a pattern', () => {
  const TABLE: readonly (readonly [pattern: string, out: readonly string[], kept: readonly string[]])[] = [
    ['rendered', ['/shop/rendered', '/shop/rendered/a.yaml', '/shop/k8s/rendered/x/a.yaml'], ['/shop/rendered.yaml']],
    ['rendered/', ['/shop/rendered/a.yaml', '/shop/k8s/rendered/a.yaml'], ['/shop/rendered', '/shop/k8s/rendered']],
    ['/rendered', ['/shop/rendered/a.yaml'], ['/shop/k8s/rendered/a.yaml']],
    ['k8s/rendered', ['/shop/k8s/rendered/a.yaml'], ['/shop/x/k8s/rendered/a.yaml', '/shop/k8s/a.yaml']],
    ['*.gen.yaml', ['/shop/a.gen.yaml', '/shop/x/y/b.gen.yaml'], ['/shop/a.yaml', '/shop/gen.yaml']],
    ['k8s/*.yaml', ['/shop/k8s/a.yaml'], ['/shop/k8s/x/a.yaml', '/shop/a.yaml']],
    ['**/tmp/*.yaml', ['/shop/tmp/a.yaml', '/shop/x/y/tmp/a.yaml'], ['/shop/x/tmp/y/a.yaml']],
    ['k8s/**/out.yaml', ['/shop/k8s/out.yaml', '/shop/k8s/x/y/out.yaml'], ['/shop/out.yaml']],
    ['k8s/**', ['/shop/k8s/a.yaml', '/shop/k8s/x/a.yaml'], ['/shop/k8s', '/shop/a.yaml']],
    ['a?.yaml', ['/shop/ab.yaml'], ['/shop/a.yaml', '/shop/abc.yaml']],
    ['[ab]1.yaml', ['/shop/a1.yaml'], ['/shop/c1.yaml']],
    ['[!a-c]1.yaml', ['/shop/d1.yaml'], ['/shop/b1.yaml']],
    ['a\\*.yaml', ['/shop/a*.yaml'], ['/shop/ab.yaml']],
    ['\\#a.yaml', ['/shop/#a.yaml'], ['/shop/a.yaml']],
    ['a.yaml   ', ['/shop/a.yaml'], []],
    ['# a.yaml', [], ['/shop/a.yaml', '/shop/# a.yaml']],
    ['', [], ['/shop/a.yaml']],
    ['/', [], ['/shop/a.yaml']],
    ['[', [], ['/shop/a.yaml']],
    ['目录/', ['/shop/目录/a.yaml'], []],
  ];

  test.each(TABLE)('%j', (pattern, out, kept) => {
    expect(out.filter((path) => !ignored(pattern, path))).toEqual([]);
    expect(kept.filter((path) => ignored(pattern, path))).toEqual([]);
  });
});

test('the last pattern that fits decides, but not below a folder that is left out', () => {
  const text = '*.yaml\r\n!keep.yaml\r\nout/\r\n!out/keep.yaml\r\n';
  expect(ignored(text, '/shop/a.yaml')).toBe(true);
  expect(ignored(text, '/shop/x/keep.yaml')).toBe(false);
  expect(ignored(text, '/shop/out/keep.yaml')).toBe(true);
});

test('a file further in has the last word, for its own folder', () => {
  const { file: isOut } = ignoreTest([
    { folder: '/shop/k8s', text: '!a.yaml\nb.yaml' },
    { folder: '/shop', text: 'a.yaml' },
  ]);
  expect(['/shop/a.yaml', '/shop/k8s/a.yaml', '/shop/k8s/b.yaml', '/shop/b.yaml'].map(isOut)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('two files of one folder are read one after the other', () => {
  const { file: isOut } = ignoreTest([
    { folder: '/shop', text: '*.yaml' },
    { folder: '/shop', text: '!a.yaml' },
  ]);
  expect([isOut('/shop/a.yaml'), isOut('/shop/b.yaml')]).toEqual([false, true]);
});

test('a folder is asked for as one', () => {
  const { folder } = ignoreTest([{ folder: '/shop', text: 'out/\n!out/keep/' }]);
  expect(['/shop/out', '/shop/out/keep', '/shop/k8s', '/shop', ''].map(folder)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('nothing outside its folder, and nothing without files', () => {
  expect(ignored('*', '/other/a.yaml')).toBe(false);
  expect(ignored('*', '/shopping/a.yaml')).toBe(false);
  expect(ignored('*', '/a.yaml', '')).toBe(true);
  expect(ignoreTest([]).file('/shop/a.yaml')).toBe(false);
});

test('a hostile pattern takes no longer than its length says', () => {
  const text = [`${'*a'.repeat(200)}b`, `${'**/a/'.repeat(90)}b`, `[${'a-'.repeat(200)}`].join('\n');
  expect(ignored(text, `/shop/${'a'.repeat(250)}`)).toBe(false);
  expect(ignored(text, `/shop/${'a/'.repeat(250)}c`)).toBe(false);
});
