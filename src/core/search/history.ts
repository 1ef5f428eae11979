// The searches that led somewhere, the latest first. Plain lists; who keeps them knows where.
import { fold } from './fold';

/** More are no help when one is looked for. */
const MOST = 10;
/** A pasted text is no search to come back to. */
const LONGEST = 80;

/** `known` with `query` as the latest; the same words in other letters (`rds`, `RDS`) are the same search. */
export function withSearch(known: readonly string[], query: string): readonly string[] {
  const asked = query.trim().replace(/\s+/g, ' ');
  if (asked === '' || asked.length > LONGEST) return known;
  return [asked, ...without(known, asked)].slice(0, MOST);
}

export function without(known: readonly string[], query: string): readonly string[] {
  return known.filter((other) => fold(other) !== fold(query));
}
