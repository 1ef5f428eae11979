// Long work in slices, so that whoever waits has their turn in between: other features, and the button that cancels.

/** How long work may hold the editor at a time. */
export const SLICE_MS = 40;

/** To be awaited between two pieces of work: gives way when a slice is used up, and goes on at once otherwise. */
export function slices(now: () => number, giveWay: () => Promise<void>): () => Promise<void> {
  let started = now();
  return async () => {
    if (now() - started < SLICE_MS) return;
    await giveWay();
    started = now();
  };
}
