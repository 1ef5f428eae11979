// Makes data/identifiers.tsv: which identifier of an infrastructure file means which product of the library.
// The facts come as a table (dialect, identifier, count, product, kind, …) that is given as an argument; they are folded
// into one row per prefix, because a prefix nearly always tells the product and the rest are exceptions.
//
//   node data/tools/makeIdentifiers.mjs <facts.tsv> > data/identifiers.tsv
import { readFileSync } from 'node:fs';

/** Codes of the facts → ids of the library, where they differ. */
const LIBRARY_ID = {
  adb: 'adb-mysql',
  cas: 'ssl-cert',
  cms: 'cloudmonitor',
  mps: 'mts',
  openapiexplorer: 'openapi-explorer',
  chatbot: 'smart-cs',
  none: '-',
  context: '-',
};

/** Rows that no list of facts holds in a readable form: patterns, and keys whose meaning is a matter of position. */
const BY_HAND = `
# Endpoint hosts. * is any run of host characters (also \${VAR} and {{ x }} parts); the pattern with most letters wins.
host		oss	oss.aliyuncs.com,oss-*.aliyuncs.com,*.oss.aliyuncs.com,*.oss-*.aliyuncs.com,*.oss-data-acc.aliyuncs.com
host		acr	registry.aliyuncs.com,registry.*.aliyuncs.com,registry-*.aliyuncs.com,*-registry.*.aliyuncs.com,*-registry-vpc.*.aliyuncs.com,*.cr.aliyuncs.com,cr.*.aliyuncs.com
host		rds	rds.aliyuncs.com,rds.*.aliyuncs.com,*.rds.aliyuncs.com
host		rds-mysql	*.mysql.rds.aliyuncs.com,*.mysql.*.rds.aliyuncs.com
host		rds-postgresql	*.pg.rds.aliyuncs.com,*.pg.*.rds.aliyuncs.com
host		rds-sqlserver	*.sqlserver.rds.aliyuncs.com,*.sqlserver.*.rds.aliyuncs.com
host		rds-mariadb	*.mariadb.rds.aliyuncs.com,*.mariadb.*.rds.aliyuncs.com
host		redis	*.redis.rds.aliyuncs.com,*.redis.*.rds.aliyuncs.com,*.kvstore.aliyuncs.com,*.kvstore.*.aliyuncs.com,*.redis.aliyuncs.com,r-kvstore.aliyuncs.com,r-kvstore.*.aliyuncs.com
host		mongodb	*.mongodb.rds.aliyuncs.com,*.mongodb.*.rds.aliyuncs.com,mongodb.aliyuncs.com,mongodb.*.aliyuncs.com
host		polardb	*.polardb.rds.aliyuncs.com,*.mysql.polardb.rds.aliyuncs.com,*.pg.polardb.rds.aliyuncs.com,polardb.aliyuncs.com,polardb.*.aliyuncs.com
host		polardbx	*.drds.aliyuncs.com,*.polarx.rds.aliyuncs.com,polardbx.*.aliyuncs.com
host		gpdb	*.gpdb.rds.aliyuncs.com,*.gpdbmaster.rds.aliyuncs.com,*.gpdb.*.rds.aliyuncs.com,gpdb.aliyuncs.com,gpdb.*.aliyuncs.com
host		hbase	*.hbase.rds.aliyuncs.com,*.hbase.*.rds.aliyuncs.com,hbase.aliyuncs.com
host		lindorm	*.lindorm.rds.aliyuncs.com,*.lindorm.*.rds.aliyuncs.com,*.lindorm.aliyuncs.com
host		clickhouse	*.clickhouse.ads.aliyuncs.com,clickhouse.*.aliyuncs.com
host		adb-mysql	*.ads.aliyuncs.com,*.adb.aliyuncs.com,adb.aliyuncs.com,adb.*.aliyuncs.com
host		sls	log.aliyuncs.com,*.log.aliyuncs.com,*.sls.aliyuncs.com,sls.aliyuncs.com
host		tablestore	ots.aliyuncs.com,*.ots.aliyuncs.com,*.tablestore.aliyuncs.com,*.vpc.tablestore.aliyuncs.com,tablestore.aliyuncs.com
host		mns	mns.aliyuncs.com,mns.*.aliyuncs.com,*.mns.*.aliyuncs.com
host		kafka	alikafka.aliyuncs.com,alikafka.*.aliyuncs.com,alikafka-*.aliyuncs.com,*.alikafka.aliyuncs.com
host		rabbitmq	amqp.aliyuncs.com,*.amqp.aliyuncs.com,*.mq-amqp.*.aliyuncs.com
host		rocketmq	ons.aliyuncs.com,ons.*.aliyuncs.com,*.mq.aliyuncs.com,*.mqrest.*.aliyuncs.com,*.mq-internet-access.*.aliyuncs.com,*.mq-internet.aliyuncs.com,rmq-*.aliyuncs.com,*.rmq.aliyuncs.com,*.mq.*.aliyuncs.com,rocketmq.*.aliyuncs.com
host		mqtt	*.mqtt.aliyuncs.com,onsmqtt.*.aliyuncs.com
host		nas	nas.aliyuncs.com,*.nas.aliyuncs.com,nas.*.aliyuncs.com
host		fc	fc.aliyuncs.com,*.fc.aliyuncs.com,*.fcapp.run,*.fc.aliyun-inc.com,fcv3.*.aliyuncs.com
host		mse	*.mse.aliyuncs.com,mse.aliyuncs.com,mse.*.aliyuncs.com,acm.aliyuncs.com
host		bailian	dashscope.aliyuncs.com,dashscope-intl.aliyuncs.com,bailian.aliyuncs.com,bailian.*.aliyuncs.com,*.maas.aliyuncs.com
host		pai	*.pai-eas.aliyuncs.com,pai-eas.*.aliyuncs.com,pai-dsw.*.aliyuncs.com,pai-dlc.*.aliyuncs.com,aiworkspace.*.aliyuncs.com
host		elasticsearch	*.elasticsearch.aliyuncs.com,elasticsearch.aliyuncs.com,elasticsearch.*.aliyuncs.com
host		kms	kms.aliyuncs.com,kms.*.aliyuncs.com,*.cryptoservice.kms.aliyuncs.com,kms-vpc.*.aliyuncs.com
host		ram	sts.aliyuncs.com,sts.*.aliyuncs.com,sts-vpc.*.aliyuncs.com,ram.aliyuncs.com,ims.aliyuncs.com
host		apigateway	*.alicloudapi.com,apigateway.aliyuncs.com,apigateway.*.aliyuncs.com
host		ack	cs.aliyuncs.com,cs.*.aliyuncs.com,cs-anony.aliyuncs.com,cs-anony-vpc.*.aliyuncs.com
host		ecs	ecs.aliyuncs.com,ecs.*.aliyuncs.com,ecs-*.aliyuncs.com
host		vpc	vpc.aliyuncs.com,vpc.*.aliyuncs.com,vpc-vpc.*.aliyuncs.com
host		clb	slb.aliyuncs.com,slb.*.aliyuncs.com
host		nlb	nlb.aliyuncs.com,nlb.*.aliyuncs.com,*.nlb.aliyuncs.com,*.nlb.*.aliyuncs.com
host		alb	alb.aliyuncs.com,alb.*.aliyuncs.com,*.alb.aliyuncs.com,*.alb.*.aliyuncs.com
host		oos	oos.aliyuncs.com,oos.*.aliyuncs.com
host		ros	ros.aliyuncs.com,ros-intl.aliyuncs.com,ros.*.aliyuncs.com
host		actiontrail	actiontrail.aliyuncs.com,actiontrail.*.aliyuncs.com
host		cdn	cdn.aliyuncs.com
host		ssl-cert	cas.aliyuncs.com,cas.*.aliyuncs.com
host		iot	iot.aliyuncs.com,iot.*.aliyuncs.com,*.iot-as-mqtt.*.aliyuncs.com,*.iot-amqp.*.aliyuncs.com
host		vod	vod.aliyuncs.com,vod.*.aliyuncs.com
host		maxcompute	odps.aliyuncs.com,*.odps.aliyuncs.com,*.odps.aliyun.com,*.maxcompute.aliyun.com,*.maxcompute.aliyun-inc.com
host		datahub	datahub.aliyuncs.com,datahub.*.aliyuncs.com,dh-*.aliyuncs.com
host		emr	emr.aliyuncs.com,emr.*.aliyuncs.com
host		config	config.aliyuncs.com,config.*.aliyuncs.com
host		cloudmonitor	cms.aliyuncs.com,cms.*.aliyuncs.com,metrics.*.aliyuncs.com,metrichub-*.aliyuncs.com
host		arms	arms.aliyuncs.com,arms.*.aliyuncs.com,*.arms.aliyuncs.com,*-arms.aliyuncs.com,tracing-analysis-*.aliyuncs.com
host		opensearch	opensearch-*.aliyuncs.com,opensearch.*.aliyuncs.com
host		hologres	*.hologres.aliyuncs.com,hologram.aliyuncs.com
host		eventbridge	eventbridge.*.aliyuncs.com,*.eventbridge.*.aliyuncs.com,*.eventbridge.aliyuncs.com
host		dataworks	dataworks.*.aliyuncs.com
host		directmail	dm.aliyuncs.com,smtpdm.aliyun.com,smtpdm-*.aliyun.com
host		sms	dysmsapi.aliyuncs.com
host		computenest	computenest.aliyuncs.com,computenest.*.aliyuncs.com,computenestsupplier.*.aliyuncs.com
host		-	mirrors.aliyuncs.com,mirrors.*.aliyuncs.com,mirror.aliyuncs.com,*.mirror.aliyuncs.com,mirrors.aliyun.com,mirrors.cloud.aliyuncs.com,mirrors-ssl.aliyuncs.com
# Public buckets of Alibaba Cloud's own that scripts download from: documents, icons and parts of templates, tools.
host		-	static-aliyun-doc.oss-*.aliyuncs.com,ros-public-templates.oss-*.aliyuncs.com,ros-template-resources.oss-*.aliyuncs.com,serverless-registry.oss-*.aliyuncs.com,p2v-tools.oss-*.aliyuncs.com,ecs-image-utils.oss-*.aliyuncs.com
# ROS transforms and the event types of a function in them.
transform		-	Aliyun::Serverless=fc,Aliyun::Terraform=ros,Aliyun::OpenTofu=ros
event		-	http=fc,timer=fc,oss=oss,log=sls,mnstopic=mns,tablestore=tablestore,cdn=cdn,rds=rds,datahub=datahub,api=apigateway
# Plugins of a log collector that write to a product.
plugin		-	flusher_sls=sls
# Instance classes: <code>.<family>.<size>.
class		-	ecs=ecs,rds=rds,mysql=rds-mysql,pg=rds-postgresql,mssql=rds-sqlserver,redis=redis,tair=redis,polar=polardb,dds=mongodb,elasticsearch=elasticsearch,slb=clb,alikafka=kafka,hbase=hbase,lindorm=lindorm,gpdb=gpdb,drds=polardbx,polarx=polardbx,ack=ack
# Environment variables, by prefix.
env		-	ALIYUN_OSS_=oss,ALIBABA_CLOUD_OSS_=oss,ALICLOUD_OSS_=oss,ALIBABACLOUD_OSS_=oss,ALIYUN_LOG_=sls,ALIYUN_SLS_=sls,aliyun_logs_=sls,aliyun.logs.=sls,ALIYUN_SMS=sms,ALIYUN_FC=fc,ALICLOUD_FC=fc,ALIYUN_KMS=kms,ALIYUN_DNS=dns,ALICLOUD_DNS=dns,ALIYUN_ALIDNS=dns,ALICLOUD_ALIDNS=dns,ALIYUN_MQ=rocketmq,ALIYUN_ROCKETMQ=rocketmq,ALIYUN_OTS=tablestore,ALIYUN_TABLESTORE=tablestore,ALIYUN_ACCESS_KEY=ram,ALIYUN_SECRET=ram,ALIYUN_STS=ram,ALIYUN_ROLE=ram,ALIYUN_CREDENTIALS=ram,ALIBABA_CLOUD_ACCESS_KEY=ram,ALIBABA_CLOUD_SECRET=ram,ALIBABA_CLOUD_STS=ram,ALIBABA_CLOUD_ROLE=ram,ALIBABA_CLOUD_CREDENTIALS=ram,ALICLOUD_ACCESS_KEY=ram,ALICLOUD_SECRET=ram,ALICLOUD_STS=ram,ALICLOUD_ROLE=ram,ALICLOUD_CREDENTIALS=ram,ALIBABACLOUD_ACCESS_KEY=ram,ALIBABACLOUD_SECRET=ram,ALIBABACLOUD_STS=ram,ALIBABACLOUD_ROLE=ram,ALIBABACLOUD_CREDENTIALS=ram
# Kubernetes: load balancer classes, ingress controllers and classes that are Alibaba Cloud's own.
lb-class		-	alibabacloud.com/nlb=nlb,alibabacloud.com/clb=clb
ingress-controller		-	ingress.k8s.alibabacloud/alb=alb,mse.alibabacloud.com/ingress=mse
policy	AliyunSLB	clb	FullAccess,ReadOnlyAccess
policy	AliyunALB	alb	FullAccess,ReadOnlyAccess
policy	AliyunEIP	eip	FullAccess
policy	AliyunNATGateway	nat	FullAccess
policy	AliyunVPN	vpn	GatewayFullAccess
policy	AliyunCEN	cen	FullAccess
policy	AliyunESS	ess	FullAccess
policy	AliyunECI	eci	FullAccess
policy	AliyunMNS	mns	FullAccess
policy	AliyunMQ	rocketmq	FullAccess,PubOnlyAccess
policy	AliyunKafka	kafka	FullAccess
policy	AliyunMongoDB	mongodb	FullAccess
policy	AliyunKvstore	redis	FullAccess
policy	AliyunPolardb	polardb	FullAccess
policy	AliyunADB	adb-mysql	FullAccess
policy	AliyunElasticsearch	elasticsearch	FullAccess
policy	AliyunPAI	pai	FullAccess
policy	AliyunMaxCompute	maxcompute	FullAccess
policy	AliyunDataWorks	dataworks	FullAccess
policy	AliyunARMS	arms	FullAccess
policy	AliyunCloudMonitor	cloudmonitor	FullAccess
policy	AliyunDTS	dts	FullAccess
policy	AliyunHBR	hbr	FullAccess
policy	AliyunMSE	mse	FullAccess
policy	AliyunFnF	fnf	FullAccess
policy	AliyunBailian	bailian	FullAccess
policy	AliyunYundunWAF	waf	FullAccess
policy	AliyunYundunCert	ssl-cert	FullAccess
policy	AliyunActionTrail	actiontrail	FullAccess
policy	AliyunConfig	config	FullAccess
policy	AliyunComputeNest	computenest	UserFullAccess
policy	AliyunPrivateLink	privatelink	FullAccess
policy	AliyunDevs	devs	FullAccess
policy	AliyunYundunGreenWeb	green	FullAccess
annotation	k8s.aliyun.com/eci-	eci	image-cache,image-snapshot-id,instance-type,eip-bandwidth,vswitch,security-group,use-specs,instance-family,instance-generation,ntp-server,cpu-option-core,resource-group-id,core-pattern
annotation	alibabacloud.com/	-	eci=eci,burst-resource=eci,acs=acs,compute-class=acs,compute-qos=acs
annotation	k8s.aliyun.com/	-	eci-with-eip=eip,eci-eip-instanceid=eip,allocated-eipInstanceID=eip
annotation	aliyun.com/	-	gpu=ack,gpu-count=ack,gpu-mem=ack,gpu-core.percentage=ack
annotation	aliyun/	-	eni=ack,eni-ip=ack,erdma=ack,member-eni=ack
`;

const facts = readFileSync(process.argv[2], 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [dialect, identifier, , product, kind, , source] = line.split('\t');
    return { dialect, identifier, kind, product: LIBRARY_ID[product] ?? product, official: source !== 'seen-in-repos' };
  });

const ofKind = (dialect, ...kinds) => facts.filter((fact) => fact.dialect === dialect && kinds.includes(fact.kind));

/** Splits after the last `separator` of the prefix part: `ALIYUN::ECS::Disk` → [`ALIYUN::ECS::`, `Disk`]. */
function splitAfter(identifier, separator, count) {
  let at = 0;
  for (let seen = 0; seen < count; seen++) at = identifier.indexOf(separator, at) + separator.length;
  return [identifier.slice(0, at), identifier.slice(at)];
}

const mostFrequent = (values) => {
  const count = new Map();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
};

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** One row per prefix: its default product, its names, `name=product` where a name is an exception. */
function rows(table, entries, defaults = new Map()) {
  const groups = new Map();
  for (const entry of entries) {
    const group = groups.get(entry.prefix) ?? new Map();
    if (!group.has(entry.name)) group.set(entry.name, entry);
    groups.set(entry.prefix, group);
  }
  for (const prefix of defaults.keys()) if (!groups.has(prefix)) groups.set(prefix, new Map());
  return [...groups]
    .sort((a, b) => order(a[0], b[0]))
    .map(([prefix, group]) => {
      const all = [...group.values()].sort((a, b) => order(a.name, b.name));
      const fallback = defaults.get(prefix) ?? mostFrequent(all.map((entry) => entry.product));
      const shown = all
        .filter((entry) => entry.listed !== false || entry.product !== fallback)
        .map((entry) => (entry.product === fallback ? entry.name : `${entry.name}=${entry.product}`));
      return [table, prefix, fallback, shown.join(',')].join('\t');
    });
}

// --- ROS: types are listed; tag types and association properties only where they differ from their type or prefix.
const canonical = new Map();
for (const { identifier } of ofKind('ros', 'prefix')) {
  const prefix = identifier.slice(0, -1);
  canonical.set(prefix.toLowerCase(), canonical.get(prefix.toLowerCase()) ?? prefix);
}
const rosTypes = [
  ...ofKind('ros', 'resource', 'datasource').map((fact) => ({ ...fact, listed: fact.official })),
  ...ofKind('ros', 'transform-resource').map((fact) => ({ ...fact, listed: true })),
  ...ofKind('ros', 'tag-resource-type').map((fact) => ({ ...fact, listed: false })),
].map((fact) => {
  const [prefix, name] = splitAfter(fact.identifier, '::', 2);
  const known = canonical.get(prefix.toLowerCase()) ?? prefix;
  canonical.set(prefix.toLowerCase(), known);
  return { prefix: known, name, product: fact.product, listed: fact.listed };
});
const seen = new Set();
const rosUnique = rosTypes.filter(({ prefix, name }) => {
  const key = (prefix + name).toLowerCase();
  return seen.has(key) ? false : seen.add(key);
});
const rosDefaults = new Map(
  ofKind('ros', 'prefix')
    .filter((fact) => fact.product !== '-' && !fact.product.includes(','))
    .map((fact) => [canonical.get(fact.identifier.slice(0, -1).toLowerCase()), fact.product]),
);
const rosProduct = (identifier) => {
  const [prefix, rest] = splitAfter(identifier, '::', 2);
  const known = canonical.get(prefix.toLowerCase());
  const find = (name) =>
    rosUnique.find((one) => one.prefix === known && one.name.toLowerCase() === name.toLowerCase())?.product;
  const inGroup = rosUnique.filter((one) => one.prefix === known).map((one) => one.product);
  return find(rest) ?? find(rest.split('::')[0]) ?? rosDefaults.get(known) ?? (inGroup.length ? mostFrequent(inGroup) : undefined);
};
const rosProperties = ofKind('ros', 'association-property')
  .filter((fact) => rosProduct(fact.identifier) !== fact.product)
  .map((fact) => {
    const [prefix, name] = splitAfter(fact.identifier, '::', 2);
    const known = canonical.get(prefix.toLowerCase()) ?? prefix;
    canonical.set(prefix.toLowerCase(), known);
    return { prefix: known, name, product: fact.product, listed: false };
  });

// --- Terraform: by the first word, resources listed, data sources only where the prefix does not tell.
const terraform = ofKind('terraform', 'resource', 'datasource').map((fact) => ({
  words: fact.identifier.split('_'),
  listed: fact.kind === 'resource',
  product: fact.product,
}));
const words = new Map();
for (const { words: parts } of terraform) if (parts.length > 2) words.set(parts[1], (words.get(parts[1]) ?? 0) + 1);
const terraformRows = terraform
  .sort((a, b) => Number(b.listed) - Number(a.listed))
  .map(({ words: parts, listed, product }) =>
    parts.length > 2 && words.get(parts[1]) > 2
      ? { prefix: `alicloud_${parts[1]}_`, name: parts.slice(2).join('_'), product, listed }
      : { prefix: 'alicloud_', name: parts.slice(1).join('_'), product, listed: true },
  );

// --- Pulumi: `alicloud:mod/res:Res` is written `alicloud:mod:Res` in YAML.
const pulumi = ofKind('pulumi', 'resource', 'datasource').map((fact) => {
  const [, module, name] = /^alicloud:([^/:]+)(?:\/[^:]+)?:(.+)$/.exec(fact.identifier);
  return { prefix: `alicloud:${module}:`, name, product: fact.product };
});

const slashed = (fact) => {
  const at = fact.identifier.lastIndexOf('/') + 1;
  return { prefix: fact.identifier.slice(0, at), name: fact.identifier.slice(at), product: fact.product };
};
const flat = (strip) => (fact) => ({ prefix: '', name: fact.identifier.replace(strip, ''), product: fact.product });
const byLead = (lead) => (fact) => ({ prefix: lead, name: fact.identifier.slice(lead.length), product: fact.product });

/** Rows of names that stand alone: no default, every name with its product. */
const plain = (table, entries) => rows(table, entries, new Map([['', '-']]));

const annotation = (fact) => {
  const lead = /^service\.beta\.kubernetes\.io\/(?:alibaba-cloud|alicloud)-loadbalancer-/.exec(fact.identifier)?.[0];
  return lead ? byLead(lead)(fact) : slashed(fact);
};
const byCode = (fact) => ({ prefix: '', name: /([\w-]+):\*?$/.exec(fact.identifier)[1], product: fact.product });

const oosPrefix = (fact) => {
  const parts = fact.identifier.split('::');
  const at = parts.length > 2 && /^(?:Approve|Notify)$/.test(parts[1]) === false ? 2 : 1;
  const [prefix, name] = splitAfter(fact.identifier, '::', at);
  return { prefix, name, product: fact.product };
};

const byHand = BY_HAND.trim().split('\n');
const handPrefixes = new Set(byHand.map((line) => line.split('\t').slice(0, 2).join('\t')));
const out = [
  '# Which identifier means which product: table, prefix, product of the prefix, names (name=product: an exception).',
  '# "-" is no product. Made by data/tools/makeIdentifiers.mjs; names match without regard to case.',
  ...rows('ros', [...rosUnique, ...rosProperties], rosDefaults),
  ...rows('oos', ofKind('oos', 'oos-action').map(oosPrefix), new Map([['ACS::', '-']])),
  ...plain('oos-service', ofKind('oos', 'openapi-product').map(flat('Service: '))),
  ...rows('terraform', terraformRows, new Map([['alicloud_', '-']])),
  ...rows('pulumi', pulumi, new Map([['alicloud:index:', '-']])),
  ...rows('kind', ofKind('crossplane', 'crd-kind').map(slashed)),
  ...rows('kind', ofKind('kubernetes', 'crd-kind').map(slashed), new Map([['alibabacloud.com/', '-'], ['autoscaling.alibabacloud.com/', '-'], ['data.kubeai.alibabacloud.com/', '-']])),
  ...rows('annotation', ofKind('kubernetes', 'annotation-key').map(annotation), new Map([['alb.ingress.kubernetes.io/', '-'], ['k8s.aliyun.com/', '-']])).filter(
    (row) => !handPrefixes.has(row.split('\t').slice(0, 2).join('\t')) || row.split('\t')[3] !== '',
  ),
  ...plain('provisioner', ofKind('kubernetes', 'storage-driver').map(flat(''))),
  ...plain('storage-class', ofKind('kubernetes', 'storage-class-name').map(flat(''))),
  ...rows('kubevela', ofKind('kubernetes', 'kubevela-component-type').map(byLead('alibaba-')), new Map([['alibaba-', '-']])),
  ...rows('ansible', ofKind('ansible', 'module-key').map((fact) => byLead(fact.identifier.startsWith('ali_') ? 'ali_' : 'alicloud_')(fact)), new Map([['ali_', '-'], ['alicloud_', '-']])),
  ...plain('component', ofKind('serverless-devs', 'component').map(flat('component: '))),
  ...plain('trigger', ofKind('serverless-devs', 'trigger-type').map(flat('triggerType: '))),
  ...plain('fc-key', ofKind('serverless-devs', 'config-key').map(flat(''))),
  ...plain('ram-code', [...ofKind('any', 'ram-action-prefix'), ...ofKind('any', 'arn-prefix')].map(byCode)),
  ...rows('policy', ofKind('any', 'ram-managed-policy').map((fact) => {
    const lead = /^Aliyun(?:ApiGateway|ContainerRegistry|EventBridge|Log|[A-Z]+(?=[A-Z][a-z])|[A-Z]+)/.exec(fact.identifier)[0];
    return { prefix: lead, name: fact.identifier.slice(lead.length), product: fact.product };
  })),
  ...byHand,
];
process.stdout.write(`${out.join('\n')}\n`);
