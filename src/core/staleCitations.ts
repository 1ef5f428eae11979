// Citations that no longer say what the library says: unknown ids, sections or pages that differ. A finding is data; the
// editor words it and offers the correction.
import { type CitedId, shortCitation } from './cite';
import type { Library } from './library';
import type { CaseStudy } from './model';
import { nearest } from './nearest';

export interface StaleCitation {
  readonly code: 'unknown-id' | 'other-place';
  readonly id: string;
  /** Columns of the whole citation. */
  readonly start: number;
  readonly end: number;
  /** What should stand there; absent when no case is near. */
  readonly replacement?: string;
}

/** A citation, and whether it is a value of our own format: `cases: [inet-3]`. */
export type Cited = CitedId & { readonly isValue?: boolean };

/**
 * Whether a cited id means this library at all: it or its volume is known, in whatever case it is written, a section sign
 * follows, or it stands where only ids do. Tickets are not ours, nor is the number of a standard: `ISO 27001 § 5`.
 */
export function concernsLibrary(library: Library, { id, section, isValue }: Cited): boolean {
  if (library.caseById.has(id)) return true;
  if (isValue && /^\w[\w.-]*$/.test(id)) return true;
  if (section !== undefined && /[A-Za-z]/.test(id)) return true;
  const volume = /^(.*?)-[^-]*$/.exec(id)?.[1];
  return (volume !== undefined && hasKey(library.volumeById, volume)) || hasKey(library.caseById, id);
}

/** Whether a key is there but for its case. */
function hasKey(map: ReadonlyMap<string, unknown>, wanted: string): boolean {
  const lower = wanted.toLowerCase();
  for (const key of map.keys()) if (key.length === lower.length && key.toLowerCase() === lower) return true;
  return false;
}

/** What is wrong with a citation, if anything is. */
export function staleCitation(library: Library, cited: Cited): StaleCitation | undefined {
  if (!concernsLibrary(library, cited)) return undefined;
  const study = library.caseById.get(cited.id);
  const place = { id: cited.id, start: cited.start, end: cited.tailEnd };
  if (!study) {
    const near = caseAt(library, cited) ?? library.caseById.get(nearest(cited.id, library.caseById.keys()) ?? '');
    const replacement = near && (cited.tailEnd > cited.end ? shortCitation(near) : near.id);
    return { code: 'unknown-id', ...place, ...(replacement !== undefined && { replacement }) };
  }
  const isSame =
    (cited.section === undefined || cited.section === study.section) &&
    (cited.page === undefined || cited.page === study.page);
  return isSame ? undefined : { code: 'other-place', ...place, replacement: shortCitation(study) };
}

/** The only case at the section and page that a citation names; they say more than an id with a slip. */
function caseAt(library: Library, { section, page }: CitedId): CaseStudy | undefined {
  if (section === undefined || page === undefined) return undefined;
  const [only, ...others] = library.cases.filter((study) => study.section === section && study.page === page);
  return others.length === 0 ? only : undefined;
}
