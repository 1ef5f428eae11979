// Runs inside the extension host: the providers of the extension itself, called on open documents of the editor and timed
// one call at a time. Bundled apart from the other jobs, because it holds half of the extension.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

import { registerCompletion } from '../../../src/host/completion';
import { Editing } from '../../../src/host/editing';
import { registerHover } from '../../../src/host/hover';
import { createLog } from '../../../src/host/log';
import { Readings } from '../../../src/host/readings';
import { LibraryStore } from '../../../src/host/store';
import { now, stats } from '../measure.mjs';

const MEMENTO = { get: (_key, otherwise) => otherwise, update: async () => {}, keys: () => [] };
const TYPED = { triggerKind: 0 }; // invoked, not by a trigger character
const WARM_UP = 100;

/** Calls `tell` with the times of each file: `{ kind, size, lines, times: { name: stats } }`. */
export async function ownTimes({ data, files, rounds, idleMs }, tell) {
  await new Promise((resolve) => setTimeout(resolve, idleMs)); // the window has come to rest
  const { hover, completion } = providers(data);
  const { signal } = new AbortController();
  for (const file of files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file.path));
    const at = ({ line, column }) => new vscode.Position(line, column);
    const hoverAt = (place) => hover.provideHover(document, at(place), signal);
    const completeAt = (place) => completion.provideCompletionItems(document, at(place), signal, TYPED)?.items ?? [];
    const [item] = completeAt(file.complete);
    if (!hoverAt(file.token) || !item) throw new Error(`no answer in ${file.path}`);
    const asks = {
      'warm hover': () => hoverAt(file.token),
      'warm completion': () => completeAt(file.complete),
      ...(file.inList && { 'completion in a list': () => completeAt(file.inList) }),
      note: () => completion.resolveCompletionItem(item, signal),
    };
    const edited = {
      'edit, then hover': () => hoverAt(file.token),
      'edit, then completion': () => completeAt(file.complete),
    };
    const samples = Object.fromEntries([...Object.keys(asks), ...Object.keys(edited)].map((name) => [name, []]));
    const note = (round, name, ask) => {
      const start = now();
      ask();
      if (round >= 0) samples[name].push(now() - start);
    };
    for (let round = -WARM_UP; round < rounds; round++) {
      for (const [name, ask] of Object.entries(asks)) note(round, name, ask);
      // The editor has its turn between the questions, as it has under a user's hands.
      if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    for (let round = -3; round < rounds / 5; round++) {
      for (const [name, ask] of Object.entries(edited)) {
        await typeLetter(document.uri, at(file.edit));
        note(round, name, ask);
      }
    }
    const times = Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, stats(list)]));
    tell({ kind: file.kind, size: file.size, lines: document.lineCount, times });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** What the extension would register, over the shipped data in the folder `data`. */
function providers(data) {
  const rooms = {};
  const doors = {
    furnish(room, provider) {
      rooms[room] = provider;
      return new vscode.Disposable(() => {});
    },
  };
  const shipped = { text: (name) => readFileSync(join(data, name), 'utf8') };
  const log = createLog();
  const store = new LibraryStore(shipped, log);
  const editing = new Editing({ doors, log, store, readings: new Readings(shipped, log, MEMENTO) });
  registerHover(editing);
  registerCompletion(editing);
  return rooms;
}

async function typeLetter(uri, place) {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, place, 'x');
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}
