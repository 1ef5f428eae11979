// Generated infrastructure files of a wanted length, shaped like real ones: a ROS template with one long Resources map,
// a stream of Kubernetes documents, a compose file with many services, a sketch of an architecture. Deterministic.
import { readFileSync } from 'node:fs';

const TYPES = [
  'ECS::Instance',
  'RDS::DBInstance',
  'REDIS::Instance',
  'SLB::LoadBalancer',
  'OSS::Bucket',
  'ECS::VSwitch',
];

/** A ROS template of about `count` lines. */
export function ros(count) {
  const lines = [
    "ROSTemplateFormatVersion: '2015-09-01'",
    'Description: {zh-cn: 电商平台, en: "A shop"}',
    'Resources:',
  ];
  for (let k = 0; lines.length < count; k++) {
    lines.push(
      `  Resource${k}:`,
      `    Type: ALIYUN::${TYPES[k % TYPES.length]}`,
      '    Properties:',
      `      Name: shop-${k} # 名称`,
    );
    lines.push('      VpcId:', '        Ref: Vpc', `      Spec: "ecs.g${5 + (k % 3)}.large"`, '      Tags:');
    lines.push('        - Key: env', '          Value: prod', '        - {Key: team, Value: 平台组}');
    if (k % 5 === 0)
      lines.push('      UserData:', '        Fn::Sub: |', '          #!/bin/bash', '          echo "Type: text"');
  }
  return lines.join('\n');
}

/** Kubernetes documents of together about `count` lines. */
export function kubernetes(count) {
  const lines = [];
  for (let k = 0; lines.length < count; k++) {
    if (k > 0) lines.push('---');
    lines.push(
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      `  name: app-${k}`,
      '  annotations:',
      '    team: "平台组"',
    );
    lines.push('spec:', '  replicas: 2', '  template:', '    spec:', '      containers:', `        - name: app-${k}`);
    lines.push(
      `          image: registry.cn-hangzhou.aliyuncs.com/shop/app:${k}`,
      '          args: ["--port", "80"]',
      '          env:',
    );
    lines.push(
      '            - name: REDIS',
      '              value: r-bp1.redis.rds.aliyuncs.com',
      '          resources:',
    );
    lines.push('            limits: {cpu: "1", memory: 512Mi}');
  }
  return lines.join('\n');
}

/** A compose file of about `count` lines. */
export function compose(count) {
  const lines = ['services:'];
  for (let k = 0; lines.length < count; k++) {
    lines.push(
      `  web${k}:`,
      '    image: redis:7.2',
      '    restart: always',
      '    ports:',
      '      - "8080:80"',
      '    environment:',
    );
    lines.push('      REDIS_HOST: redis', '    depends_on:', '      - db');
  }
  return lines.join('\n');
}

const COMPONENTS = [
  ['rds-mysql', '订单与库存'],
  ['redis', 'caches sessions'],
  ['oss', '商品图片'],
  ['slb', 'spreads requests'],
  ['ecs', '运行网站'],
  ['maxcompute', 'nightly reports'],
];

/** A sketch of an architecture of about `count` lines. */
export function architecture(count) {
  const lines = [
    'architecture: 电商平台',
    'industry: ecommerce',
    'problems: [peak-traffic, elasticity]',
    'components:',
  ];
  for (let k = 0; lines.length < count; k++) {
    const [product, role] = COMPONENTS[k % COMPONENTS.length];
    lines.push(`  - name: part-${k}`, `    product: ${product}`, `    role: ${role} ${k}`, '    scale: 5000 QPS');
  }
  return lines.join('\n');
}

/** The schema of sketches, as shipped. */
export function architectureSchema() {
  return JSON.parse(readFileSync(new URL('../../data/architecture.schema.json', import.meta.url), 'utf8'));
}

/** The schema that a schema tool needs to say something about `ros`: a thousand types with a description each. */
export function rosSchema() {
  const names = Array.from({ length: 1000 }, (_, k) => `ALIYUN::P${k}::Instance`).concat(
    TYPES.map((type) => `ALIYUN::${type}`),
  );
  const resource = {
    type: 'object',
    properties: {
      Type: { type: 'string', description: 'Resource type', enum: names },
      Properties: { type: 'object', description: 'Resource properties' },
    },
  };
  return {
    type: 'object',
    properties: { Resources: { type: 'object', description: 'What to create', additionalProperties: resource } },
  };
}

/** The schema that a schema tool needs to say something about `kubernetes`. */
export function kubernetesSchema() {
  const text = { type: 'string', description: 'A value of the object' };
  const names = Array.from({ length: 100 }, (_, k) => `service.beta.kubernetes.io/setting-${k}`);
  const annotations = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, text])) };
  const container = {
    type: 'object',
    description: 'A container of the pod',
    properties: {
      name: text,
      image: text,
      args: { type: 'array', items: text },
      env: { type: 'array' },
      resources: {},
    },
  };
  const pod = { type: 'object', properties: { containers: { type: 'array', items: container } } };
  const template = { type: 'object', properties: { metadata: { type: 'object' }, spec: pod } };
  const metadata = { type: 'object', properties: { name: text, namespace: text, labels: {}, annotations } };
  const spec = { type: 'object', properties: { replicas: { type: 'integer' }, selector: {}, template } };
  return { type: 'object', properties: { apiVersion: text, kind: text, metadata, spec } };
}
