// Which format a document is taken for, and what is said to have told it.
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/core/text';
import { type FormatHints, formatOf } from '../../../src/yaml/formats';
import { documentsOf } from '../../../src/yaml/structure/documents';

function decide(text: string, hints: Partial<FormatHints> = {}) {
  const lines = linesOf(text);
  return documentsOf(lines).map((document) => formatOf(lines, document, { fileName: 'file.yaml', ...hints }));
}
const said = (text: string, hints?: Partial<FormatHints>) =>
  decide(text, hints).map(({ format, because }) => `${format} ${because.code}: ${because.detail}`);

describe('by content', () => {
  it.each<[what: string, text: string, expected: string]>([
    ['ROS', "ROSTemplateFormatVersion: '2015-09-01'\n", 'ros key: ROSTemplateFormatVersion'],
    [
      'ROS late in the file',
      `Parameters:\n${'  A: 1\n'.repeat(600)}ROSTemplateFormatVersion: x\n`,
      'ros key: ROSTemplateFormatVersion',
    ],
    ['ROS as JSON', '{\n  "ROSTemplateFormatVersion": "2015-09-01"\n}\n', 'ros key: ROSTemplateFormatVersion'],
    [
      'ROS on one line',
      '{"ROSTemplateFormatVersion": "2015-09-01", "Resources": {}}',
      'ros key: ROSTemplateFormatVersion',
    ],
    ['ROS without its version', 'Resources:\n  A:\n    Type: ALIYUN::OSS::Bucket\n', 'ros keys: Resources, ALIYUN::'],
    [
      'a transform',
      "Transform: 'Aliyun::Serverless-2018-04-03'\n",
      'ros key: Transform: Aliyun::Serverless-2018-04-03',
    ],
    ['OOS', 'FormatVersion: OOS-2019-06-01\nTasks: []\n', 'oos key: FormatVersion: OOS-2019-06-01'],
    ['Kubernetes', 'apiVersion: apps/v1\nkind: Deployment\n', 'kubernetes kind: apps/v1 Deployment'],
    [
      'KubeVela',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\n',
      'kubevela kind: core.oam.dev/v1beta1 Application',
    ],
    [
      'Crossplane',
      'apiVersion: oss.alibaba.crossplane.io/v1\nkind: Bucket\n',
      'crossplane kind: oss.alibaba.crossplane.io/v1 Bucket',
    ],
    [
      'a Helm template',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n',
      'helm template: {{ .Values',
    ],
    ['a chart', 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'helm keys: apiVersion, name, version'],
    ['compose', 'services:\n  web:\n    image: nginx\n', 'compose keys: services, image'],
    ['Serverless Devs 1', 'Fun:\n  Component: fc\n  Properties: {}\n', 'serverless-devs keys: Fun, Component'],
    [
      'Serverless Devs 2',
      'edition: 1.0.0\nservices:\n  a:\n    component: fc\n',
      'serverless-devs keys: services, component',
    ],
    [
      'Serverless Devs 3',
      'edition: 3.0.0\nresources:\n  a:\n    component: fc3\n',
      'serverless-devs keys: resources, component',
    ],
    ['Pulumi', 'name: a\nruntime: yaml\n', 'pulumi keys: name, runtime'],
    ['a Pulumi program alone', 'resources:\n  b:\n    type: alicloud:oss:Bucket\n', 'pulumi keys: resources, type'],
    ['a playbook', '- hosts: all\n  tasks: []\n', 'ansible keys: hosts'],
    ['a list of tasks', '- name: a\n  ali_vpc:\n    state: present\n', 'ansible keys: ali_vpc'],
    ['an architecture', 'architecture: shop\ncomponents: []\n', 'architecture keys: architecture, components'],
    [
      'CloudFormation',
      "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
      'none nothing-known: AWSTemplateFormatVersion',
    ],
    ['SAM', 'Transform: AWS::Serverless-2016-10-31\n', 'none nothing-known: Transform: AWS::Serverless-2016-10-31'],
    ['a workflow', 'on: push\njobs:\n  a:\n    services:\n      db:\n        image: mysql\n', 'none nothing-known: '],
    ['settings', 'server:\n  port: 8080\n', 'none nothing-known: '],
    ['a list of words', '- a\n- b\n', 'none nothing-known: '],
    ['nothing', '# only a comment\n', 'none empty: '],
  ])('%s', (_what, text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('does not take a template inside a block scalar for a template', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    {{ .Values.x }}\n';
    expect(said(text)).toEqual(['kubernetes kind: v1 ConfigMap']);
  });

  it('decides each document on its own', () => {
    const text = "apiVersion: v1\nkind: Service\n---\nROSTemplateFormatVersion: '1'\n---\n# nothing\n";
    expect(decide(text).map((one) => one.format)).toEqual(['kubernetes', 'ros', 'none']);
  });

  it('wins over the name', () => {
    expect(said("ROSTemplateFormatVersion: '1'\n", { fileName: 'docker-compose.yml' })).toEqual([
      'ros key: ROSTemplateFormatVersion',
    ]);
  });
});

describe('by name, language and choice', () => {
  it.each([
    ['charts/web/values.yaml', 'helm file-name: values.yaml'],
    ['web/values-production.yaml', 'helm file-name: values-production.yaml'],
    ['docker-compose.override.yml', 'compose file-name: docker-compose.override.yml'],
    ['Pulumi.dev.yaml', 'pulumi file-name: Pulumi.dev.yaml'],
    ['s.yaml', 'serverless-devs file-name: s.yaml'],
    ['roles/web/defaults/main.yml', 'ansible file-name: roles/web/defaults/main.yml'],
    ['architecture.yaml', 'architecture file-name: architecture.yaml'],
    ['shop.arch.yaml', 'architecture file-name: shop.arch.yaml'],
    ['arch.yml', 'architecture file-name: arch.yml'],
    ['shop.architecture.yaml', 'architecture file-name: shop.architecture.yaml'],
    ['research.yaml', 'none nothing-known: '],
    ['application.yaml', 'none nothing-known: '],
  ])('%s', (fileName, expected) => {
    expect(said('a: 1\n', { fileName: `work/${fileName}` })[0]?.replace('work/', '')).toBe(expected);
  });

  it('takes the language where the content says nothing', () => {
    expect(said('a: 1\n', { languageId: 'ros-template-yaml' })).toEqual(['ros language: ros-template-yaml']);
    expect(said('a: 1\n', { languageId: 'yaml' })).toEqual(['none nothing-known: ']);
  });

  it('obeys an override', () => {
    expect(said('apiVersion: v1\nkind: Pod\n', { override: 'none' })).toEqual(['none override: none']);
  });
});
