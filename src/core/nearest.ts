// The known ids that a misspelt one most likely means: none where none is near, for an offer is soon accepted.
import { compareCodePoints, firstDifference } from './compare';

/** The id that is meant, if one is near. */
export function nearest(id: string, candidates: Iterable<string>): string | undefined {
  return nearestIds(id, candidates)[0];
}

/** How far two words in lower case are apart. */
export type Distance = (word: string, id: string) => number;

/** At most three, nearest first; of equal ones those of the same length. */
export function nearestIds(word: string, candidates: Iterable<string>, distanceOf: Distance = edits): string[] {
  const wanted = word.toLowerCase().slice(0, LONGEST);
  const limit = Math.max(LEAST_LIMIT, Math.floor(wanted.length / 3));
  const near: { readonly id: string; readonly distance: number; readonly isOfLength: boolean }[] = [];
  for (const id of candidates) {
    const distance = distanceOf(wanted, id.toLowerCase().slice(0, LONGEST));
    if (distance <= limit) near.push({ id, distance, isOfLength: id.length === word.length });
  }
  return near
    .sort((a, b) => firstDifference(rank(a) - rank(b), compareCodePoints(a.id, b.id)))
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Ids are shorter; this bounds the work on hostile input. */
const LONGEST = 64;
/** Slips that are forgiven in a short word; in a longer one every third letter. */
const LEAST_LIMIT = 2;
const MOST = 3;

function rank({ distance, isOfLength }: { readonly distance: number; readonly isOfLength: boolean }): number {
  return distance + (isOfLength ? 0 : 0.5);
}

/** What two neighbours that changed places cost: less than any other slip. */
const SWAP = 0.5;

/** Levenshtein distance with swaps: `inet-1.62` is nearer to `inet-1.26` than to `inet-1.12`. */
export function edits(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + SWAP);
      row.push(cost);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
