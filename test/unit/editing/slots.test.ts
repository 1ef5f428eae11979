// Which places are completion slots: one line a place, and as many that are none.
import { describe, expect, it } from 'vitest';

import { linesOf } from '../../../src/core/text';
import { cursorAt } from '../../../src/yaml/reader';
import { slotAt, type ValueSlot, written } from '../../../src/yaml/slots';
import { at } from '../../support/cursor';
import { readingOf } from '../../support/editing';

function slotOf(marked: string) {
  const { text, line, column } = at(marked);
  const lines = linesOf(text);
  const cursor = cursorAt(readingOf(text), lines, line, column);
  return cursor && slotAt(cursor, lines, column);
}

/** `product`, `identifier ros "ALI"`: kind, dialect and typed text. */
function slot(marked: string): string | undefined {
  const found = slotOf(marked);
  if (!found) return undefined;
  const dialect = found.kind !== 'citation' && found.dialect ? ` ${found.dialect}` : '';
  return `${found.kind}${dialect}${found.typed === '' ? '' : ` "${found.typed}"`}`;
}

const ROS = "ROSTemplateFormatVersion: '2015-09-01'\n";
const SKETCH = 'architecture: shop\n';
const PULUMI = 'name: shop\nruntime: yaml\n';
const DEVS = 'edition: 3.0.0\n';
const VELA = 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n';
const LIST = 'apiVersion: v1\nkind: List\nitems:\n';
const CRON =
  'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n          metadata:\n';
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n';

const TABLE: readonly (readonly [marked: string, expected: string | undefined])[] = [
  // architecture.yaml
  [`${SKETCH}components:\n  - name: db\n    product: $0\n`, 'product'],
  [`${SKETCH}components:\n  - name: db\n    product:$0\n`, 'product'],
  [`${SKETCH}components:\n  - name: db\n    product: rd$0s\n`, 'product "rd"'],
  [`${SKETCH}components:\n  - product: $0\n    name: db\n`, 'product'],
  [`${SKETCH}components:\n  - {name: db, product: r$0}\n`, 'product "r"'],
  [`${SKETCH}components:\n  - name: "x"\n    product: "r$0"\n`, 'product "r"'],
  [`${SKETCH}industry: $0\ncomponents: []\n`, 'industry'],
  [`${SKETCH}problems: [$0]\ncomponents: []\n`, 'problem'],
  [`${SKETCH}problems: [cost, el$0]\ncomponents: []\n`, 'problem "el"'],
  [`${SKETCH}problems:\n  - cost\n  - $0\ncomponents: []\n`, 'problem'],
  [`${SKETCH}problems: $0\ncomponents: []\n`, 'problem'],
  [`${SKETCH}problems: $0\n  - cost\ncomponents: []\n`, undefined],
  [`${SKETCH}components:\n  - product: slb\n    role: $0\n`, 'role'],
  [`${SKETCH}components:\n  - product: slb\n    cases: [$0]\n`, 'case'],
  [`${SKETCH}cases:\n  - inet-$0\ncomponents: []\n`, 'case "inet-"'],
  [`${SKETCH}components:\n  - pro$0duct: slb\n`, undefined],
  [`${SKETCH}components:\n  - name: r$0\n`, undefined],
  [`${SKETCH}components:\n  - note: |\n      product: $0\n`, undefined],
  [`${SKETCH}$0\ncomponents: []\n`, undefined],
  // ROS
  [`${ROS}Resources:\n  Db:\n    Type: $0\n`, 'identifier ros'],
  [`${ROS}Resources:\n  Db:\n    Type: ALIYUN::R$0\n    Properties: {}\n`, 'identifier ros "ALIYUN::R"'],
  [`${ROS}Resources:\n  Db:\n    Type: ALIYUN::$0\n`, 'identifier ros "ALIYUN::"'],
  [`${ROS}Resources:\n  Db: {Type: $0}\n`, 'identifier ros'],
  [`${ROS}Parameters:\n  Db:\n    Type: $0\n`, undefined],
  [`${ROS}Resources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n    Properties:\n      Type: $0\n`, undefined],
  [`${ROS}Resources:\n  Db:\n    Ty$0\n`, undefined],
  [`${ROS}Resources:\n  Db:\n    Type:\n      $0\n`, undefined],
  // Pulumi, Serverless Devs, KubeVela
  [`${PULUMI}resources:\n  db:\n    type: alicloud:$0\n`, 'identifier pulumi "alicloud:"'],
  [`${PULUMI}config:\n  db:\n    type: $0\n`, undefined],
  [`${DEVS}resources:\n  f:\n    component: f$0\n`, 'identifier component "f"'],
  [`${DEVS}resources:\n  f:\n    props:\n      component: $0\n`, undefined],
  [`${VELA}    - name: db\n      type: $0\n`, 'identifier kubevela'],
  // Crossplane: only where the API group is written
  ['apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: $0\n', 'identifier kind'],
  ['apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: Bucket\nspec:\n  kind: $0\n', undefined],
  // Annotations
  [`${SERVICE}  annotations:\n    $0\n  name: x\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n    serv$0\n  name: x\n`, 'annotation annotation "serv"'],
  [`${SERVICE}  annotations:\n    a: b\n    serv$0\n`, 'annotation annotation "serv"'],
  [`${SERVICE}  annotations: $0\n`, undefined],
  [`${SERVICE}  annotations:\n    a: $0\n`, undefined],
  [`${SERVICE}  labels:\n    $0\n`, undefined],
  [`${CRON}            annotations:\n              $0\n`, 'annotation annotation'],
  [`${CRON}            labels:\n              $0\n`, undefined],
  [
    `${LIST}- apiVersion: v1\n  kind: Service\n  metadata:\n    annotations:\n      serv$0\n`,
    'annotation annotation "serv"',
  ],
  [`${LIST}- kind: Secret\n- metadata:\n    annotations:\n      $0\n  kind: Service\n`, 'annotation annotation'],
  [`${LIST}  - kind: Service\n  - kind: Secret\n    metadata:\n      annotations:\n        $0\n`, undefined],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    $0\n', undefined],
  [`${SERVICE}  annotations:\n    "$0"\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n        $0\n    a: b\n`, undefined],
  [`${SERVICE}  annotations:\n   $0\n    a: b\n`, undefined],
  [`${SERVICE}  annotations:\n    a: b\n      $0\n`, undefined],
  [`${SERVICE}  annotations:\n    a: b\n      serv$0\n`, undefined],
  [`${SERVICE}  annotations:\n    $0\n    a: b\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n    # first\n    $0\n\n    # more\n    a: b\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n      $0\n  name: x\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n      $0`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n   {{- with .Values.notes }}\n    $0\n    a: b\n`, 'annotation annotation'],
  [`${SERVICE}  annotations:\n    a: |\n      annotations:\n    $0\n`, 'annotation annotation'],
  // Before and behind the quotes of a token, in the blanks before a value
  [`${ROS}Resources:\n  Db:\n    Type: $0'ALIYUN::RDS::DBInstance'\n`, undefined],
  [`${ROS}Resources:\n  Db:\n    Type: 'ALIYUN::RDS::DBInstance'$0\n`, undefined],
  [`${ROS}Resources:\n  Db:\n    Type: '$0ALIYUN::RDS::DBInstance'\n`, 'identifier ros'],
  [`${ROS}Resources:\n  Db:\n    Type: $0ALIYUN::RDS::DBInstance\n`, 'identifier ros'],
  [`${SKETCH}components:\n  - product: $0"oss"\n`, undefined],
  [`${SERVICE}  annotations:\n    $0"serv": x\n`, undefined],
  [`${SERVICE}  annotations:\n    "serv"$0: x\n`, undefined],
  [`${SKETCH}components:\n  - product: $0  oss\n`, undefined],
  [`${SKETCH}components:\n  - product:$0 oss\n`, undefined],
  [`${SKETCH}components:\n  - product: $0  "oss"\n`, undefined],
  [`${SKETCH}components:\n  - product: $0  # oss\n`, 'product'],
  [`${SKETCH}components:\n  - {product: $0 , name: a}\n`, 'product'],
  [`${SKETCH}components:\n  - {product: $0 oss}\n`, undefined],
  [`${SKETCH}components: []\ncases: [ $0  inet-3 ]\n`, undefined],
  [`${SKETCH}components: []\ncases: [$0 , inet-3]\n`, 'case'],
  [`${SKETCH}components: []\ncases: [ $0 ]\n`, 'case'],
  [`${SKETCH}components: []\ncases: $0 [inet-3]\n`, undefined],
  [`${SKETCH}components: []\ncases: $0 # why\n`, 'case'],
  [`${SKETCH}components: []\ncases:\n  - $0 inet-3\n`, undefined],
  [`${SERVICE}  annotations: {$0 a: b}\n`, undefined],
  [`${SERVICE}  annotations:\n    $0serv\n`, 'annotation annotation'],
  // Citations
  [`${ROS}# case: $0\nResources: {}\n`, 'citation'],
  [`${ROS}# case: @hu$0\nResources: {}\n`, 'citation "@hu"'],
  [`${ROS}# 案例：@$0\nResources: {}\n`, 'citation "@"'],
  [`${ROS}Resources: {} # case: $0\n`, 'citation'],
  [`${ROS}# @$0\nResources: {}\n`, undefined],
  [`${ROS}# cases: ignore $0\nResources: {}\n`, undefined],
  [`${ROS}# cas$0e: \nResources: {}\n`, undefined],
  [`${ROS}Description: "# case: $0"\n`, undefined],
  // No format, no slot
  ['title: a list\n# case: @$0\nitems: []\n', undefined],
  ['product: $0\n', undefined],
  ['services:\n  web:\n    image: red$0\n', undefined],
];

describe('slots', () => {
  it.each(TABLE)('%j → %s', (marked, expected) => {
    expect(slot(marked)).toBe(expected);
  });
});

describe('a value with a comma', () => {
  const writtenAt = (marked: string) => written('at least 420,000 (members)', (slotOf(marked) as ValueSlot).writing);
  const components = (rest: string) => `${SKETCH}components: [\n  {name: a, product: oss,\n${rest}\n  }]\n`;

  it.each([
    ['on the line of the brace', `${SKETCH}components:\n  - {scale: $0}\n`],
    ['below the line of the brace', components('   scale: mem$0')],
    ['where nothing is typed yet', components('   scale: $0')],
    ['beside another key', components('   scale: $0, role: x')],
  ])('is quoted in flow style %s', (_where, marked) => {
    expect(writtenAt(marked)).toBe('"at least 420,000 (members)"');
  });

  it.each([
    ['elsewhere', `${SKETCH}components:\n  - name: a\n    scale: $0\n`],
    ['below what is in flow style', `${SKETCH}components:\n  - cases: [inet-3,\n      inet-2]\n    scale: $0\n`],
    ['behind a bracket in the key above', `${SKETCH}components:\n  - name: "[a"\n    scale: $0\n`],
  ])('is plain %s', (_where, marked) => {
    expect(writtenAt(marked)).toBe('at least 420,000 (members)');
  });
});

describe('what a list holds already', () => {
  const LISTED = `${SKETCH}components: []\n`;
  const taken = (marked: string) => (slotOf(marked) as ValueSlot).taken;

  it.each([
    [`${LISTED}cases: [inet-3, $0, "inet-5"]\n`, ['inet-3', 'inet-5']],
    [`${LISTED}cases: [\n  inet-1.26,\n  inet-1.2$0\n]\n`, ['inet-1.26']],
    [`${LISTED}cases: [\n  inet-3, # first\n  $0\n  'inet-5']\n`, ['inet-3', 'inet-5']],
    [`${LISTED}cases: [\n  inet-3,\n\n  $0\n\n]\nproblems: []\n`, ['inet-3']],
    [`${LISTED}cases:\n  - inet-3\n  # one more\n\n  - $0\n  - inet-5 # last\n`, ['inet-3', 'inet-5']],
    [`${SKETCH}components:\n  - cases: [inet-2]\n  - cases: [inet-3, $0]\n  - cases: [inet-5]\n`, ['inet-3']],
    [`${LISTED}cases: [inet-2]\n---\n${LISTED}cases: [inet-3, $0]\n---\n${LISTED}cases: [inet-5]\n`, ['inet-3']],
    [`${LISTED}cases: $0\nproblems: []\n`, []],
    [`${LISTED}cases:\n- inet-3\n- $0\nproblems:\n- peak-traffic\n`, ['inet-3']],
    [`${LISTED}cases:\n  - inet-3\n  - >-\n    inet-5\n  - "inet-6\n    b"\n  - $0\n`, ['inet-3']],
    [
      `${SKETCH}components:\n  - cases:\n    - inet-2\n  - cases:\n      - inet-3\n      - $0\n  - cases:\n    - inet-5\n`,
      ['inet-3'],
    ],
    [`${SKETCH}components:\n  - cases:\n    - inet-3\n    - $0\n  - inet-5\n`, ['inet-3']],
    [`${LISTED}cases:\n  - inet-3\n# note\n  - $0\n  - [inet-4]\n  - a: inet-6\n  - inet-5\n`, ['inet-3', 'inet-5']],
    [`${LISTED}cases: [inet-3, [inet-4], {a: inet-6}, $0]\n`, ['inet-3']],
    [`{"architecture": "a", "components": [], "cases": ["inet-3", "$0"], "problems": ["peak-traffic"]}\n`, ['inet-3']],
    [`{\n"architecture": "a",\n"components": [],\n"cases": [\n"inet-3",\n"$0"\n],\n"tags": ["b"]\n}\n`, ['inet-3']],
    [`${LISTED}cases: [inet-3, $0\nproblems: [a, b]\n`, ['inet-3']],
  ])('%j', (marked, expected) => expect(taken(marked)).toEqual(expected));
});

describe('how far a list is read', () => {
  const MANY = Array.from({ length: 2_500 }, (_, i) => `  - name: c${i}\n    product: oss\n    cases: [inet-3]\n`).join(
    '',
  );

  it.each([
    ['its items on lines of their own', `  - name: d\n    cases:\n      - inet-3\n      - inet-5\n      - $0\n`],
    ['in brackets', `  - name: d\n    cases: [\n      inet-3, inet-5,\n      $0\n    ]\n`],
    ['in brackets that are not closed', `  - name: d\n    cases: [inet-3, inet-5, $0\n`],
  ])('no further than it goes: %s', (_how, part) => {
    const { text, line, column } = at(`${SKETCH}components:\n${MANY}${part}${MANY}`);
    const cursor = cursorAt(readingOf(text), linesOf(text), line, column);
    const all = linesOf(text);
    let reads = 0;
    let furthest = 0;
    const lineAt = (at: number) => {
      reads++;
      furthest = Math.max(furthest, at);
      return all.lineAt(at);
    };
    const slot = cursor && slotAt(cursor, { lineCount: all.lineCount, lineAt }, column);
    expect(slot).toMatchObject({ kind: 'case', taken: ['inet-3', 'inet-5'] });
    expect(furthest).toBeLessThan(line + 5);
    expect(reads).toBeLessThan(2 * line); // the way up once, which tells the place in the list around
  });
});
