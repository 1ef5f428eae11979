// From a self-hosted image to the managed product: what the library tells about that step. The pairing itself is common
// knowledge; only cases are evidence.
import { evidenceFor, type Library } from './library';
import type { CaseStudy, Product, Replaced } from './model';

/** A case in which the product took the place of something else. */
export interface Move {
  readonly study: CaseStudy;
  readonly replaced: Replaced;
}

export interface Counterpart {
  readonly product: Product;
  /** Cases that use it (or its family). */
  readonly cases: readonly CaseStudy[];
  readonly via: readonly string[];
  /** Cases that moved there, those that name the same software first; in section order otherwise. */
  readonly moves: readonly Move[];
}

/** The managed product behind an image, `image` being its plain name: `redis`. */
export function counterpartOf(library: Library, productId: string, image: string): Counterpart | undefined {
  const product = library.productById.get(productId);
  if (!product) return undefined;
  const { cases, via } = evidenceFor(library, productId);
  return { product, cases, via, moves: movesTo(library, productId, image) };
}

function movesTo(library: Library, productId: string, image: string): Move[] {
  const family = library.familyOf.get(productId);
  const kin = new Set([productId, ...(family ? [family] : []), ...(library.data.families[productId] ?? [])]);
  const moves = library.cases.flatMap((study) => {
    const replaced = study.replaced.find(
      ({ by, relation }) => relation === 'replaced' && by !== undefined && kin.has(by),
    );
    return replaced ? [{ study, replaced }] : [];
  });
  const named = (move: Move) => namesSoftware(move.replaced, image);
  return [...moves.filter(named), ...moves.filter((move) => !named(move))];
}

function namesSoftware({ what }: Replaced, image: string): boolean {
  const name = image.toLowerCase();
  return name !== '' && (what.zh.toLowerCase().includes(name) || what.en.toLowerCase().includes(name));
}
