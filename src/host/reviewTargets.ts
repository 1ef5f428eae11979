// What a command is to review, from what it was called with: the explorer hands over one or several files and folders,
// an editor its own file, the palette nothing.
import * as vscode from 'vscode';

import type { ReviewTarget } from '../core/review/reviewProtocol';
import { infrastructureFiles } from './reviewFiles';

/** The target of a command; `undefined` when there is no file to review. */
export async function targetOfCommand(
  uri: unknown,
  selected: unknown,
  fallback?: vscode.TextDocument,
): Promise<ReviewTarget | undefined> {
  const isFromExplorer = Array.isArray(selected) && selected.length > 0;
  const uris = isFromExplorer ? selected : [uri];
  const given = uris.filter((one): one is vscode.Uri => one instanceof vscode.Uri);
  const [first] = given;
  if (given.length === 1 && first && (await isFolder(first))) return { kind: 'folder', uri: first.toString() };
  if (given.length > 1) return filesIn(given);
  // Whoever clicks a file in the explorer means the file, whatever may be selected in its editor.
  const editor = isFromExplorer ? undefined : vscode.window.activeTextEditor;
  if (editor && (!first || first.toString() === editor.document.uri.toString())) return targetOfEditor(editor);
  const document = first ?? fallback?.uri;
  return document && { kind: 'files', uris: [document.toString()] };
}

/** A selection of several lines is reviewed alone. */
function targetOfEditor({ document, selection }: vscode.TextEditor): ReviewTarget {
  const uris = [document.uri.toString()];
  if (selection.isEmpty || selection.isSingleLine) return { kind: 'files', uris };
  const to = selection.end.character === 0 ? selection.end.line : selection.end.line + 1;
  return { kind: 'files', uris, window: { from: selection.start.line, to } };
}

/** Files as they are; of a folder among them, the files below it. */
async function filesIn(given: readonly vscode.Uri[]): Promise<ReviewTarget | undefined> {
  const uris: string[] = [];
  for (const uri of given) {
    if (!(await isFolder(uri))) uris.push(uri.toString());
    else uris.push(...(await infrastructureFiles(uri)).map(String));
  }
  return uris.length > 0 ? { kind: 'files', uris: [...new Set(uris)].sort() } : undefined;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false; // an untitled document has no entry in any file system
  }
}

/** The same for targets that name the same thing, so that one panel serves. */
export function targetKey(target: ReviewTarget): string {
  return JSON.stringify(target);
}
