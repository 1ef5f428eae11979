// The text editor that was in front before one of our pages was: what "my file" means to a page.
import * as vscode from 'vscode';

import { onDidCloseForGood, openDocument } from './openDocuments';

export class LastEditor implements vscode.Disposable {
  readonly #listeners: vscode.Disposable;
  #uri: vscode.Uri | undefined;

  constructor() {
    this.#uri = (vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0])?.document.uri;
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor && editor.document.uri.scheme !== 'output') this.#uri = editor.document.uri;
      }),
      onDidCloseForGood((uri) => {
        if (uri.toString() === this.#uri?.toString()) this.#uri = undefined;
      }),
    );
  }

  /** Its document, while it is open; after a reload any that is seen. */
  document(): vscode.TextDocument | undefined {
    const uri = this.#uri ?? vscode.window.visibleTextEditors[0]?.document.uri;
    return uri && openDocument(uri);
  }

  /** Brings it to the front, where it was; `undefined` when there is none. */
  async focus(): Promise<vscode.TextEditor | undefined> {
    const document = this.document();
    if (!document) return undefined;
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    return vscode.window.showTextDocument(document, visible?.viewColumn ?? vscode.ViewColumn.Active);
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}
