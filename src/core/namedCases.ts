// Which cases a command is called with: menus hand over nodes of the trees, links and other commands ids. Anything else
// names no case, and a case that the library does not have is none.
import type { Library } from './library';
import type { CaseStudy } from './model';
import type { OutlineNode } from './outline';

/** The cases that an id, a node of a tree or a group of nodes stands for. */
export function namedCases(library: Library, value: unknown): CaseStudy[] {
  if (typeof value === 'string') {
    const study = library.caseById.get(value);
    return study ? [study] : [];
  }
  // What a menu hands over is a node of ours; what somebody else hands over may only look like one.
  if (isOutlineNode(value)) return [...distinctCases(value)].flatMap((study) => library.caseById.get(study.id) ?? []);
  const named = (value as { caseId?: unknown } | null | undefined)?.caseId;
  return typeof named === 'string' ? namedCases(library, named) : [];
}

/** A node of the case tree; those of the other views have no subject and no study, a case of theirs has a `caseId`. */
export function isOutlineNode(value: unknown): value is OutlineNode {
  if (typeof value !== 'object' || value === null) return false;
  return 'study' in value || 'subject' in value || (value as { kind?: unknown }).kind === 'missing';
}

/** Every case below a node, once. */
export function distinctCases(node: OutlineNode): ReadonlySet<CaseStudy> {
  if (node.kind === 'case') return new Set([node.study]);
  return new Set(node.kind === 'group' ? node.children.flatMap((child) => [...distinctCases(child)]) : []);
}

/** What a node tells of the way to its case: the list that it stands in, or the place that was found. */
export function wayOf(node: unknown): { readonly list?: string; readonly place?: string } {
  if (isOutlineNode(node)) return node.kind === 'case' ? { list: node.list } : {};
  const place = (node as { place?: unknown } | null | undefined)?.place;
  return typeof place === 'string' ? { place } : {};
}
