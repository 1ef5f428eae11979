// Open-source systems that people run themselves: the images they come in, and the managed product that is their
// counterpart. The pairing is common knowledge and no evidence.
import { once } from './once';

/** A known open-source system: the managed counterpart, and the name it goes by. */
export interface KnownImage {
  readonly productId: string;
  /** `Redis`: the self-hosted system, as engineers call it. */
  readonly name: string;
}

/** Names of repositories (last path segment) per system. An owner is written where the last segment alone says too little. */
const SYSTEMS: readonly (readonly [productId: string, name: string, repositories: string])[] = [
  [
    'redis',
    'Redis',
    'redis redis-cluster redis-sentinel redis-stack redis-stack-server redis-alpine redismod redis-ha',
  ],
  ['redis', 'Valkey', 'valkey valkey-cluster valkey-sentinel valkey-bundle'],
  ['redis', 'KeyDB', 'keydb'],
  ['redis', 'Dragonfly', 'dragonflydb/dragonfly'],
  ['memcache', 'Memcached', 'memcached'],
  ['rds-mysql', 'MySQL', 'mysql mysql-server mysql-cluster mysql-5.7 mysql5.7 nacos-mysql mysql57 mysql8'],
  ['rds-mysql', 'Percona Server', 'percona percona-server percona-xtradb-cluster percona-xtrabackup'],
  ['rds-mariadb', 'MariaDB', 'mariadb mariadb-galera'],
  [
    'rds-postgresql',
    'PostgreSQL',
    'postgres postgresql postgresql-repmgr postgresql-ha cloudnative-pg spilo spilo-10 spilo-15 postgis pgvector timescaledb timescaledb-ha supabase/postgres postgres-alpine goharbor/harbor-db',
  ],
  ['rds-sqlserver', 'SQL Server', 'mssql mssql/server mssql-server azure-sql-edge mssql-server-linux'],
  ['mongodb', 'MongoDB', 'mongo mongodb mongodb-sharded mongodb-community-server percona-server-mongodb'],
  ['lindorm', 'Cassandra', 'cassandra scylla scylladb'],
  ['tsdb', 'InfluxDB', 'influxdb influxdb2 tsdb opentsdb'],
  ['gdb', 'Neo4j', 'neo4j janusgraph'],
  ['clickhouse', 'ClickHouse', 'clickhouse clickhouse-server clickhouse-keeper'],
  ['selectdb', 'Apache Doris', 'doris doris-standalone doris.fe-ubuntu doris.be-ubuntu apache/doris'],
  ['oceanbase', 'OceanBase', 'oceanbase-ce oceanbase obce-mini'],
  ['hbase', 'HBase', 'hbase hbase-master hbase-regionserver'],
  ['elasticsearch', 'Elasticsearch', 'elasticsearch elasticsearch-oss elasticsearch-wolfi eck-operator'],
  ['elasticsearch', 'Kibana', 'kibana kibana-oss'],
  ['elasticsearch', 'Logstash', 'logstash logstash-oss'],
  ['elasticsearch', 'OpenSearch', 'opensearch opensearch-dashboards opensearchproject/opensearch'],
  ['opensearch', 'Apache Solr', 'solr'],
  ['milvus', 'Milvus', 'milvus'],
  [
    'kafka',
    'Kafka',
    'kafka cp-kafka cp-server cp-enterprise-kafka cp-kafka-rest cp-schema-registry schema-registry cp-kafka-connect cp-kafka-connect-base cp-server-connect cp-server-connect-datagen kafka-connect-datagen kafka-native kafka-kraft',
  ],
  ['kafka', 'Redpanda', 'redpanda'],
  [
    'rocketmq',
    'RocketMQ',
    'rocketmq rocketmq-server rocketmq-dashboard rocketmq-broker rocketmq-nameserver rocketmq-console rocketmq-console-ng rocketmq-operator',
  ],
  ['rabbitmq', 'RabbitMQ', 'rabbitmq rabbitmq-cluster-operator'],
  ['mqtt', 'EMQX', 'emqx emqx-ee mosquitto eclipse-mosquitto'],
  ['mse', 'Nacos', 'nacos nacos-server nacos-operator'],
  ['mse', 'ZooKeeper', 'zookeeper cp-zookeeper'],
  ['mse', 'Consul', 'consul'],
  ['mse', 'Eureka', 'eureka eureka-server'],
  ['mse', 'Sentinel', 'sentinel-dashboard'],
  ['oss', 'MinIO', 'minio'],
  ['oss', 'RustFS', 'rustfs'],
  ['oss', 'SeaweedFS', 'seaweedfs'],
  [
    'slb',
    'NGINX',
    'nginx nginx-unprivileged nginx-ingress-controller ingress-nginx/controller nginx-ingress openresty nginx-alpine',
  ],
  ['slb', 'HAProxy', 'haproxy haproxy-alpine haproxy-ingress'],
  ['slb', 'Traefik', 'traefik'],
  ['slb', 'Envoy', 'envoy envoy-alpine envoy-distroless'],
  ['slb', 'Caddy', 'caddy'],
  ['slb', 'Apache httpd', 'httpd'],
  ['apig', 'Kong', 'kong kong-gateway'],
  ['apig', 'APISIX', 'apisix apisix-dashboard apisix-ingress-controller'],
  ['apig', 'Higress', 'higress higress/all-in-one higress/gateway higress/higress'],
  ['asm', 'Istio', 'istio/pilot istio/proxyv2 istio-ca pilot proxyv2 istio/operator linkerd linkerd/proxy'],
  [
    'emr',
    'Hadoop',
    'hadoop hadoop-namenode hadoop-datanode hadoop-resourcemanager hadoop-nodemanager hadoop-historyserver hadoop-base',
  ],
  ['emr', 'Hive', 'hive hive-metastore hive-metastore-postgresql'],
  ['emr', 'Spark', 'spark spark-py pyspark spark-operator spark-master spark-worker'],
  ['emr', 'Trino', 'trino trinodb/trino presto'],
  ['emr', 'StarRocks', 'starrocks allin1-ubuntu starrocks/fe-ubuntu starrocks/be-ubuntu'],
  ['flink', 'Flink', 'flink flink-kafka flink-sql-client-kafka flink-kubernetes-operator'],
  ['hologres', 'Apache Druid', 'apache/druid druid'],
  ['dataworks', 'Airflow', 'airflow'],
  [
    'dataworks',
    'DolphinScheduler',
    'dolphinscheduler dolphinscheduler-api dolphinscheduler-master dolphinscheduler-worker dolphinscheduler-tools dolphinscheduler-alert-server dolphinscheduler-standalone-server',
  ],
  ['dts', 'SeaTunnel', 'seatunnel'],
  ['dts', 'Canal', 'canal-server canal-admin'],
  ['quickbi', 'Metabase', 'metabase'],
  ['quickbi', 'Superset', 'superset'],
  ['quickbi', 'DataEase', 'dataease'],
  [
    'arms',
    'Prometheus',
    'prometheus prom/prometheus prometheus-operator pushgateway alertmanager thanos blackbox-exporter node-exporter cadvisor kube-state-metrics cp-enterprise-prometheus cp-enterprise-alertmanager',
  ],
  ['arms', 'Grafana', 'grafana grafana-oss grafana-enterprise'],
  ['arms', 'Grafana Tempo', 'tempo'],
  [
    'arms',
    'Jaeger',
    'jaeger jaegertracing/all-in-one jaeger-agent jaeger-collector jaeger-query jaeger-cassandra-schema jaeger-all-in-one',
  ],
  ['arms', 'SkyWalking', 'skywalking-oap-server skywalking-ui skywalking-agent skywalking-java-agent'],
  ['arms', 'Zipkin', 'zipkin'],
  ['arms', 'OpenTelemetry Collector', 'opentelemetry-collector opentelemetry-collector-contrib'],
  ['sls', 'Fluentd', 'fluentd fluentd-kubernetes-daemonset'],
  ['sls', 'Fluent Bit', 'fluent-bit'],
  ['sls', 'Filebeat', 'filebeat'],
  ['sls', 'Loki', 'loki promtail'],
  ['sls', 'Vector', 'vector timberio/vector'],
  ['sls', 'Logtail', 'ilogtail loongcollector log-pilot logtail'],
  [
    'cloudmonitor',
    'Zabbix',
    'zabbix-agent zabbix-agent2 zabbix-java-gateway zabbix-proxy-mysql zabbix-server-mysql zabbix-server-pgsql zabbix-web-nginx-mysql zabbix-web-nginx-pgsql zabbix-web-apache-mysql',
  ],
  ['cloudmonitor', 'Netdata', 'netdata'],
  ['cloudmonitor', 'Uptime Kuma', 'uptime-kuma'],
  ['kms', 'Vault', 'vault'],
  ['idaas', 'Keycloak', 'keycloak'],
  ['idaas', 'Dex', 'dex'],
  ['idaas', 'Authelia', 'authelia'],
  ['idaas', 'Casdoor', 'casdoor'],
  ['idaas', 'Logto', 'logto'],
  ['idaas', 'ZITADEL', 'zitadel'],
  [
    'acr',
    'Harbor',
    'harbor-core harbor-portal harbor-jobservice harbor-registry harbor-registryctl harbor-exporter harbor-operator harbor-adapter-trivy',
  ],
  ['acr', 'Docker Registry', 'registry'],
  ['acr', 'Nexus', 'nexus3'],
  ['devops', 'Jenkins', 'jenkins'],
  ['devops', 'GitLab', 'gitlab-ce gitlab-ee gitlab-runner'],
  ['devops', 'Gitea', 'gitea gitea-ee forgejo'],
  ['devops', 'Argo CD', 'argocd'],
  ['devops', 'Drone', 'drone'],
  ['devops', 'Woodpecker', 'woodpecker-server'],
  ['devops', 'SonarQube', 'sonarqube'],
  ['pai', 'vLLM', 'vllm vllm-openai vllm-ascend rtp_llm'],
  ['pai', 'Ollama', 'ollama open-webui'],
  ['pvtz', 'CoreDNS', 'coredns bind9 pihole'],
  ['vpn', 'OpenVPN', 'openvpn-as openvpn'],
  ['vpn', 'WireGuard', 'wireguard'],
  ['directmail', 'Mail server', 'docker-mailserver stalwart'],
  ['waf', 'ModSecurity', 'waf modsecurity modsecurity-crs'],
  ['pds', 'Nextcloud', 'nextcloud owncloud'],
  ['bastionhost', 'JumpServer', 'jms_all'],
];

/** Repository → what it runs. */
export const systemsByRepository: () => ReadonlyMap<string, KnownImage> = once(
  () =>
    new Map(
      SYSTEMS.flatMap(([productId, name, repositories]) =>
        repositories.split(' ').map((repository) => [repository, { productId, name }] as const),
      ),
    ),
);

/** What people call a system, in lower case, by its own name or that of a repository → its managed counterpart. */
export const counterpartsByName: () => ReadonlyMap<string, string> = once(
  () =>
    new Map([
      ...[...systemsByRepository()].map(([repository, { productId }]) => [repository, productId] as const),
      ...SYSTEMS.map(([productId, name]) => [name.toLowerCase(), productId] as const),
    ]),
);
