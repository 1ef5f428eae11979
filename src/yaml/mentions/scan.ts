// Finds the identifiers that name a product wherever they stand in a string: endpoint hosts, ARNs, policy names, types.
// It knows no paths and no formats.
import { hostOf, type IdentifierDialect, type IdentifierTable, productOf } from '../identifiers';
import { knownImage, parseImage } from '../images';

/** An identifier inside a string: columns `[start, end)` of that string. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly productId: string;
  readonly because: string;
  readonly isImage?: boolean;
}

/** A cheap look before the patterns: false means that nothing below can match. */
export const mayName = (text: string): boolean => /ali|ALI|Ali|acs:|ACS::|DATASOURCE|fcapp/.test(text);

interface Pattern {
  readonly pattern: RegExp;
  /** Where the identifier starts that a match ends; the match is all of it where this is missing. */
  readonly startsAt?: (text: string, at: number) => number;
  readonly read: (
    table: IdentifierTable,
    text: string,
  ) => { readonly product: string; readonly because: string } | undefined;
}

const as =
  (dialect: IdentifierDialect, identifier: (text: string) => string = (text) => text): Pattern['read'] =>
  (table, text) => {
    const product = productOf(table, dialect, identifier(text));
    return product === undefined ? undefined : { product, because: text };
  };

const HOST_END =
  /\.(?:aliyuncs\.com|alicloudapi\.com|fcapp\.run|fc\.aliyun-inc\.com)(?![\w-]|\.\w)|\b(?:odps|maxcompute)\.aliyun(?:-inc)?\.com\b|\bsmtpdm[\w-]{0,40}\.aliyun\.com\b/g;
/** A host name is no longer than this; what stands further left is none of it. */
const HOST_LENGTH = 253;
/** What may stand for a part of a host, by its last character: `${VAR}`, `{{ x }}`, `{region}`, `<region>`. */
const PLACEHOLDERS: Readonly<Record<string, RegExp>> = {
  '}': /(?:\$\{[^{}]*\}|\{\{[^{}]*\}\}|\{\w+\})$/,
  '>': /<\w+>$/,
};

/** Where the host that goes on at `at` starts: host characters and placeholders, read from right to left. */
function hostStart(text: string, at: number): number {
  const least = Math.max(0, at - HOST_LENGTH);
  let start = at;
  while (start > least) {
    const last = text.charAt(start - 1);
    if (/[\w.-]/.test(last)) {
      start--;
      continue;
    }
    const placeholder = PLACEHOLDERS[last]?.exec(text.slice(Math.max(least, start - 100), start))?.[0];
    if (placeholder === undefined) break;
    start -= placeholder.length;
  }
  return start;
}

const readHost: Pattern['read'] = (table, text) => {
  const host = hostOf(table, text);
  return host?.product === undefined ? undefined : { product: host.product, because: host.pattern };
};

const ARN: Pattern = {
  pattern: /\bacs:[a-z][\w-]*:(?:\$\{[^}]*\}|\{\{[^}]*\}\}|[^\s"'`,\]\\])*/g,
  read: as('ram-code', (text) => text.split(':')[1] ?? ''),
};
/** Found by its end and then read to the left: a pattern that looks from the left takes ages over a long word. */
const HOSTS: Pattern = { pattern: HOST_END, startsAt: hostStart, read: readHost };
const POLICY: Pattern = { pattern: /\bAliyun[A-Z]\w*(?:Access|Role|Policy)\b/g, read: as('policy') };

/** What may stand inside any scalar. The first pattern that takes a stretch of text keeps it. */
const IN_VALUES: readonly Pattern[] = [ARN, HOSTS, POLICY];

/** What may stand in a line of a script, of HCL or of a nested document. */
const IN_TEXT: readonly Pattern[] = [
  ...IN_VALUES,
  { pattern: /\b(?:ALIYUN|DATASOURCE)::\w+::\w+(?:::\w+)*/g, read: as('ros') },
  { pattern: /\bACS::\w+::\w+/g, read: as('oos') },
  { pattern: /\balicloud_[a-z0-9_]+/g, read: as('terraform') },
  { pattern: /\balicloud:\w+(?:\/\w+)?:\w+/g, read: as('pulumi') },
  {
    pattern: /\b(?:service\.beta\.kubernetes\.io\/(?:alibaba-cloud|alicloud)-loadbalancer-|k8s\.aliyun\.com\/)[\w.-]+/g,
    read: as('annotation'),
  },
  { pattern: /\b\w+plugin\.csi\.alibabacloud\.com\b/g, read: as('provisioner') },
  { pattern: /\b(?:alicloud-disk|alibabacloud-cnfs)-[\w-]+/g, read: as('storage-class') },
];

/** A RAM action in quotes, as in the JSON of a policy: `"oss:GetObject"`. */
const RAM_ACTION_IN_TEXT = /(["'])([a-z][a-z0-9-]*):(?:\*|[A-Z]\w*\*?)\1/g;
const IMAGE_IN_TEXT = /^(\s*(?:-\s+)?(["']?)image\2\s*:\s*["']?)([^\s"',]+)/;

/** The identifiers inside a plain or quoted scalar. */
export const scanValue = (table: IdentifierTable, text: string): readonly Found[] =>
  mayName(text) ? scan(table, text, IN_VALUES) : [];

/** Codes that AWS has as well: where a policy may be one of AWS, they say nothing. */
const CODES_OF_AWS: ReadonlySet<string> = new Set(
  'config dms ecs elasticsearch emr iot kms mq quotas ram rds sts tag waf'.split(' '),
);

/** The identifiers in one line of a block scalar; `withAws`: its policies may be of AWS. */
export function scanText(table: IdentifierTable, text: string, withAws: boolean): readonly Found[] {
  const found: Found[] = mayName(text) ? scan(table, text, IN_TEXT) : [];
  if (text.includes('image')) found.push(...imageInText(text));
  if (text.includes(':') && (text.includes('"') || text.includes("'"))) found.push(...ramActions(table, text, withAws));
  return found;
}

function scan(table: IdentifierTable, text: string, patterns: readonly Pattern[]): Found[] {
  const found: Found[] = [];
  for (const { pattern, startsAt, read } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const start = startsAt?.(text, match.index) ?? match.index;
      if (found.some((one) => start < one.end && end > one.start)) continue;
      const meaning = read(table, text.slice(start, end));
      if (meaning) found.push({ start, end, productId: meaning.product, because: meaning.because });
    }
  }
  return found;
}

/** The image of a whole value: `redis:7`, `docker.io/bitnami/redis`. */
export function scanImage(text: string): Found | undefined {
  const image = parseImage(text);
  const known = image && knownImage(image);
  return known && { start: 0, end: text.length, productId: known.productId, because: known.name, isImage: true };
}

function imageInText(text: string): Found[] {
  const match = IMAGE_IN_TEXT.exec(text);
  const found = match?.[3] === undefined ? undefined : scanImage(match[3]);
  const start = match?.[1]?.length ?? 0;
  return found ? [{ ...found, start, end: start + found.end }] : [];
}

function ramActions(table: IdentifierTable, text: string, withAws: boolean): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(RAM_ACTION_IN_TEXT)) {
    const code = match[2] ?? '';
    if (withAws && CODES_OF_AWS.has(code)) continue;
    const productId = productOf(table, 'ram-code', code);
    if (productId === undefined) continue;
    found.push({ start: match.index + 1, end: match.index + match[0].length - 1, productId, because: `${code}:*` });
  }
  return found;
}
