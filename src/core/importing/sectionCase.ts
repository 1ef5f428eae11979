// From a section of a document to a case: its own words, in the document's language, untranslated. What the document
// does not say stays empty or is marked as not classified; nothing is inferred beyond the customer's name.
import type { CaseStudy, Statement, StatementPart, TextBlock } from '../model';
import { STATEMENT_PARTS } from '../model';
import { ITEM, isBlank } from './chunks';
import { customerName } from './customerName';
import { plainText } from './inlineText';
import type { ListedName, SectionText } from './textBlocks';
import type { FoundSection } from './volumeSections';

/** Industry of a case whose document names none. */
export const UNCLASSIFIED = 'unclassified';

/** What stands for a product's role when its case only lists it. */
export const LISTED_ROLE = { zh: '列于案例的产品清单', en: 'in the case’s product list' } as const;

/** Case `<volumeId>-<section>`; page 0 where the document has no pages. */
export function sectionCase(volumeId: string, found: FoundSection, text: SectionText): CaseStudy {
  const intro = introOf(text.blocks);
  const customer = customerName(found.title, intro);
  const summary = firstSentences(intro || found.title);
  return {
    id: `${volumeId}-${found.section}`,
    volume: volumeId,
    section: found.section,
    page: found.page ?? 0,
    title: both(found.title),
    customer: both(customer),
    industry: UNCLASSIFIED,
    problems: [],
    summary: both(summary),
    ...statements(text.blocks),
    products: idsOf(text.listed, false).map((id) => ({ id, listed: true, role: LISTED_ROLE })),
    services: idsOf(text.listed, true),
    replaced: [],
    notes: [],
    text: text.blocks,
  };
}

function both(text: string): { zh: string; en: string } {
  return { zh: text, en: text };
}

function idsOf(listed: readonly ListedName[], isService: boolean): string[] {
  const ids = listed.filter((entry) => entry.isService === isService).map((entry) => entry.id);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** The first paragraph of the section. */
function introOf(blocks: readonly TextBlock[]): string {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return first ? plainText(first.text.trim().split('\n')[0] ?? '') : '';
}

const SUMMARY_LENGTH = 140;

/** Whole sentences up to about 140 characters, at least the first one. */
function firstSentences(text: string): string {
  let summary = '';
  for (const sentence of text.match(/[^。！？]+[。！？]?|[。！？]/g) ?? [text]) {
    if (summary !== '' && summary.length + sentence.length > SUMMARY_LENGTH) break;
    summary += sentence;
  }
  return summary;
}

/** Paragraphs and list items of the parts that hold statements, verbatim. */
function statements(blocks: readonly TextBlock[]): Record<StatementPart, Statement[]> {
  const parts: Record<StatementPart, Statement[]> = { challenges: [], solution: [], outcomes: [] };
  let open: StatementPart | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.part) open = STATEMENT_PARTS.find((part) => part === block.part);
    if (!open || (block.kind !== 'paragraph' && block.kind !== 'list')) continue;
    for (const line of block.text.split('\n')) {
      const text = plainText(ITEM.exec(line)?.[3] ?? line);
      if (!isBlank(text) && !isAside(text)) parts[open].push(both(text));
    }
  }
  return parts;
}

/** A signature, a label or a bare name says nothing by itself. */
function isAside(text: string): boolean {
  return /^[—-]{1,3}/.test(text) || (text.length < 12 && !/[，。；,.;]/.test(text));
}
