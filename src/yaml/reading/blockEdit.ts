// An edit between the top-level keys of a document: which of its blocks are read again, and where those after them move.
import type { LineChange } from '../../core/lineChange';
import type { SourceLines } from '../../core/text';
import { HEAD_LINES, type LineRange } from '../formats/head';
import { type Cut, cutTop, isItem, isKey, isQuiet, LONG, opensChild, WHOLE } from './blocks';
import {
  type DocumentPart,
  isOneItem,
  lastBefore,
  moved,
  type Outline,
  oldParts,
  type ReadBlock,
  sameObject,
} from './parts';

/** The lines of a file before and after an edit. */
export interface Edited {
  readonly change: LineChange;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What an edit inside a document asks a reader for. */
export interface Again {
  readonly block: (cut: Cut, head: Outline) => ReadBlock;
  readonly outline: (range: LineRange) => Outline;
}

/** The blocks `[first, end)` of a document, a top-level key and its children or a whole list, and their lines before the edit. */
interface Section {
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** An edit inside a section. */
interface Inside {
  readonly part: DocumentPart;
  readonly section: Section;
  /** The block of the line before the edit. */
  readonly at: number;
  readonly edited: Edited;
  readonly again: Again;
}

/** The document after an edit below one of its top-level keys, or in its list; `undefined` for any other edit. */
export function blocksAfter(part: DocumentPart, edited: Edited, again: Again): DocumentPart | undefined {
  const { startLine, oldEndLine, newEndLine } = edited.change;
  const by = newEndLine - oldEndLine;
  const { reading, blocks } = part;
  const length = reading.endLine - reading.startLine;
  if (Math.min(length, length + by) <= WHOLE) return undefined;
  const at = lastBefore(blocks, startLine - 1, (block) => block.from);
  if (at < 0) return undefined;
  const section = sectionAt(blocks, at);
  if (oldEndLine > section.to || !staysInside(blocks, section, edited)) return undefined;
  const inside: Inside = { part, section, at, edited, again };
  const head = headAfter(inside);
  const own = head && (childrenAfter(inside, head) ?? sectionAfter(inside, head));
  if (!own) return undefined;
  const rest = blocks.slice(section.end);
  const after = by === 0 ? rest : rest.map((block) => moved(block, by, block.firstIndex));
  return { ...head, blocks: blocks.slice(0, section.first).concat(own, after) };
}

function sectionAt(blocks: readonly ReadBlock[], at: number): Section {
  const isChild = (index: number) => (blocks[index]?.column ?? -1) >= 0;
  let first = at;
  while (first > 0 && isChild(first)) first--;
  let end = at + 1;
  while (isChild(end)) end++;
  return { first, end, from: blocks[first]?.from ?? 0, to: blocks[end - 1]?.to ?? 0 };
}

/** Whether an edit neither brings nor takes away anything that stands at column 0, but for items of a list that does. */
function staysInside(blocks: readonly ReadBlock[], { end }: Section, { change, before, after }: Edited): boolean {
  const isList = blocks[end - 1]?.column === 0;
  const areInside = (lines: readonly string[], to: number): boolean => {
    for (let line = change.startLine; line < to; line++) {
      const text = lines[line] ?? '';
      if (!isQuiet(text) && !(isList && isItem(text, 0))) return false;
    }
    return true;
  };
  return areInside(before, change.oldEndLine) && areInside(after, change.newEndLine);
}

/** What the document is taken for; `undefined` when that is not the same as before. */
function headAfter({ part, section, edited: { change }, again }: Inside): Outline | undefined {
  const { reading, object } = part;
  const { startLine, format, because } = reading;
  const endLine = reading.endLine + change.newEndLine - change.oldEndLine;
  if (change.startLine - section.from >= HEAD_LINES)
    return { reading: { startLine, endLine, format, because }, object };
  const outline = again.outline({ startLine, endLine });
  return outline.reading.format === format && sameObject(outline.object, object) ? outline : undefined;
}

/** The section after an edit below the beginning of its first child: only the children that it touches are cut anew. */
function childrenAfter(inside: Inside, head: Outline): readonly ReadBlock[] | undefined {
  const { section, at, again } = inside;
  const { change, after } = inside.edited;
  const { blocks } = inside.part;
  const by = change.newEndLine - change.oldEndLine;
  const start = blocks[at];
  if (!start || start.column < 0) return undefined;
  const { column, prefix } = start;
  if (prefix.length > 0 && section.to + by - section.from <= LONG) return undefined;
  const isList = isItem(after[start.from] ?? '', column);
  const last = Math.max(
    at,
    lastBefore(blocks, change.oldEndLine - 1, (block) => block.from),
  );
  const starts = [start.from];
  for (let line = change.startLine; line < change.newEndLine; line++)
    if (opensChild(after[line] ?? '', column, isList)) starts.push(line);
  const end = (blocks[last]?.to ?? 0) + by;
  const fresh = starts.map((from, index) => {
    const to = starts[index + 1] ?? end;
    if (to <= change.startLine && to === start.to) return start;
    const firstIndex = isList ? start.firstIndex + index : 0;
    return again.block({ from, to, prefix, firstIndex, column }, head);
  });
  const count = isList ? starts.length - (last + 1 - at) : 0;
  const rest = blocks.slice(last + 1, section.end);
  const isSame = by === 0 && count === 0;
  const further = (block: ReadBlock): ReadBlock => {
    const firstIndex = block.firstIndex + count;
    if (count === 0 || isOneItem(block)) return moved(block, by, firstIndex);
    return again.block({ ...block, from: block.from + by, to: block.to + by, firstIndex }, head);
  };
  return blocks.slice(section.first, at).concat(fresh, isSame ? rest : rest.map(further));
}

/** The section of a top-level key, cut anew; what is the same in it is not read again. */
function sectionAfter({ part, section, edited, again }: Inside, head: Outline): readonly ReadBlock[] | undefined {
  const { from, to } = section;
  const { change, after } = edited;
  if (!isKey(after[from] ?? '')) return undefined;
  const lines: SourceLines = { lineCount: after.length, lineAt: (line) => after[line] ?? '' };
  const cuts: Cut[] = [];
  cutTop(lines, from, to + change.newEndLine - change.oldEndLine, cuts);
  const { reading, object } = head;
  const old = oldParts([part], change);
  return cuts.map((cut) => old.block(reading, cut, reading.format, object) ?? again.block(cut, head));
}
