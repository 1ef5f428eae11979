// What .vscodeignore lets into the package, before anything is built; the vsix itself is looked at, file by file, in
// test/host/package.mjs.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rules = readFileSync('.vscodeignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** `!media/*.svg` as a pattern. */
const allowed = rules.slice(1).map((rule) => {
  const path = rule.slice(1).replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${path.replaceAll('*', '[^/]*')}$`);
});

describe('the package', () => {
  test('is an allow-list without whole folders', () => {
    expect(rules[0]).toBe('**');
    expect(rules.slice(1).filter((rule) => !/^![^*]*(\/\*\.\w[\w.]*|[^*/])$/.test(rule))).toEqual([]);
  });

  test('holds every file that the manifest and the code name', () => {
    const texts = [JSON.stringify(manifest), readFileSync('esbuild.mjs', 'utf8')];
    const named = texts.flatMap((text) => [...text.matchAll(/["'](?:\.\/)?((?:media|data|dist)\/[\w./-]+\.\w+)["']/g)]);
    const files = named
      .map(([, file = '']) => file)
      .filter((file) => !/^(dist\/(test|build)|data\/build\.ts|media\/page\.css)/.test(file));
    expect(files.length).toBeGreaterThan(12);
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  test.each([
    'src/api.ts',
    'dist/extension.js.map',
    'dist/test/node.js',
    'data/cases/inet-1.yaml',
    'media/screenshots/a.png',
  ])('keeps %s out', (file) => {
    expect(allowed.some((pattern) => pattern.test(file))).toBe(false);
  });

  test('has texts that the Marketplaces accept', () => {
    for (const file of ['README.md', 'CHANGELOG.md']) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/<svg|\]\([^)]*\.svg\)|src="[^"]*\.svg"|\]\(http:\/\//);
    }
  });
});
