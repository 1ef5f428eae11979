// One optional line above an infrastructure file: what it was taken for, its products and cases. Off until asked for.
import * as vscode from 'vscode';

import type { Editing } from './editing';
import { COMMANDS, INFRASTRUCTURE } from './ids';
import { guarded } from './log';
import { showsCodeLens } from './settings';
import { summaryOf } from './status';

const TOP = new vscode.Range(0, 0, 0, 0);

export function registerCodeLens(editing: Editing): vscode.Disposable {
  const { log, store, readings } = editing.services;
  const changed = new vscode.EventEmitter<void>();
  const provideCodeLenses = guarded(log, 'code lens', (document: vscode.TextDocument) => {
    const title = showsCodeLens() ? summaryOf(editing, document) : undefined;
    if (title === undefined) return [];
    return [new vscode.CodeLens(TOP, { title, command: COMMANDS.casesLikeThis, arguments: [document.uri] })];
  });
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(INFRASTRUCTURE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
    store.onDidChange(() => changed.fire()),
    readings.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook')) changed.fire();
    }),
  );
}
