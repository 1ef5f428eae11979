// Finds the identifiers that name a product wherever they stand in a string: endpoint hosts, ARNs, policy names, types.
// It knows no paths and no formats.
import type { IdentifierDialect } from '../identifiers';
import { knownImage, parseImage } from '../images';
import type { Products } from './products';

/** An identifier inside a string: columns `[start, end)` of that string. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly productId: string;
  readonly because: string;
  readonly isImage?: boolean;
}

/** A cheap look before the patterns: false means that nothing below can match. */
export const mayName = (text: string): boolean =>
  /ali|ALI|Ali|acs:|ACS::|DATASOURCE|fcapp|flusher_sls|"Action"/.test(text);

interface Pattern {
  /** Without this text in it nothing matches. */
  readonly needs: string;
  readonly pattern: RegExp;
  /** Where the identifier starts that a match ends; the match is all of it where this is missing. */
  readonly startsAt?: (text: string, at: number) => number;
  readonly read: (
    products: Products,
    text: string,
  ) => { readonly product: string; readonly because: string } | undefined;
}

const as =
  (dialect: IdentifierDialect, identifier: (text: string) => string = (text) => text): Pattern['read'] =>
  (products, text) => {
    const product = products.of(dialect, identifier(text));
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

/** Letters, digits, `_`, `-` and `.` */
const isHostCharacter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 45 || c === 46 || c === 95 || (c >= 65 && c <= 90);

/** Where the host that goes on at `at` starts: host characters and placeholders, read from right to left. */
function hostStart(text: string, at: number): number {
  const least = Math.max(0, at - HOST_LENGTH);
  let start = at;
  while (start > least) {
    if (isHostCharacter(text.charCodeAt(start - 1))) {
      start--;
      continue;
    }
    const placeholder = PLACEHOLDERS[text.charAt(start - 1)]?.exec(
      text.slice(Math.max(least, start - 100), start),
    )?.[0];
    if (placeholder === undefined) break;
    start -= placeholder.length;
  }
  return start;
}

const readHost: Pattern['read'] = (products, text) => {
  const host = products.ofHost(text);
  return host?.product === undefined ? undefined : { product: host.product, because: host.pattern };
};

const ARN: Pattern = {
  needs: 'acs:',
  pattern: /\bacs:[a-z][\w-]*:(?:\$\{[^{}]{0,100}\}|\{\{[^{}]{0,100}\}\}|[^\s"'`,\]\\])*/g,
  read: as('ram-code', (text) => text.split(':')[1] ?? ''),
};
/** Found by its end and then read to the left: a pattern that looks from the left takes ages over a long word. */
const HOSTS: Pattern = { needs: '.', pattern: HOST_END, startsAt: hostStart, read: readHost };
const POLICY: Pattern = { needs: 'Aliyun', pattern: /\bAliyun[A-Z]\w*(?:Access|Role|Policy)\b/g, read: as('policy') };

/** What may stand inside any scalar. The first pattern that takes a stretch of text keeps it. */
const IN_VALUES: readonly Pattern[] = [ARN, HOSTS, POLICY];

/** What may stand in a line of a script, of HCL or of a nested document. */
const IN_TEXT: readonly Pattern[] = [
  ...IN_VALUES,
  { needs: '::', pattern: /\b(?:ALIYUN|DATASOURCE)::\w+::\w+(?:::\w+)*/g, read: as('ros') },
  { needs: 'ACS::', pattern: /\bACS::\w+::\w+/g, read: as('oos') },
  { needs: 'alicloud_', pattern: /\balicloud_[a-z0-9_]+/g, read: as('terraform') },
  { needs: 'alicloud:', pattern: /\balicloud:\w+(?:\/\w+)?:\w+/g, read: as('pulumi') },
  {
    needs: '/',
    pattern: /\b(?:service\.beta\.kubernetes\.io\/(?:alibaba-cloud|alicloud)-loadbalancer-|k8s\.aliyun\.com\/)[\w.-]+/g,
    read: as('annotation'),
  },
  { needs: 'plugin.csi', pattern: /\b\w+plugin\.csi\.alibabacloud\.com\b/g, read: as('provisioner') },
  { needs: '-', pattern: /\b(?:alicloud-disk|alibabacloud-cnfs)-[\w-]+/g, read: as('storage-class') },
  { needs: 'flusher_sls', pattern: /\bflusher_sls\b/g, read: as('plugin') },
  {
    needs: 'alibaba',
    pattern: /\b(?:ingress\.k8s\.alibabacloud\/alb|mse\.alibabacloud\.com\/ingress)\b/g,
    read: as('ingress-controller'),
  },
];

/** A RAM action in quotes, as in the JSON of a policy: `"oss:GetObject"`. */
const RAM_ACTION_IN_TEXT = /(["'])([a-z][a-z0-9-]*):(?:\*|[A-Z]\w*\*?)\1/g;
const IMAGE_IN_TEXT = /^(\s*(?:-\s+)?(["']?)image\2\s*:\s*["']?)([^\s"',]+)/;

/** The identifiers inside a plain or quoted scalar that `mayName` something; `withAws` as in `scanText`. */
export function scanValue(products: Products, text: string, withAws: boolean): readonly Found[] {
  const found = scan(products, text, IN_VALUES);
  return text.includes('Action') && POLICY_TEXT.test(text) ? found.concat(ramActions(products, text, withAws)) : found;
}

/** A policy as one JSON text. */
const POLICY_TEXT = /["']Action["']\s*:/;

/** Codes that AWS has as well: where a policy may be one of AWS, they say nothing. */
const CODES_OF_AWS: ReadonlySet<string> = new Set(
  'config dms ecs elasticsearch emr iot kms mq quotas ram rds sts tag waf'.split(' '),
);

/** The identifiers in one line of a block scalar; `withAws`: its policies may be of AWS. */
export function scanText(products: Products, text: string, withAws: boolean): readonly Found[] {
  const found: Found[] = mayName(text) ? scan(products, text, IN_TEXT) : [];
  if (text.includes('image')) found.push(...imageInText(text));
  if (text.includes(':') && (text.includes('"') || text.includes("'")))
    found.push(...ramActions(products, text, withAws));
  return found;
}

/** Beyond so many in one scalar nobody reads them. */
const MOST_FOUND = 500;

function scan(products: Products, text: string, patterns: readonly Pattern[]): Found[] {
  const found: Found[] = [];
  for (const { needs, pattern, startsAt, read } of patterns) {
    if (!text.includes(needs)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (found.length >= MOST_FOUND) return found;
      const end = match.index + match[0].length;
      const start = startsAt?.(text, match.index) ?? match.index;
      if (found.some((one) => start < one.end && end > one.start)) continue;
      const meaning = read(products, text.slice(start, end));
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

function ramActions(products: Products, text: string, withAws: boolean): Found[] {
  const found: Found[] = [];
  RAM_ACTION_IN_TEXT.lastIndex = 0;
  for (let match = RAM_ACTION_IN_TEXT.exec(text); match; match = RAM_ACTION_IN_TEXT.exec(text)) {
    if (found.length >= MOST_FOUND) break;
    const code = match[2] ?? '';
    if (withAws && CODES_OF_AWS.has(code)) continue;
    const productId = products.of('ram-code', code);
    if (productId === undefined) continue;
    found.push({ start: match.index + 1, end: match.index + match[0].length - 1, productId, because: `${code}:*` });
  }
  return found;
}
