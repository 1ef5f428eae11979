// What is known while a block is read, and how a mention is put down. It reads no scalars itself.
import type { Format, Mention, PathItem, Tier } from '../model';
import type { KeyRules, Rules } from './lookup';
import type { Products } from './products';
import type { Pending } from './refine';
import type { Found } from './scan';

/** A block of lines to read, and what is known of it from outside. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
  /** Path of the block in its document: `['Resources']` for one resource, `[]` for a document or a top-level key. */
  readonly prefix: readonly PathItem[];
  /** Index of the first item, where the block is a part of a list. */
  readonly firstIndex?: number;
  /** `apiVersion` and `kind` of the document, for a block that holds only one of them. */
  readonly object?: ObjectType | undefined;
}

/** What a Kubernetes document says it is; `''` for what it does not say. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** One reading of one block; owned by the function that made it. */
export interface Context {
  readonly products: Products;
  readonly rules: Rules;
  readonly block: Block;
  /** What the document is an object of. */
  readonly objectProduct: string | undefined;
  readonly pending: Pending;
  readonly mentions: Mention[];
  /** The Terraform resource whose lines are being read: its place among the mentions. */
  terraform: number;
  /** The `apiVersion` of a manifest inside a text, until its `kind`. */
  manifest: Token | undefined;
  /** The line that was last looked at, and whether any of it may name a product. */
  line: number;
  mayName: boolean;
  /** Whether a key of the block so far is one that makes what is below it silent. */
  hasSilentKey: boolean;
  /** The key that was last asked for. */
  key: string;
  keyRules: KeyRules;
}

/** A scalar that some rule wants to see. `path` is relative to the block, and valid only during the visit. */
export interface Token {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly path: readonly PathItem[];
}

/** The path in the document; without a prefix the reused one of the visit, which has to be copied to be kept. */
export const pathIn = ({ block }: Context, path: readonly PathItem[]): readonly PathItem[] =>
  block.prefix.length === 0 ? path : keptPath(block, path);

/** The path in the document, to be kept. A loop, because it is made for every mention and `concat` takes four times as long. */
function keptPath({ prefix }: Block, path: readonly PathItem[]): readonly PathItem[] {
  const all: PathItem[] = [];
  for (const item of prefix) all.push(item);
  for (const item of path) all.push(item);
  return all;
}

/** What the rules say of a key; the value after a key asks the same again. */
export function rulesFor(context: Context, key: string): KeyRules {
  if (context.key !== key) {
    context.key = key;
    context.keyRules = context.rules.of(key);
    if (context.keyRules.isSilent) context.hasSilentKey = true;
  }
  return context.keyRules;
}

/** Whether something above makes a place of the block silent: text for people, names of the same file. */
export function isSilent({ rules, block, hasSilentKey }: Context, path: readonly PathItem[]): boolean {
  const isQuiet = (item: PathItem) => typeof item === 'string' && rules.of(item).isSilent;
  return (hasSilentKey && path.some(isQuiet)) || block.prefix.some(isQuiet);
}

/** Puts down that the whole token, or its first `length` characters, names a product. */
export function add(
  context: Context,
  token: Token,
  what: { readonly productId: string; readonly tier: Tier; readonly because: string; readonly length?: number },
): void {
  const { productId, tier, because, length } = what;
  const { line, start } = token;
  const end = length === undefined ? token.end : start + length;
  const path = keptPath(context.block, token.path);
  context.mentions.push({ productId, span: { line, start, end }, tier, because, format: context.block.format, path });
}

/** Puts down what was found inside a token: columns of its text become columns of the line. */
export function addFound(context: Context, token: Token, found: readonly Found[], tier: Tier): void {
  if (found.length === 0) return;
  if (isSilent(context, token.path)) return;
  const path = keptPath(context.block, token.path);
  const { line, start } = token;
  const { format } = context.block;
  for (const { productId, because, isImage, start: from, end: to } of found) {
    const span = { line, start: start + from, end: start + to };
    context.mentions.push({ productId, span, tier: isImage ? 'image' : tier, because, format, path });
  }
}
