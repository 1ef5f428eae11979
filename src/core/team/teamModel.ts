// The vocabulary of team cases: files that a team keeps beside its infrastructure files, under `.casebook/cases/`.
// Findings are codes with their variable parts; the host words them and knows where a path stands in the file.
import type { CaseStudy } from '../model';

/** Volume of a team case that names none. */
export const TEAM_VOLUME = 'team';

/** What is wrong at a path of a team file. */
export interface TeamFinding {
  /** `products[0].id`; empty for the file as a whole. */
  readonly path: string;
  /**
   * `missing` key; `unknown-key`; `wrong-type` (detail: what is expected); `not-allowed` value (detail: what is);
   * `unknown-id` (detail: the id, with suggestions); `clash` of ids (detail: where the other one is); `reserved` id;
   * `rule` of the contract (detail: its reason); `syntax` of YAML (detail: the parser's words); `too-large`.
   */
  readonly code:
    | 'missing'
    | 'unknown-key'
    | 'wrong-type'
    | 'not-allowed'
    | 'unknown-id'
    | 'clash'
    | 'reserved'
    | 'rule'
    | 'syntax'
    | 'too-large';
  readonly detail: string;
  /** With an error the case is not merged. */
  readonly severity: 'error' | 'warning' | 'information';
  /** Values that were probably meant, nearest first. */
  readonly suggestions: readonly string[];
}

/** One team file, read. */
export interface TeamFileReading {
  /** What the case is called without an `id` of its own, and where it lies: `.casebook/cases/orders.yaml`. */
  readonly path: string;
  /** Absent when a finding is an error. */
  readonly study: CaseStudy | undefined;
  readonly findings: readonly TeamFinding[];
}

/** Bytes above which a team file is not read. */
export const TEAM_FILE_CEILING = 1024 * 1024;
