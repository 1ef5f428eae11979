// What the sketches of a file (`architecture.yaml`) declare besides products: industry, problems, what the components do.
// It takes the words as they stand and knows no library.
import type { SketchContext } from '../core/sketchContext';
import type { SourceLines } from '../core/text';
import type { PathItem } from './model';
import type { Reading } from './reader';
import type { ReadBlock } from './reading/parts';
import { visitScalars } from './structure/walk';

/** One declaration, in a word of the file. */
interface Declaration {
  readonly what: 'industry' | 'problems' | 'roles';
  readonly text: string;
}

/** What is known of blocks, for the next version of the file: an edit leaves most of them as they are. */
export type KnownDeclarations = WeakMap<ReadBlock, readonly Declaration[]>;

/**
 * Of all sketches in the file: the first industry, each problem and each role once. Roles are those of components that
 * name a product; a role that goes over several lines comes line by line. Nothing in a file without a sketch. `lines` are
 * those that were read.
 */
export function declaredIn(
  { parts }: Pick<Reading, 'parts'>,
  lines: SourceLines,
  known: KnownDeclarations = new WeakMap(),
): SketchContext {
  const found = { industry: new Set<string>(), problems: new Set<string>(), roles: new Set<string>() };
  for (const { reading, blocks } of parts) {
    if (reading.format !== 'architecture') continue;
    for (const block of blocks) {
      let declarations = known.get(block);
      if (!declarations) {
        declarations = declarationsOf(block, lines);
        known.set(block, declarations);
      }
      for (const { what, text } of declarations) found[what].add(text);
    }
  }
  const [industry] = found.industry;
  return { ...(industry && { industry }), problems: [...found.problems], roles: [...found.roles] };
}

function declarationsOf(block: ReadBlock, lines: SourceLines): readonly Declaration[] {
  const { prefix, mentions } = block;
  const withProduct = new Set(mentions.filter(({ path }) => path[0] === 'components').map(({ path }) => path[1]));
  const declarations: Declaration[] = [];
  visitScalars(lines, block, ({ path, text }, role, _line, start, end) => {
    if (role === 'key' || start === end) return;
    const what = declaredAt(prefix.length > 0 ? [...prefix, ...path] : path, withProduct);
    if (what) declarations.push({ what, text: text.slice(start, end) });
  });
  return declarations;
}

/** What a scalar declares, by its path: `['problems', 0]`, `['components', 2, 'role']`. */
function declaredAt(
  path: readonly PathItem[],
  withProduct: ReadonlySet<PathItem | undefined>,
): Declaration['what'] | undefined {
  if (path.length === 1) return path[0] === 'industry' ? 'industry' : undefined;
  if (path.length === 2) return path[0] === 'problems' ? 'problems' : undefined;
  const isRole = path.length === 3 && path[2] === 'role' && path[0] === 'components';
  return isRole && withProduct.has(path[1]) ? 'roles' : undefined;
}
