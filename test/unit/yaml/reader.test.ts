// One reading per version: what it holds, what it passes over, and that an edit leads to what a fresh reading finds.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, type SourceLines } from '../../../src/core/text';
import { loadIdentifiers } from '../../../src/yaml/identifiers';
import { createReader, cursorAt, documentAt, mentionAt, type Reading } from '../../../src/yaml/reader';
import { at } from '../../support/cursor';

const table = loadIdentifiers(readFileSync(new URL('../../../data/identifiers.tsv', import.meta.url), 'utf8'));
const reader = createReader(table);
const hints = { fileName: 'file.yaml' };
const sourceOf = (lines: readonly string[]): SourceLines => ({
  lineCount: lines.length,
  lineAt: (line) => lines[line] ?? '',
});
const products = (reading: Reading) => reading.mentions.map((mention) => mention.productId);

/** A template with many resources, long enough to be read in blocks. */
const longTemplate = (resources: number): string[] => [
  "ROSTemplateFormatVersion: '2015-09-01'",
  'Resources:',
  ...Array.from({ length: resources }, (_, i) => [
    `  Db${i}:`,
    '    Type: ALIYUN::RDS::DBInstance',
    '    Properties:',
    '      Engine: MySQL',
    '      UserData: |',
    '        alicloud_vpc',
    '        Type: none',
  ]).flat(),
  'Outputs:',
  '  Host:',
  '    Value: a.oss-cn-hangzhou.aliyuncs.com',
];

/** A playbook's list of tasks, long enough to be read item by item. */
const longPlaybook = (tasks: number): string[] =>
  Array.from({ length: tasks }, (_, i) => [
    `- name: Database ${i}`,
    '  ali_rds_instance:',
    '    engine: MySQL',
    '  register: db',
  ]).flat();

describe('a reading', () => {
  it('holds the documents and the mentions of all of them, in order', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nspec:\n  image: redis\n---\nROSTemplateFormatVersion: x\nResources:\n  A:\n    Type: ALIYUN::ECS::Instance\n';
    const reading = reader.read(linesOf(text), hints);
    expect(reading.documents.map(({ startLine, endLine, format }) => [startLine, endLine, format])).toEqual([
      [0, 4, 'kubernetes'],
      [4, 10, 'ros'],
    ]);
    expect(products(reading)).toEqual(['redis', 'ecs']);
    expect(reading.mentions[1]).toMatchObject({ path: ['Resources', 'A', 'Type'], format: 'ros', span: { line: 8 } });
    expect([0, 3, 4, 9].map((line) => documentAt(reading, line))).toEqual([0, 0, 1, 1]);
  });

  it('gives paths from the root, in long documents too', () => {
    const reading = reader.read(sourceOf(longTemplate(100)), hints);
    expect(reading.mentions).toHaveLength(201);
    expect(reading.mentions[0]?.path).toEqual(['Resources', 'Db0', 'Type']);
    expect(reading.mentions[0]?.productId).toBe('rds-mysql');
    expect(reading.mentions[200]?.path).toEqual(['Outputs', 'Host', 'Value']);
  });

  it.each([
    ['a binary file', 'a\u0000b', 'binary'],
    ['a line that nobody wrote', 'x'.repeat(1_000_001), 'long-line'],
    ['a huge file', 'abcdefgh\n'.repeat(2_300_000), 'too-large'],
  ])('passes over %s and says so', (_what, text, code) => {
    const reading = reader.read(linesOf(text), hints);
    expect(reading.skipped?.code).toBe(code);
    expect(reading.mentions).toEqual([]);
  });

  it.each([
    ['nested lists', '[a,'.repeat(300_000)],
    ['nested maps of images', '{image: redis, x: '.repeat(50_000)],
    ['halves of comments', `a: [${'{#'.repeat(450_000)}`],
    ['halves of placeholders', `a: acs:oss:${'${'.repeat(450_000)}`],
    ['identifiers without end', `a: "${'acs:oss:x '.repeat(90_000)}"`],
    ['quotes without end', `a: |\n  ${`"oss:`.repeat(180_000)}`],
  ])('reads a hostile line of %s once, not once for each of its parts', (_what, line) => {
    const reading = reader.read(linesOf(`ROSTemplateFormatVersion: x\n${line}`), hints);
    expect(reading.skipped).toBeUndefined();
    expect(reading.mentions.length).toBeLessThan(1000);
  });

  it('tells what is far apart in a long document', () => {
    const filler = Array.from({ length: 300 }, (_, i) => `    a${i}: x`);
    const service = [
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  annotations:',
      '    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-name: a',
      'spec:',
      '  loadBalancerClass: alibabacloud.com/nlb',
      '  selector:',
      ...filler,
    ];
    expect(products(reader.read(sourceOf(service), hints))).toEqual(['nlb', 'nlb']);
    const instance = [
      'apiVersion: database.alibaba.crossplane.io/v1alpha1',
      'kind: RDSInstance',
      'spec:',
      '  forProvider:',
      '    engine: MySQL',
      ...filler,
    ];
    expect(products(reader.read(sourceOf(instance), hints))).toEqual(['rds-mysql', 'rds-mysql']);
  });

  it('reads one item of a long list again, and counts the others on', () => {
    const before = longPlaybook(200);
    const reading = reader.read(sourceOf(before), hints);
    expect(reading.mentions).toHaveLength(200);
    expect(reading.mentions[199]?.path).toEqual([199, 'ali_rds_instance']);
    expect(reading.mentions[199]?.productId).toBe('rds-mysql');
    const after = before.toSpliced(40, 0, '- name: new', '  ali_vpc:', '    name: x');
    const next = reader.read(sourceOf(after), hints, reading, { startLine: 40, oldEndLine: 40, newEndLine: 43 });
    expect(next).toEqual(reader.read(sourceOf(after), hints));
    expect(next.mentions[200]?.path).toEqual([200, 'ali_rds_instance']);
  });

  it('gives up when cancelled', () => {
    const reading = reader.read(sourceOf(longTemplate(10)), hints, undefined, undefined, () => true);
    expect(reading.skipped?.code).toBe('cancelled');
  });

  it('does not read the rest again after an edit', () => {
    const before = longTemplate(200);
    const reading = reader.read(sourceOf(before), hints);
    const after = before.with(3, '    Type: ALIYUN::ECS::Instance');
    const touched: number[] = [];
    const lineAt = (line: number): string => {
      touched.push(line);
      return after[line] ?? '';
    };
    const lines: SourceLines = { lineCount: after.length, lineAt };
    const next = reader.read(lines, hints, reading, { startLine: 3, oldEndLine: 4, newEndLine: 4 });
    expect(new Set(touched)).toEqual(new Set([3]));
    expect(next.mentions[0]?.productId).toBe('ecs');
    expect(next.mentions[300]).toBe(reading.mentions[300]);
  });

  it.each([
    ['a comment between the resources', '  # a comment', 352],
    ['a comment at column 0', '# a comment', 352],
    ['a key above the resources', 'Description: x', 1],
  ])('keeps what it read when %s changes', (_what, inserted, where) => {
    const before = longTemplate(200).toSpliced(where, 0, `${inserted} here`);
    const reading = reader.read(sourceOf(before), hints);
    const after = before.with(where, inserted);
    const change = { startLine: where, oldEndLine: where + 1, newEndLine: where + 1 };
    const next = reader.read(sourceOf(after), hints, reading, change);
    expect(next).toEqual(reader.read(sourceOf(after), hints));
    const isKept = next.mentions.filter((mention, i) => mention === reading.mentions[i]);
    expect(isKept.length).toBeGreaterThan(reading.mentions.length - 5);
  });

  it('reads everything anew when the change does not fit or the file goes by another name', () => {
    const reading = reader.read(sourceOf(longTemplate(10)), hints);
    const other = sourceOf(['services:', '  a:', '    image: redis']);
    const change = { startLine: 0, oldEndLine: 1, newEndLine: 1 };
    expect(products(reader.read(other, hints, reading, change))).toEqual(['redis']);
    const renamed = reader.read(sourceOf(['redis:', '  image: redis']), { fileName: 'a.yaml' });
    const asValues = reader.read(sourceOf(['redis:', '  image: redis']), { fileName: 'values.yaml' }, renamed, change);
    expect(products(asValues)).toEqual(['redis']);
  });
});

describe('the place of the cursor', () => {
  it('has the format and the document', () => {
    const { text, line, column } = at(
      'a: 1\n---\nROSTemplateFormatVersion: x\nResources:\n  A:\n    Type: ALI$0YUN::ECS::Instance\n',
    );
    const lines = linesOf(text);
    const cursor = cursorAt(reader.read(lines, hints), lines, line, column);
    expect(cursor).toMatchObject({ document: 1, format: 'ros', role: 'value', path: ['Resources', 'A', 'Type'] });
  });

  it('of two mentions the shorter one is meant', () => {
    const text = 'services:\n  a:\n    image: registry.cn-hangzhou.aliyuncs.com/a/redis:7\n';
    const reading = reader.read(linesOf(text), hints);
    expect(mentionAt(reading, 2, 15)?.productId).toBe('acr');
    expect(mentionAt(reading, 2, 50)?.productId).toBe('redis');
    expect(mentionAt(reading, 2, 10)).toBeUndefined();
    expect(mentionAt(reading, 1, 3)).toBeUndefined();
  });
});

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const corpusFiles = (): string[] =>
  readFileSync(new URL('INDEX.tsv', corpus), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[1] ?? '');

/** A random edit: `del` lines at `where` give way to `insert`. */
const edit = fc.record({
  where: fc.nat(),
  del: fc.nat({ max: 4 }),
  insert: fc.array(
    fc.constantFrom(
      '',
      '---',
      'Resources:',
      '  Foo:',
      '    Type: ALIYUN::ECS::Instance',
      'kind: Pod',
      '    kind: Pod',
      '      image: redis',
      '      # oss',
      '- a',
      '- ali_oss_bucket:',
      '  - Action: ACS::OSS::PutBucket',
      '  a: |',
      '# c',
      '  # c',
      '...',
      '%YAML 1.2',
      '\t- x',
      'text',
      '"',
      '{',
      '}',
    ),
    { maxLength: 4 },
  ),
});

describe('an edit leads to the same reading as a fresh look', () => {
  const check = (start: readonly string[], edits: readonly { where: number; del: number; insert: string[] }[]) => {
    let lines = start;
    let reading = reader.read(sourceOf(lines), hints);
    for (const { where, del, insert } of edits) {
      const startLine = where % (lines.length + 1);
      const oldEndLine = Math.min(startLine + del, lines.length);
      lines = [...lines.slice(0, startLine), ...insert, ...lines.slice(oldEndLine)];
      const change = { startLine, oldEndLine, newEndLine: startLine + insert.length };
      reading = reader.read(sourceOf(lines), hints, reading, change);
      expect(reading).toEqual(reader.read(sourceOf(lines), hints));
    }
  };

  it('on a long template', () => {
    const lines = longTemplate(60);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => check(lines, edits)),
      { numRuns: 30 },
    );
  });

  it('on a long list', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => check(longPlaybook(80), edits)),
      { numRuns: 20 },
    );
  });

  it('on a list under a key, beside other keys', () => {
    const lines = ['FormatVersion: OOS-2019-06-01', 'Tasks:'].concat(
      Array.from({ length: 150 }, () => ['  - Action: ACS::ECS::RunCommand', '    Properties:', '      a: b']).flat(),
      ['Outputs:', '  a: b'],
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => check(lines, edits)),
      { numRuns: 20 },
    );
  });

  it('on many documents, with comments and ends between them', () => {
    const lines = Array.from({ length: 20 }, (_, i) => [
      ...(i % 5 === 4 ? ['...'] : []),
      '# one more',
      '---',
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  annotations:',
      '    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-name: a',
    ]).flat();
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => check(lines, edits)),
      { numRuns: 60 },
    );
  });

  it('on a long key and short ones, where it is the short ones that change', () => {
    const lines = [
      'ROSTemplateFormatVersion: x',
      'Parameters:',
      '  A:',
      '    Type: String',
      ...longTemplate(40).slice(1),
    ];
    const near = edit.map((one) => ({ ...one, where: one.where % 12 }));
    fc.assert(
      fc.property(fc.array(fc.oneof(near, edit), { maxLength: 4 }), (edits) => check(lines, edits)),
      { numRuns: 30 },
    );
  });

  it.each([
    ['an item goes and another comes', 300, 4, ['- name: x', '  ali_vpc:', '- name: y']],
    ['two children grow together', 242, 1, ['  # was a key']],
    ['a child goes', 242, 7, []],
    ['the last child grows', 700, 0, ['      Name: x']],
  ])('when %s', (_what, where, del, insert) => {
    check(longTemplate(100), [{ where, del, insert }]);
    check(longPlaybook(200), [{ where, del, insert }]);
  });

  it.skipIf(!existsSync(corpus))('on real files (skipped without them)', () => {
    const files = corpusFiles().filter((_, i) => i % 17 === 0);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 3 }), (file, edits) => {
        const lines = readFileSync(new URL(encodeURI(file).replaceAll('#', '%23'), corpus), 'utf8').split(/\r\n|\n|\r/);
        if (lines.length < 2000) check(lines, edits);
      }),
      { numRuns: 40 },
    );
  });
});
