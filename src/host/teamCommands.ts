// Commands of team cases: a new case from the products of the file in front.
import * as vscode from 'vscode';

import { countedIn } from '../core/fileProducts';
import type { Library } from '../core/library';
import { ignoredProducts } from '../core/suppress';
import { teamCaseSkeleton } from '../core/team/skeleton';
import { COMMANDS } from './ids';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { contentLanguage } from './settings';
import { TeamCases } from './teamCases';
import { registerTeamEditing } from './teamEditing';

/** Team cases with everything that belongs to them. */
export function registerTeam(services: Services): vscode.Disposable {
  const team = new TeamCases(services);
  return vscode.Disposable.from(
    team,
    registerTeamEditing(services, team),
    services.doors.command(COMMANDS.newCaseFromFile, () => newCaseFromFile(services)),
  );
}

/** Opens a draft of a case where team cases lie; nothing is written before the user saves it. */
async function newCaseFromFile(services: Services): Promise<void> {
  const library = services.store.library();
  const document = vscode.window.activeTextEditor?.document;
  if (!library) return;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the file whose architecture the case is about.'));
    return;
  }
  const path = vscode.workspace.asRelativePath(document.uri);
  const source = { path, ...saidBy(services, document, library) };
  const text = teamCaseSkeleton(source, library, contentLanguage());
  const draft = await openDraft(document, text);
  await vscode.window.showTextDocument(draft);
}

/** The products of a file and the answers of its comments; none where these leave them out. */
function saidBy({ readings }: Services, document: vscode.TextDocument, library: Library) {
  // `require` of our own module: bundled, but evaluated only here.
  const { signsOf } = require('../yaml/signs') as typeof import('../yaml/signs');
  const { signs, answers, ignored } = signsOf(readings.of(document), linesOfDocument(document), '');
  const lines = new Map<string, Set<number>>();
  for (const { productId, line, tier } of countedIn(library, signs, ignoredProducts(library, ignored))) {
    // A self-hosted image is not yet a product of the cloud.
    if (tier === 'image') continue;
    lines.set(productId, (lines.get(productId) ?? new Set()).add(line + 1));
  }
  return { products: [...lines].map(([productId, numbers]) => ({ productId, lines: [...numbers] })), answers };
}

/** An untitled document that will be saved under `.casebook/cases/`; without a folder on disk a plain untitled one. */
async function openDraft(document: vscode.TextDocument, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder?.uri.scheme !== 'file' && folder?.uri.scheme !== 'vscode-remote') {
    return vscode.workspace.openTextDocument({ language: 'yaml', content: text });
  }
  const stem = (document.uri.path.split('/').at(-1) ?? 'case').replace(/\..*$/, '') || 'case';
  const target = await freeName(vscode.Uri.joinPath(folder.uri, '.casebook', 'cases'), stem);
  const draft = await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(draft.uri, new vscode.Range(0, 0, draft.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  return draft;
}

async function freeName(folder: vscode.Uri, stem: string): Promise<vscode.Uri> {
  for (let i = 1; ; i++) {
    const uri = vscode.Uri.joinPath(folder, i === 1 ? `${stem}.yaml` : `${stem}-${i}.yaml`);
    const isTaken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    if (!isTaken && !isOpen) return uri;
  }
}
