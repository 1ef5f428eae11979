// The forgiving tier: names and product words that differ from what was typed by a letter or two. A bit-parallel scan
// (Wu and Manber, with swapped neighbours after Hyyrö) finds the few that are near enough; Fuse orders those.
import Fuse from 'fuse.js';

/** Letters that may be wrong, missing, too many or swapped in a word of this length; Chinese carries more per sign. */
export function slipsAllowed(length: number, wide: boolean): number {
  if (wide) return length < 3 ? 0 : length < 8 ? 1 : 2;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** A stretch of the scanned text that is near the pattern. */
export interface Near {
  /** Line of the text, from 0. */
  readonly line: number;
  readonly slips: number;
}

/** The bits of one word hold the pattern; longer ones are cut. */
const LONGEST = 30;
const LINE = 10;

/** The lines of `text` that hold `pattern` with at most `slips` (1 or 2) slips, each with its fewest; lines 1, 3, … are
 * left out on demand. */
export function nearLines(text: string, pattern: string, slips: number, skipsOdd = false): Near[] {
  const typed = pattern.slice(0, LONGEST);
  const masks = masksOf(typed);
  const goal = 1 << (typed.length - 1);
  const isTwo = slips > 1;
  const found: Near[] = [];
  // Bit i of `none`, `one`, `two`: the first i + 1 letters of the pattern end here with so many slips. The `…Before` are
  // of one letter earlier. A swap needs the states of two letters earlier and the mask of the letter between.
  let none = 0;
  let one = 1;
  let two = 3;
  let noneBefore = 0;
  let oneBefore = 0;
  let maskBefore = 0;
  let best = 3;
  let line = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : LINE;
    if (unit === LINE) {
      if (best <= slips) found.push({ line, slips: best });
      line++;
      if (skipsOdd && line % 2 === 1) {
        const end = text.indexOf('\n', i + 1);
        if (end >= 0) i = end;
        line++;
      }
      none = noneBefore = oneBefore = maskBefore = 0;
      one = 1;
      two = 3;
      best = 3;
      continue;
    }
    const mask = masks[unit] ?? 0;
    // Most letters are none of the pattern's and leave nothing begun as it is.
    if (mask === 0 && none === 0 && one === 1 && two === 3) {
      noneBefore = maskBefore = 0;
      oneBefore = 1;
      continue;
    }
    const swappable = (mask << 1) & maskBefore;
    const noneNext = ((none << 1) | 1) & mask;
    // Matched, or: too many, wrong, missing, swapped.
    const oneNext =
      (((one << 1) | 1) & mask) | none | (none << 1) | (noneNext << 1) | 1 | (((noneBefore << 2) | 2) & swappable);
    if (isTwo) {
      two = (((two << 1) | 1) & mask) | one | (one << 1) | (oneNext << 1) | 3 | (((oneBefore << 2) | 2) & swappable);
      if (best > 2 && (two & goal) !== 0) best = 2;
    }
    noneBefore = none;
    oneBefore = one;
    none = noneNext;
    one = oneNext;
    maskBefore = mask;
    if ((one & goal) !== 0 && best > 1) best = 1;
    if ((none & goal) !== 0) best = 0;
  }
  return found;
}

function masksOf(pattern: string): Int32Array {
  const masks = new Int32Array(1 << 16);
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i);
    masks[unit] = (masks[unit] ?? 0) | (1 << i);
  }
  return masks;
}

/** Fewest slips between two words as wholes: wrong, missing, extra letters and swapped neighbours. */
export function slipsBetween(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    older = old;
    old = row;
  }
  return old[b.length] ?? 0;
}

/** A name that may be meant, with who it stands for. */
export interface Candidate<T> {
  readonly text: string;
  /** The word of it that is near, where it has more. */
  readonly word?: string;
  readonly slips: number;
  readonly owner: T;
}

export interface Forgiven<T> {
  readonly owner: T;
  readonly text: string;
  /** Above 0, up to 1. */
  readonly fit: number;
}

/** The candidates in Fuse's order; fewer slips always stand before more. */
export function forgive<T>(candidates: readonly Candidate<T>[], typed: string): Forgiven<T>[] {
  if (candidates.length === 0) return [];
  const few = [...candidates].sort((a, b) => a.slips - b.slips || a.text.length - b.text.length).slice(0, FEW);
  const options = { includeScore: true, ignoreLocation: true, threshold: 0.6, ignoreFieldNorm: false };
  const scores = new Map<string, number>();
  const words = new Set(few.map(({ text, word }) => word ?? text));
  const pattern = typed.slice(0, LONGEST);
  for (const { item, score } of new Fuse([...words], options).search(pattern)) scores.set(item, 1 - (score ?? 1));
  return few.map((candidate) => ({
    owner: candidate.owner,
    text: candidate.text,
    fit: (3 - Math.min(2, candidate.slips)) / 3 + (scores.get(candidate.word ?? candidate.text) ?? 0) / 4 - 1 / 4,
  }));
}

/** Fuse sees no more than these. */
const FEW = 64;
