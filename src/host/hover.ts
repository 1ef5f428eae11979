// Hover on product tokens and citations.
import * as vscode from 'vscode';

import { citationHover } from '../core/citationHover';
import { type CitationComment, citationOn } from '../core/cite';
import { HASH } from '../core/comments';
import { imageHover } from '../core/imageHover';
import { productHover } from '../core/productHover';
import { concernsLibrary } from '../core/staleCitations';
import type { Mention } from '../yaml/model';
import { citedValueAt } from './cited';
import type { DocumentFacts, Editing } from './editing';
import { COMMANDS } from './ids';
import { guarded } from './log';
import { contentLanguage, hoverStyle } from './settings';

/** The commands that links of hovers and notes may run. */
export const LINK_COMMANDS = {
  openCase: COMMANDS.openCase,
  openProduct: COMMANDS.openProduct,
  copyCitation: COMMANDS.copyCitation,
} as const;

export function registerHover(editing: Editing): vscode.Disposable {
  const provideHover = guarded(
    editing.services.log,
    'hover',
    (document: vscode.TextDocument, position: vscode.Position) => {
      const style = hoverStyle();
      return style === 'off' ? undefined : hoverAt(editing, document, position, style);
    },
  );
  return editing.services.doors.furnish('hover', { provideHover });
}

type Style = 'short' | 'full';

function hoverAt(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
  style: Style,
): vscode.Hover | undefined {
  const facts = editing.of(document);
  if (!facts) return undefined;
  const mention = editing.mentionAt(facts, document, position);
  if (mention) return mentionHover(facts, mention, style);
  return citationHoverAt(editing, facts, document, position, style);
}

function mentionHover({ evidence }: DocumentFacts, mention: Mention, style: Style): vscode.Hover | undefined {
  const { productId, tier, because, span } = mention;
  const common = { productId, style, lang: contentLanguage(), commands: LINK_COMMANDS };
  const image = tier === 'image' ? because : '';
  const text = evidence.worded(`hover ${productId} ${style} ${common.lang} ${image}`, () => {
    if (image !== '') return imageHover(evidence.library, { ...common, image });
    const { products: fileProducts, matches } = evidence;
    return productHover(evidence.library, evidence.roll, { ...common, fileProducts, matches });
  });
  return text === undefined ? undefined : hoverOf(text, span.line, span.start, span.end);
}

function citationHoverAt(
  editing: Editing,
  { evidence, reading }: DocumentFacts,
  document: vscode.TextDocument,
  position: vscode.Position,
  style: Style,
): vscode.Hover | undefined {
  const { library } = evidence;
  const common = { style, lang: contentLanguage(), commands: LINK_COMMANDS };
  const comment = citationOn(document.lineAt(position.line).text, HASH);
  if (comment && isInside(comment, position.character)) {
    const ids = comment.ids.filter((cited) => concernsLibrary(library, cited)).map(({ id }) => id);
    const text = citationHover(library, { ids, ...common });
    const end = comment.ids.at(-1)?.tailEnd ?? comment.bodyStart;
    return text === undefined ? undefined : hoverOf(text, position.line, comment.start, end);
  }
  const value = citedValueAt(editing, reading, document, position);
  const text = value && citationHover(library, { ids: [value.id], ...common });
  return text ? hoverOf(text, position.line, value.start, value.end) : undefined;
}

function isInside(comment: CitationComment, column: number): boolean {
  const last = comment.ids.at(-1);
  return last !== undefined && comment.start <= column && column <= last.tailEnd;
}

function hoverOf(text: string, line: number, start: number, end: number): vscode.Hover {
  return new vscode.Hover(trusted(text), new vscode.Range(line, start, line, end));
}

/** Markdown of ours: its links may run our three link commands and nothing else. */
export function trusted(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = { enabledCommands: Object.values(LINK_COMMANDS) };
  return markdown;
}
