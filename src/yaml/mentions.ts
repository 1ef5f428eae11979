// Which product stands where in a document: reads the scalars of a block and looks each up by the rules of its format.
// It knows no files and no editor, and keeps nothing between two calls but what a scanner is made with.
import type { SourceLines, Span } from '../core/text';
import { type Head, type LineRange, readHead } from './formats/head';
import { type IdentifierTable, productOf } from './identifiers';
import { OBJECT_FORMATS, type Rules, rulesOf } from './mentions/lookup';
import {
  noteEngine,
  noteForeign,
  noteLoadBalancer,
  noteObject,
  objectIdentifier,
  type Pending,
  productOfObject,
  settle,
  type TokenAt,
} from './mentions/refine';
import { ENGINES, type ImageRule, type ValueRule } from './mentions/rules';
import { type Found, mayName, scanImage, scanText, scanValue } from './mentions/scan';
import type { Format, Mention, PathItem, ScalarToken, Tier } from './model';
import { walk } from './structure/walk';

/** A block of lines to read, and what is known of it from outside. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
  /** Path of the block in its document: `['Resources']` for one resource, `[]` for a document or a top-level key. */
  readonly prefix: readonly PathItem[];
  /** `apiVersion` and `kind` of the document, for a block that holds only one of them. */
  readonly object?: ObjectType | undefined;
}

/** What a Kubernetes document says it is. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Reads blocks; made once per table, because it remembers which keys no rule asks for. */
export type Scanner = (lines: SourceLines, block: Block) => readonly Mention[];

interface Context {
  readonly table: IdentifierTable;
  readonly rules: Rules;
  readonly block: Block;
  readonly pending: Pending;
  readonly mentions: Mention[];
  /** The Terraform resource whose lines are being read: its place among the mentions. */
  terraform: number;
}

/** Formats in which a policy may as well be one of AWS. */
const SHARES_ACTIONS_WITH_AWS: ReadonlySet<Format> = new Set([
  'pulumi',
  'crossplane',
  'kubernetes',
  'helm',
  'kubevela',
  'ansible',
  'compose',
]);
/** Documents of this kind define types and use none. */
const DEFINITION = 'CustomResourceDefinition';

/** Makes a scanner for a table of identifiers. */
export function createScanner(table: IdentifierTable): Scanner {
  const byFormat = new Map<Format, Rules>();
  return (lines, block) => {
    if (block.format === 'none' || block.object?.kind === DEFINITION) return [];
    const rules = byFormat.get(block.format) ?? rulesOf(block.format);
    byFormat.set(block.format, rules);
    const context: Context = { table, rules, block, pending: {}, mentions: [], terraform: -1 };
    walk(lines, block.from, block.to, (token) => readToken(context, token));
    settleObjects(context);
    const settled = settle(context.mentions, context.pending);
    return settled.length < 2
      ? settled
      : [...settled].sort((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);
  };
}

/** All mentions of one document, in source order. */
export function mentionsOf(
  lines: SourceLines,
  document: LineRange,
  format: Format,
  table: IdentifierTable,
): readonly Mention[] {
  const object = objectOf(readHead(lines, document), format);
  const block: Block = {
    from: document.startLine,
    to: document.endLine,
    format,
    prefix: [],
    ...(object && { object }),
  };
  return createScanner(table)(lines, block);
}

/** What a Kubernetes document says it is, from its top-level keys; nothing for the other formats. */
export function objectOf(head: Head, format: Format): ObjectType | undefined {
  if (!OBJECT_FORMATS.has(format)) return undefined;
  return { apiVersion: head.keys.get('apiVersion')?.value ?? '', kind: head.keys.get('kind')?.value ?? '' };
}

function readToken(context: Context, token: ScalarToken): void {
  if (token.role === 'value') readValue(context, token);
  else if (token.role === 'key') readKey(context, token);
  else readText(context, token);
}

/** The key a value belongs to: the last name of its path. */
function keyOf(path: readonly PathItem[], block: Block): string {
  for (let i = path.length - 1; i >= 0; i--) {
    const item = path[i];
    if (typeof item === 'string') return item;
  }
  for (let i = block.prefix.length - 1; i >= 0; i--) {
    const item = block.prefix[i];
    if (typeof item === 'string') return item;
  }
  return '';
}

function fullPath({ block }: Context, token: ScalarToken): readonly PathItem[] {
  return block.prefix.length === 0 ? token.path.slice() : [...block.prefix, ...token.path];
}

function readValue(context: Context, token: ScalarToken): void {
  const { rules, table } = context;
  const { text } = token;
  if (text === '') return;
  const key = keyOf(token.path, context.block);
  const { values, images, isNeighbour } = rules.of(key);
  if (isNeighbour) noteNeighbours(context, token, key);
  if (values.length > 0 && readByRules(context, token, values)) return;
  if (images.length > 0) readImage(context, token, images);
  if (!mayName(text)) return;
  if (readByRules(context, token, rules.anyValue)) return;
  const found = scanValue(table, text);
  if (found.length > 0) addFound(context, token, found, 'configured');
}

function noteNeighbours(context: Context, token: ScalarToken, key: string): void {
  if (key === 'Engine' || key === 'engine') noteEngine(context.pending, fullPath(context, token), token.text);
  else if (key === 'loadBalancerClass') noteLoadBalancer(context.pending, fullPath(context, token), token.text);
  else if (
    context.rules.isObject &&
    (key === 'apiVersion' || key === 'kind') &&
    token.path[token.path.length - 1] === key
  ) {
    const at: TokenAt = { token: { span: copyOf(token.span), text: token.text }, path: fullPath(context, token) };
    noteObject(context.pending, key, at);
  }
}

/** Asks the rules in order; `true` when one of them knew the value. */
function readByRules(context: Context, token: ScalarToken, rules: readonly ValueRule[]): boolean {
  for (const rule of rules) {
    if (rule.value && !rule.value.test(token.text)) continue;
    if (rule.under && !rule.under(fullPath(context, token))) continue;
    const written = rule.part?.exec(token.text)?.[0] ?? token.text;
    const productId = productOf(context.table, rule.dialect, rule.identifier?.(written) ?? written);
    if (productId === undefined || productId === rule.silent) continue;
    const path = fullPath(context, token);
    if (isSilent(context, path)) return true;
    const { line, start, end } = token.span;
    const span = { line, start, end: written === token.text ? end : start + written.length };
    add(context, { productId, span, tier: rule.tier, because: written, path });
    return true;
  }
  return false;
}

function readImage(context: Context, token: ScalarToken, rules: readonly ImageRule[]): void {
  if (!rules.some((rule) => rule.under === undefined || rule.under(fullPath(context, token)))) return;
  const found = scanImage(token.text);
  if (found) addFound(context, token, [found], 'image');
}

function readKey(context: Context, token: ScalarToken): void {
  const rules = context.rules.of(token.text).keys;
  if (rules.length === 0) return;
  const path = fullPath(context, token);
  for (const rule of rules) {
    if (rule.under && !rule.under(path)) continue;
    const productId = productOf(context.table, rule.dialect, token.text);
    if (productId === undefined && token.text.startsWith('alb.ingress.kubernetes.io/'))
      noteForeign(context.pending, path);
    if (productId === undefined || productId === rule.silent) continue;
    add(context, { productId, span: copyOf(token.span), tier: rule.tier, because: token.text, path });
    return;
  }
}

/** A comment of the language inside the text, as far as it takes a whole line. */
const COMMENT = /^\s*(?:#|\/\/)/;
const TERRAFORM_BLOCK = /^\s*(?:resource|data)\s+"?(\w+)"?/;
const TERRAFORM_ENGINE = /^\s*engine\s*=\s*"(\w+)"/;

function readText(context: Context, token: ScalarToken): void {
  const { text } = token;
  if (COMMENT.test(text)) return;
  const before = context.mentions.length;
  const { images } = context.rules.of(keyOf(token.path, context.block));
  if (images.length > 0) readImage(context, token, images);
  const found = scanText(context.table, text, SHARES_ACTIONS_WITH_AWS.has(context.block.format));
  if (found.length > 0) addFound(context, token, found, 'written');
  if (TERRAFORM_BLOCK.test(text)) context.terraform = context.mentions.length > before ? before : -1;
  else if (context.terraform >= 0) readTerraformEngine(context, text);
}

/** `engine = "MySQL"` in the block of `resource "alicloud_db_instance"` says which RDS it is. */
function readTerraformEngine(context: Context, text: string): void {
  const engine = TERRAFORM_ENGINE.exec(text)?.[1]?.toLowerCase();
  const mention = context.mentions[context.terraform];
  if (engine === undefined || mention?.productId !== 'rds') return;
  const productId = ENGINES[engine];
  if (productId !== undefined) context.mentions[context.terraform] = { ...mention, productId };
}

/** A span inside a token: columns of its text become columns of the line. */
const inside = (span: Span, found: Found): Span => ({
  line: span.line,
  start: span.start + found.start,
  end: span.start + found.end,
});

function addFound(context: Context, token: ScalarToken, found: readonly Found[], tier: Tier): void {
  const path = fullPath(context, token);
  if (isSilent(context, path)) return;
  for (const one of found) {
    const kind = one.isImage ? 'image' : tier;
    add(context, { productId: one.productId, span: inside(token.span, one), tier: kind, because: one.because, path });
  }
}

function isSilent({ rules }: Context, path: readonly PathItem[]): boolean {
  for (const item of path) if (typeof item === 'string' && rules.of(item).isSilent) return true;
  return false;
}

const copyOf = (span: Span): Span => ({ line: span.line, start: span.start, end: span.end });

function add(context: Context, { productId, span, tier, because, path }: Omit<Mention, 'format'>): void {
  context.mentions.push({ productId, span, tier, because, format: context.block.format, path });
}

/** `apiVersion` and `kind` name a product together: both tokens say it. */
function settleObjects(context: Context): void {
  const { objects } = context.pending;
  if (!objects) return;
  for (const { apiVersion, kind } of objects.values()) {
    const top = (apiVersion ?? kind)?.path.length === 1 ? context.block.object : undefined;
    const group = apiVersion?.token.text ?? top?.apiVersion;
    const name = kind?.token.text ?? top?.kind;
    if (group === undefined || name === undefined) continue;
    const productId = productOfObject(context.table, group, name);
    if (productId === undefined) continue;
    const because = objectIdentifier(group, name);
    for (const at of [apiVersion, kind]) {
      if (at) add(context, { productId, span: at.token.span, tier: 'declared', because, path: at.path });
    }
  }
}
