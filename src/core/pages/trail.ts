// The way through the pages of one panel, as a browser keeps it: where one is, what was before, what one came back from.
import type { PageRef } from '../protocol';

export interface Trail {
  readonly here: PageRef;
  /** Oldest first. */
  readonly past: readonly PageRef[];
  /** The next one first. */
  readonly future: readonly PageRef[];
}

/** So many pages back; whoever wants to go further has the list of recent cases. */
const MOST_STEPS = 50;

export function trailAt(here: PageRef): Trail {
  return { here, past: [], future: [] };
}

/** On to a page; what one had come back from is forgotten. */
export function onTo(trail: Trail, here: PageRef): Trail {
  return { here, past: [...trail.past, trail.here].slice(-MOST_STEPS), future: [] };
}

/** One page back, `undefined` at the beginning. */
export function back({ here, past, future }: Trail): Trail | undefined {
  const last = past.at(-1);
  return last && { here: last, past: past.slice(0, -1), future: [here, ...future] };
}

/** One page forward again, `undefined` at the end. */
export function forward({ here, past, future }: Trail): Trail | undefined {
  const [next, ...rest] = future;
  return next && { here: next, past: [...past, here], future: rest };
}

/** The same page, asked for anew: through another list. */
export function movedTo(trail: Trail, here: PageRef): Trail {
  return { ...trail, here };
}
