// Small words for the tests of editing features: a document from a marked text, and what the editor answers there.
import * as vscode from 'vscode';

import { at } from '../support/cursor';

export interface MarkedDocument {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Activates the extension and opens an untitled document; `$0` is the position. */
export async function open(marked: string, language = 'yaml'): Promise<MarkedDocument> {
  await vscode.extensions.getExtension('casebook.cloud-casebook')?.activate();
  const { text, line, column } = at(marked);
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  return { document, position: new vscode.Position(line, column) };
}

/** The same, shown, with the caret at the position. */
export async function show(marked: string, language = 'yaml'): Promise<vscode.TextEditor> {
  const { document, position } = await open(marked, language);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** The texts of all hovers, top to bottom. */
export async function hovers({ document, position }: MarkedDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.flatMap(({ contents }) => contents).map((part) => (typeof part === 'string' ? part : part.value));
}

/** All entries in the order of the list, the first `resolved` of them with their notes. */
export async function completions(
  { document, position }: MarkedDocument,
  trigger?: string,
  resolved = 0,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
    resolved,
  );
  return list.items;
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** What the item writes. */
export function writes(item: vscode.CompletionItem): string {
  return typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? labelOf(item));
}

/** The whole text after taking an item. */
export function textAfter(document: vscode.TextDocument, item: vscode.CompletionItem): string {
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  if (!range) throw new Error('expected a range');
  const text = document.getText();
  return text.slice(0, document.offsetAt(range.start)) + writes(item) + text.slice(document.offsetAt(range.end));
}

/** Asks until the answer is there; the editor tells nobody when it has settled. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come`);
}

/** Closes every tab, pinned ones too, which no command of the editor's does: no test is to meet what another one left. */
export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('an empty window', async () => {
    const left = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    if (left.length === 0) return true;
    await vscode.window.tabGroups.close(left).then(undefined, () => false); // one of them may have gone meanwhile
    return undefined;
  });
}

/** Runs with a setting of ours, and puts back what was there. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration('casebook');
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}
