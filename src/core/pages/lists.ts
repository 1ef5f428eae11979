// The lists that a case can be read through: previous and next follow the list that it was opened from. A list is named
// like a group of the tree: `industry/live`, `product/oss`, `problem/migration`, `customer`, `favourites`; what pages list for a
// product, its family included, is `evidence/oss`; anything else is all cases.
import { casesWith, evidenceFor, type Library } from '../library';
import type { CaseStudy, Lang } from '../model';
import { sortedByCustomer } from '../outline';

export type CaseList = string;

/** How somebody reads: the list they came through, and what a list depends on beside the library. */
export interface ListReader {
  readonly list?: CaseList;
  /** Ids of their favourites, the latest first; some may have left the library. */
  readonly favourites?: readonly string[];
}

/** The cases of a list in its order; all cases for a name that is not known or a list that is empty. */
export function casesOfList(library: Library, lang: Lang, reader: ListReader): readonly CaseStudy[] {
  const found = namedCasesOf(library, lang, reader);
  return found && found.length > 0 ? found : library.cases;
}

function namedCasesOf(
  library: Library,
  lang: Lang,
  { list, favourites }: ListReader,
): readonly CaseStudy[] | undefined {
  const [kind, id = ''] = (list ?? '').split('/');
  switch (kind) {
    case 'industry':
      return library.casesByIndustry.get(id);
    case 'problem':
      return library.casesByProblem.get(id);
    case 'product':
      return casesWith(library, id);
    case 'evidence':
      return evidenceFor(library, id).cases;
    case 'customer':
      return sortedByCustomer(library, library.cases, lang);
    case 'favourites':
      return favourites?.flatMap((one) => library.caseById.get(one) ?? []);
    default:
      return undefined;
  }
}

/** Where a case stands in a list, and its neighbours there. A case that is not in the list is sought among all. */
export function positionIn(library: Library, lang: Lang, id: string, reader: ListReader) {
  const named = casesOfList(library, lang, reader);
  const cases = named.some((study) => study.id === id) ? named : library.cases;
  const index = cases.findIndex((study) => study.id === id);
  return { index, count: cases.length, previous: cases[index - 1]?.id, next: cases[index + 1]?.id };
}
