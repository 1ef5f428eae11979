// Rules of the style sheet: the theme's colours only, and nothing that a reader did not ask for moves.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../media/page.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

test('has no colour of its own', () => {
  expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(/gi)).toBeNull();
  const named =
    /(?:color|background|fill|stroke|border[a-z-]*|outline[a-z-]*):[^;]*\b(?:white|black|red|green|blue|gr[ae]y|orange)\b/gi;
  expect(css.match(named)).toBeNull();
});

test('uses variables of the editor, or its own which are made of them', () => {
  const own = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? '');
  expect(used.filter((name) => !name.startsWith('--vscode-') && !own.has(name))).toEqual([]);
});

test('moves nothing and fetches nothing', () => {
  expect(css).not.toMatch(/animation|transition|scroll-behavior|@import|url\(|@font-face/);
});

test('knows forced colours, paper and focus', () => {
  for (const piece of ['forced-colors: active', '@media print', ':focus-visible']) expect(css).toContain(piece);
});

test('does not stretch Chinese by letter spacing', () => {
  expect(css).not.toContain('letter-spacing');
});
