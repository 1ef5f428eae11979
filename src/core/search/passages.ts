// The texts of a case that words are looked for in, each with its place on the case page. Names are not among them.
import { isSearchable } from '../importing/textView';
import type { Bilingual, CaseStudy, Lang, Statement, StatementPart, TextBlock } from '../model';
import { STATEMENT_PARTS } from '../model';

export interface Passage {
  readonly zh: string;
  readonly en: string;
  /** Id on the case page: `solution-2`, `summary`. */
  readonly place: string;
  readonly part: StatementPart | 'summary' | 'products' | 'replaced' | 'notes' | 'text';
  readonly statement?: Statement;
}

/** Statements first, in reading order; then what stands around them. */
export function passagesOf(study: CaseStudy): Passage[] {
  const passages: Passage[] = [];
  for (const part of STATEMENT_PARTS) {
    const statements = study[part];
    for (let i = 0; i < statements.length; i++) {
      const statement = statements[i];
      if (statement) passages.push({ zh: statement.zh, en: statement.en, place: `${part}-${i}`, part, statement });
    }
  }
  passages.push(passageOf(study.summary, 'summary'));
  for (const use of study.products) passages.push(passageOf(use.role, 'products'));
  for (const entry of study.replaced) passages.push(passageOf(entry.what, 'replaced'));
  for (const note of study.notes) passages.push(passageOf(note, 'notes'));
  for (const block of ownBlocks(study)) passages.push(passageOf(ownText(block.text), 'text'));
  return passages;
}

function passageOf({ zh, en }: Bilingual, part: Exclude<Passage['part'], StatementPart>): Passage {
  // The roles of products stand in the architecture of the case page.
  return { zh, en, place: part === 'products' ? 'architecture' : part, part };
}

/** What a vendor says of its product stands in every second case and is no reason for any of them. */
function ownBlocks({ text = [] }: CaseStudy): readonly TextBlock[] {
  return text.filter(isSearchable);
}

/** A document's own text has one language; it is looked through with the Chinese texts, for Latin words too. */
function ownText(text: string): Bilingual {
  return { zh: text, en: '' };
}

/** The texts of all passages in one language, in the same order. */
export function textsIn(study: CaseStudy, lang: Lang): string[] {
  const texts: string[] = [];
  for (const part of STATEMENT_PARTS) for (const statement of study[part]) texts.push(statement[lang]);
  texts.push(study.summary[lang]);
  for (const use of study.products) texts.push(use.role[lang]);
  for (const entry of study.replaced) texts.push(entry.what[lang]);
  for (const note of study.notes) texts.push(note[lang]);
  for (const block of ownBlocks(study)) texts.push(ownText(block.text)[lang]);
  return texts;
}
