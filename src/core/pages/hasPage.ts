// Whether the library has what a page is about. A file is not the library's: a comparison with one is never taken on trust.
import type { Library } from '../library';
import type { PageRef } from '../protocol';

export function hasPage(library: Library, page: PageRef): boolean {
  switch (page.kind) {
    case 'case':
      return library.caseById.has(page.id);
    case 'product':
      return library.productById.has(page.id);
    case 'industry':
      return library.industryById.has(page.id);
    case 'problem':
      return library.problemById.has(page.id);
    case 'compare':
      return page.ids.every((id) => library.caseById.has(id));
    case 'fileCompare':
      return false;
    default:
      return true;
  }
}
