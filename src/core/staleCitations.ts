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

/**
 * Whether a cited id means this library at all: its volume is known, or a section sign follows. Tickets are not ours, nor
 * is the number of a standard: `ISO 27001 § 5`.
 */
export function concernsLibrary(library: Library, cited: CitedId): boolean {
  if (library.caseById.has(cited.id)) return true;
  if (cited.section !== undefined && /[A-Za-z]/.test(cited.id)) return true;
  const volume = /^(.*?)-[^-]*$/.exec(cited.id)?.[1];
  return volume !== undefined && library.volumeById.has(volume);
}

/** What is wrong with a citation, if anything is. */
export function staleCitation(library: Library, cited: CitedId): StaleCitation | undefined {
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
