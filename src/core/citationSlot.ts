// Where a citation may be completed in a comment, and what the completion has to replace so that a group of citations
// stays one: `# case: inet-1.26 § 1.26 p. 40; ▽`. One line in, columns out.
import { type CitedId, citationOn } from './cite';

export interface CitationSlot {
  /** Columns that are replaced; the cursor is inside. */
  readonly start: number;
  readonly end: number;
  /** What stands between `start` and the cursor: `@hu`. */
  readonly typed: string;
  /** What has to stand before and after the new citation: `; ` where another one is next to it. */
  readonly before: string;
  readonly after: string;
  /** Ids that the comment cites besides the one that is replaced. */
  readonly taken: readonly string[];
}

const SEPARATORS = /[;；,，、]/;

/** The slot at `column`; `undefined` outside a citation comment, before its `case:`, and in `# cases: ignore`. */
export function citationSlotAt(line: string, column: number): CitationSlot | undefined {
  const comment = citationOn(line);
  if (!comment || column < comment.bodyStart) return undefined;
  const { ids, bodyStart } = comment;
  const touched = ids.find((cited) => cited.start <= column && column <= cited.tailEnd);
  const taken = ids.filter((cited) => cited !== touched).map(({ id }) => id);
  if (touched?.start === column) return gap(column, before(line, column), '; ', [touched.id, ...taken]);
  if (touched && isComplete(touched) && touched.tailEnd === column)
    return gap(column, '; ', '', [touched.id, ...taken]);
  if (touched) {
    const start = line.charAt(touched.start - 1) === '@' ? touched.start - 1 : touched.start;
    return span(line, start, column, touched.tailEnd, { before: '', after: '', taken });
  }
  return wordSlot(line, column, ids.findLast((cited) => cited.tailEnd <= column)?.tailEnd, bodyStart, taken);
}

/** A word that names no case yet: after a citation it continues the group, after a separator it stands alone. */
function wordSlot(
  line: string,
  column: number,
  tailEnd: number | undefined,
  bodyStart: number,
  taken: readonly string[],
): CitationSlot {
  const from = tailEnd ?? bodyStart;
  const between = line.slice(from, column);
  const end = column + (/^[^\s;；,，、]*/.exec(line.slice(column))?.[0].length ?? 0);
  if (tailEnd !== undefined && !SEPARATORS.test(between)) {
    return span(line, from, column, end, { before: '; ', after: '', taken });
  }
  const word = between.search(/[^\s;；,，、](?:(?!\s*[;；,，、]).)*$/);
  const start = word < 0 ? column : from + word;
  return span(line, start, column, end, { before: before(line, start), after: '', taken });
}

const isComplete = (cited: CitedId): boolean => cited.tailEnd > cited.end;

/** A blank, unless one stands there. */
const before = (line: string, start: number): string => (/\s/.test(line.charAt(start - 1)) ? '' : ' ');

function gap(column: number, lead: string, after: string, taken: readonly string[]): CitationSlot {
  return { start: column, end: column, typed: '', before: lead, after, taken };
}

function span(
  line: string,
  start: number,
  column: number,
  end: number,
  rest: Pick<CitationSlot, 'before' | 'after' | 'taken'>,
): CitationSlot {
  return { start, end, typed: line.slice(start, column), ...rest };
}
