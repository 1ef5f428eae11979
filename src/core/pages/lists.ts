// The lists that a case can be read through: previous and next follow the list that it was opened from. A list is named
// like a group of the tree: `industry/live`, `product/oss`, `problem/migration`, `customer`; what pages list for a product,
// its family included, is `evidence/oss`; anything else is all cases.
import { casesWith, evidenceFor, type Library } from '../library';
import type { CaseStudy, Lang } from '../model';
import { sortedByCustomer } from '../outline';

export type CaseList = string;

const NO_CASES: readonly CaseStudy[] = [];

/** The cases of a list in its order; all cases for a name that is not known or a list that is empty. */
export function casesOfList(library: Library, lang: Lang, list: CaseList | undefined): readonly CaseStudy[] {
  const [kind, id = ''] = (list ?? '').split('/');
  if (kind === 'customer') return sortedByCustomer(library, library.cases, lang);
  const found = casesNamed(library, kind, id);
  return found.length > 0 ? found : library.cases;
}

function casesNamed(library: Library, kind: string | undefined, id: string): readonly CaseStudy[] {
  switch (kind) {
    case 'industry':
      return library.casesByIndustry.get(id) ?? NO_CASES;
    case 'problem':
      return library.casesByProblem.get(id) ?? NO_CASES;
    case 'product':
      return casesWith(library, id);
    case 'evidence':
      return evidenceFor(library, id).cases;
    default:
      return NO_CASES;
  }
}

/** Where a case stands in a list, and its neighbours there. A case that is not in the list is sought among all. */
export function positionIn(library: Library, lang: Lang, id: string, list: CaseList | undefined) {
  const named = casesOfList(library, lang, list);
  const cases = named.some((study) => study.id === id) ? named : library.cases;
  const index = cases.findIndex((study) => study.id === id);
  return { index, count: cases.length, previous: cases[index - 1]?.id, next: cases[index + 1]?.id };
}
