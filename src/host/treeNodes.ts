// What the tree of the active file is made of; apart from what makes it, since activation names it. (The cases' tree is of
// the core's own nodes.)
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
