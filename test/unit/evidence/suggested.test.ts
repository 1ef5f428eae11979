// Adding suggested products to a file: what stands there stays, the result parses, foreign files get comments only.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { citationOn } from '../../../src/core/cite';
import { votingRoll } from '../../../src/core/kin';
import { suggest } from '../../../src/core/suggest';
import { linesOf } from '../../../src/core/text';
import { loadIdentifiers } from '../../../src/yaml/identifiers';
import { createReader } from '../../../src/yaml/reader';
import { insertSuggested } from '../../../src/yaml/suggested';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const roll = votingRoll(library);
const reader = createReader(loadIdentifiers(readFileSync('data/identifiers.tsv', 'utf8')));
const wanted = ['cdn', 'redis'];

/** The file after the suggestions were put in. */
function added(text: string, fileName: string, lang: 'zh' | 'en' = 'en'): string {
  const lines = linesOf(text);
  const reading = reader.read(lines, { fileName });
  const chosen = suggest(roll, ['rds-mysql', 'oss']).filter(({ productId }) => wanted.includes(productId));
  expect(chosen).toHaveLength(2);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const insertion = insertSuggested(library, reading, lines, chosen, { lang, eol, fileName });
  if (!insertion) throw new Error('expected an insertion');
  const before = text.split(/\r\n|\n/).slice(0, insertion.line);
  const offset = before.reduce((sum, line) => sum + line.length + eol.length, 0) + insertion.column;
  return text.slice(0, offset) + insertion.text + text.slice(offset);
}

const parsed = (text: string) =>
  parseAllDocuments(text).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });

const SKETCH = 'architecture: x\ncomponents:\n  - name: db\n    product: rds-mysql\n';

describe('a product with a Chinese short name', () => {
  const [ess] = suggest(roll, ['ecs', 'slb']).filter(({ productId }) => productId === 'ess');
  const insertion = (text: string, fileName: string) => {
    const lines = linesOf(text);
    const reading = reader.read(lines, { fileName });
    return insertSuggested(library, reading, lines, ess ? [ess] : [], { lang: 'zh', eol: '\n', fileName })?.text;
  };

  test('is a component by its plain one', () => {
    expect(insertion(SKETCH, 'architecture.yaml')).toMatch(/- name: Auto Scaling\n +product: ess\n/);
  });

  test('is told by it in a comment', () => {
    expect(insertion('services:\n  a:\n    image: mysql:8\n', 'docker-compose.yml')).toContain('# 可考虑弹性伸缩：');
  });
});

describe('in an architecture sketch', () => {
  test('components stand behind the last one, in its style', () => {
    expect(added(SKETCH, 'architecture.yaml')).toMatch(
      /^architecture: x\ncomponents:\n {2}- name: db\n {4}product: rds-mysql\n {2}- name: \S+\n {4}product: \w+\n {4}cases: \[inet-[^\]]+\]\n {2}- name: /,
    );
  });

  test.each([
    ['CRLF', SKETCH.replaceAll('\n', '\r\n')],
    ['no line end', SKETCH.trimEnd()],
    ['items at the column of the key', 'architecture: x\ncomponents:\n- name: db\n  product: rds-mysql\n'],
    ['keys behind', `${SKETCH}problems: [cost]\n`],
    ['comments and blank lines behind', `${SKETCH}\n# the end\n\nproblems: [cost]\n`],
    ['a list over lines at the end', `${SKETCH}    cases: [inet-3,\n      inet-2\n      ]\nproblems: [cost]\n`],
    ['a block scalar at the end', `${SKETCH}    note: |\n      product: # not a comment\n\n      more\nproblems: []\n`],
    ['flow style', 'architecture: x\ncomponents: [{name: "a]", product: ecs}]\nproblems: [cost]\n'],
    ['flow style over lines', 'architecture: x\ncomponents: [\n  {name: a, product: ecs},\n] # done\n'],
    ['an empty list', 'architecture: x\ncomponents: []\n'],
    ['no components yet', 'architecture: x\ncomponents:\nproblems: [cost]\n'],
    ['no key', 'architecture: x\n'],
    ['no key before the end marker', 'architecture: x\n...\n# the end\n'],
    ['an empty file', ''],
    ['only a comment', '# mine'],
    ['only a comment and a line end', '# mine\n'],
    ['a text with blank lines at the end', `${SKETCH}    note: "line\n\n      more\n\n      "\nproblems: [cost]\n`],
    ['a text with blank lines at the end of the file', `${SKETCH}    note: 'line\n\n      it''s\n\n      '\n`],
    ['a block scalar that keeps its blank lines', `${SKETCH}    note: |+\n      text\n\n\nproblems: []\n`],
    ['such a block scalar at the end of the file', `${SKETCH}    note: |+ # all\n      text\n\n\n`],
    ['blanks at the end of a block scalar', `${SKETCH}    note: |\n      text\n         \n\nproblems: []\n`],
    ['doubled apostrophes', "architecture: x\ncomponents: [{name: a}, {name: 'it''s]', product: ecs}]\n"],
    ['a list in brackets below its key', 'architecture: x\ncomponents: &all\n  [{name: a}]\nproblems: []\n'],
    ['an anchor before the list in brackets', 'architecture: x\ncomponents: &all [{name: a}]\n'],
    ['a whole file in flow style', '{architecture: x}\n'],
    ['a whole file in flow style over lines', '--- # ours\n{"architecture": "x",\n "problems": [], # none\n}\n'],
    ['a whole file in flow style with a list', '{architecture: x, components: [{name: a}], problems: []}\n'],
    ['an indented file', '  architecture: x\n  problems: []\n'],
    ['an indented file with the key', '  components:\n  architecture: x\n'],
    ['a half-typed component', `${SKETCH}  - name: queue\n    product:\n`],
  ])('%s', (_name, text) => {
    const result = added(text, 'architecture.yaml');
    const [before] = parsed(text);
    const [after] = parsed(result);
    const old = (before?.components ?? []) as object[];
    expect(after.components.slice(0, old.length)).toEqual(old);
    expect(
      after.components
        .slice(old.length)
        .map((one: { product: string }) => one.product)
        .sort(),
    ).toEqual(wanted);
    expect({ ...after, components: 0 }).toEqual({ ...before, components: 0 });
    expect(result.replace(/\r\n/g, '').includes('\n')).toBe(!text.includes('\r\n') && result.includes('\n'));
  });
});

test.each(['architecture.yaml', 'arch.yml', 'shop.arch.yaml', 'shop.architecture.yml', 'search.yaml'])(
  'an empty %s becomes a sketch exactly if it is read as one then',
  (fileName) => {
    const text = added('', fileName);
    const [document] = reader.read(linesOf(text), { fileName }).documents;
    expect(document?.format === 'architecture').toBe(text.includes('components:'));
  },
);

describe('in a sketch that takes no items', () => {
  test.each([
    ['a mapping in braces', 'architecture: x\ncomponents: {}\nproblems: [cost]\n'],
    ['a mapping', 'architecture: x\ncomponents:\n  web:\n    product: ecs\n'],
    ['null', 'architecture: x\ncomponents: null\n'],
    ['a tilde', 'architecture: x\ncomponents: ~ # none\n'],
    ['a text', 'architecture: x\ncomponents: |+\n  none\n\n'],
    ['an alias', 'architecture: x\nall: &all []\ncomponents: *all\n'],
    ['no list in flow style', '{architecture: x, components: null}\n'],
    ['a list as the whole', '- a\n- b\n'],
    ['a text as the whole', 'arch\n'],
  ])('%s stays, the suggestions are comments', (_name, text) => {
    const result = added(text, 'architecture.yaml');
    expect(parsed(result)).toEqual(parsed(text));
    expect(result.split('\n').flatMap((line) => citationOn(line)?.ids ?? []).length).toBeGreaterThanOrEqual(4);
  });
});

describe('in other formats', () => {
  const ROS = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n";
  test.each([
    ['ros.yaml', ROS],
    ['ros.yaml', `${ROS}Outputs:\n  A: {Value: 1}\n`],
    ['ros.yaml', ROS.trimEnd()],
    ['ros.yaml', ROS.replaceAll('\n', '\r\n')],
    [
      'ros.yaml',
      `${ROS}  Vm:\n    Type: ALIYUN::ECS::Instance\n    Properties:\n      UserData: |\n        # script\n        echo\n`,
    ],
    [
      'ros.yaml',
      `ROSTemplateFormatVersion: '2015-09-01'\nResources: {\n  Db: {Type: "ALIYUN::RDS::DBInstance"}\n}\nOutputs: {}\n`,
    ],
    [
      'ros.yaml',
      '{"ROSTemplateFormatVersion": "2015-09-01", "Resources": {"Db": {"Type": "ALIYUN::RDS::DBInstance"}}}',
    ],
    ['ros.yaml', `${ROS}    Properties:\n      UserData: "line\n\n         more\n\n         "\nOutputs: {}\n`],
    ['ros.yaml', `${ROS}    Properties:\n      UserData: |+\n        line\n\n\nOutputs: {}\n`],
    ['ros.yaml', `${ROS}Outputs:\n  A:\n    Value: |+\n      line\n\n\n`],
    ['ros.yaml', "ROSTemplateFormatVersion: '2015-09-01'\nResources: |\n  none\n\n  yet\n"],
    ['plain.yaml', 'a: |+\n  line\n\n\n'],
    ['plain.yaml', 'a: |+\n  line\n\n\n...\n'],
    ['docker-compose.yml', 'services:\n  a:\n    image: mysql:8\nvolumes:\n  x:\n'],
    ['k.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\n'],
    ['s.yaml', 'edition: 3.0.0\nname: x\nresources:\n  f:\n    component: fc3\n'],
    ['plain.yaml', 'a: 1\n'],
    ['plain.yaml', ''],
  ])('%s gets comments only', (fileName, text) => {
    for (const lang of ['zh', 'en'] as const) {
      const result = added(text, fileName, lang);
      const empty = [text.trim() === '' ? [] : parsed(text), parsed(result)];
      if (text.trim() !== '') expect(empty[1]).toEqual(empty[0]);
      const comments = result.split(/\r?\n/).filter((line) => line.trimStart().startsWith('#'));
      const cited = comments.flatMap((line) => citationOn(line)?.ids ?? []);
      expect(cited.length).toBeGreaterThanOrEqual(4);
      for (const { id } of cited) expect(library.caseById.has(id)).toBe(true);
    }
  });

  test('nothing is put into a document that is one text', () => {
    const text = '--- |\nline\n';
    const lines = linesOf(text);
    const reading = reader.read(lines, { fileName: 'plain.yaml' });
    const chosen = suggest(roll, ['oss']).slice(0, 1);
    const style = { lang: 'en', eol: '\n', fileName: 'plain.yaml' } as const;
    expect(insertSuggested(library, reading, lines, chosen, style)).toBeUndefined();
  });

  test('the stub stands at the end of the block of resources', () => {
    expect(added(`${ROS}Outputs:\n  A: {Value: 1}\n`, 'ros.yaml')).toMatch(
      /DBInstance\n {2}# To consider: .*CDN.*\n {2}# case: inet-[^\n]*\n {2}# To consider: [^\n]*\n {2}# case: [^\n]*\nOutputs:\n/,
    );
  });
});
