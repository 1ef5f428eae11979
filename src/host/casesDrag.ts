// Dragging cases out of the tree: into an editor they drop as a citation in the comment of its language. Plain text is
// not offered beside it: the editor would prefer that, and put a bare citation into code.
import * as vscode from 'vscode';

import { citationBody } from '../core/cite';
import { commented, commentStyle, hasComments } from '../core/comments';
import { dropText } from '../core/dropText';
import type { CaseStudy } from '../core/model';
import { distinctCases } from '../core/namedCases';
import type { OutlineNode } from '../core/outline';
import { CASE_IDS } from './ids';
import { guarded } from './log';
import type { Services } from './services';
import { contentLanguage } from './settings';

const MOST_DROPPED = 20;
const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('casebook', 'citation');

export function startDrag(nodes: readonly OutlineNode[], data: vscode.DataTransfer): void {
  const studies = [...new Set(nodes.flatMap((node) => [...distinctCases(node)]))].slice(0, MOST_DROPPED);
  if (studies.length === 0) return;
  data.set(CASE_IDS, new vscode.DataTransferItem(studies.map((study) => study.id).join('\n')));
}

/** Editors of every language that has comments take a dropped case. */
export function registerCaseDrop(services: Services): vscode.Disposable {
  const provideDocumentDropEdits = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> => {
    const ids = (await data.get(CASE_IDS)?.asString())?.split('\n') ?? [];
    const library = services.store.library();
    const studies = ids.flatMap((id) => library?.caseById.get(id) ?? []);
    return studies.length > 0 && hasComments(document.languageId) ? dropEdit(document, position, studies) : undefined;
  };
  return vscode.languages.registerDocumentDropEditProvider(
    '*',
    { provideDocumentDropEdits: guarded(services.log, 'drop', provideDocumentDropEdits) },
    {
      providedDropEditKinds: [KIND],
      dropMimeTypes: [CASE_IDS],
    },
  );
}

function dropEdit(
  document: vscode.TextDocument,
  position: vscode.Position,
  studies: readonly CaseStudy[],
): vscode.DocumentDropEdit {
  const comment = commented(citationBody(studies, contentLanguage()), commentStyle(document.languageId));
  return new vscode.DocumentDropEdit(
    dropText(document.lineAt(position.line).text, position.character, comment),
    vscode.l10n.t('Insert Citation'),
    KIND,
  );
}
