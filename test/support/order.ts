// Orders that tests expect.
import { compareSections } from '../../src/core/sections';

/** A copy in section order. */
export function sectionOrderOf<T extends { readonly section: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareSections(a.section, b.section));
}
