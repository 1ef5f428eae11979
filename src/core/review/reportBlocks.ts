// What a report is made of, as plain data: sections of paragraphs, lists and tables. It knows neither what they say nor
// how they are shown.
import type { Library } from '../library';
import type { CaseStudy, Lang } from '../model';
import type { Review } from './review';

/** A piece of text, a link to a case in the editor, or something quoted from a file. */
export type Inline = string | { readonly text: string; readonly caseId: string } | { readonly code: string };

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** The place of the architecture picture of a case. */
  | { readonly kind: 'picture'; readonly study: CaseStudy };

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface Report {
  readonly title: string;
  readonly lang: Lang;
  readonly sections: readonly ReportSection[];
}

/** What every section is written from. */
export interface ReportContext {
  readonly review: Review;
  readonly library: Library;
  readonly lang: Lang;
}
