// The vocabulary of imports: what a dry run says, what is kept, and why something is refused. Codes, never sentences.
import type { CaseStudy, LibraryData, Volume } from '../model';
import type { DecodeProblem, Encoding } from './decode';
import type { NameMapping, NameSuggestion } from './productNames';

export interface ImportOptions {
  /** What ships with the extension. */
  readonly base: Pick<LibraryData, 'products' | 'volumes' | 'cases' | 'industries' | 'problems'>;
  /** What is imported now. */
  readonly present?: readonly ImportedVolume[];
  /** Names that the reader has decided about before. */
  readonly mapping?: NameMapping;
  /** A team's own product names by product id. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** Name of the file without its folder; `.json` is read as JSON. */
  readonly fileName: string;
  /** Id of the volume, where the reader has chosen one. */
  readonly volumeId?: string;
  /** ISO date for a document that names no edition. */
  readonly today: string;
}

/** Why a document as a whole is refused; then nothing of it is taken. */
export interface ImportProblem {
  readonly code:
    | DecodeProblem
    /** No sections with case headings were found, and it is no JSON of the contract. */
    | 'no-cases'
    /** The contents announce sections that the text ends before. `detail`: the first one. */
    | 'truncated'
    | 'not-json'
    /** The document forbids itself: `__proto__` and the like as keys. `detail`: the key. */
    | 'hostile'
    /** The asked volume id is no id. */
    | 'volume-id'
    /** The volume has the id of a shipped volume, but is another one. */
    | 'volume-taken';
  readonly detail: string;
}

/** One section or case that is not taken. */
export interface Rejection {
  /** `1.26`, a case id, or the position in a JSON list. */
  readonly what: string;
  readonly title: string;
  readonly code: 'not-found' | 'doubled' | 'empty' | 'invalid';
  /** For `invalid`: path and reason. */
  readonly detail: string;
}

/** A printed product name that leads to no product. */
export interface UnknownName {
  readonly name: string;
  /** Ids of the cases that list it. */
  readonly cases: readonly string[];
  readonly suggestions: readonly NameSuggestion[];
}

export interface PlanEntry {
  readonly study: CaseStudy;
  /** Against what is imported now; `linked` beside it: the section of a shipped case that this text belongs to. */
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly isLinked: boolean;
}

/** What an import would do to one volume. Making a plan changes nothing. */
export interface ImportPlan {
  readonly volume: Volume;
  readonly entries: readonly PlanEntry[];
  /** Ids that are imported now and are not in the document any more. */
  readonly removed: readonly string[];
  readonly rejected: readonly Rejection[];
  readonly unknown: readonly UnknownName[];
  /** Entries of product and of service lists met, known or not. */
  readonly listed: { readonly products: number; readonly services: number };
  readonly source: ImportSource;
}

export interface ImportSource {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly encoding: Encoding | 'text';
  /** UTF-16 units of the whole text. */
  readonly characters: number;
}

/** A volume as the user's storage holds it. */
export interface ImportedVolume {
  readonly format: 1;
  readonly volume: Volume;
  readonly source: ImportSource;
  readonly cases: readonly CaseStudy[];
}

export type ImportResult =
  | { readonly plans: readonly ImportPlan[]; readonly problem?: undefined }
  | { readonly plans?: undefined; readonly problem: ImportProblem };

/** What stands where a document names no publisher. */
export const UNKNOWN_PUBLISHER = { zh: '未注明发布者', en: 'publisher not stated' } as const;
