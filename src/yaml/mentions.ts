// Which product stands where in a document: visits the scalars of a block and looks up those that the rules of its format
// ask for. It knows no files and no editor, and keeps nothing between two calls but what a scanner is made with.
import type { SourceLines } from '../core/text';
import type { Head } from './formats/head';
import type { IdentifierTable } from './identifiers';
import { readText, sharesActionsWithAws } from './mentions/blockText';
import {
  add,
  addFound,
  type Block,
  type Context,
  isSilent,
  type ObjectType,
  pathIn,
  rulesFor,
  type Token,
} from './mentions/context';
import { type Meaning, NO_RULES, OBJECT_FORMATS, type Rules, rulesOf } from './mentions/lookup';
import { type Products, productsOf } from './mentions/products';
import {
  type Facts,
  noteEngine,
  noteForeign,
  noteLoadBalancer,
  objectIdentifier,
  outerFacts,
  type Pending,
  pairsOf,
  productOfObject,
  settle,
} from './mentions/refine';
import type { ImageRule } from './mentions/rules';
import { mayName, scanImage, scanValue } from './mentions/scan';
import type { Format, Mention, PathItem, ScalarToken } from './model';
import { type Visited, visitScalars } from './structure/walk';

/** What a block holds, and what it tells the other blocks of its document. */
export interface BlockReading {
  readonly mentions: readonly Mention[];
  readonly facts: Facts | undefined;
}

/** Reads blocks; made once per table, because it remembers which keys no rule asks for and what names mean. */
export type Scanner = (lines: SourceLines, block: Block) => BlockReading;

/** Documents of this kind define types and use none. */
const DEFINITION = 'CustomResourceDefinition';
/** Nobody nests so deep; further down nothing is looked at, so that a hostile line costs no more than it is long. */
const MAX_DEPTH = 100;
const OPEN_BRACE = 123;
const NOTHING: BlockReading = { mentions: [], facts: undefined };

/** Makes a scanner for a table of identifiers. */
export function createScanner(table: IdentifierTable): Scanner {
  const byFormat = new Map<Format, Rules>();
  const products = productsOf(table);
  return (lines, block) => {
    if (block.format === 'none' || block.object?.kind === DEFINITION) return NOTHING;
    const rules = byFormat.get(block.format) ?? rulesOf(block.format, products);
    byFormat.set(block.format, rules);
    const context = contextOf(products, rules, block);
    visitScalars(lines, block, (scan, role, line, start, end) => readScalar(context, scan, role, line, start, end));
    settleObjects(context);
    const mentions = inOrder(settle(context.mentions, context.pending));
    return { mentions, facts: outerFacts(context.pending, block.prefix.length) };
  };
}

function contextOf(products: Products, rules: Rules, block: Block): Context {
  const { object } = block;
  const objectProduct = object && productOfObject(products, object.apiVersion, object.kind);
  return {
    products,
    rules,
    block,
    objectProduct,
    pending: {} satisfies Pending,
    mentions: [],
    terraform: -1,
    manifest: undefined,
    line: -1,
    mayName: false,
    hasSilentKey: false,
    key: '',
    keyRules: NO_RULES,
  };
}

/** Mentions are found in source order, pairs of neighbours aside. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  const isBefore = (a: Mention, b: Mention) => a.span.line - b.span.line || a.span.start - b.span.start;
  for (let i = 1; i < mentions.length; i++) {
    const [one, next] = [mentions[i - 1], mentions[i]];
    if (one && next && isBefore(one, next) > 0) return [...mentions].sort(isBefore);
  }
  return mentions;
}

/** What a Kubernetes document says it is, from its top-level keys; nothing for the other formats. */
export function objectOf(head: Head, format: Format): ObjectType | undefined {
  if (!OBJECT_FORMATS.has(format)) return undefined;
  return { apiVersion: head.keys.get('apiVersion')?.value ?? '', kind: head.keys.get('kind')?.value ?? '' };
}

/** Looks at a scalar where it stands; its text is cut out of the line only if a rule wants to see it. */
function readScalar(
  context: Context,
  { path, text: lineText }: Visited,
  role: ScalarToken['role'],
  line: number,
  start: number,
  end: number,
): void {
  if (end === start || path.length > MAX_DEPTH) return;
  if (role === 'key') {
    const text = String(path[path.length - 1]);
    if (text.charCodeAt(0) === OPEN_BRACE || rulesFor(context, text).keys.length > 0)
      readKey(context, lineText, { line, start, end, text, path });
    return;
  }
  const rules = rulesFor(context, keyOf(path, context.block));
  if (role === 'value' && !rules.asksValue && !namesOn(context, line, lineText)) return;
  const token: Token = { line, start, end, text: lineText.slice(start, end), path };
  if (role === 'value') {
    readValue(context, token);
    return;
  }
  if (rules.images.length > 0 && !token.text.startsWith('#')) readImage(context, token, rules.images);
  readText(context, token);
}

/** Whether any scalar of a line may name a product; one look for all of them. */
function namesOn(context: Context, line: number, text: string): boolean {
  if (context.line !== line) {
    context.line = line;
    context.mayName = mayName(text);
  }
  return context.mayName;
}

/** The key a value belongs to: the last name of its path. */
function keyOf(path: readonly PathItem[], { prefix }: Block): string {
  for (let i = path.length - 1; i >= 0; i--) {
    const item = path[i];
    if (typeof item === 'string') return item;
  }
  for (let i = prefix.length - 1; i >= 0; i--) {
    const item = prefix[i];
    if (typeof item === 'string') return item;
  }
  return '';
}

function readValue(context: Context, token: Token): void {
  const { rules, products, key } = context;
  const { values, images, isNeighbour } = context.keyRules;
  if (isNeighbour && noteNeighbour(context, token, key)) return;
  if (values && readByRules(context, token, values(token.text))) return;
  if (images.length > 0) readImage(context, token, images);
  if (!mayName(token.text) || readByRules(context, token, rules.anyValue(token.text))) return;
  addFound(context, token, scanValue(products, token.text, sharesActionsWithAws(context)), 'configured');
}

/** Notes what the value says of its neighbours; `true` when there is no more to say of it. */
function noteNeighbour(context: Context, token: Token, key: string): boolean {
  const { block, pending, objectProduct } = context;
  const path = pathIn(context, token.path);
  if (key === 'Engine' || key === 'engine') noteEngine(pending, path, token.text);
  else if (key === 'loadBalancerClass') noteLoadBalancer(pending, path, token.text);
  else if (context.rules.isObject && path[path.length - 1] === key) {
    if (path.length === 1 && block.object && block.object.apiVersion !== '' && block.object.kind !== '') {
      if (objectProduct !== undefined) {
        const because = objectIdentifier(block.object.apiVersion, block.object.kind);
        add(context, token, { productId: objectProduct, tier: 'declared', because });
      }
      return true;
    }
    const { line, start, end, text } = token;
    pending.objects ??= [];
    pending.objects.push({ text, span: { line, start, end }, path: path.slice() });
  }
  return false;
}

/** Asks the rules in order; `true` when one of them knew the value. */
function readByRules(context: Context, token: Token, meanings: readonly Meaning[]): boolean {
  for (const { rule, written, productId } of meanings) {
    if (rule.under && !rule.under(pathIn(context, token.path), context.block.object)) continue;
    if (isSilent(context, token.path)) return true;
    add(context, token, { productId, tier: rule.tier, because: written, length: written.length });
    return true;
  }
  return false;
}

function readImage(context: Context, token: Token, rules: readonly ImageRule[]): void {
  if (!rules.some(({ under }) => under === undefined || under(pathIn(context, token.path)))) return;
  const found = scanImage(token.text);
  if (found) addFound(context, token, [found], 'image');
}

function readKey(context: Context, lineText: string, key: Token): void {
  const token = key.text.charCodeAt(0) === OPEN_BRACE ? behindTemplate(lineText, key) : key;
  const { keys } = rulesFor(context, token.text);
  if (keys.length === 0) return;
  const path = pathIn(context, token.path);
  for (const { under, dialect, silent, tier } of keys) {
    if (under && !under(path)) continue;
    const productId = context.products.of(dialect, token.text);
    if (productId === undefined && token.text.startsWith('alb.ingress.kubernetes.io/'))
      noteForeign(context.pending, path);
    if (productId === undefined || productId === silent) continue;
    add(context, token, { productId, tier, because: token.text });
    return;
  }
}

/** The key itself in `{{ if nas }}nasConfig: auto{{/if}}`. */
function behindTemplate(lineText: string, token: Token): Token {
  const from = lineText.lastIndexOf('}}', token.end) + 2;
  if (from < 2 || from <= token.start || from >= token.end) return token;
  return { ...token, start: from, text: lineText.slice(from, token.end) };
}

/** `apiVersion` and `kind` name a product together: both tokens say it. */
function settleObjects(context: Context): void {
  const { objects } = context.pending;
  if (!objects) return;
  const { products, mentions, block } = context;
  for (const { apiVersion, kind } of pairsOf(objects)) {
    const productId = productOfObject(products, apiVersion.text, kind.text);
    if (productId === undefined) continue;
    const because = objectIdentifier(apiVersion.text, kind.text);
    for (const { span, path } of [apiVersion, kind])
      mentions.push({ productId, span, tier: 'declared', because, format: block.format, path });
  }
}
