// Completion at a cursor as plain data: which slot it is, what belongs there, how it is written. Empty outside our slots.
import { caseCompletions } from '../core/completions/cases';
import { type Completion, MOST_ITEMS } from '../core/completions/item';
import type { TypedNames } from '../core/completions/names';
import { productCompletions, valueCompletions } from '../core/completions/products';
import { scaleCompletions } from '../core/completions/scale';
import { roleCompletions, termCompletions } from '../core/completions/terms';
import { filterText, fitOf, fitting } from '../core/completions/typed';
import type { FileEvidence } from '../core/fileEvidence';
import type { Lang } from '../core/model';
import type { SourceLines, Span } from '../core/text';
import { mentionsBetween } from './mentionsBetween';
import type { Cursor, Mention } from './model';
import { blockBeneath } from './neighbours';
import type { Reading } from './reader';
import { type CommentSlot, type Slot, slotAt, type ValueSlot, written } from './slots';
import type { SlotValues } from './slotValues';

/** What a completion is asked with. */
export interface CompletionRequest {
  readonly lines: SourceLines;
  readonly cursor: Cursor;
  readonly column: number;
  readonly reading: Reading;
  readonly evidence: FileEvidence;
  readonly names: TypedNames;
  readonly values: SlotValues;
  readonly lang: Lang;
  /** In foreign formats: after the entries of others and under a label of our own, or by rank. */
  readonly isAfterOthers: boolean;
}

/** One entry, ready for the editor. */
export interface CompletionEntry {
  readonly completion: Completion;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly insertText: string;
  /** What `insertText` replaces; one line, the cursor inside. */
  readonly span: Span;
}

/** Opens the list of cases in a `# case:` comment, where nothing opens by itself. */
export const TRIGGER = '@';

/** At most twenty entries, best first; the typed text narrows them. */
export function completeAt(request: CompletionRequest): CompletionEntry[] {
  const slot = slotAt(request.cursor, request.lines, request.column);
  if (!slot) return [];
  const sign = slot.kind === 'citation' && slot.typed.trimStart().startsWith(TRIGGER) ? TRIGGER : '';
  const all = completionsFor(request, slot);
  const typed = slot.typed.trim() === sign ? '' : slot.typed.trimStart().slice(sign.length).trimEnd();
  const found = typed === '' ? all : fitting(all, (one) => fitOf(typed, one.label, one.words()));
  // What was typed stands first: the editor would sort by where it stands, and our order decides among equals. It asks
  // again at the next letter.
  const filterOf = (one: Completion) => filterText(sign + (typed || one.label), typed && one.label, one.words());
  return found.slice(0, MOST_ITEMS).map((one, rank) => entryOf(slot, one, filterOf(one), rank, request.isAfterOthers));
}

/** What belongs into the slot, best first. */
function completionsFor(request: CompletionRequest, slot: Slot): readonly Completion[] {
  const { evidence, names, lang } = request;
  switch (slot.kind) {
    case 'citation':
      return caseCompletions(evidence, names, {
        beneath: productsBeneath(request, slot),
        taken: slot.taken,
        form: 'citation',
        lang,
      });
    case 'case':
      return caseCompletions(evidence, names, {
        beneath: productsOfComponent(request, slot),
        taken: slot.taken,
        form: 'id',
        lang,
      });
    case 'product':
      return productCompletions(evidence, names, lang);
    case 'industry':
    case 'problem':
      return termCompletions(evidence, names, slot.kind, slot.taken, lang);
    case 'role':
      return productsOfComponent(request, slot).flatMap((id) => roleCompletions(evidence, names, id, lang));
    case 'scale':
      return isLeftAlone(request, slot)
        ? []
        : scaleCompletions(evidence, names, productsOfComponent(request, slot), lang);
    case 'identifier':
    case 'annotation':
      return foreignValues(request, slot);
    default:
      return slot satisfies never;
  }
}

function foreignValues({ values, evidence, names, lang }: CompletionRequest, slot: ValueSlot): readonly Completion[] {
  const { dialect, prefix, taken } = slot;
  if (!dialect) return [];
  const valuesOf = (id: string) => values.of(dialect, id, prefix);
  const isTyped = slot.typed !== '' || prefix !== undefined;
  return valueCompletions(evidence, names, valuesOf, { isTyped, lang })
    .map((one) => (slot.kind === 'identifier' && prefix ? withoutPrefix(one, prefix) : one))
    .filter(({ value }) => !taken.includes(value));
}

function withoutPrefix(completion: Completion, prefix: string): Completion {
  const value = completion.value.slice(prefix.length);
  return { ...completion, label: value, value };
}

/** Products of the resource beneath a comment. */
function productsBeneath(request: CompletionRequest, slot: CommentSlot): string[] {
  const { reading, lines, cursor } = request;
  const document = reading.documents[cursor.document];
  if (!document) return [];
  const block = blockBeneath(lines, slot.line, { from: document.startLine, to: document.endLine });
  return heard(request, mentionsBetween(reading, block.from, block.to));
}

/** What is mentioned, but for the products that a comment tells us to leave alone. */
function heard({ evidence }: CompletionRequest, mentions: readonly Mention[]): string[] {
  return mentions.map(({ productId }) => productId).filter((id) => !evidence.ignored.has(id));
}

/** How many lines of a component may lie between its product and the slot. */
const REACH = 100;

/** Products of the component that the slot is in; at the head of a sketch there is none. */
function productsOfComponent(request: CompletionRequest, slot: ValueSlot): string[] {
  return heard(request, mentionsInComponent(request, slot));
}

/** Whether the component names products and a comment ignores each of them. */
function isLeftAlone(request: CompletionRequest, slot: ValueSlot): boolean {
  const mentions = mentionsInComponent(request, slot);
  return mentions.length > 0 && heard(request, mentions).length === 0;
}

function mentionsInComponent({ reading, cursor }: CompletionRequest, { parent, span }: ValueSlot): readonly Mention[] {
  const component = parent.slice(0, 2);
  const document = reading.documents[cursor.document];
  if (component.length < 2 || !document) return [];
  const from = Math.max(document.startLine, span.line - REACH);
  const to = Math.min(document.endLine, span.line + REACH);
  return mentionsBetween(reading, from, to).filter(
    ({ format, path }) => format === 'architecture' && component.every((item, i) => path[i] === item),
  );
}

/**
 * In foreign slots a row is named `ALIYUN::RDS::DBInstance · RDS`, so that no label comes twice beside a schema's own row
 * for the same value, and stands after those rows.
 */
function entryOf(
  slot: Slot,
  completion: Completion,
  filter: string,
  rank: number,
  isAfterOthers: boolean,
): CompletionEntry {
  const { label, name, detail, value } = completion;
  const isLast = slot.kind !== 'citation' && !slot.isOwn && isAfterOthers;
  const named = name === '' ? detail : `${name} · ${detail}`;
  return {
    completion,
    label: isLast ? `${label} · ${name}` : label,
    description: isLast ? detail : named,
    detail: named,
    filterText: filter,
    sortText: `${isLast ? '~' : ''}${String(rank).padStart(3, '0')}`,
    insertText: slot.kind === 'citation' ? slot.before + value + slot.after : written(value, slot.writing),
    span: slot.kind === 'citation' ? { line: slot.line, start: slot.start, end: slot.end } : slot.span,
  };
}
