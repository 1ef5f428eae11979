// What image references run: registries, owners, tags, digests and template parts aside.
import { describe, expect, it } from 'vitest';
import { knownImage, parseImage } from '../../../src/yaml/images';

const runs = (reference: string) => {
  const image = parseImage(reference);
  const known = image && knownImage(image);
  return known && `${known.name} ${known.productId}`;
};

describe('an image reference', () => {
  it.each([
    ['redis', 'Redis redis'],
    ['redis:7.2-alpine', 'Redis redis'],
    ['library/redis@sha256:0123abcd', 'Redis redis'],
    ['docker.io/bitnami/redis:7@sha256:0123', 'Redis redis'],
    ['localhost:5000/redis:7', 'Redis redis'],
    ['registry.cn-hangzhou.aliyuncs.com/acs/redis-arm64', 'Redis redis'],
    ['${REGISTRY}/redis:${TAG:-7}', 'Redis redis'],
    ['${HUB}bitnami/valkey', 'Valkey redis'],
    ['{{ .Values.registry }}/mysql:{{ .Values.tag }}', 'MySQL rds-mysql'],
    ['mcr.microsoft.com/mssql/server:2019-latest', 'SQL Server rds-sqlserver'],
    ['mariadb', 'MariaDB rds-mariadb'],
    ['postgres:16', 'PostgreSQL rds-postgresql'],
    ['confluentinc/cp-kafka:7.4.0', 'Kafka kafka'],
    ['apache/rocketmq:5', 'RocketMQ rocketmq'],
    ['quay.io/minio/minio', 'MinIO oss'],
    ['nginx:1.25', 'NGINX slb'],
    ['registry.k8s.io/ingress-nginx/controller:v1', 'NGINX slb'],
    ['registry:2', 'Docker Registry acr'],
    ['prom/prometheus', 'Prometheus arms'],
    ['bde2020/hadoop-namenode', 'Hadoop emr'],
    ['nacos/nacos-server:v2', 'Nacos mse'],
    ['docker.io//redis/', 'Redis redis'],
    ['redis/:7', 'Redis redis'],
    ['localhost/Redis', 'Redis redis'],
  ])('%s runs %s', (reference, expected) => {
    expect(runs(reference)).toBe(expected);
  });

  it.each([
    '${IMAGE}',
    '{{ .Values.image }}',
    '',
    'my team/redis',
    'redis:7 alpine',
    'git:redis',
    '@sha256:0123',
    'oliver006/redis_exporter',
    'bitnami/redis-exporter',
    'quay.io/coreos/etcd',
    'acme/shop',
    'https://github.com/apache/flink',
    'https://charts.example.com/shop',
  ])('%j says nothing', (reference) => {
    expect(runs(reference)).toBeUndefined();
  });
});
