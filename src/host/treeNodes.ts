// What the trees of our views are made of. (Those of the cases are the core's own.)
import type { Why } from '../core/search/evidence';
import type { SearchHit } from '../core/search/search';

/** One row of the view of the active file. `line` is a line of the file that the row leads to, `caseId` a case that it opens. */
export interface FileNode {
  readonly id: string;
  readonly kind: 'format' | 'group' | 'product' | 'place' | 'case' | 'question' | 'note';
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  readonly line?: number;
  readonly caseId?: string;
  readonly productId?: string;
  readonly tooltip?: string;
  readonly children?: readonly FileNode[];
}

/** A case that a kept search found, or a place where it answers. */
export type ResultNode =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'why'; readonly hit: SearchHit; readonly why: Why };
