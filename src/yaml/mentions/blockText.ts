// Lines of block scalars and of longer scalars: HCL, scripts, manifests, policies. They are no YAML of their file, so that
// only full identifiers count, and what little of their own structure says which product is meant.
import type { Format } from '../model';
import { add, addFound, type Context, isSilent, type Token } from './context';
import { objectIdentifier, productOfObject } from './refine';
import { ENGINES } from './rules';
import { scanText } from './scan';

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

export const sharesActionsWithAws = ({ block }: Context): boolean => SHARES_ACTIONS_WITH_AWS.has(block.format);

/** A comment of the language inside the text, as far as it takes a whole line. */
const COMMENT = /^\s*(?:#|\/\/)/;
const TERRAFORM_BLOCK = /^\s*(?:resource|data)\s+"?(\w+)"?/;
const TERRAFORM_ENGINE = /^\s*engine\s*=\s*"(\w+)"/;
const MANIFEST = /^(apiVersion|kind):\s+["']?([\w./-]+)["']?\s*$/;
/** A `kind` stands no further below its `apiVersion`. */
const MANIFEST_LINES = 3;

/** Reads one line of a text; images are told from its key before. */
export function readText(context: Context, token: Token): void {
  const { text } = token;
  if (COMMENT.test(text)) return;
  const before = context.mentions.length;
  addFound(context, token, scanText(context.products, text, sharesActionsWithAws(context)), 'written');
  if (TERRAFORM_BLOCK.test(text)) context.terraform = context.mentions.length > before ? before : -1;
  else if (context.terraform >= 0) readTerraformEngine(context, text);
  else if (context.rules.isObject) readManifest(context, token);
}

/** `engine = "MySQL"` in the block of `resource "alicloud_db_instance"` says which RDS it is. */
function readTerraformEngine(context: Context, text: string): void {
  const engine = TERRAFORM_ENGINE.exec(text)?.[1]?.toLowerCase();
  const mention = context.mentions[context.terraform];
  if (engine === undefined || mention?.productId !== 'rds') return;
  const productId = ENGINES[engine];
  if (productId !== undefined) context.mentions[context.terraform] = { ...mention, productId };
}

/** `apiVersion` and, right below it, `kind` of a manifest that is written as a text. */
function readManifest(context: Context, token: Token): void {
  const match = MANIFEST.exec(token.text);
  const value = match?.[2];
  if (!match || value === undefined) return;
  const start = token.start + match[0].lastIndexOf(value);
  const at = { ...token, start, end: start + value.length, text: value };
  if (match[1] === 'apiVersion') {
    context.manifest = { ...at, path: token.path.slice() };
    return;
  }
  const group = context.manifest;
  context.manifest = undefined;
  if (!group || token.line - group.line > MANIFEST_LINES || isSilent(context, token.path)) return;
  const productId = productOfObject(context.products, group.text, value);
  if (productId === undefined) return;
  const because = objectIdentifier(group.text, value);
  for (const one of [group, at]) add(context, one, { productId, tier: 'written', because });
}
