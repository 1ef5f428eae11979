// Where identifiers stand: which key holds which kind of identifier, per format. Tables only; mentions.ts reads them.
import type { IdentifierDialect } from '../identifiers';
import type { Format, PathItem, Tier } from '../model';

/** A value that is an identifier as a whole. */
export interface ValueRule {
  readonly formats: readonly Format[];
  /** The key that the value belongs to (of a list: the key of the list). */
  readonly key: RegExp;
  readonly dialect: IdentifierDialect;
  readonly tier: Tier;
  /** Shape of the value; without it every value of the key is looked up. */
  readonly value?: RegExp;
  /** What stands above, where the key alone says too little; `object` is what a Kubernetes document says it is. */
  readonly under?: (path: readonly PathItem[], object?: { readonly kind: string }) => boolean;
  /** A product that would be no news. */
  readonly silent?: string;
  /** The stretch of the value that is the identifier, from its start. */
  readonly part?: RegExp;
  /** The part of the identifier that is looked up. */
  readonly identifier?: (value: string) => string;
}

/** A key that is an identifier itself. */
export interface KeyRule {
  readonly formats: readonly Format[];
  readonly key: RegExp;
  readonly dialect: IdentifierDialect;
  readonly tier: Tier;
  readonly under?: (path: readonly PathItem[]) => boolean;
  /** A product that the key always belongs to and that is therefore no news. */
  readonly silent?: string;
}

/** Formats that hold Kubernetes objects: as they are, as values of a template, as properties of a resource. */
const KUBERNETES: readonly Format[] = [
  'kubernetes',
  'helm',
  'kubevela',
  'crossplane',
  'ansible',
  'ros',
  'serverless-devs',
];
const TYPED: readonly Format[] = [
  'ros',
  'oos',
  'serverless-devs',
  'pulumi',
  'crossplane',
  'kubernetes',
  'helm',
  'kubevela',
  'compose',
  'ansible',
  'architecture',
];

/** An item of a path, counted from its end: 1 is the last. */
export const named = (path: readonly PathItem[], fromEnd: number): string => String(path[path.length - fromEnd] ?? '');
const within =
  (pattern: RegExp) =>
  (path: readonly PathItem[]): boolean =>
    path.some((item) => typeof item === 'string' && pattern.test(item));

/** Also with one colon for two, which templates in the wild hold: `ALIYUN::ECS::Instance:ZoneId`. */
const TYPE = /^(?:ALIYUN|DATASOURCE)::\w+::\w+(?:::?\w+)*$/i;

/** In order; the first rule whose key and shape fit is asked, and a rule without an answer lets the next one try. */
export const VALUE_RULES: readonly ValueRule[] = [
  // Types of resources
  {
    formats: ['ros', 'serverless-devs'],
    key: /^Type$/,
    value: /^(?:ALIYUN|DATASOURCE|Aliyun)::\w+::[\w:]+$/i,
    dialect: 'ros',
    tier: 'declared',
  },
  { formats: ['ros'], key: /^Transform$/, value: /^Aliyun::/, dialect: 'transform', tier: 'configured' },
  {
    formats: ['ros'],
    key: /^Type$/,
    dialect: 'event',
    tier: 'configured',
    under: (path) => named(path, 3) === 'Events',
  },
  {
    formats: TYPED,
    key: /./,
    value: TYPE,
    dialect: 'ros',
    tier: 'configured',
    identifier: (value) => value.replace(/([^:]):(?=[^:])/g, '$1::'),
  },
  {
    formats: ['ros'],
    key: /^Type$/,
    value: /^MODULE::ACS::\w+::\w+$/,
    dialect: 'oos',
    tier: 'declared',
    identifier: (value) => value.replace('MODULE::', ''),
  },
  {
    formats: ['ros'],
    key: /^ResT$/,
    value: /^MODULE::ACS::\w+::\w+$/,
    dialect: 'oos',
    tier: 'configured',
    identifier: (value) => value.replace('MODULE::', ''),
  },
  { formats: ['oos'], key: /^TemplateName$/, value: /^ACS::\w+::\w+$/, dialect: 'oos', tier: 'configured' },
  { formats: ['oos'], key: /^Action$/, value: /^ACS::\w+::\w+/i, dialect: 'oos', tier: 'declared' },
  // A task inside the Content of an ALIYUN::OOS::Template
  {
    formats: ['ros'],
    key: /^Action$/,
    value: /^ACS::\w+::\w+/i,
    dialect: 'oos',
    tier: 'configured',
    under: within(/^Tasks$/),
  },
  {
    formats: ['ros'],
    key: /^Service$/,
    dialect: 'oos-service',
    tier: 'configured',
    under: (path) => named(path, 2) === 'Properties' && within(/^Tasks$/)(path),
  },
  {
    formats: ['oos'],
    key: /^Service$/,
    dialect: 'oos-service',
    tier: 'declared',
    under: (path) => named(path, 2) === 'Properties',
  },
  { formats: ['pulumi'], key: /^(?:type|function)$/i, value: /^alicloud:/, dialect: 'pulumi', tier: 'declared' },
  { formats: ['serverless-devs'], key: /^component$/i, dialect: 'component', tier: 'declared', part: /^\S+/ },
  { formats: ['serverless-devs'], key: /^triggerType$/, dialect: 'trigger', tier: 'configured' },
  {
    formats: ['serverless-devs'],
    key: /^type$/i,
    dialect: 'trigger',
    tier: 'configured',
    under: (path) => /^(?:triggers|events)$/i.test(named(path, 3)),
  },
  {
    formats: ['ros', 'serverless-devs'],
    key: /^events$/i,
    value: /^oss:[A-Z]\w*:(?:\w+|\*)$/,
    dialect: 'ram-code',
    tier: 'configured',
    identifier: () => 'oss',
  },
  { formats: ['kubevela', 'helm'], key: /^type$/, value: /^alibaba-/, dialect: 'kubevela', tier: 'declared' },
  {
    formats: ['kubevela'],
    key: /^name$/,
    value: /^alibaba-/,
    dialect: 'kubevela',
    tier: 'configured',
    under: (path, object) => object?.kind === 'ComponentDefinition' && path.length === 2 && path[0] === 'metadata',
  },
  // Our own sketch: the value is the id of a product, which the library knows and this table need not.
  {
    formats: ['architecture'],
    key: /^products?$/,
    value: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    dialect: 'product-id',
    tier: 'declared',
    under: within(/^components$/),
  },
  // RAM
  {
    formats: ['ros', 'serverless-devs'],
    key: /^(?:Not)?Action$/i,
    value: /^[a-z][a-z0-9-]*:(?:\*|[A-Za-z]\w*\*?)$/,
    dialect: 'ram-code',
    tier: 'configured',
    identifier: (value) => value.slice(0, value.indexOf(':')),
  },
  // Kubernetes
  { formats: KUBERNETES, key: /^(?:provisioner|driver)$/, dialect: 'provisioner', tier: 'configured' },
  { formats: KUBERNETES, key: /./, value: /^\w+\.csi\.alibabacloud\.com$/, dialect: 'provisioner', tier: 'configured' },
  { formats: KUBERNETES, key: /storage-?class(?:name)?$/i, dialect: 'storage-class', tier: 'configured' },
  { formats: KUBERNETES, key: /^loadBalancerClass$/, dialect: 'lb-class', tier: 'configured' },
  { formats: KUBERNETES, key: /^controller$/, dialect: 'ingress-controller', tier: 'configured' },
  {
    formats: [...KUBERNETES, 'compose'],
    key: /^(?:name|env|environment)$/,
    value: /^(?:ALIYUN|ALICLOUD|ALIBABA|ALIBABACLOUD|aliyun_logs)_/,
    dialect: 'env',
    tier: 'configured',
    silent: 'ram',
    part: /^\w+/,
    under: within(/^(?:env|extraEnv\w*|environment)$/),
  },
  {
    formats: ['compose'],
    key: /^labels$/,
    value: /^aliyun\.logs\./,
    dialect: 'env',
    tier: 'configured',
    part: /^[\w.-]+/,
  },
  {
    formats: [...KUBERNETES, 'compose'],
    key: /^Type$/i,
    value: /^flusher_\w+$/,
    dialect: 'plugin',
    tier: 'configured',
  },
  // Instance classes
  {
    formats: TYPED,
    key: /(?:class|types?|spec|classes|default|allowedvalues)$/i,
    value: /^[a-z]+\.[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/,
    dialect: 'class',
    tier: 'configured',
  },
];

/** A module of the Ansible collection of Alibaba Cloud, by its short or its full name. */
export const ALIYUN_MODULE = /^(?:ali_|alicloud_|alibaba\.alicloud\.)\w+$/;

export const KEY_RULES: readonly KeyRule[] = [
  {
    formats: KUBERNETES,
    key: /^(?:service\.beta\.kubernetes\.io\/|alb\.ingress\.kubernetes\.io\/|[\w.-]*(?:alibabacloud|aliyun)\.com\/|aliyun\/)/,
    dialect: 'annotation',
    tier: 'configured',
  },
  {
    formats: ['ansible'],
    key: ALIYUN_MODULE,
    dialect: 'ansible',
    tier: 'declared',
    under: (path) => typeof path[path.length - 2] === 'number' || path.length === 1,
  },
  { formats: ['serverless-devs'], key: /^[a-z]+[A-Z]\w+$/, dialect: 'fc-key', tier: 'configured', silent: 'fc' },
  {
    formats: ['compose', 'serverless-devs', 'kubernetes', 'helm'],
    key: /^(?:ALIYUN|ALICLOUD|ALIBABA|aliyun_logs)_/,
    dialect: 'env',
    tier: 'configured',
    silent: 'ram',
    under: within(/^(?:env|environment|environmentVariables)$/i),
  },
  {
    formats: ['compose', 'kubernetes', 'helm'],
    key: /^aliyun\.logs\./,
    dialect: 'env',
    tier: 'configured',
    under: within(/^(?:labels|annotations)$/),
  },
];

/** A key whose value is an image reference. */
export interface ImageRule {
  readonly formats: readonly Format[];
  readonly key: RegExp;
  readonly under?: (path: readonly PathItem[]) => boolean;
}

export const IMAGE_KEYS: readonly ImageRule[] = [
  {
    formats: [
      'compose',
      'kubernetes',
      'helm',
      'kubevela',
      'crossplane',
      'serverless-devs',
      'ansible',
      'pulumi',
      'oos',
      'ros',
    ],
    key: /^image$/,
  },
  { formats: ['ros'], key: /^Image$/ },
  {
    formats: ['helm', 'kubernetes'],
    key: /Image$/,
  },
  { formats: ['helm', 'kubernetes', 'ros'], key: /^repository$/ },
];

/** Text for people, and patterns that values have to match: an identifier in it is told of, not used. */
export const PROSE =
  /^(?:description|(?:allowed)?pattern|label|labels?_?(?:zh|en)|summary|readme|comment|constraintdescription|allowedvalueslabelmapping)$/i;

/** Keys whose value names something of the same file. */
export const LOGICAL = /^(?:DependsOn|Ref|Res|Fn::GetAtt|Condition|dependsOn|depends_on|component_ref)$/;

/** The engines that tell one RDS from another. */
export const ENGINES: Readonly<Record<string, string>> = {
  mysql: 'rds-mysql',
  postgresql: 'rds-postgresql',
  sqlserver: 'rds-sqlserver',
  mssql: 'rds-sqlserver',
  mariadb: 'rds-mariadb',
};
