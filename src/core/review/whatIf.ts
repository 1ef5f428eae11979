// What if a product were left out, or put in: the same review over another set of products, and which of the closest
// cases come and go. The file itself stays as it is.
import type { Architecture, ArchitectureProduct } from './architecture';
import type { Review, ReviewMatch } from './review';
import type { WhatIf } from './reviewProtocol';

/** The architecture with some products left out and others put in as if they were declared. */
export function architectureWith(architecture: Architecture, { off, added }: WhatIf): Architecture {
  const kept = architecture.products.filter(({ productId }) => !off.includes(productId));
  const present = new Set(kept.map(({ productId }) => productId));
  const put = [...new Set(added)]
    .filter((id) => !present.has(id))
    .map((productId): ArchitectureProduct => ({ productId, tier: 'declared', signs: [] }));
  return { ...architecture, products: [...kept, ...put] };
}

/** The what-if after a tick: a product of the file is left out or back in, another is put in or taken out again. */
export function ticked(whatIf: WhatIf, architecture: Architecture, productId: string, on: boolean): WhatIf {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== productId);
  const isOfFile = architecture.products.some((product) => product.productId === productId);
  if (isOfFile) return { ...whatIf, off: on ? without(whatIf.off) : [...without(whatIf.off), productId] };
  return { ...whatIf, added: on ? [...without(whatIf.added), productId] : without(whatIf.added) };
}

/** The closest cases now, which of them were not among the closest before, and which no longer are. */
export interface ClosestChange {
  readonly matches: readonly ReviewMatch[];
  readonly came: ReadonlySet<string>;
  readonly gone: readonly ReviewMatch[];
}

export function changeOfClosest(before: Review, after: Review, most: number): ClosestChange {
  const first = before.matches.slice(0, most);
  const matches = after.matches.slice(0, most);
  const had = new Set(first.map(({ study }) => study.id));
  const has = new Set(matches.map(({ study }) => study.id));
  return {
    matches,
    came: new Set([...has].filter((id) => !had.has(id))),
    gone: first.filter(({ study }) => !has.has(study.id)),
  };
}
