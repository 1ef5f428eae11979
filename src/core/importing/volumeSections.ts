// Where the sections of a volume begin and end. Ordered lists look exactly like section headings, so a heading counts
// only where the table of contents announces it, or, without one, where its number follows the one before.
import { type Announced, type Contents, isChapter } from './contents';
import { titlesAgree } from './fold';
import { PAGE_MARK } from './pageMark';

/** A section in the text: lines `[from, to)`, its heading first. */
export interface FoundSection {
  readonly section: string;
  /** The title, without what line breaks left in it. */
  readonly title: string;
  readonly page: number | undefined;
  readonly from: number;
  readonly to: number;
}

export interface Sections {
  readonly found: readonly FoundSection[];
  /** Announced, but not in the text. */
  readonly missing: readonly Announced[];
  /** Sections whose number stood in the text before. */
  readonly doubled: readonly FoundSection[];
}

/** A line that may be a heading, with the number it begins with. */
interface Candidate {
  readonly line: number;
  readonly number: string;
  readonly rest: string;
  readonly isMarked: boolean;
}

interface Start extends Announced {
  readonly line: number;
  readonly isChapter: boolean;
}

export function findSections(lines: readonly string[], contents: Contents): Sections {
  const candidates = candidatesIn(lines, contents.endLine);
  const { starts, missing } =
    contents.entries.length > 0 ? announcedStarts(contents.entries, candidates) : successiveStarts(lines, candidates);
  const pageAt = pageMarks(lines);
  const all = starts.map((start, i) => ({
    section: start.section,
    title: start.title,
    page: start.page ?? pageAt(start.line),
    from: start.line,
    to: starts[i + 1]?.line ?? lines.length,
    isChapter: start.isChapter,
  }));
  const seen = new Set<string>();
  const found: FoundSection[] = [];
  const doubled: FoundSection[] = [];
  for (const { isChapter: onlyHeads, ...section } of all) {
    if (onlyHeads) continue;
    (seen.has(section.section) ? doubled : found).push(section);
    seen.add(section.section);
  }
  return { found, missing, doubled };
}

const NUMBERED = /^(#{1,6}\s+)?(?:\*\*)?(\d{1,4}(?:\.\d{1,4})*)[.、．]?[ ]*(.*?)(?:\*\*)?$/;

function candidatesIn(lines: readonly string[], from: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (let line = from; line < lines.length; line++) {
    line = afterFence(lines, line);
    const text = (lines[line] ?? '').trimEnd();
    if (text.length > 200 || !/^[#*\d]/.test(text)) continue;
    const [, mark, number, rest] = NUMBERED.exec(text) ?? [];
    if (number === undefined || !rest) continue;
    candidates.push({ line, number, rest, isMarked: mark !== undefined });
    // `2.8000万用户` may be section 2 with a title that begins with digits.
    const cut = number.lastIndexOf('.');
    if (cut > 0) {
      const title = text.slice(text.indexOf(number) + cut + 1).replace(/\*\*$/, '');
      candidates.push({ line, number: number.slice(0, cut), rest: title, isMarked: mark !== undefined });
    }
  }
  return candidates;
}

/** The line after a fenced block that begins at `line`; `line` itself where none begins or where it never ends. */
function afterFence(lines: readonly string[], line: number): number {
  const fence = /^\s*(```|~~~)/.exec(lines[line] ?? '')?.[1];
  if (!fence) return line;
  for (let i = line + 1; i < lines.length; i++) if (lines[i]?.trimStart().startsWith(fence)) return i + 1;
  return line;
}

function announcedStarts(entries: readonly Announced[], candidates: readonly Candidate[]) {
  const byNumber = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = byNumber.get(candidate.number);
    if (list) list.push(candidate);
    else byNumber.set(candidate.number, [candidate]);
  }
  const starts: Start[] = [];
  const missing: Announced[] = [];
  let after = -1;
  entries.forEach((entry, i) => {
    const place = byNumber.get(entry.section)?.find(({ line, rest }) => line > after && titlesAgree(entry.title, rest));
    const chapter = isChapter(entries, i);
    if (place) {
      starts.push({ ...entry, title: betterTitle(entry.title, place.rest), line: place.line, isChapter: chapter });
      after = place.line;
    } else if (!chapter) missing.push(entry);
  });
  return { starts, missing };
}

/** The text's title; the contents' where both differ in nothing but the space of a line break. */
function betterTitle(announced: string, printed: string): string {
  const bare = (text: string) => text.replace(/\s/g, '');
  return bare(announced) === bare(printed) ? announced : printed.trim();
}

/** Without contents: headings whose numbers follow each other; Markdown headings only, where there are any. */
function successiveStarts(lines: readonly string[], candidates: readonly Candidate[]) {
  const marked = candidates.filter((candidate) => candidate.isMarked);
  const usable = (marked.length > 0 ? marked : candidates).filter(
    ({ line, rest }) =>
      rest.length <= 60 && !/[。；;]$/.test(rest) && /\p{L}/u.test(rest) && (lines[line - 1] ?? '').trim() === '',
  );
  const chain: Candidate[] = [];
  for (const candidate of usable) {
    const last = chain.at(-1);
    if (last && last.line === candidate.line) continue;
    if (last ? follows(last.number, candidate.number) : /^1(?:\.1)*$/.test(candidate.number)) chain.push(candidate);
  }
  const entries = chain.map(({ number, rest }) => ({ section: number, title: rest.trim(), page: undefined }));
  const starts = chain.map((candidate, i) => ({
    ...(entries[i] as Announced),
    line: candidate.line,
    isChapter: isChapter(entries, i),
  }));
  return { starts, missing: [] as Announced[] };
}

/** `1.9` → `1.10`, `1.9.1`, `2`, `2.1`. */
function follows(before: string, after: string): boolean {
  const last = before.split('.').map(Number);
  const next = after.split('.').map(Number);
  const same = next.findIndex((part, i) => part !== last[i]);
  if (same < 0) return false;
  const isFirstBelow = next.slice(same + 1).every((part) => part === 1);
  return isFirstBelow && next[same] === (last[same] ?? 0) + 1;
}

/** The page that a line stands on, by the marks `<!-- page 12 -->`; a mark right after a heading counts for it. */
function pageMarks(lines: readonly string[]): (line: number) => number | undefined {
  const marks = lines.flatMap((text, line) => {
    const page = PAGE_MARK.exec(text)?.[1];
    return page === undefined ? [] : [{ line, page: Number(page) }];
  });
  return (line) => marks.findLast((mark) => mark.line <= line + 2)?.page;
}
