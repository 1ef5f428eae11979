// How names and titles are compared: without regard to width, case, spaces and the signs that spellings differ in.

/** `大数据计算服务 · MaxCompute` and `大数据计算服务·MaxCompute` fold to the same text. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・\-_*"'“”‘’`.,:;()[\]{}<>《》【】、，。：；!?！？]/g, '');
}

/** Number of single-character edits between `a` and `b`; `limit + 1` as soon as it must be above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Whether a printed title is the one that the contents announce: typos and a cut end (`…`) are forgiven. */
export function titlesAgree(announced: string, printed: string): boolean {
  const cut = /(?:\.{2,}|…+)$/.test(announced);
  const a = fold(announced.replace(/(?:\.{2,}|…+)$/, '')).slice(0, TITLE_LENGTH);
  const b = fold(printed).slice(0, TITLE_LENGTH);
  if (a === '' || b === '') return false;
  if (a === b || (cut && b.startsWith(a))) return true;
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 5));
  return editDistance(a, b, limit) <= limit;
}

/** Longer titles differ early or not at all; this bounds the work on hostile input. */
const TITLE_LENGTH = 120;
