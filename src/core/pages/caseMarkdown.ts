// Cases as Markdown for other documents: one case whole, a comparison, a file beside a case, citations. Every line that
// states something says where it stands.
import { citedWithOrigin, deepLink, placeOf } from '../cite';
import { type Library, productName } from '../library';
import { escapeMarkdown } from '../markdown';
import { type CaseStudy, type Lang, STATEMENT_PARTS } from '../model';
import { compareCases, figureLines, type ProductRow } from './comparison';
import { figureLine, figuresOf } from './figures';
import type { FileComparison } from './fileCompare';
import { listed, type PageWord, say } from './pageWords';

/** A whole case as Markdown. Ends with a line break. */
export function caseMarkdown(study: CaseStudy, library: Library, lang: Lang): string {
  const name = (id: string) => productName(library, id, lang);
  const terms = [
    library.industryById.get(study.industry)?.[lang],
    ...study.problems.map((id) => library.problemById.get(id)?.[lang]),
  ];
  const figures = figuresOf(study, 'outcome').map(
    ({ figure }) =>
      `${escapeMarkdown(figure.label?.[lang] ?? '')}: **${escapeMarkdown(figureLine(figure, lang, library.data.units))}**`,
  );
  return blocks(
    `## ${escapeMarkdown(study.customer[lang])}${lang === 'zh' ? '：' : ': '}${escapeMarkdown(study.title[lang])}`,
    escapeMarkdown(terms.filter(Boolean).join(' · ')),
    escapeMarkdown(study.summary[lang]),
    bullets(figures),
    ...STATEMENT_PARTS.map((part) =>
      chapter(
        say(part, lang),
        study[part].map((statement) => escapeMarkdown(statement[lang])),
      ),
    ),
    chapter(
      say('products', lang),
      study.products.map(
        (use) =>
          `${escapeMarkdown(name(use.id))} — ${escapeMarkdown(use.role[lang])} (${say(use.listed ? 'listed' : 'mentioned', lang)})`,
      ),
    ),
    chapter(
      say('services', lang),
      study.services.map((id) => escapeMarkdown(name(id))),
    ),
    chapter(
      say('notes', lang),
      study.notes.map((note) => escapeMarkdown(note[lang])),
    ),
    citationMarkdown(study, library, lang),
  );
}

/** The full citation with a link that opens the case in the editor. */
export function citationMarkdown(study: CaseStudy, library: Library, lang: Lang): string {
  return `${escapeMarkdown(citedWithOrigin(study, library, lang))} ([${study.id}](${deepLink(study)}))`;
}

/** Several cases as one document. */
export function casesMarkdown(studies: readonly CaseStudy[], library: Library, lang: Lang): string {
  return studies.map((study) => caseMarkdown(study, library, lang)).join('\n');
}

/** A comparison as a table that any Markdown reader parses. */
export function comparisonMarkdown(cases: readonly CaseStudy[], library: Library, lang: Lang): string {
  const model = compareCases(library, cases);
  const line = (name: string, cells: readonly string[]) => [name, ...cells];
  const each = (word: PageWord, value: (study: CaseStudy) => string) => line(say(word, lang), cases.map(value));
  const productLine = ({ id, uses }: ProductRow) =>
    line(
      productName(library, id, lang),
      uses.map((use) => (use ? use.role[lang] + (use.listed ? '' : ` (${say('mentionedShort', lang)})`) : '–')),
    );
  const problems = (study: CaseStudy) =>
    listed(
      study.problems.map((id) => library.problemById.get(id)?.[lang] ?? id),
      lang,
    );
  const figures = (kind: 'outcome' | 'scale') => (study: CaseStudy) =>
    figureLines(study, kind, library, lang).join(lang === 'zh' ? '；' : '; ') || '–';
  return blocks(
    tableOf([
      line(
        '',
        cases.map((study) => study.customer[lang]),
      ),
      each('section', (study) => placeOf(study)),
      each('industry', (study) => library.industryById.get(study.industry)?.[lang] ?? study.industry),
      each('problems', problems),
      ...model.inAll.map(productLine),
      ...model.inSome.map(productLine),
      each('outcomeFigures', figures('outcome')),
      each('scaleFigures', figures('scale')),
    ]),
    bullets(cases.map((study) => citationMarkdown(study, library, lang))),
  );
}

/** The three sets of a file and a case as tables. Lines are counted from 1, as editors do. */
export function fileComparisonMarkdown(comparison: FileComparison, library: Library, lang: Lang): string {
  const { study, file, both, onlyCase, onlyFile } = comparison;
  const name = (id: string) => productName(library, id, lang);
  const lines = (mentions: readonly { line: number }[]) => mentions.map((mention) => mention.line + 1).join(', ');
  const words = (...keys: PageWord[]) => keys.map((key) => say(key, lang));
  const part = (title: PageWord, head: readonly string[], rows: readonly (readonly string[])[]) =>
    `### ${say(title, lang)} (${rows.length})\n${rows.length > 0 ? `\n${tableOf([head, ...rows])}` : ''}`.trimEnd();
  return blocks(
    `## ${escapeMarkdown(file.name)} ↔ ${escapeMarkdown(study.customer[lang])}`,
    part(
      'both',
      words('product', 'role', 'lines'),
      both.map((one) => [name(one.productId), one.use.role[lang], lines(one.mentions)]),
    ),
    part(
      'onlyCase',
      words('product', 'role', 'page'),
      onlyCase.map((use) => [name(use.id), use.role[lang], placeOf(study)]),
    ),
    part(
      'onlyMine',
      words('product', 'lines'),
      onlyFile.map((one) => [name(one.productId), lines(one.mentions)]),
    ),
    citationMarkdown(study, library, lang),
  );
}

/** First row is the head. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...body.map(line)].join('\n');
}

function chapter(title: string, items: readonly string[]): string {
  return items.length > 0 ? `### ${title}\n\n${bullets(items)}` : '';
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function blocks(...parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
