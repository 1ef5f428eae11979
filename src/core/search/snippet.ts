// A statement cut to what fits in a row, around the words that were found in it.
import type { TextRange } from './evidence';

/** `…，数据库采用主备架构，主实例故障时秒级切换。`: at most about `most` letters, the range inside; shorter texts whole. */
export function snippet(text: string, range: TextRange | undefined, most = 90): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (line.length <= most) return line;
  const [start, end] = range ?? [0, 0];
  const before = Math.max(0, Math.min(start - Math.floor((most - (end - start)) / 3), line.length - most));
  const from = before === 0 ? 0 : afterBreak(line, before, start);
  const to = Math.min(line.length, from + most);
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

/** The first place after `from` where a clause or a word begins, if there is one before `limit`. */
function afterBreak(line: string, from: number, limit: number): number {
  const found = /[，。；、,.;\s]/.exec(line.slice(from, limit));
  return found ? from + found.index + 1 : from;
}
