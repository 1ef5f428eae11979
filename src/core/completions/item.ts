// One entry of a completion list as plain data: what is shown, what is written, by what it is found, what speaks for it.
import type { CaseStudy, Statement } from '../model';
import type { ProblemShare } from '../problemFit';

/** What speaks for an entry; its documentation is made from this only when somebody looks. */
export type CompletionEvidence =
  | {
      readonly kind: 'votes';
      /** The cases that were counted, most alike first. */
      readonly voters: readonly CaseStudy[];
      /** How many were asked. */
      readonly of: number;
      /** Whether all cases were asked, because the file names no product yet. */
      readonly all: boolean;
      /** The product that is meant, where one is; its role in each voter is told. */
      readonly productId?: string;
      readonly isPresent: boolean;
      /** How the cases with a problem that the file states use the product. */
      readonly problem?: ProblemShare;
    }
  /** Of the cases with the product, those that tell it so. */
  | {
      readonly kind: 'role';
      readonly voters: readonly CaseStudy[];
      readonly of: number;
      readonly productId: string;
    }
  | { readonly kind: 'case'; readonly study: CaseStudy; readonly shared: readonly string[] }
  | { readonly kind: 'figure'; readonly study: CaseStudy; readonly statement: Statement };

export interface Completion {
  /** First in its row and distinct within a list. */
  readonly label: string;
  /** Beside the label: `RDS MySQL`. */
  readonly name: string;
  /** At the right end: `5/12`, `§1.26 p. 40`. */
  readonly detail: string;
  /** The value as data, before any quoting. */
  readonly value: string;
  /** What it is found by besides its value; worked out only when somebody types. */
  readonly words: () => string;
  readonly evidence: CompletionEvidence;
}

/** Longest list that is shown; typing asks again. */
export const MOST_ITEMS = 20;
