// Which places are completion slots: one line a place, and as many that are none.
import { describe, expect, it } from 'vitest';

import { linesOf } from '../../../src/core/text';
import { cursorAt } from '../../../src/yaml/reader';
import { slotAt } from '../../../src/yaml/slots';
import { at } from '../../support/cursor';
import { readingOf } from '../../support/editing';

/** `product`, `identifier ros "ALI"`: kind, dialect and typed text. */
function slot(marked: string): string | undefined {
  const { text, line, column } = at(marked);
  const lines = linesOf(text);
  const cursor = cursorAt(readingOf(text), lines, line, column);
  const found = cursor && slotAt(cursor, lines, column);
  if (!found) return undefined;
  const dialect = found.kind !== 'citation' && found.dialect ? ` ${found.dialect}` : '';
  return `${found.kind}${dialect}${found.typed === '' ? '' : ` "${found.typed}"`}`;
}

const ROS = "ROSTemplateFormatVersion: '2015-09-01'\n";
const SKETCH = 'architecture: shop\n';
const PULUMI = 'name: shop\nruntime: yaml\n';
const DEVS = 'edition: 3.0.0\n';
const VELA = 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n';
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
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    $0\n', undefined],
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
