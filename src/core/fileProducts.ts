// Which products a file counts as: what its comments leave out is left out, what the library does not know is none, and a
// choice that is said twice, more and less exactly, is one product. Every feature asks here, so that their numbers agree.
import { OPEN_CHOICES } from './generic';
import type { Library } from './library';
import type { UsedProduct } from './match';
import { CERTAINTY, type SignTier } from './review/architecture';

/** A place that names a product. */
interface Naming {
  readonly productId: string;
}

/** The places of one file that count, each under the product that it stands for there. */
export function countedIn<T extends Naming>(
  library: Library,
  namings: readonly T[],
  ignored: ReadonlySet<string> = NONE,
): readonly T[] {
  const exactly = exactChoices(library, namings);
  const counted: T[] = [];
  // A loop, because this runs at every letter, and `flatMap` makes an array for each place.
  for (const naming of namings) {
    const productId = exactly.get(naming.productId) ?? naming.productId;
    if (!library.productById.has(productId) || ignored.has(productId)) continue;
    counted.push(productId === naming.productId ? naming : { ...naming, productId });
  }
  return counted;
}

/** The products that count, each once, in the order of the text, as sure as its surest sign. */
export function usedIn(
  library: Library,
  signs: readonly (Naming & { readonly tier: SignTier })[],
  ignored?: ReadonlySet<string>,
): UsedProduct[] {
  const certainties = new Map<string, number>();
  for (const { productId, tier } of countedIn(library, signs, ignored))
    certainties.set(productId, Math.max(certainties.get(productId) ?? 0, CERTAINTY[tier]));
  return [...certainties].map(([productId, certainty]) => ({ productId, certainty }));
}

const NONE: ReadonlySet<string> = new Set();

/**
 * In a file, a choice left open beside the only member that is named is that member: the `ALIYUN::RDS::Account` of an
 * `ALIYUN::RDS::DBInstance` with `Engine: MySQL` is no second database.
 */
function exactChoices(library: Library, namings: readonly Naming[]): ReadonlyMap<string, string> {
  const present = new Set(namings.map(({ productId }) => productId));
  const exact = new Map<string, string>();
  for (const head of OPEN_CHOICES) {
    const [member, ...others] = (library.data.families[head] ?? []).filter((id) => present.has(id));
    if (member !== undefined && others.length === 0) exact.set(head, member);
  }
  return exact;
}
