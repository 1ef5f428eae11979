// Every place of a file that cites a case: in comments, and as values of our own format. Lines only; which ids exist is
// for others to say.
import { citedInComments } from '../core/backlinks';
import type { CitedId } from '../core/cite';
import { HASH } from '../core/comments';
import type { SourceLines } from '../core/text';
import type { Reading } from './reader';
import { walk } from './structure/walk';

export interface CitedPlace extends CitedId {
  readonly line: number;
  /** Whether it is a value (`cases: [inet-3]`) and not a comment. */
  readonly isValue: boolean;
}

/** In the order of the text. `reading` tells where documents of our own format are. */
export function citedPlaces(lines: SourceLines, reading: Pick<Reading, 'documents'>): CitedPlace[] {
  const places = citedInComments(lines, HASH).map((cited): CitedPlace => ({ ...cited, isValue: false }));
  const values = reading.documents
    .filter((document) => document.format === 'architecture')
    .flatMap((document) => citedValues(lines, document.startLine, document.endLine));
  return values.length === 0 ? places : [...places, ...values].sort((a, b) => a.line - b.line || a.start - b.start);
}

/**
 * A cheap look, before anything is read: whether a text may list cases as our own format does, in any style of YAML
 * (`- cases: [inet-3]`, `{"cases": ["inet-3"]}`).
 */
export function mayListCases(text: string): boolean {
  return /\bcases["']?\s*:/.test(text);
}

function citedValues(lines: SourceLines, from: number, to: number): CitedPlace[] {
  const places: CitedPlace[] = [];
  walk(lines, from, to, ({ role, path, span, text }) => {
    if (role !== 'value' || typeof path.at(-1) !== 'number' || path.at(-2) !== 'cases') return;
    places.push({ id: text, line: span.line, start: span.start, end: span.end, tailEnd: span.end, isValue: true });
  });
  return places;
}
