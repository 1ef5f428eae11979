// What the sketches of a file (`architecture.yaml`) declare besides products: industry, problems, what the components do.
// It takes the words as they stand and knows no library.
import type { SketchContext, SketchRole } from '../core/sketchContext';
import type { SourceLines } from '../core/text';
import type { PathItem } from './model';
import type { Reading } from './reader';
import type { ReadBlock } from './reading/parts';
import { visitScalars } from './structure/walk';

/** One declaration, in a word of the file. */
interface Declaration {
  readonly what: 'industry' | 'problems' | 'roles';
  readonly text: string;
  /** The products whose role it is. */
  readonly productIds: readonly string[];
}

/** What is known of blocks, for the next version of the file: an edit leaves most of them as they are. */
export type KnownDeclarations = WeakMap<ReadBlock, readonly Declaration[]>;

/**
 * Of all sketches in the file: the first industry, each problem once, and of each product the first twenty roles. Roles are
 * those of components that name a product; a role that goes over several lines comes line by line. Nothing in a file
 * without a sketch. `lines` are those that were read.
 */
export function declaredIn(
  { parts }: Pick<Reading, 'parts'>,
  lines: SourceLines,
  known: KnownDeclarations = new WeakMap(),
): SketchContext {
  const found = { industry: new Set<string>(), problems: new Set<string>() };
  const roles = new Map<string, Set<string>>();
  for (const { reading, blocks } of parts) {
    if (reading.format !== 'architecture') continue;
    for (const block of blocks) {
      let declarations = known.get(block);
      if (!declarations) {
        declarations = declarationsOf(block, lines);
        known.set(block, declarations);
      }
      for (const { what, text, productIds } of declarations) {
        if (what !== 'roles') found[what].add(text);
        for (const productId of productIds) addRole(roles, productId, text);
      }
    }
  }
  const [industry] = found.industry;
  return { ...(industry && { industry }), problems: [...found.problems], roles: listed(roles) };
}

/** What the twentieth component of a product does says little more about it, and a generated sketch may have thousands. */
const MOST_ROLES = 20;

function addRole(roles: Map<string, Set<string>>, productId: string, text: string): void {
  const known = roles.get(productId);
  if (!known) roles.set(productId, new Set([text]));
  else if (known.size < MOST_ROLES) known.add(text);
}

function listed(roles: ReadonlyMap<string, ReadonlySet<string>>): SketchRole[] {
  return [...roles].flatMap(([productId, texts]) => [...texts].map((text) => ({ productId, text })));
}

function declarationsOf(block: ReadBlock, lines: SourceLines): readonly Declaration[] {
  const { prefix, mentions } = block;
  const products = new Map<PathItem | undefined, string[]>();
  for (const { path, productId } of mentions) {
    if (path[0] === 'components') products.set(path[1], [...(products.get(path[1]) ?? []), productId]);
  }
  const declarations: Declaration[] = [];
  visitScalars(lines, block, ({ path, text }, role, _line, start, end) => {
    if (role === 'key' || start === end) return;
    const whole = prefix.length > 0 ? [...prefix, ...path] : path;
    const what = declaredAt(whole);
    const productIds = what === 'roles' ? (products.get(whole[1]) ?? []) : [];
    if (what) declarations.push({ what, text: text.slice(start, end), productIds });
  });
  return declarations;
}

/** What a scalar declares, by its path: `['problems', 0]`, `['components', 2, 'role']`. */
function declaredAt(path: readonly PathItem[]): Declaration['what'] | undefined {
  if (path.length === 1) return path[0] === 'industry' ? 'industry' : undefined;
  if (path.length === 2) return path[0] === 'problems' ? 'problems' : undefined;
  return path.length === 3 && path[2] === 'role' && path[0] === 'components' ? 'roles' : undefined;
}
