// Which names of a file mean no product that we know, per format: each sample holds a known and an unknown name.
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/core/text';
import { signsOf } from '../../../src/yaml/signs';
import { readingOf } from '../../support/editing';

/** `ALIYUN::Brand::New 3`: the unknown names of a text with their lines. */
const unknownIn = (text: string, fileName = 'file.yaml'): string[] => {
  const lines = linesOf(text);
  return signsOf(readingOf(text, fileName), lines, fileName).file.unknown.map((one) => `${one.text} ${one.line + 1}`);
};

const ROS = "ROSTemplateFormatVersion: '2015-09-01'\n";
const crossplane = (group: string, kind: string) =>
  `apiVersion: ${group}/v1alpha1\nkind: ${kind}\nmetadata: {name: x}\n`;
const vela = (type: string, more = '') =>
  `apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: a\n      type: ${type}\n${more}`;
const POD = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: redis:7\n    - image: acme/unknown\n';

describe('a name that means no known product is listed', () => {
  it.each<[string, string, string[], string?]>([
    ['a resource type of ROS', `${ROS}Resources:\n  A:\n    Type: ALIYUN::Brand::New\n`, ['ALIYUN::Brand::New 4']],
    [
      'on one line with a known one',
      `${ROS}Resources: {A: {Type: ALIYUN::Brand::New}, B: {Type: 'ALIYUN::OSS::Bucket'}}\n`,
      ['ALIYUN::Brand::New 2'],
    ],
    [
      'of Terraform inside ROS',
      `${ROS}Transform: Aliyun::Terraform-v1.5\nWorkspace:\n  main.tf: |\n    resource "alicloud_oss_bucket" "a" {}\n    resource "alicloud_brand_new" "b" {}\n`,
      ['alicloud_brand_new 6'],
    ],
    [
      'of a template inside ROS',
      `${ROS}Resources:\n  A:\n    Type: ALIYUN::ROS::Stack\n    Properties:\n      TemplateBody: |\n        Resources:\n          B:\n            Type: ALIYUN::Brand::New\n`,
      ['ALIYUN::Brand::New 9'],
    ],
    [
      'an action of OOS',
      'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::Brand::New\n  - Name: b\n    Action: ACS::ECS::RunCommand\n',
      ['ACS::Brand::New 4'],
    ],
    [
      'a kind of Crossplane',
      `${crossplane('ecs.alibaba.crossplane.io', 'Brandnewthing')}---\n${crossplane('oss.alibaba.crossplane.io', 'Bucket')}`,
      ['ecs.alibaba.crossplane.io/Brandnewthing 2'],
    ],
    [
      'a resource inside a composition',
      'apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nspec:\n  resources:\n    - base: {apiVersion: new.alibabacloud.crossplane.io/v1, kind: Thing}\n',
      ['new.alibabacloud.crossplane.io/Thing 5'],
    ],
    [
      'a module of Ansible',
      '- hosts: all\n  tasks:\n    - ali_brand_new_thing:\n        name: x\n    - ali_oss_bucket:\n        name: y\n',
      ['ali_brand_new_thing 3'],
    ],
    [
      'a task of a role',
      '- name: x\n  alibaba.alicloud.ali_brand_new_thing: {a: b}\n- name: y\n  ali_vpc: {a: b}\n',
      ['alibaba.alicloud.ali_brand_new_thing 2'],
    ],
    [
      'an image of values',
      'image:\n  repository: acme/unknown\nredis:\n  image:\n    repository: redis\nsidecarImage: acme/other:1\n',
      ['acme/unknown 2', 'acme/other:1 6'],
      'chart/values.yaml',
    ],
    ['a component of KubeVela', vela('alibaba-brandnew'), ['alibaba-brandnew 6']],
    [
      'an image of KubeVela',
      vela('webservice', '      properties:\n        image: acme/unknown\n'),
      ['acme/unknown 8'],
    ],
    ['an image of Kubernetes', POD, ['acme/unknown 6']],
    ['a kind of an own group', crossplane('new.alibabacloud.com', 'Thing'), ['new.alibabacloud.com/Thing 2']],
    ['an image of Compose', 'services:\n  a:\n    image: redis\n  b:\n    image: acme/unknown\n', ['acme/unknown 5']],
    [
      'a component of Serverless Devs, and an image',
      'edition: 3.0.0\nservices:\n  a:\n    component: brandnew\n  b:\n    component: fc3\n    props:\n      customContainerConfig:\n        image: acme/unknown\n',
      ['brandnew 4', 'acme/unknown 9'],
    ],
    [
      'a type of Pulumi',
      'name: x\nruntime: yaml\nresources:\n  a:\n    type: alicloud:brandnew:Thing\n  b:\n    type: alicloud:oss:Bucket\n',
      ['alicloud:brandnew:Thing 5'],
    ],
    [
      'a product of a sketch',
      'architecture: x\ncomponents:\n  - product: Brand New\n  - product: oss\n',
      ['Brand New 3'],
    ],
  ])('%s', (_what, text, names, fileName) => {
    expect(unknownIn(text, fileName)).toEqual(names);
  });
});

describe('nothing is listed that', () => {
  it.each<[string, string, string?]>([
    ['is a component of KubeVela itself', vela('webservice')],
    ['is a component that anyone may have defined', vela('my-own-thing')],
    ['says how a provider works', crossplane('alibaba.crossplane.io', 'ProviderConfig')],
    ['is a kind of Kubernetes', 'apiVersion: apps/v1\nkind: Deployment\n'],
    [
      'is only referred to',
      'apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nspec:\n  compositeTypeRef: {apiVersion: demo.alibaba.com/v1, kind: Thing}\n',
    ],
    ['is a variable called like a module', '- hosts: all\n  vars:\n    alicloud_region: x\n  tasks: []\n'],
    ['is a variable of a group', 'alicloud_region: x\nali_disks:\n  - ali_disk: x\n', 'group_vars/all.yml'],
    ['is put together elsewhere', 'image:\n  repository: "{{ .Values.name }}"\n', 'chart/values.yaml'],
    ['is no image', 'image: true\nshowImage: yes\nrepository: https://a.b/c\n', 'chart/values.yaml'],
    ['is prose of a script', `${ROS}Description: |\n  data "to" the resource "alicloud" is sent\n`],
  ])('%s', (_what, text, fileName) => {
    expect(unknownIn(text, fileName)).toEqual([]);
  });
});
