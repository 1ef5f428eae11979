// Texts that faults are made of: the sample workspace, real files where this machine has them, and ways to break a text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const CORPUS = '../shared/corpus';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name));
}

/** Every `step`th real file of at most `longest` characters, with the sample workspace. */
export function realTexts(step: number, longest: number): { readonly name: string; readonly text: string }[] {
  const real = existsSync(CORPUS) ? filesBelow(CORPUS).filter((_, i) => i % step === 0) : [];
  return [...filesBelow('test/fixtures/workspace'), ...real]
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
    .filter(({ text }) => text.length <= longest);
}

const SIGNS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '!b ',
    '!Ref ',
    '*a',
    '? ',
    ': ',
    '- ',
    ', ',
    '#',
    ' # ',
    '{{',
    '}}',
  ],
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '\r\n',
    '\r',
    '---\n',
    '...\n',
    'key: ',
    '<<: *a',
    '中文',
    '\u0000',
    '\\',
    '%',
    '@',
  ],
  ...[
    '\ufeff',
    '\u2028',
    '\ud800',
    '😀',
    '# case: inet-1.26',
    '# cases: ignore rds',
    'image: redis',
    'Type: ALIYUN::RDS',
  ],
  ...['__proto__: ', 'constructor: ', 'services:\n', 'Resources:\n', "ROSTemplateFormatVersion: '2015-09-01'\n"],
];

/** Made of pieces that mean something in YAML. */
export const pieces = fc.array(fc.constantFrom(...SIGNS), { maxLength: 100 }).map((parts) => parts.join(''));

/** Any characters at all, lone surrogates and control characters included. */
export const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units)),
);

/** A text of `texts`, cut, with lines gone, doubled or shifted, or with something put into it. */
export function broken(texts: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...texts);
  const at = (text: string, place: number) => place % (text.length + 1);
  return fc.oneof(
    one,
    fc.tuple(one, fc.nat()).map(([text, place]) => text.slice(0, at(text, place))),
    fc.tuple(one, fc.nat(), fc.nat(80)).map(([text, place, length]) => {
      const from = at(text, place);
      return text.slice(0, from) + text.slice(from + length);
    }),
    fc.tuple(one, fc.nat(), fc.oneof(pieces, anything)).map(([text, place, put]) => {
      const from = at(text, place);
      return text.slice(0, from) + put + text.slice(from);
    }),
    fc.tuple(one, fc.nat(), fc.integer({ min: -2, max: 3 })).map(([text, place, by]) => {
      const lines = text.split('\n');
      const line = place % lines.length;
      lines[line] = by < 0 ? (lines[line] ?? '').slice(-by) : ' '.repeat(by) + lines[line];
      return lines.join('\n');
    }),
    fc.tuple(one, one, fc.nat(), fc.nat()).map(([a, b, i, j]) => a.slice(0, at(a, i)) + b.slice(at(b, j))),
    pieces,
    anything,
  );
}
