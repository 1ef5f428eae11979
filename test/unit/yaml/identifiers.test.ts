// The table of identifiers against the facts it was made from, and what each namespace must and must not recognise.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  hostOf,
  type IdentifierDialect,
  identifiersOf,
  loadIdentifiers,
  productOf,
} from '../../../src/yaml/identifiers';

const text = readFileSync(new URL('../../../data/identifiers.tsv', import.meta.url), 'utf8');
const table = loadIdentifiers(text);
const factsFile = new URL('../../../../shared/corpus/resource-map.tsv', import.meta.url);

const LIBRARY_ID: Record<string, string> = {
  adb: 'adb-mysql',
  cas: 'ssl-cert',
  cms: 'cloudmonitor',
  mps: 'mts',
  openapiexplorer: 'openapi-explorer',
  chatbot: 'smart-cs',
};
const NOTHING = new Set(['none', 'context']);

/** Where the facts of a kind are looked up, and how their identifier is written in a file. */
const LOOKUPS: Record<string, { dialect: IdentifierDialect; identifier: (text: string) => string }> = {
  resource: { dialect: 'ros', identifier: (one) => one },
  datasource: { dialect: 'ros', identifier: (one) => one },
  'transform-resource': { dialect: 'ros', identifier: (one) => one },
  'tag-resource-type': { dialect: 'ros', identifier: (one) => one },
  'association-property': { dialect: 'ros', identifier: (one) => one },
  prefix: { dialect: 'ros', identifier: (one) => one.replace('*', 'AnyNewType') },
  fixture: { dialect: 'ros', identifier: (one) => one },
  'oos-action': { dialect: 'oos', identifier: (one) => one },
  'openapi-product': { dialect: 'oos-service', identifier: (one) => one.replace('Service: ', '') },
  'crd-kind': { dialect: 'kind', identifier: (one) => one },
  'annotation-key': { dialect: 'annotation', identifier: (one) => one },
  'storage-driver': { dialect: 'provisioner', identifier: (one) => one },
  'storage-class-name': { dialect: 'storage-class', identifier: (one) => one },
  'kubevela-component-type': { dialect: 'kubevela', identifier: (one) => one },
  'module-key': { dialect: 'ansible', identifier: (one) => one },
  component: { dialect: 'component', identifier: (one) => one.replace('component: ', '') },
  'trigger-type': { dialect: 'trigger', identifier: (one) => one.replace('triggerType: ', '') },
  'ram-action-prefix': { dialect: 'ram-code', identifier: (one) => one.replace(/^RAM action |:\*$/g, '') },
  'arn-prefix': { dialect: 'ram-code', identifier: (one) => one.split(':')[1] ?? '' },
  'ram-managed-policy': { dialect: 'policy', identifier: (one) => one },
};

/** Facts that the table answers otherwise on purpose: identifier → reason. */
const EXCEPTIONS = new Map<string, string>(
  [
    'COMMONBANDWIDTHPACKAGE',
    'CUSTOMERGATEWAY',
    'IPSECSERVER',
    'NATGATEWAY',
    'PUBLICIPADDRESSPOOL',
    'SSLVPNCLIENTCERT',
    'SSLVPNSERVER',
    'VPNATTACHMENT',
    'VPNCONNECTION',
    'VPNGATEWAY',
  ].map((name) => [`ALIYUN::VPC::${name}`, 'the tag service says vpc; the ROS type of the same name is more exact']),
);

interface Fact {
  readonly dialect: string;
  readonly identifier: string;
  readonly product: string;
  readonly kind: string;
}
const readFacts = (): Fact[] =>
  readFileSync(factsFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([dialect = '', identifier = '', , product = '', kind = '']) => ({ dialect, identifier, product, kind }));

const lookupOf = (fact: Fact): { dialect: IdentifierDialect; identifier: string } | undefined => {
  if (fact.dialect === 'terraform' || fact.dialect === 'pulumi')
    return { dialect: fact.dialect, identifier: fact.identifier };
  if (fact.kind === 'pseudo-parameter')
    return { dialect: fact.dialect === 'oos' ? 'oos' : 'ros', identifier: fact.identifier };
  const found = fact.dialect === 'other' || fact.kind === 'config-key' ? undefined : LOOKUPS[fact.kind];
  return found && { dialect: found.dialect, identifier: found.identifier(fact.identifier) };
};

describe('the identifier table', () => {
  it.skipIf(!existsSync(factsFile))('reads back every fact it was made from (skipped without the facts)', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const fact of readFacts()) {
      const lookup = lookupOf(fact);
      if (!lookup || EXCEPTIONS.has(fact.identifier)) continue;
      checked++;
      const expected = NOTHING.has(fact.product) ? undefined : (LIBRARY_ID[fact.product] ?? fact.product);
      const actual = productOf(table, lookup.dialect, lookup.identifier);
      if (actual !== expected) wrong.push(`${fact.dialect} ${fact.identifier}: ${actual} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(7000);
  });

  it('is small enough to ship', () => {
    expect(text.length).toBeLessThan(125_000);
  });

  it.each<[IdentifierDialect, string, string | undefined]>([
    ['ros', 'ALIYUN::ECS::Instance', 'ecs'],
    ['ros', 'ALIYUN::ECS::VSwitch', 'vpc'],
    ['ros', 'ALIYUN::VPC::NatGateway', 'nat'],
    ['ros', 'aliyun::Redis::instance', 'redis'],
    ['ros', 'ALIYUN::ECS::VPC::VPCId', 'vpc'],
    ['ros', 'DATASOURCE::RDS::Zones', 'rds'],
    ['ros', 'ALIYUN::Region', undefined],
    ['ros', 'ALIYUN::ECS::', undefined],
    ['ros', 'ALIYUN::ECS', undefined],
    ['ros', 'AWS::ECS::Cluster', undefined],
    ['oos', 'ACS::ECS::RunCommand', 'ecs'],
    ['oos', 'ACS::RegionId', undefined],
    ['pulumi', 'alicloud:oss:Bucket', 'oss'],
    ['pulumi', 'alicloud:oss/bucket:Bucket', 'oss'],
    ['pulumi', 'aws:rds/instance:Instance', undefined],
    ['terraform', 'alicloud_db_instance', 'rds'],
    ['terraform', 'alicloud_access_key', undefined],
    ['annotation', 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec', 'clb'],
    ['annotation', 'alb.ingress.kubernetes.io/scheme', undefined],
    ['ansible', 'alibaba.alicloud.ali_slb_lb', 'clb'],
    ['component', 'devsapp/fc3@0.1.2', 'fc'],
    ['component', 'fc3@dev', 'fc'],
    ['component', 'model', undefined],
    ['policy', 'AliyunOSSFullAccess', 'oss'],
    ['policy', 'AliyunCSGNewFullAccess', undefined],
    ['class', 'ecs.g6.large', 'ecs'],
    ['env', 'aliyun_logs_catalina', 'sls'],
  ])('%s %s is %s', (dialect, identifier, product) => {
    expect(productOf(table, dialect, identifier)).toBe(product);
  });

  it.each([
    ['bucket.oss-cn-hangzhou-internal.aliyuncs.com', 'oss'],
    ['oss-${region}.aliyuncs.com', 'oss'],
    ['r-abc.redis.rds.aliyuncs.com', 'redis'],
    ['rm-abc.mysql.rds.aliyuncs.com', 'rds-mysql'],
    ['pc-abc.mysql.polardb.rds.aliyuncs.com', 'polardb'],
    ['rds.aliyuncs.com', 'rds'],
    ['registry-vpc.cn-hangzhou.aliyuncs.com', 'acr'],
    ['team-registry.cn-hangzhou.cr.aliyuncs.com', 'acr'],
    ['cn-hangzhou.log.aliyuncs.com', 'sls'],
    ['fc.aliyuncs.com', 'fc'],
    ['ess.aliyuncs.com', 'ess'],
    ['mirrors.aliyun.com', undefined],
    ['static-aliyun-doc.oss-cn-hangzhou.aliyuncs.com', undefined],
    ['static-aliyun-doc.oss-accelerate.aliyuncs.com', undefined],
    ['ros-public-templates.oss-cn-hangzhou.aliyuncs.com', undefined],
    ['my-static-aliyun-doc.oss-cn-hangzhou.aliyuncs.com', 'oss'],
    ['p2v-tools-of-mine.oss-cn-hangzhou.aliyuncs.com', 'oss'],
    ['www.aliyun.com', undefined],
    ['example.com', undefined],
  ])('host %s is %s', (host, product) => {
    expect(hostOf(table, host)?.product).toBe(product);
  });

  it('lists real names of a product, each of which means it', () => {
    expect(identifiersOf(table, 'vpc', 'ros')).toContain('ALIYUN::ECS::VPC');
    expect(identifiersOf(table, 'rds', 'pulumi')).toContain('alicloud:rds:Instance');
    expect(identifiersOf(table, 'rds', 'kind')).toContain('database.alibaba.crossplane.io/RDSInstance');
    expect(identifiersOf(table, 'oss', 'component')).toContain('devsapp/oss');
    expect(identifiersOf(table, 'oss', 'kubevela')).toContain('alibaba-oss');
    for (const dialect of ['ros', 'pulumi', 'terraform', 'kind', 'annotation', 'component'] as const) {
      for (const id of ['ecs', 'oss', 'clb', 'sls']) {
        for (const identifier of identifiersOf(table, id, dialect)) {
          expect(productOf(table, dialect, identifier), identifier).toBe(id);
        }
      }
    }
  });
});
