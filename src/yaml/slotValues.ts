// The values that a foreign slot takes for a product, the one that declares the product itself first. Looked up once a
// dialect and kept; it knows the table of identifiers and no file.
import { compareCodePoints } from '../core/compare';
import { allIdentifiers, type IdentifierDialect, type IdentifierTable } from './identifiers';

export interface SlotValues {
  /** `('ros', 'rds')` → `ALIYUN::RDS::DBInstance`, … With a `prefix` only what begins with it. */
  of(dialect: IdentifierDialect, productId: string, prefix?: string): readonly string[];
}

const NONE: readonly string[] = [];

export function slotValues(table: IdentifierTable): SlotValues {
  const byDialect = new Map<IdentifierDialect, ReadonlyMap<string, readonly string[]>>();
  const indexOf = (dialect: IdentifierDialect) => {
    const known = byDialect.get(dialect) ?? indexed(table, dialect);
    byDialect.set(dialect, known);
    return known;
  };
  return {
    of(dialect, productId, prefix = '') {
      const values = indexOf(dialect).get(productId) ?? NONE;
      return prefix === '' ? values : values.filter((value) => value.startsWith(prefix));
    },
  };
}

/** Identifiers that may stand in the slot: no data sources, no functions, of two spellings the shorter. */
const FITTING: Partial<Readonly<Record<IdentifierDialect, RegExp>>> = {
  ros: /^ALIYUN::/,
  pulumi: /^alicloud:\w+:[A-Z]/,
  component: /^(?!devsapp\/)/,
};

function indexed(table: IdentifierTable, dialect: IdentifierDialect): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, { value: string; weight: number }[]>();
  for (const { identifier, product } of allIdentifiers(table, dialect)) {
    if (FITTING[dialect] && !FITTING[dialect].test(identifier)) continue;
    const known = found.get(product) ?? [];
    known.push({ value: identifier, weight: weightOf(identifier, product) });
    found.set(product, known);
  }
  return new Map([...found].map(([product, values]) => [product, sorted(values).map(({ value }) => value)]));
}

function sorted<T extends { readonly value: string; readonly weight: number }>(values: T[]): T[] {
  return values.sort(
    (a, b) => a.weight - b.weight || a.value.length - b.value.length || compareCodePoints(a.value, b.value),
  );
}

/** Names of the thing itself, as clouds call it; the earlier the surer. */
const MAIN: readonly RegExp[] = [
  /^(?:ManagedKubernetes(?:Cluster)?|DB(?:Instance|Cluster)|(?:RDS|Redis|Drds|Cen|Premium)?Instance)$/,
  /^(?:Db|Elastic)?Cluster$/,
  /^(?:LoadBalancer|CLB|Bucket|Vpc|VPC|Network|EIP|EipAddress|NatGateway|VpnGateway|Accelerator|PhysicalConnection)$/,
  /^(?:FileSystem|NASFileSystem|Project|Function|ScalingGroup|Workspace|Gateway|ContainerGroup|Kubernetes|Vault|Trail)$/,
  /^(?:Domain|Key|Role|Topic|Queue|Service|Stack|Template|Project2)$/,
];
/** Names of what is put on it, done to it or read from it. */
const SIDE =
  /(?:Attachment|Association|Addition|Permission|Clone|Policy|Config(?:uration)?|Rule|Account|Backup\w*|Acl|Version|Whitelist|Activation|Alias|Connection|Endpoint|Task|Snapshot|Command|Group|Entry|Address|Listener|Database|Certificate|Deprecated)s?\d?$/;
/** ROS once filed networks under ECS; those types go on working and are no longer advised. */
const OLD_NETWORK = /^ALIYUN::ECS::(?:EIP|NatGateway|SNatEntry|ForwardEntry|BandwidthPackage)/;

function weightOf(identifier: string, product: string): number {
  const name = /[^:/]+$/.exec(identifier)?.[0] ?? identifier;
  if (OLD_NETWORK.test(identifier)) return MAIN.length + 2;
  const rank = MAIN.findIndex((pattern) => pattern.test(name));
  if (rank >= 0) return rank;
  if (name.toLowerCase() === product) return 0;
  return MAIN.length + (SIDE.test(name) ? 1 : 0);
}
