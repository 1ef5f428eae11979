// The mentions of some lines, found without looking at all of them.
import type { Mention } from './model';
import type { Reading } from './reader';

/** Mentions on the lines `[from, to)`, in source order. */
export function mentionsBetween({ mentions }: Pick<Reading, 'mentions'>, from: number, to: number): readonly Mention[] {
  return mentions.slice(firstFrom(mentions, from), firstFrom(mentions, to));
}

/** The mention that a cursor stands in or at the end of, as while it is typed; of two the later. */
export function mentionTouching(reading: Pick<Reading, 'mentions'>, line: number, column: number): Mention | undefined {
  return mentionsBetween(reading, line, line + 1).findLast(({ span }) => span.start <= column && column <= span.end);
}

function firstFrom(mentions: readonly Mention[], line: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
