// Infrastructure text in any state, through everything that reads it: nothing throws, and what is said is about the text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { citationHover } from '../../src/core/citationHover';
import { citationOn } from '../../src/core/cite';
import { typedNames } from '../../src/core/completions/names';
import { completionNote } from '../../src/core/completions/note';
import { imageHover } from '../../src/core/imageHover';
import { votingRoll } from '../../src/core/kin';
import { productHover } from '../../src/core/productHover';
import { ignoredProducts, readSuppressions } from '../../src/core/suppress';
import { linesOf } from '../../src/core/text';
import { completeAt } from '../../src/yaml/complete';
import { loadIdentifiers } from '../../src/yaml/identifiers';
import { cursorAt, mentionAt } from '../../src/yaml/reader';
import { sessionOn } from '../../src/yaml/session';
import { slotValues } from '../../src/yaml/slotValues';
import { evidenceOf, readingOf } from '../support/editing';
import { realLibrary } from '../support/library';
import { isLong, tries } from './long';
import { broken, realTexts } from './texts';

const library = realLibrary();
const roll = votingRoll(library);
const identifiers = readFileSync('data/identifiers.tsv', 'utf8');
const session = sessionOn(library, identifiers);
const names = typedNames(library);
const values = slotValues(loadIdentifiers(identifiers));
const commands = { openCase: 'o', openProduct: 'p', copyCitation: 'c' };
const MOST_ITEMS = 20;
const MOST_LINES = 8;

const texts = realTexts(isLong ? 5 : 60, 8000);
const anyText = broken(texts.map(({ text }) => text));
const fileName = fc.constantFrom(
  'a.yaml',
  'docker-compose.yml',
  's.yaml',
  'values.yaml',
  'Chart.yaml',
  'x.md',
  '',
  '../..',
);
const places = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

describe('text in any state', () => {
  test('every mention stands in the text, in order', () => {
    fc.assert(
      fc.property(anyText, fileName, (text, name) => {
        const lines = linesOf(text);
        let last = -1;
        for (const { span, productId, because, format } of readingOf(text, name).mentions) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(lines.lineAt(span.line).length);
          expect(span.line).toBeGreaterThanOrEqual(last);
          // A sketch may name any product, and half of its name while it is written; what is no product counts nowhere.
          const isNamed = format === 'architecture' && because === productId;
          expect(isNamed || library.productById.has(productId)).toBe(true);
          last = span.line;
        }
      }),
      tries(150),
    );
  });

  test('hover and completion answer anywhere', () => {
    fc.assert(
      fc.property(anyText, places, fc.constantFrom('zh', 'en'), (text, at, lang) => {
        const lines = linesOf(text);
        const reading = readingOf(text);
        const evidence = evidenceOf(library, reading);
        for (const [a, b] of at) {
          const line = a % lines.lineCount;
          const column = b % (lines.lineAt(line).length + 1);
          const cursor = cursorAt(reading, lines, line, column);
          if (!cursor) continue;
          const asked = { lines, cursor, column, reading, evidence, names, values, lang, isAfterOthers: true } as const;
          const entries = completeAt(asked);
          expect(entries.length).toBeLessThanOrEqual(MOST_ITEMS);
          for (const { span, insertText, completion } of entries) {
            expect(span.line).toBe(line);
            expect(span.start).toBeLessThanOrEqual(column);
            expect(span.end).toBeGreaterThanOrEqual(column);
            expect(insertText).not.toMatch(/[\r\n]/);
            expect(completionNote(library, completion, { lang, commands })).not.toBe('');
          }
        }
        for (const { span } of reading.mentions.slice(0, 20)) {
          const mention = mentionAt(reading, span.line, span.start);
          if (!mention) throw new Error('no mention where one stands');
          const { productId, because, tier } = mention;
          const { products: fileProducts, matches } = evidence;
          const common = { productId, style: 'full', lang, commands } as const;
          const said =
            tier === 'image'
              ? imageHover(library, { ...common, image: because })
              : productHover(library, roll, { ...common, fileProducts, matches });
          expect((said ?? '').split('\n').length).toBeLessThanOrEqual(MOST_LINES);
        }
      }),
      tries(80),
    );
  });

  test('comments are read, whatever they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text);
        for (let line = 0; line < Math.min(lines.lineCount, 300); line++) {
          const comment = citationOn(lines.lineAt(line));
          if (!comment) continue;
          for (const { tailEnd } of comment.ids) expect(tailEnd).toBeLessThanOrEqual(lines.lineAt(line).length);
          citationHover(library, { ids: comment.ids.map(({ id }) => id), style: 'full', lang: 'zh', commands });
        }
        ignoredProducts(library, readSuppressions(lines).names);
      }),
      tries(150),
    );
  });

  test('a review comes to an end and counts what it says', () => {
    fc.assert(
      fc.property(anyText, fileName, (text, name) => {
        const { matches, questions } = session.review(text, name);
        for (const { shared, score } of matches) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(shared.length).toBeGreaterThan(0);
        }
        for (const { count, of } of questions) expect(count).toBeLessThanOrEqual(of);
      }),
      tries(60),
    );
  });
});
