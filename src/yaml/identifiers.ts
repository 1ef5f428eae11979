// Which identifier means which product: reads the table data/identifiers.tsv and answers in both directions. It knows
// no file format and no place in a file; what may stand where is for mentions.ts to say.

/** The namespaces that identifiers live in; one name may mean different products in two of them. */
export const DIALECTS = [
  'ros',
  'oos',
  'oos-service',
  'terraform',
  'pulumi',
  'kind',
  'annotation',
  'provisioner',
  'storage-class',
  'lb-class',
  'ingress-controller',
  'kubevela',
  'ansible',
  'component',
  'trigger',
  'fc-key',
  'transform',
  'event',
  'plugin',
  'ram-code',
  'policy',
  'class',
  'env',
  'host',
  'product-id',
] as const;
export type IdentifierDialect = (typeof DIALECTS)[number];

/** A row: the identifiers that open with `prefix`, what they mean, and the names that are known after it. */
interface Group {
  readonly prefix: string;
  /** What the prefix means when the name does not say otherwise. */
  readonly product: string | undefined;
  /** As in the file: `Bucket,VSwitch=vpc`. Split only when names are asked for. */
  readonly names: string;
}

interface HostPattern {
  readonly pattern: string;
  /** Letters of the pattern without its stars: of two patterns that match, the longer one is right. */
  readonly weight: number;
  /** What stands between the stars, in order; a star is at least one character. */
  readonly pieces: readonly string[];
  readonly product: string | undefined;
}

/** The loaded table; opaque to others. */
export interface IdentifierTable {
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly Group[]>>;
  /** `dialect⇥prefix+name` in lower case → product of that very name, `undefined` where it has none. */
  readonly exceptions: ReadonlyMap<string, string | undefined>;
  /** Longest first. */
  readonly hosts: readonly HostPattern[];
}

const NO_PRODUCT = '-';
/** No identifier is longer; prefixes of what is are not looked up one by one. */
const MAX_NAME = 200;
const productIn = (cell: string): string | undefined => (cell === NO_PRODUCT || cell === '' ? undefined : cell);

/** Reads the text of `data/identifiers.tsv`. Rows it does not understand are left out. */
export function loadIdentifiers(tsv: string): IdentifierTable {
  const groups = new Map<string, Map<string, Group[]>>();
  const exceptions = new Map<string, string | undefined>();
  const hosts: HostPattern[] = [];
  for (const line of tsv.split('\n')) {
    const [table, prefix, product, names = ''] = line.trimEnd().split('\t');
    if (table === undefined || prefix === undefined || product === undefined || table.startsWith('#')) continue;
    const group: Group = { prefix, product: productIn(product), names };
    let byPrefix = groups.get(table);
    if (!byPrefix) {
      byPrefix = new Map();
      groups.set(table, byPrefix);
    }
    const key = prefix.toLowerCase();
    const known = byPrefix.get(key);
    if (known) known.push(group);
    else byPrefix.set(key, [group]);
    if (table === 'host') hosts.push(...hostPatterns(group));
    else readExceptions(exceptions, `${table}\t${key}`, names);
  }
  return { groups, exceptions, hosts: hosts.sort((a, b) => b.weight - a.weight) };
}

/** Names without `=` need no entry where the prefix answers for them; without a product of its own it does not. */
function readExceptions(into: Map<string, string | undefined>, key: string, names: string): void {
  let at = names.indexOf('=');
  if (at < 0) return;
  const lower = names.toLowerCase();
  while (at >= 0) {
    const from = lower.lastIndexOf(',', at) + 1;
    const comma = lower.indexOf(',', at);
    const to = comma < 0 ? lower.length : comma;
    into.set(key + lower.slice(from, at), productIn(lower.slice(at + 1, to)));
    at = lower.indexOf('=', to);
  }
}

function hostPatterns(group: Group): HostPattern[] {
  return group.names.split(',').map((pattern) => ({
    pattern,
    weight: pattern.replaceAll('*', '').length,
    pieces: pattern.split('*'),
    product: group.product,
  }));
}

/**
 * The product that `identifier` means in `dialect`: `('ros', 'ALIYUN::ECS::VSwitch')` → `vpc`. An unknown name under a
 * known prefix means what the prefix means; `undefined` for whatever names no product (`ALIYUN::Region`).
 */
export function productOf(table: IdentifierTable, dialect: IdentifierDialect, identifier: string): string | undefined {
  return READERS[dialect](table, identifier);
}

type Reader = (table: IdentifierTable, identifier: string) => string | undefined;

const READERS: Readonly<Record<IdentifierDialect, Reader>> = {
  ros: (table, identifier) => readType(table, 'ros', identifier),
  oos: (table, identifier) => readType(table, 'oos', identifier),
  'oos-service': exactly('oos-service'),
  terraform: byLongestPrefix('terraform'),
  pulumi: (table, identifier) =>
    byLongestPrefix('pulumi')(
      table,
      identifier.replace(/^(alicloud:[^:/]+)\/[^:]*:/, '$1:').replace(/^alicloud:([^:]+)$/, 'alicloud:index:$1'),
    ),
  kind: byLongestPrefix('kind'),
  annotation: byLongestPrefix('annotation'),
  provisioner: exactly('provisioner'),
  'storage-class': exactly('storage-class'),
  'lb-class': exactly('lb-class'),
  'ingress-controller': exactly('ingress-controller'),
  kubevela: byLongestPrefix('kubevela'),
  ansible: (table, identifier) => byLongestPrefix('ansible')(table, identifier.replace(/^alibaba\.alicloud\./, '')),
  component: readComponent,
  trigger: exactly('trigger'),
  'fc-key': exactly('fc-key'),
  transform: (table, identifier) => exactly('transform')(table, identifier.replace(/-[^:]*$/, '')),
  event: exactly('event'),
  plugin: exactly('plugin'),
  'ram-code': exactly('ram-code'),
  policy: readPolicy,
  class: (table, identifier) => exactly('class')(table, identifier.slice(0, identifier.indexOf('.'))),
  env: readEnvironment,
  host: (table, identifier) => hostOf(table, identifier)?.product,
  'product-id': (_table, identifier) => identifier,
};

/** `PREFIX::Product::Type` and longer: the full name, then the type alone (`…::VPC::VPCId` is a VPC), then the prefix. */
function readType(table: IdentifierTable, dialect: 'ros' | 'oos', identifier: string): string | undefined {
  const first = identifier.indexOf('::');
  const second = first < 0 ? -1 : identifier.indexOf('::', first + 2);
  const lower = identifier.toLowerCase();
  if (second < 0) return table.exceptions.get(`${dialect}\t${lower}`);
  if (second + 2 >= lower.length) return undefined;
  const key = `${dialect}\t${lower}`;
  if (table.exceptions.has(key)) return table.exceptions.get(key);
  const third = lower.indexOf('::', second + 2);
  const type = third < 0 ? key : key.slice(0, dialect.length + 1 + third);
  if (table.exceptions.has(type)) return table.exceptions.get(type);
  return groupProduct(table, dialect, lower.slice(0, second + 2));
}

const groupProduct = (table: IdentifierTable, dialect: string, prefix: string): string | undefined =>
  table.groups
    .get(dialect)
    ?.get(prefix)
    ?.find((group) => group.product !== undefined)?.product;

function exactly(dialect: IdentifierDialect): Reader {
  return (table, identifier) => table.exceptions.get(`${dialect}\t${identifier.toLowerCase()}`);
}

function byLongestPrefix(dialect: IdentifierDialect): Reader {
  return (table, identifier) => {
    if (identifier.length > MAX_NAME) return undefined;
    const lower = identifier.toLowerCase();
    const key = `${dialect}\t${lower}`;
    if (table.exceptions.has(key)) return table.exceptions.get(key);
    const prefixes = table.groups.get(dialect);
    for (let end = lower.length - 1; end > 0; end--) {
      if (prefixes?.has(lower.slice(0, end))) return groupProduct(table, dialect, lower.slice(0, end));
    }
    return undefined;
  };
}

/** `devsapp/fc3@0.1.2`: with its owner first, because an owner may name something else by the same word. */
function readComponent(table: IdentifierTable, identifier: string): string | undefined {
  const name = identifier.replace(/@[^/]*$/, '');
  const key = `component\t${name.toLowerCase()}`;
  if (table.exceptions.has(key)) return table.exceptions.get(key);
  return exactly('component')(table, name.replace(/^devsapp\//, ''));
}

/** `AliyunOSSFullAccess` → oss; the name must go on with a word, so that `AliyunCSG…` is not taken for `AliyunCS`. */
function readPolicy(table: IdentifierTable, identifier: string): string | undefined {
  if (identifier.length > MAX_NAME || !/^Aliyun[A-Z]\w*(?:Access|Role|Policy)$/.test(identifier)) return undefined;
  const prefixes = table.groups.get('policy');
  for (let end = identifier.length - 1; end > 'Aliyun'.length; end--) {
    const prefix = identifier.slice(0, end).toLowerCase();
    if (prefixes?.has(prefix))
      return /^[A-Z][a-z]/.test(identifier.slice(end)) ? groupProduct(table, 'policy', prefix) : undefined;
  }
  return undefined;
}

/** `ALIYUN_OSS_ENDPOINT` → oss: the table lists how such names open. */
function readEnvironment(table: IdentifierTable, identifier: string): string | undefined {
  if (identifier.length > MAX_NAME) return undefined;
  const lower = identifier.toLowerCase();
  for (let end = lower.length; end > 0; end--) {
    const product = table.exceptions.get(`env\t${lower.slice(0, end)}`);
    if (product !== undefined) return product;
  }
  return undefined;
}

function matchesPieces(host: string, pieces: readonly string[]): boolean {
  const last = pieces.length - 1;
  const first = pieces[0] ?? '';
  const tail = pieces[last] ?? '';
  if (!host.endsWith(tail) || !host.startsWith(first)) return false;
  if (last === 0) return host.length === first.length;
  let at = first.length;
  for (let i = 1; i < last; i++) {
    const piece = pieces[i] ?? '';
    const found = host.indexOf(piece, at + 1);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at + 1 <= host.length - tail.length;
}

/** The pattern that an endpoint host matches and its product; of `sts.cn-hangzhou.aliyuncs.com` the first label tells. */
export function hostOf(
  table: IdentifierTable,
  host: string,
): { readonly pattern: string; readonly product: string | undefined } | undefined {
  const lower = host.toLowerCase();
  for (const one of table.hosts) if (matchesPieces(lower, one.pieces)) return one;
  const service = /^([a-z][\w-]*)(?:\.[\w-]+)?\.aliyuncs\.com$/.exec(lower)?.[1];
  const product = service && exactly('ram-code')(table, service);
  return product ? { pattern: `${service}.*.aliyuncs.com`, product } : undefined;
}

/**
 * The identifiers of a dialect that mean `productId`, as they are written in a file, sorted:
 * `('ros', 'vpc')` → `ALIYUN::ECS::VPC`, … Names of which only a prefix is known are not listed.
 */
export function identifiersOf(table: IdentifierTable, productId: string, dialect: IdentifierDialect): string[] {
  return allIdentifiers(table, dialect)
    .filter((one) => one.product === productId)
    .map((one) => one.identifier)
    .sort();
}

/** Every identifier that is known by name in a dialect, with its product: what completion offers. */
export function allIdentifiers(
  table: IdentifierTable,
  dialect: IdentifierDialect,
): { readonly identifier: string; readonly product: string }[] {
  const found = new Map<string, string>();
  for (const groups of table.groups.get(dialect)?.values() ?? []) {
    for (const group of groups) {
      for (const entry of group.names.split(',')) {
        const [name = '', own] = entry.split('=');
        const product = own === undefined ? group.product : productIn(own);
        if (name === '' || name.endsWith('.') || product === undefined) continue;
        found.set(group.prefix + name, product);
      }
    }
  }
  return [...found].map(([identifier, product]) => ({ identifier, product }));
}
