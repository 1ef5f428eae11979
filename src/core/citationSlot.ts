// Where a citation may be completed in a comment, and what the completion has to replace so that a group of citations
// stays one: `# case: inet-1.26 § 1.26 p. 40; ▽`. One line in, columns out.
import { type CitedId, citationOn } from './cite';
import { HASH } from './comments';

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

/** The slot at `column` of a YAML line; `undefined` outside a citation comment, before its `case:`, and in `# cases: ignore`. */
export function citationSlotAt(line: string, column: number): CitationSlot | undefined {
  const comment = citationOn(line, HASH);
  if (!comment || column < comment.bodyStart) return undefined;
  const { ids, bodyStart } = comment;
  const touched = ids.find((cited) => touches(cited, line, column));
  const taken = ids.filter((cited) => cited !== touched).map(({ id }) => id);
  if (touched?.start === column) return gap(column, before(line, column), '; ', [touched.id, ...taken]);
  if (touched && isComplete(touched) && touched.tailEnd === column)
    return gap(column, '; ', beforeNext(line, column, ids), [touched.id, ...taken]);
  if (touched) {
    const start = line.charAt(touched.start - 1) === '@' ? touched.start - 1 : touched.start;
    const end = Math.max(touched.tailEnd, column);
    return span(line, start, column, end, { before: '', after: beforeNext(line, end, ids), taken });
  }
  const tailEnd = ids.findLast((cited) => cited.tailEnd <= column)?.tailEnd;
  const end = column + (/^[^\s;；,，、]*/.exec(line.slice(column))?.[0].length ?? 0);
  return { ...wordSlot(line, column, end, tailEnd, bodyStart), after: beforeNext(line, end, ids), taken };
}

/** Whether the cursor is in an id or its place, or behind a sign that goes on with the id: `inet-1.▽`. */
function touches(cited: CitedId, line: string, column: number): boolean {
  if (column < cited.start) return false;
  return column <= cited.tailEnd || (!isComplete(cited) && /^[.-]+$/.test(line.slice(cited.end, column)));
}

/** A word that names no case yet: after a citation it continues the group, after a separator it stands alone. */
function wordSlot(
  line: string,
  column: number,
  end: number,
  tailEnd: number | undefined,
  bodyStart: number,
): Pick<CitationSlot, 'start' | 'end' | 'typed' | 'before'> {
  const from =
    tailEnd === undefined ? bodyStart : tailEnd + (REMARK.exec(line.slice(tailEnd, column))?.[0].length ?? 0);
  const between = line.slice(from, column);
  if (tailEnd !== undefined && !SEPARATORS.test(between)) {
    return { start: from, end, typed: between, before: '; ' };
  }
  const word = between.search(/[^\s;；,，、](?:(?!\s*[;；,，、]).)*$/);
  const start = word < 0 ? column : from + word;
  return { start, end, typed: line.slice(start, column), before: before(line, start) };
}

/** What somebody says of the citation before: `(note)`. */
const REMARK = /^\s*(?:\([^()]*\)|（[^（）]*）)/;

/** What parts the new citation from one that follows without a separator. */
function beforeNext(line: string, end: number, ids: readonly CitedId[]): string {
  const next = ids.find(({ start }) => start >= end);
  return next && /^\s+@?$/.test(line.slice(end, next.start)) ? ';' : '';
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
