// Files of strangers: team cases, case libraries to import, stored volumes, the compiled library. Each is read whole or
// refused with a reason; what is taken over can be browsed, searched and stored again.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import { encodeLibrary } from '../../src/core/compact';
import { exportCases } from '../../src/core/importing/exportCases';
import { importDocument } from '../../src/core/importing/importDocument';
import { applyPlan } from '../../src/core/importing/plan';
import { productNames } from '../../src/core/importing/productNames';
import { readVolumeFile, volumeFileText } from '../../src/core/importing/volumeFile';
import { votingRoll } from '../../src/core/kin';
import { type Library, loadLibrary } from '../../src/core/library';
import { FACETS, outline } from '../../src/core/outline';
import { casePage } from '../../src/core/pages/casePage';
import { search } from '../../src/core/search/search';
import { buildSearch } from '../../src/core/search/searchIndex';
import { mergeLibrary } from '../../src/core/team/mergeLibrary';
import { teamKnown } from '../../src/core/team/readTeamCase';
import { readAliasFile, readTeamFile } from '../../src/yaml/teamFiles';
import { realLibrary } from '../support/library';
import { importOptions } from '../support/volumes';
import { SMALL_VOLUME } from '../support/volumeText';
import { tries } from './long';
import { anything, broken, pieces } from './texts';

const library = realLibrary();
const known = teamKnown(library.data);
const names = productNames(library.data.products);

const clean = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(clean));

/** What every reader does with a library first. */
function useIt(used: Library): void {
  const roll = votingRoll(used);
  for (const facet of FACETS) outline(used, { facet, lang: 'en' });
  search(buildSearch(used), 'redis 缓存');
  for (const study of used.cases.slice(-2)) casePage(study, { library: used, roll, lang: 'zh' });
}

const TEAM_CASE = `id: team-orders
title: {zh: 订单, en: Order centre}
customer: Orders
summary: Orders moved to the cloud.
industry: games
problems: [cost]
products:
  - id: ecs
    role: runs it
  - oss
challenges:
  - {zh: 慢, en: slow, problems: [cost]}
outcomes:
  - text: 30% cheaper
    figures: [{value: 30, unit: '%', kind: outcome}]
replaced:
  - {what: self-managed MySQL, relation: replaced, by: rds-mysql}
`;
const MARKDOWN_CASE = `---\n${TEAM_CASE}---\n\n# Orders\n\n## 业务痛点\n\n- 慢\n\n| a | b |\n|---|---|\n| 1 | <script> |\n`;
const ALIASES = 'aliases:\n  ecs: [vm pool, 小水管]\nrenames:\n  drds: PolarDB-X\n';
const bomb = [
  'a: &a [x,x,x]',
  ...'bcdefghi'.split('').map((sign, i) => `${sign}: &${sign} [${`*${'abcdefghi'[i]},`.repeat(9)}]`),
].join('\n');

describe('team files', () => {
  test('are read with findings that stand in the text, or make a case that the library can hold', () => {
    const path = fc.constantFrom(
      '.casebook/cases/a.yaml',
      '.casebook/cases/案例.md',
      '.casebook/cases/../x.md',
      'constructor.yml',
      '',
    );
    fc.assert(
      fc.property(broken([TEAM_CASE, MARKDOWN_CASE, bomb]), path, (text, name) => {
        const file = readTeamFile(text, name, known, names);
        const last = text.split(/\r\n?|\n/).length;
        for (const { span } of file.findings) {
          expect(span.line).toBeLessThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
        }
        if (file.study) useIt(mergeLibrary(library.data, { team: [file] }).library);
        else expect(file.findings.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      tries(60),
    );
  });

  test('aliases are read, and only of products that there are', () => {
    fc.assert(
      fc.property(broken([ALIASES]), (text) => {
        const { value } = readAliasFile(text, known);
        for (const id of [...Object.keys(value.aliases), ...Object.keys(value.renames)]) {
          expect(library.productById.has(id)).toBe(true);
        }
      }),
      tries(150),
    );
  });
});

const JSON_CASES = exportCases(library.cases.slice(0, 2), library, 'json', 'zh');
const volumes = importDocument(SMALL_VOLUME, importOptions()).plans?.map(applyPlan) ?? [];
const STORED = volumes.map(volumeFileText);

/** A JSON text with one of its values replaced, dropped or renamed, so that it still parses. */
function mutatedJson(texts: readonly string[]): fc.Arbitrary<string> {
  const other = fc.constantFrom(null, '', '../../x', '<img src=x onerror=alert(1)>', -1, 1e308, [], {}, [[[]]], true, {
    __proto__: 1,
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.constantFrom('replace', 'drop', 'rename'), other)
    .map(([text, place, how, value]) => {
      const root = JSON.parse(text);
      const holders: [Record<string, unknown>, string][] = [];
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        for (const [key, child] of Object.entries(node)) {
          holders.push([node as Record<string, unknown>, key]);
          visit(child);
        }
      };
      visit(root);
      const [holder, key] = holders[place % holders.length] ?? [root, 'x'];
      if (how === 'replace') holder[key] = value;
      if (how === 'rename')
        Object.defineProperty(holder, ['__proto__', 'constructor', 'x'][place % 3] ?? '', {
          value: holder[key],
          enumerable: true,
          configurable: true,
          writable: true,
        });
      if (how !== 'replace') delete holder[key];
      return JSON.stringify(root);
    });
}

describe('documents to import', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const document = fc.oneof(
    broken([SMALL_VOLUME, JSON_CASES]).map(bytes),
    mutatedJson([JSON_CASES]).map(bytes),
    fc.uint8Array({ maxLength: 600 }),
    fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 40 })).map(([at, put]) => {
      const all = bytes(SMALL_VOLUME);
      const from = at % all.length;
      return new Uint8Array([...all.slice(0, from), ...put, ...all.slice(from)]);
    }),
  );

  test('are refused with a reason, or taken over whole', () => {
    const fileName = fc.constantFrom('a.txt', 'a.md', 'a.json', '', '../a.json');
    fc.assert(
      fc.property(document, fileName, (source, name) => {
        const { plans, problem } = importDocument(source, importOptions({ fileName: name }));
        if (!plans) expect(problem?.code).toBeTruthy();
        for (const plan of plans ?? []) {
          const volume = applyPlan(plan);
          const again = readVolumeFile(volumeFileText(volume));
          if (!again.volume) throw new Error(again.reason);
          expect(again.volume).toEqual(JSON.parse(JSON.stringify(volume)));
          useIt(mergeLibrary(library.data, { imported: [again.volume] }).library);
        }
      }),
      tries(60),
    );
  });

  test('that lack one of their first lines are refused, or found again after a restart', () => {
    const lines = SMALL_VOLUME.split('\n');
    for (let line = 0; line < 30; line++) {
      const { plans } = importDocument(lines.toSpliced(line, 1).join('\n'), importOptions());
      for (const plan of plans ?? []) {
        const { reason } = { reason: undefined, ...readVolumeFile(volumeFileText(applyPlan(plan))) };
        expect(reason, `without "${lines[line]}"`).toBeUndefined();
      }
    }
  });

  test('a stored volume that was damaged is no volume, or one that can be used', () => {
    const stored = fc.oneof(broken(STORED), mutatedJson(STORED), pieces, anything);
    fc.assert(
      fc.property(stored, (text) => {
        const read = readVolumeFile(text);
        if (read.volume) useIt(mergeLibrary(library.data, { imported: [read.volume] }).library);
        else expect(read.reason).not.toBe('');
      }),
      tries(60),
    );
  });
});

describe('the compiled library', () => {
  const encoded = encodeLibrary({ ...library.data, cases: library.cases.slice(0, 3) });

  test('damaged is a problem with a reason, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(broken([encoded]), mutatedJson([encoded])), (text) => {
        const { library: loaded, problem } = { problem: undefined, ...loadLibrary(text) };
        if (!loaded) expect(problem?.code).toBeTruthy();
      }),
      tries(100, 1000),
    );
  });

  test('written and read again it is the same', () => {
    const { library: again } = loadLibrary(encodeLibrary(library.data));
    expect(again?.data).toEqual(library.data);
  });
});
