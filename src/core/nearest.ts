// The known id that a misspelt one most likely means.

/** The candidate with the fewest edits to `id`; of equal ones that of the same length, then the first. */
export function nearest(id: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const wanted = id.toLowerCase().slice(0, 64);
  for (const candidate of candidates) {
    const difference = Math.abs(candidate.length - wanted.length);
    if (difference >= least) continue;
    const distance = edits(wanted, candidate.toLowerCase()) + (difference === 0 ? 0 : 0.5);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
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
