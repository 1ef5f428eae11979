// The evidence report as Markdown that any viewer renders: headings, lists, tables, links into the editor.
import { deepLink } from '../cite';
import type { Library } from '../library';
import { codeSpan, codeSpanInCell, escapeMarkdown } from '../markdown';
import type { Inline, Report, ReportBlock } from './reportBlocks';

export function reportMarkdown(report: Report, library: Library): string {
  const parts = report.sections.flatMap((section) => [
    `## ${escapeMarkdown(section.title)}`,
    ...section.blocks.map((block) => blockMarkdown(block, library)).filter((text) => text !== ''),
  ]);
  return `${[`# ${escapeMarkdown(report.title)}`, ...parts].join('\n\n')}\n`;
}

function blockMarkdown(block: ReportBlock, library: Library): string {
  switch (block.kind) {
    case 'paragraph':
      return inlines(block.text, library);
    case 'list':
      return block.items.map((item) => `- ${inlines(item, library)}`).join('\n');
    case 'table':
      return [
        row(block.head.map(escapeMarkdown)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map((cell) => inlines(cell, library, codeSpanInCell)))),
      ].join('\n');
    case 'picture':
      return '';
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function inlines(text: readonly Inline[], library: Library, quoted = codeSpan): string {
  return text
    .map((part) => inlineMarkdown(part, library, quoted))
    .join('')
    .trim();
}

function inlineMarkdown(part: Inline, library: Library, quoted: (code: string) => string): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if ('code' in part) return quoted(part.code);
  const study = library.caseById.get(part.caseId);
  return study ? `[${escapeMarkdown(part.text)}](${deepLink(study)})` : escapeMarkdown(part.text);
}
