// What the buttons of a page do. Each action is about the page's own subject; anything that does not fit it does nothing.
import * as vscode from 'vscode';

import { caseMarkdown, comparisonMarkdown, fileComparisonMarkdown } from '../core/pages/caseMarkdown';
import { positionIn } from '../core/pages/lists';
import type { FromPage, PageAction, PageRef, ToPage } from '../core/protocol';
import type { Backlinks } from './backlinks';
import { COMMANDS } from './ids';
import { toggleFavourite } from './memory';
import { comparisonOf, fileOfPage, listReader, pageContext } from './pageContent';
import type { PageHost } from './pageHost';
import type { Services } from './services';

type ActionMessage = Extract<FromPage, { type: 'action' | 'line' | 'citation' | 'search' }>;

export async function runAction(pages: PageHost, page: PageRef, message: ActionMessage): Promise<void> {
  if (message.type === 'search') {
    await vscode.commands.executeCommand(COMMANDS.search, message.query);
    return;
  }
  if (message.type === 'line') return goToLine(page, message.line);
  if (message.type === 'citation') return goToCitation(pages, page, message.index);
  if (message.action === 'surprise') {
    await vscode.commands.executeCommand(COMMANDS.surpriseMe);
    return;
  }
  if (message.action === 'copyMarkdown') return copyMarkdown(pages.services, page);
  if (page.kind === 'case') await CASE_ACTIONS[message.action](pages, page);
}

type CaseRef = Extract<PageRef, { kind: 'case' }>;
type CaseAction = Exclude<PageAction, 'surprise' | 'copyMarkdown'>;

const CASE_ACTIONS: Readonly<Record<CaseAction, (pages: PageHost, page: CaseRef) => Promise<unknown>>> = {
  copyCitation: async (_pages, { id }) => vscode.commands.executeCommand(COMMANDS.copyCitation, id, 'text'),
  copyLink: async (_pages, { id }) => vscode.commands.executeCommand(COMMANDS.copyCitation, id, 'link'),
  insertCitation: async (pages, { id }) => {
    // The command cites in the editor in front, and that is the page now.
    await pages.lastEditor.focus();
    await vscode.commands.executeCommand(COMMANDS.insertCitation, [id]);
  },
  compare: async (_pages, { id }) => vscode.commands.executeCommand(COMMANDS.compareCases, id),
  compareFile: async (_pages, { id }) => vscode.commands.executeCommand(COMMANDS.compareWithFile, id),
  reveal: async (_pages, { id }) => vscode.commands.executeCommand(COMMANDS.revealCase, id),
  previous: async (pages, page) => step(pages, page, 'previous'),
  next: async (pages, page) => step(pages, page, 'next'),
  favourite: async (pages, { id }) => setFavourite(pages, id),
  findCitations: async (pages) => pages.backlinks.search(),
};

/** Turns a favourite on or off, and shows it on its open page. */
export async function setFavourite(pages: PageHost, id: string): Promise<void> {
  const isOn = await toggleFavourite(pages.services.context, id);
  pages.tellCase(id, { type: 'favourite', isOn });
}

/** Goes to the neighbour in the list that the case was opened from. */
export async function step(pages: PageHost, page: PageRef | undefined, to: 'previous' | 'next'): Promise<void> {
  const context = pageContext(pages.services);
  if (page?.kind !== 'case' || !context) return;
  const id = positionIn(context.library, context.lang, page.id, listReader(pages.services, page))[to];
  if (id) pages.replaceActive({ kind: 'case', id, ...(page.list && { list: page.list }) });
}

async function copyMarkdown(services: Services, page: PageRef): Promise<void> {
  await fileOfPage(page);
  const text = markdownOf(services, page);
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as Markdown.'), 3000);
}

function markdownOf(services: Services, page: PageRef): string | undefined {
  const context = pageContext(services);
  if (!context) return undefined;
  const { library, lang } = context;
  switch (page.kind) {
    case 'case': {
      const study = library.caseById.get(page.id);
      return study && caseMarkdown(study, library, lang);
    }
    case 'compare':
      return comparisonMarkdown(
        page.ids.flatMap((id) => library.caseById.get(id) ?? []),
        library,
        lang,
      );
    case 'fileCompare': {
      const comparison = comparisonOf(services, page);
      return comparison && fileComparisonMarkdown(comparison, library, lang);
    }
    default:
      return undefined;
  }
}

/** Where a case is cited, as its page shows it. */
export function citationsMessage(backlinks: Backlinks, caseId: string): ToPage {
  const items = backlinks.of(caseId).map(({ uri, line, text, beside }) => ({
    place: `${vscode.workspace.asRelativePath(uri)}:${line + 1}`,
    text,
    beside,
  }));
  return { type: 'citations', isComplete: backlinks.isComplete, items };
}

/** A page names a citing line by its number only, so that it can lead nowhere else. */
async function goToCitation({ backlinks }: PageHost, page: PageRef, index: number): Promise<void> {
  const found = page.kind === 'case' ? backlinks.of(page.id)[index] : undefined;
  if (found) await showLine(found.uri, found.line);
}

async function goToLine(page: PageRef, line: number): Promise<void> {
  if (page.kind === 'fileCompare') await showLine(vscode.Uri.parse(page.uri, true), line);
}

async function showLine(uri: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = new vscode.Range(Math.min(line, document.lineCount - 1), 0, Math.min(line, document.lineCount - 1), 0);
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.Beside,
    selection: at,
  });
}
