// The documents that are open, and when one no longer is.
import * as vscode from 'vscode';

/** The open document of an address, or of one written out. */
export function openDocument(uri: vscode.Uri | string): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** Tells of documents that are gone; the editor tells a change of the language as a close and an open, too. */
export function onDidCloseForGood(gone: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.workspace.onDidCloseTextDocument(({ uri }) =>
    queueMicrotask(() => {
      if (!openDocument(uri)) gone(uri);
    }),
  );
}
