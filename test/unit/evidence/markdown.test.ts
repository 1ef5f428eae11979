// Data stays data in Markdown, whatever it holds, and stays readable in the raw text.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { codeSpan, escapeMarkdown } from '../../../src/core/markdown';
import { reportMarkdown } from '../../../src/core/review/reportMarkdown';
import { tinyLibrary } from '../../support/library';

// The packaging tool brings it; it has no types here.
type Renderer = new (options: object) => { render(markdown: string): string };
const MarkdownIt: Renderer = createRequire(import.meta.url)('markdown-it');
const renderer = new MarkdownIt({ html: true, linkify: false });
const flat = (text: string) => text.replace(/\s*[\n\r]\s*/g, ' ');

/** Signs that mean something to Markdown, words, Chinese. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...'\\`*_{}[]()#+-.!|~<>&$=:1a 中，\n',
      '](x)',
      '<b>',
      '&amp;',
      '$(x)',
      '1. ',
      '- ',
      '```',
      '<!--',
      '&#35;',
      'http://x ',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Text of rendered HTML, with its entities read. */
function textOf(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('escapeMarkdown', () => {
  test.each([
    ['RDS MySQL (§1.26 p. 40)', 'RDS MySQL (§1.26 p. 40)'],
    ['R&D at AT&T, 3 < 5 > 2, 100% + 20', 'R&D at AT&T, 3 < 5 > 2, 100% + 20'],
    ['ALIYUN::RDS::DBInstance in snake_case.yaml', 'ALIYUN::RDS::DBInstance in snake_case.yaml'],
    ['{a: 1}! C# and F#, really', '{a: 1}! C# and F#, really'],
    ['某客户：《云上之路》，第 40 页', '某客户：《云上之路》，第 40 页'],
    ['# heading', '\\# heading'],
    ['1. first', '1\\. first'],
    ['[x](y) <b> $(zap) a|b', '\\[x\\](y) &lt;b> &#36;(zap) a\\|b'],
    ['  - item ##', '  \\- item \\#\\#'],
    ['## ', '\\#\\# '],
    ['a \n\t\r\n b', 'a b'],
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('renders as the text that it was, as a paragraph, a list item and a table cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const wanted = flat(text).trim();
        fc.pre(wanted !== '');
        const escaped = escapeMarkdown(text).trim();
        expect(textOf(renderer.render(escaped))).toBe(`<p>${wanted}</p>\n`);
        expect(textOf(renderer.render(`- ${escaped}`))).toBe(`<ul>\n<li>${wanted}</li>\n</ul>\n`);
        expect(textOf(renderer.render(`| a |\n| --- |\n| ${escaped} |`))).toContain(`<td>${wanted}</td>`);
      }),
      { numRuns: 300 },
    );
  });

  test('pieces may be put together, with a link of ours behind', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const escaped = `x ${escapeMarkdown(one)}${escapeMarkdown(two)}[name](y)`;
        const wanted = `<p>x ${flat(one)}${flat(two)}<a href="y">name</a></p>\n`;
        expect(textOf(renderer.render(escaped)).replace(/ +/g, ' ')).toBe(wanted.replace(/ +/g, ' '));
      }),
      { numRuns: 300 },
    );
  });
});

// A pattern that tries every start of a run would need minutes for these.
describe('very long runs of a sign', () => {
  const run = (sign: string) => sign.repeat(200_000);
  test.each([' ', '#', '\n', '&', '&#', '`', '` ', '1', '-', '_', '$', '!'])('%j are built in one pass', (sign) => {
    expect(escapeMarkdown(`${run(sign)}x`).endsWith('x')).toBe(true);
    expect(escapeMarkdown(`a${run(sign)}x`).startsWith('a')).toBe(true);
    expect(codeSpan(`a${run(sign)}x`)).toMatch(/^`+ ?a/);
  });
});

describe('codeSpan', () => {
  test('holds anything', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const wanted = flat(text).trim();
        fc.pre(wanted !== '');
        expect(textOf(renderer.render(codeSpan(wanted)))).toBe(`<p><code>${wanted}</code></p>\n`);
      }),
    );
  });
});

describe('a table of a report', () => {
  test('keeps what is quoted in its cell, pipes included', () => {
    const library = tinyLibrary([]);
    fc.assert(
      fc.property(hostile, hostile, (code, text) => {
        const [wanted, beside] = [flat(code).trim(), flat(text).trim()];
        fc.pre(wanted !== '' && beside !== '');
        const table = { kind: 'table', head: ['a', 'b'], rows: [[[{ code: wanted }], [beside]]] } as const;
        const sections = [{ id: 's', title: 's', blocks: [table] }];
        const rendered = textOf(renderer.render(reportMarkdown({ title: 't', lang: 'en', sections }, library)));
        expect(rendered).toContain(`<td><code>${wanted}</code></td>\n<td>${beside}</td>\n</tr>`);
      }),
    );
  });
});
