// Text in any state: nothing throws, spans hold their text, and the lines read are bounded by the lines there are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, type SourceLines } from '../../../../src/core/text';
import { documentStartOf, documentsOf } from '../../../../src/yaml/structure/documents';
import { locateAt } from '../../../../src/yaml/structure/locate';
import { walk } from '../../../../src/yaml/structure/walk';
import { corpusFiles } from './corpus';

/** How many times every line may be read, and what is free. Measured: 4.2 for `locateAt`, 1.8 for `walk`. */
const READS_PER_LINE = 6;
const FREE_READS = 60;

const OWN = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Db: &db
    Type: ALIYUN::RDS::DBInstance # 关系型
    Properties: {Engine: MySQL, "Tags": [a, 'b c', {k: v}]}
  Copy:
    <<: *db
    Script: |-
      #!/bin/sh
      key: not a key

      - not an item
    Text: some words
      on two lines
    Quoted: "one
      two: three"
{{- if .Values.on }}
  Host: {{ .Values.host }}
{{- end }}
---
? explicit
: - - nested
    - x: !Ref y
...
{"json": [1, {"a": "b"}]}
`;

const texts = [OWN, ...corpusFiles(41, 6_000).map((file) => file.text)];
const anyText = fc.constantFrom(...texts);
const fragments = fc.array(
  fc.constantFrom(
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
      '*c',
      '? ',
      ': ',
      '- ',
      ', ',
      '#',
      ' # ',
      '{{',
      '}}',
      '{%',
    ],
    ...[
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '\r\n',
      '---\n',
      '...\n',
      'key: ',
      'word',
      '中文',
      '\u0000',
      '\\',
      '%',
      '@',
      '\n- ',
    ],
  ),
  { maxLength: 120 },
);

const broken = fc.oneof(
  fc.tuple(anyText, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  fc.tuple(anyText, fc.nat()).map(([text, at]) => {
    const lines = text.split('\n');
    lines.splice(at % lines.length, 1);
    return lines.join('\n');
  }),
  fragments.map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

interface Counted extends SourceLines {
  readonly reads: () => number;
}

function counted(lines: SourceLines): Counted {
  let reads = 0;
  return {
    lineCount: lines.lineCount,
    lineAt: (line) => {
      reads++;
      return lines.lineAt(line);
    },
    reads: () => reads,
  };
}

describe('text in any state', () => {
  it('locateAt does not throw, reads a bounded number of lines and tells the truth about its span', () => {
    fc.assert(
      fc.property(broken, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }), (text, places) => {
        const lines = linesOf(text);
        for (const [a, b] of places) {
          const line = a % lines.lineCount;
          const source = lines.lineAt(line);
          const watched = counted(lines);
          const place = locateAt(watched, line, b % (source.length + 1));
          expect(watched.reads()).toBeLessThanOrEqual(READS_PER_LINE * lines.lineCount + FREE_READS);
          if (!place) continue;
          expect(place.span.line).toBe(line);
          expect(source.slice(place.span.start, place.span.end)).toBe(place.text);
          expect(place.path.every((item) => typeof item === 'string' || Number.isInteger(item))).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('walk does not throw, reads a bounded number of lines and tells the truth about its spans', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const lines = linesOf(text);
        const watched = counted(lines);
        walk(watched, 0, lines.lineCount, (token) => {
          expect(lines.lineAt(token.span.line).slice(token.span.start, token.span.end)).toBe(token.text);
        });
        expect(watched.reads()).toBeLessThanOrEqual(READS_PER_LINE * lines.lineCount + FREE_READS);
      }),
      { numRuns: 150 },
    );
  });

  it('documents are all lines of the file, and every line finds the start of its own', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const lines = linesOf(text);
        let end = 0;
        for (const document of documentsOf(lines)) {
          expect(document.startLine).toBe(end);
          end = document.endLine;
          for (let line = document.startLine; line < document.endLine; line += 5) {
            expect(documentStartOf(lines, line)).toBe(document.startLine);
          }
        }
        expect(end).toBe(lines.lineCount);
      }),
      { numRuns: 100 },
    );
  });
});
