// How much is tried: little with every `npm test`, much with FAULTS=long. And the seed of what is random without fast-check.

export const isLong = process.env.FAULTS === 'long';

/** How many tries a property gets. */
export function tries(short: number, long = short * 100): { readonly numRuns: number } {
  return { numRuns: isLong ? long : short };
}

/** Deterministic numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A new seed with every run, or the one of FAULT_SEED. Tests put it into what they say when they fail. */
export const SEED = process.env.FAULT_SEED ? Number(process.env.FAULT_SEED) : Date.now() % 2 ** 31;
