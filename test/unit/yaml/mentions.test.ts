// Position tables per format: what is said at the cursor `$0`, and the places where nothing is.
import { describe, expect, it } from 'vitest';
import { allTold, toldAt } from '../../support/mentions';

type Place = readonly [what: string, marked: string, told: string | undefined];
const check = (places: readonly Place[], fileName?: string) => {
  it.each(places)('%s', (_what, marked, told) => {
    expect(toldAt(marked, fileName)).toBe(told);
  });
};

const ros = (body: string) => `ROSTemplateFormatVersion: '2015-09-01'\n${body}`;

describe('ROS', () => {
  check([
    [
      'a resource type',
      ros('Resources:\n  Web:\n    Type: ALIYUN::ECS::$0Instance\n'),
      'ecs declared "ALIYUN::ECS::Instance"',
    ],
    [
      'a quoted type, without its quotes',
      ros("Resources:\n  Net:\n    Type: 'ALIYUN::ECS::VSw$0itch'\n"),
      'vpc declared "ALIYUN::ECS::VSwitch"',
    ],
    ['the quote itself', ros("Resources:\n  Net:\n    Type: $0'ALIYUN::ECS::VSwitch'\n"), undefined],
    [
      'a data source',
      ros('Resources:\n  Z:\n    Type: DATASOURCE::ECS::$0Zones\n'),
      'ecs declared "DATASOURCE::ECS::Zones"',
    ],
    ['the key', ros('Resources:\n  Web:\n    Ty$0pe: ALIYUN::ECS::Instance\n'), undefined],
    ['a logical id', ros('Resources:\n  ros-oss-$0redis:\n    Type: ALIYUN::ECS::Instance\n'), undefined],
    ['a comment', ros('Resources:\n  Web:\n    Type: ALIYUN::ECS::Instance # ALIYUN::RDS::$0DBInstance\n'), undefined],
    ['a pseudo parameter', ros('Outputs:\n  R:\n    Value:\n      Ref: ALIYUN::$0Region\n'), undefined],
    ['a type of another cloud', ros('Resources:\n  C:\n    Type: AWS::ECS::$0Cluster\n'), undefined],
    ['an unknown product', ros('Resources:\n  C:\n    Type: ALIYUN::Mock::$0Foo\n'), undefined],
    ['a metadata key', ros('Metadata:\n  ALIYUN::ROS::$0Interface:\n    ParameterGroups: []\n'), undefined],
    [
      'a parameter picker',
      ros('Parameters:\n  V:\n    Type: String\n    AssociationProperty: ALIYUN::ECS::VPC::$0VPCId\n'),
      'vpc configured "ALIYUN::ECS::VPC::VPCId"',
    ],
    [
      'a RAM action',
      ros('Resources:\n  P:\n    Properties:\n      Action:\n        - oss:$0GetObject\n'),
      'oss configured "oss:GetObject"',
    ],
    [
      'a principal',
      ros('Resources:\n  P:\n    Principal:\n      Service:\n        - $0fc.aliyuncs.com\n'),
      'fc configured "fc.aliyuncs.com"',
    ],
    ['an ARN', ros("Resources:\n  P:\n    Resource: 'acs:$0oss:*:*:b/*'\n"), 'oss configured "acs:oss:*:*:b/*"'],
    [
      'a tag that looks like an ARN',
      ros("Resources:\n  P:\n    Tag: 'acs:technical-$0solution:database:x'\n"),
      undefined,
    ],
    [
      'a managed policy',
      ros('Resources:\n  P:\n    PolicyName: Aliyun$0OSSFullAccess\n'),
      'oss configured "AliyunOSSFullAccess"',
    ],
    ['a logical id that looks like a role', ros('Resources:\n  P:\n    DependsOn: Aliyun$0OSSFullAccess\n'), undefined],
    ['an instance class', ros('Resources:\n  W:\n    InstanceType: ecs.g6.$0large\n'), 'ecs configured "ecs.g6.large"'],
    ['a product word', ros('Resources:\n  W:\n    Name: $0redis\n'), undefined],
    ['prose', ros('Description: uses oss-cn-$0hangzhou.aliyuncs.com\n'), undefined],
    [
      'HCL in a block scalar',
      ros('Workspace:\n  main.tf: |\n    resource "alicloud_mongo$0db_instance" "x" {}\n'),
      'mongodb written "alicloud_mongodb_instance"',
    ],
    ['a comment in HCL', ros('Workspace:\n  main.tf: |\n    # alicloud_$0vpc\n'), undefined],
    [
      'the name of an HCL resource',
      ros('Workspace:\n  main.tf: |\n    resource "alicloud_mongodb_instance" "redi$0s" {}\n'),
      undefined,
    ],
    [
      'a function event',
      "Transform: 'Aliyun::Serverless-2018-04-03'\nResources:\n  s:\n    f:\n      Events:\n        e:\n          Type: O$0SS\n",
      'oss configured "OSS"',
    ],
    [
      'the events of a trigger',
      ros(
        'Resources:\n  f:\n    Events:\n      e:\n        Properties:\n          Events:\n            - oss:Object$0Created:*\n',
      ),
      'oss configured "oss:ObjectCreated:*"',
    ],
    ['a class of ACK', ros('Resources:\n  C:\n    ClusterSpec: ack.$0pro.small\n'), 'ack configured "ack.pro.small"'],
    ['a pattern for values', ros('Parameters:\n  R:\n    AllowedPattern: "^acs:$0ram::[0-9]*$"\n'), undefined],
    [
      'the service of a task in an OOS template',
      ros('Resources:\n  T:\n    Content:\n      Tasks:\n        - Properties:\n            Service: E$0SS\n'),
      'ess configured "ESS"',
    ],
    [
      'the action of such a task',
      ros('Resources:\n  T:\n    Content:\n      Tasks:\n        - Action: ACS::ECS::$0RunCommand\n'),
      'ecs configured "ACS::ECS::RunCommand"',
    ],
    ['another Service', ros('Resources:\n  T:\n    Properties:\n      Service: E$0SS\n'), undefined],
    [
      'the kind of a manifest in a text',
      ros('Resources:\n  A:\n    YamlContent: |\n      apiVersion: alibabacloud.com/v1\n      kind: Alb$0Config\n'),
      'alb written "AlbConfig"',
    ],
    [
      'a kind below another group',
      ros('Resources:\n  A:\n    YamlContent: |\n      apiVersion: v1\n      kind: Alb$0Config\n'),
      undefined,
    ],
    [
      'the controller of an ingress class in a text',
      ros('Resources:\n  A:\n    YamlContent: |\n      controller: ingress.k8s.$0alibabacloud/alb\n'),
      'alb written "ingress.k8s.alibabacloud/alb"',
    ],
  ]);

  it.each([
    ['MySQL', 'rds-mysql'],
    ['PostgreSQL', 'rds-postgresql'],
    ['SQLServer', 'rds-sqlserver'],
    ['MariaDB', 'rds-mariadb'],
    ['{ Ref: Engine }', 'rds'],
  ])('the engine %s makes the type %s', (engine, product) => {
    const type = 'Type: ALIYUN::RDS::DB$0Instance';
    const properties = `Properties:\n      Engine: ${engine}\n`;
    expect(toldAt(ros(`Resources:\n  Db:\n    ${type}\n    ${properties}`))).toBe(
      `${product} declared "ALIYUN::RDS::DBInstance"`,
    );
    expect(toldAt(ros(`Resources:\n  Db:\n    ${properties}    ${type}\n`))).toBe(
      `${product} declared "ALIYUN::RDS::DBInstance"`,
    );
  });

  it('an engine says nothing of another resource', () => {
    const text = 'Resources:\n  A:\n    Type: ALIYUN::RDS::DB$0Instance\n  B:\n    Properties:\n      Engine: MySQL\n';
    expect(toldAt(ros(text))).toBe('rds declared "ALIYUN::RDS::DBInstance"');
  });

  it('the engine in an HCL block tells which RDS', () => {
    const text = 'W:\n  main.tf: |\n    resource "alicloud_db_$0instance" "x" {\n      engine = "PostgreSQL"\n    }\n';
    expect(toldAt(ros(text))).toBe('rds-postgresql written "alicloud_db_instance"');
  });
});

describe('OOS', () => {
  const oos = (body: string) => `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n${body}`;
  check([
    ['an action of a product', oos('    Action: ACS::ECS::$0RunCommand\n'), 'ecs declared "ACS::ECS::RunCommand"'],
    ['a step of the language', oos('    Action: ACS::$0ExecuteAPI\n'), undefined],
    ['the service of an API call', oos('    Properties:\n      Service: D$0DS\n'), 'mongodb declared "DDS"'],
    [
      'a resource type',
      oos('    Properties:\n      ResourceType: ALIYUN::RDS::$0Instance\n'),
      'rds configured "ALIYUN::RDS::Instance"',
    ],
    ['a pseudo parameter', oos("    Properties:\n      regionId: '{{ ACS::$0RegionId }}'\n"), undefined],
  ]);
});

describe('Kubernetes', () => {
  const service = (annotation: string, spec = '') =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n    ${annotation}\nspec:\n  type: LoadBalancer\n${spec}`;
  const spec = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
  check([
    ['a load balancer key', service(`${spec}$0spec: slb.s1.small`), `clb configured "${spec}spec"`],
    ['its value, an instance class', service(`${spec}spec: slb.$0s1.small`), 'clb configured "slb.s1.small"'],
    [
      'the same key of an NLB',
      service(`${spec}$0name: a`, '  loadBalancerClass: alibabacloud.com/nlb\n'),
      `nlb configured "${spec}name"`,
    ],
    [
      'a key of the ALB controller',
      service('alb.ingress.kubernetes.io/$0listen-ports: x'),
      'alb configured "alb.ingress.kubernetes.io/listen-ports"',
    ],
    [
      'the same key beside one of AWS',
      service('alb.ingress.kubernetes.io/$0listen-ports: x\n    alb.ingress.kubernetes.io/scheme: internal'),
      undefined,
    ],
    ['an ECI key', service('k8s.aliyun.com/eci-$0use-specs: 2-4Gi'), 'eci configured "k8s.aliyun.com/eci-use-specs"'],
    ['an ordinary label', service('app: $0redis'), undefined],
    [
      'where a log collector writes to',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yaml: |\n    flushers:\n      - Type: flusher_$0sls\n',
      'sls written "flusher_sls"',
    ],
    [
      'a share of a GPU',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - resources:\n        limits:\n          aliyun.com/gpu-$0mem: 3\n',
      'ack configured "aliyun.com/gpu-mem"',
    ],
    [
      'a storage class',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  storageClassName: alicloud-$0disk-essd\n',
      'ebs configured "alicloud-disk-essd"',
    ],
    [
      'a provisioner',
      'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nprovisioner: $0nasplugin.csi.alibabacloud.com\n',
      'nas configured "nasplugin.csi.alibabacloud.com"',
    ],
    [
      'an image',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: redis\n      image: docker.io/bitnami/$0redis:7@sha256:ab\n',
      'redis image "docker.io/bitnami/redis:7@sha256:ab"',
    ],
    [
      'a container called like one',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: $0redis\n',
      undefined,
    ],
    [
      'the host of an image',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: registry.cn-$0hangzhou.aliyuncs.com/a/redis:7\n',
      'acr configured "registry.cn-hangzhou.aliyuncs.com"',
    ],
    [
      'its repository',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: registry.cn-hangzhou.aliyuncs.com/a/$0redis:7\n',
      'redis image "registry.cn-hangzhou.aliyuncs.com/a/redis:7"',
    ],
    ['the kind of an own resource', 'apiVersion: alibabacloud.com/v1\nkind: Alb$0Config\n', 'alb declared "AlbConfig"'],
    ['its group', 'apiVersion: alibabacloud.$0com/v1\nkind: AlbConfig\n', 'alb declared "alibabacloud.com/v1"'],
    [
      'a log collection variable',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env:\n        - name: aliyun_$0logs_catalina\n',
      'sls configured "aliyun_logs_catalina"',
    ],
    ['a probe', 'apiVersion: v1\nkind: Pod\nspec:\n  live$0nessProbe: {}\n', undefined],
    ['a Fibre Channel volume', 'apiVersion: v1\nkind: PersistentVolume\nspec:\n  f$0c:\n    lun: 1\n', undefined],
  ]);

  it('says nothing in a definition of types', () => {
    const text = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  image: redis:7\n';
    expect(allTold(text)).toEqual([]);
  });
});

describe('Helm', () => {
  check(
    [
      [
        'the repository of an image',
        'redis:\n  image:\n    repository: bitnami/$0redis\n    tag: "7"\n',
        'redis image "bitnami/redis"',
      ],
      ['a sub-chart', 're$0dis:\n  enabled: true\n', undefined],
      ['a tag', 'image:\n  tag: $0redis\n', undefined],
      ['a template', 'image:\n  repository: "{{ .Values.$0redis }}"\n', undefined],
    ],
    'charts/web/values.yaml',
  );
});

describe('compose', () => {
  const compose = (body: string) => `services:\n  redis:\n${body}`;
  check([
    ['an image', compose('    image: redis$0:7-alpine\n'), 'redis image "redis:7-alpine"'],
    [
      'an image with variables',
      compose('    image: ${HUB:-docker.io}/apache/rocket$0mq:${TAG}\n'),
      'rocketmq image "${HUB:-docker.io}/apache/rocketmq:${TAG}"',
    ],
    ['a variable alone', compose('    image: ${RE$0DIS}\n'), undefined],
    ['a service name', 'services:\n  re$0dis:\n    image: redis:7\n', undefined],
    ['an image that only ends alike', compose('    image: grafana/grafana-$0oss-plugin\n'), undefined],
    [
      'an environment variable',
      compose('    environment:\n      ALIYUN_$0OSS_ENDPOINT: x\n'),
      'oss configured "ALIYUN_OSS_ENDPOINT"',
    ],
    [
      'a host in a value',
      compose('    environment:\n      - E=https://b.$0oss-cn-hangzhou.aliyuncs.com/x\n'),
      'oss configured "b.oss-cn-hangzhou.aliyuncs.com"',
    ],
  ]);
});

describe('log-pilot in compose', () => {
  const labels = (body: string) => `services:\n  a:\n    image: tomcat\n    labels:\n      ${body}\n`;
  check([
    ['a label', labels('aliyun.$0logs.access: stdout'), 'sls configured "aliyun.logs.access"'],
    ['a label in a list', labels('- aliyun.$0logs.access=stdout'), 'sls configured "aliyun.logs.access"'],
  ]);
});

describe('Serverless Devs', () => {
  const s = (body: string) => `edition: 3.0.0\nname: ros-app\nresources:\n  api:\n${body}`;
  check([
    ['a component', s('    component: f$0c3\n'), 'fc declared "fc3"'],
    ['a component of an owner', s('    component: devsapp/$0oss@1.0\n'), 'oss declared "devsapp/oss@1.0"'],
    ['a path', s('    component: ${path("..$0/")}\n'), undefined],
    ['a command of a component', s('    actions:\n      pre:\n        - component: $0fc build\n'), 'fc declared "fc"'],
    ['a setting that connects', s('    props:\n      log$0Config: auto\n'), 'sls configured "logConfig"'],
    [
      'a setting behind a template',
      s('    props:\n      {{ if a }}nas$0Config: auto{{/if}}\n'),
      'nas configured "nasConfig"',
    ],
    ['the template before it', s('    props:\n      {{ i$0f a }}nasConfig: auto{{/if}}\n'), undefined],
    ['a trigger', s('    props:\n      triggers:\n        - triggerType: $0oss\n'), 'oss configured "oss"'],
    ['the name of a project', 'edition: 3.0.0\nname: $0oss\nresources: {}\n', undefined],
    ['a role', s('    props:\n      role: acs:$0ram::1:role/x\n'), 'ram configured "acs:ram::1:role/x"'],
  ]);
});

describe('Pulumi', () => {
  const pulumi = (body: string) => `name: a\nruntime: yaml\nresources:\n  db:\n${body}`;
  check([
    ['a type', pulumi('    type: alicloud:oss:$0Bucket\n'), 'oss declared "alicloud:oss:Bucket"'],
    ['the long form', pulumi('    type: alicloud:oss/bucket:$0Bucket\n'), 'oss declared "alicloud:oss/bucket:Bucket"'],
    [
      'with its engine',
      pulumi('    type: alicloud:rds:$0Instance\n    properties:\n      engine: MySQL\n'),
      'rds-mysql declared "alicloud:rds:Instance"',
    ],
    ['of another cloud', pulumi('    type: aws:rds/instance:$0Instance\n'), undefined],
    ['a policy of another cloud', pulumi('    properties:\n      Action: kms:$0Decrypt\n'), undefined],
    ['a setting', 'name: a\nruntime: yaml\nconfig:\n  alicloud:$0region: x\n', undefined],
  ]);
});

describe('Crossplane, KubeVela, Ansible, architecture.yaml', () => {
  check([
    ['a kind', 'apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: Buc$0ket\n', 'oss declared "Bucket"'],
    [
      'an engine',
      'apiVersion: database.alibaba.crossplane.io/v1alpha1\nkind: RDS$0Instance\nspec:\n  forProvider:\n    engine: PostgreSQL\n',
      'rds-postgresql declared "RDSInstance"',
    ],
    ['a provider', 'apiVersion: pkg.crossplane.io/v1\nkind: Pro$0vider\n', undefined],
    [
      'a component type',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: x\n      type: alibaba-$0oss\n',
      'oss declared "alibaba-oss"',
    ],
    [
      'a component name',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: alibaba-$0oss\n      type: webservice\n',
      undefined,
    ],
    [
      'the name of a definition',
      'apiVersion: core.oam.dev/v1beta1\nkind: ComponentDefinition\nmetadata:\n  name: alibaba-$0oss\n',
      'oss configured "alibaba-oss"',
    ],
    [
      'a policy as one text',
      `- hosts: all\n  tasks:\n    - ali_ram_policy:\n        policy_document: '{"Statement":[{"Action":["oss:Get$0Object"]}]}'\n`,
      'oss configured "oss:GetObject"',
    ],
    [
      'a module',
      '- hosts: all\n  tasks:\n    - name: x\n      ali_$0slb_lb:\n        region: a\n',
      'clb declared "ali_slb_lb"',
    ],
    [
      'a module by its full name',
      '- hosts: all\n  tasks:\n    - name: x\n      alibaba.alicloud.ali_rds_$0instance:\n        engine: MySQL\n',
      'rds-mysql declared "alibaba.alicloud.ali_rds_instance"',
    ],
    ['a variable', '- hosts: all\n  vars:\n    alicloud_$0region: x\n', undefined],
  ]);
  check(
    [
      [
        'a product of an architecture',
        'architecture: shop\ncomponents:\n  - product: rds-$0mysql\n',
        'rds-mysql declared "rds-mysql"',
      ],
      ['its name', 'architecture: shop\ncomponents:\n  - name: $0rds\n', undefined],
    ],
    'architecture.yaml',
  );
});

describe('told in its place, and not in a comment, a key or another string', () => {
  const pod = (body: string) => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${body}`;
  const oos = (body: string) => `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n${body}`;
  const s = (body: string) => `edition: 3.0.0\nname: shop\nresources:\n  api:\n${body}`;
  const pulumi = (body: string) => `name: a\nruntime: yaml\nresources:\n  db:\n${body}`;
  const oam = (body: string) => `apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n${body}`;
  const bucket = (body: string) => `apiVersion: oss.alibaba.crossplane.io/v1alpha1\n${body}`;
  const tasks = (body: string) => `- hosts: all\n  tasks:\n${body}`;
  const sketch = (body: string) => `architecture: shop\ncomponents:\n${body}`;

  /** The place, and three where the same word means nothing: a comment, a key, another string. */
  const FORMATS: readonly {
    readonly format: string;
    readonly fileName?: string;
    readonly place: string;
    readonly comment: string;
    readonly key: string;
    readonly string: string;
  }[] = [
    {
      format: 'OOS',
      place: oos('    Action: ACS::ECS::$0RunCommand\n'),
      comment: oos('    Action: ACS::Sleep # ACS::ECS::$0RunCommand\n'),
      key: oos('    Act$0ion: ACS::ECS::RunCommand\n'),
      string: oos('    Description: ACS::ECS::$0RunCommand\n'),
    },
    {
      format: 'Kubernetes',
      place: pod('    - image: re$0dis:7\n'),
      comment: pod('    - image: shop # image: re$0dis:7\n'),
      key: pod('    - im$0age: redis:7\n'),
      string: pod('    - image: shop\n      command: [re$0dis:7]\n'),
    },
    {
      format: 'Helm',
      fileName: 'charts/web/values.yaml',
      place: 'image:\n  repository: re$0dis\n',
      comment: 'image:\n  repository: shop # re$0dis\n',
      key: 'image:\n  repos$0itory: redis\n',
      string: 'image:\n  repository: shop\nnameOverride: re$0dis\n',
    },
    {
      format: 'compose',
      place: 'services:\n  db:\n    image: re$0dis:7\n',
      comment: 'services:\n  db:\n    image: shop # re$0dis:7\n',
      key: 'services:\n  db:\n    im$0age: redis:7\n',
      string: 'services:\n  db:\n    image: shop\n    container_name: re$0dis\n',
    },
    {
      format: 'Serverless Devs',
      place: s('    component: f$0c3\n'),
      comment: s('    component: shop # f$0c3\n'),
      key: s('    compo$0nent: fc3\n'),
      string: s('    component: shop\n    props:\n      description: f$0c3\n'),
    },
    {
      format: 'Pulumi',
      place: pulumi('    type: alicloud:oss:$0Bucket\n'),
      comment: pulumi('    type: aws:s3:Bucket # alicloud:oss:$0Bucket\n'),
      key: pulumi('    ty$0pe: alicloud:oss:Bucket\n'),
      string: pulumi('    type: aws:s3:Bucket\n    properties:\n      note: alicloud:oss:$0Bucket\n'),
    },
    {
      format: 'Crossplane',
      place: bucket('kind: Buc$0ket\n'),
      comment: bucket('kind: Bucket # Buc$0ket\n'),
      key: bucket('ki$0nd: Bucket\n'),
      string: bucket('kind: Bucket\nmetadata:\n  name: Buc$0ket\n'),
    },
    {
      format: 'KubeVela',
      place: oam('    - type: alibaba-$0oss\n'),
      comment: oam('    - type: webservice # alibaba-$0oss\n'),
      key: oam('    - ty$0pe: alibaba-oss\n'),
      string: oam('    - type: webservice\n      properties:\n        note: alibaba-$0oss\n'),
    },
    {
      format: 'Ansible',
      place: tasks('    - ali_$0slb_lb:\n        region: a\n'),
      comment: tasks('    - ping: # ali_$0slb_lb\n'),
      key: tasks('    - ali_slb_lb:\n        reg$0ion: a\n'),
      string: tasks('    - name: ali_$0slb_lb\n      ping:\n'),
    },
    {
      format: 'architecture.yaml',
      fileName: 'architecture.yaml',
      place: sketch('  - product: o$0ss\n'),
      comment: sketch('  - product: shop # o$0ss\n'),
      key: sketch('  - pro$0duct: oss\n'),
      string: sketch('  - product: slb\n    note: o$0ss\n'),
    },
  ];

  it.each(FORMATS)('$format', ({ place, comment, key, string, fileName }) => {
    expect(toldAt(place, fileName)).toBeDefined();
    expect({
      comment: toldAt(comment, fileName),
      key: toldAt(key, fileName),
      string: toldAt(string, fileName),
    }).toEqual({ comment: undefined, key: undefined, string: undefined });
  });
});

describe('elsewhere', () => {
  it.each([
    [
      'CloudFormation',
      "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  C:\n    Type: AWS::ECS::Cluster\n    Image: redis\n",
    ],
    ['a workflow', 'on: push\njobs:\n  a:\n    services:\n      redis:\n        image: redis:7\n'],
    ['settings of an application', 'spring:\n  redis:\n    host: r-a.redis.rds.aliyuncs.com\naliyun:\n  oss: x\n'],
  ])('nothing is said in %s', (_what, text) => {
    expect(allTold(text)).toEqual([]);
  });
});
