// From a product's printed name to its id, through names, aliases and what the reader has decided before; and what was
// probably meant by a name that is not known.
import { compareCodePoints, firstDifference } from '../compare';
import type { Product } from '../model';
import { otherNames } from '../productNames';
import { editDistance, fold } from './fold';

/** Decisions of the reader: printed name → product id, or `null` for "no product of the library". */
export type NameMapping = Readonly<Record<string, string | null>>;

export interface ProductNames {
  /** Product or service id; `null` where the reader has decided that there is none, `undefined` where it is not known. */
  find(name: string): string | null | undefined;
  /** The products that were probably meant, nearest first, at most three. */
  suggest(name: string): readonly NameSuggestion[];
  isService(id: string): boolean;
}

export interface NameSuggestion {
  readonly id: string;
  /** The known name that is near. */
  readonly name: string;
  /** Edits between the two names, folded. */
  readonly distance: number;
}

/** `aliases`: further names by product id, such as a team's own; they win over the built-in ones, the mapping over both. */
export function productNames(
  products: readonly Product[],
  mapping: NameMapping = {},
  aliases: Readonly<Record<string, readonly string[]>> = {},
): ProductNames {
  const known = new Map<string, { id: string; name: string }>();
  const add = (id: string, names: readonly string[]) => {
    for (const name of names) {
      const folded = fold(name);
      if (folded && !known.has(folded)) known.set(folded, { id, name });
    }
  };
  for (const [id, names] of Object.entries(aliases)) add(id, names);
  for (const product of products) add(product.id, [product.zh, product.en]);
  for (const product of products) add(product.id, [...otherNames(product), product.id]);
  const decided = new Map(Object.entries(mapping).map(([name, id]) => [fold(name), id]));
  const services = new Set(products.filter((product) => product.kind === 'service').map((product) => product.id));
  return {
    find: (name) => {
      const decision = decided.get(fold(name));
      if (decision !== undefined) return decision;
      return spellings(name)
        .map((spelling) => known.get(spelling)?.id)
        .find((id) => id !== undefined);
    },
    suggest: (name) => nearest(fold(name), known),
    isService: (id) => services.has(id),
  };
}

/** The name, then without its bracket, without the vendor, without `版`. */
function spellings(name: string): string[] {
  const bare = name.replace(/[（(][^）)]*[）)]\s*$/, '');
  const folded = [fold(name), fold(bare)];
  const short = folded.map((text) => text.replace(/^(?:阿里云|alibabacloud|aliyun)/, ''));
  return [...folded, ...short, ...short.map((text) => text.replace(/版$/, ''))].filter((text) => text !== '');
}

function nearest(folded: string, known: ReadonlyMap<string, { id: string; name: string }>): NameSuggestion[] {
  const best = new Map<string, NameSuggestion>();
  const limit = Math.max(2, Math.floor(folded.length / 3));
  for (const [other, { id, name }] of known) {
    const isInside = Math.min(folded.length, other.length) > 2 && (folded.includes(other) || other.includes(folded));
    const distance = isInside ? Math.abs(folded.length - other.length) / 2 : editDistance(folded, other, limit);
    if ((isInside || distance <= limit) && distance < other.length && distance < (best.get(id)?.distance ?? Infinity)) {
      best.set(id, { id, name, distance });
    }
  }
  return [...best.values()]
    .sort((a, b) => firstDifference(a.distance - b.distance, compareCodePoints(a.id, b.id)))
    .slice(0, 3);
}
