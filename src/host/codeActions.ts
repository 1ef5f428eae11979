// The light bulb on a self-hosted image: its managed counterpart and the cases that used it. It opens, compares, or inserts
// a comment; it never touches a line of code.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import { counterpartOf } from '../core/counterpart';
import type { CaseStudy } from '../core/model';
import { bestFor } from '../core/productHover';
import type { Mention } from '../yaml/model';
import { citationEdit, targetOf } from './citations';
import { casesText } from './counts';
import type { DocumentFacts, Editing } from './editing';
import { COMMANDS, INFRASTRUCTURE } from './ids';
import { guarded } from './log';
import type { Pages } from './pages';
import { contentLanguage, hasLightbulb } from './settings';
import { shownArgument } from './shownArgument';

const KIND = vscode.CodeActionKind.Empty.append('casebook');

export function registerCodeActions(editing: Editing, pages: Pages): vscode.Disposable {
  const provideCodeActions = guarded(
    editing.services.log,
    'light bulb',
    (document: vscode.TextDocument, range: vscode.Range) =>
      hasLightbulb() ? actionsAt(editing, document, range.start) : undefined,
  );
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      INFRASTRUCTURE,
      { provideCodeActions },
      { providedCodeActionKinds: [KIND] },
    ),
    editing.services.doors.command(COMMANDS.compareFileWithCase, (uri: unknown, id: unknown) => {
      const library = editing.services.store.library();
      if (typeof uri !== 'string' || typeof id !== 'string' || !library?.caseById.has(id)) {
        void vscode.window.showWarningMessage(vscode.l10n.t('The library has no entry {0}.', shownArgument(id)));
        return;
      }
      pages.open({ kind: 'fileCompare', uri, caseId: id }, vscode.ViewColumn.Beside);
    }),
  );
}

function actionsAt(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CodeAction[] | undefined {
  const facts = editing.of(document);
  const mention = facts && editing.mentionAt(facts, document, position);
  if (!facts || mention?.tier !== 'image') return undefined;
  return counterpartActions(editing, document, facts, mention);
}

function counterpartActions(
  editing: Editing,
  document: vscode.TextDocument,
  { evidence }: DocumentFacts,
  mention: Mention,
): vscode.CodeAction[] | undefined {
  const lang = contentLanguage();
  const counterpart = counterpartOf(evidence.library, mention.productId, mention.because);
  if (!counterpart) return undefined;
  const name = counterpart.product[lang];
  const count = counterpart.cases.length;
  const heading =
    count > 0
      ? vscode.l10n.t('Managed counterpart: {0} — {1}', name, casesText(count))
      : vscode.l10n.t('Managed counterpart: {0} (general knowledge, no case here)', name);
  const open = action(heading, COMMANDS.openProduct, [mention.productId]);
  const [move] = counterpart.moves;
  const [best] = bestFor(counterpart.cases, evidence.matches, 1);
  const study = move?.study ?? best?.study;
  return study ? [open, ...caseActions(editing, document, mention, study)] : [open];
}

function caseActions(
  editing: Editing,
  document: vscode.TextDocument,
  mention: Mention,
  study: CaseStudy,
): vscode.CodeAction[] {
  const name = `${study.customer[contentLanguage()]} ${placeOf(study)}`;
  const uri = document.uri.toString();
  const actions = [
    action(vscode.l10n.t('Open {0}', name), COMMANDS.openCase, [study.id]),
    action(vscode.l10n.t('Compare this file with {0}', name), COMMANDS.compareFileWithCase, [uri, study.id]),
  ];
  const edit = citationEdit(document, targetOf(editing, document, mention.span.line), [study]);
  if (!edit) return actions;
  const insert = new vscode.CodeAction(vscode.l10n.t('Cite {0} above', name), KIND);
  insert.edit = new vscode.WorkspaceEdit();
  insert.edit.insert(document.uri, edit.position, edit.text);
  return [actions[0], insert, actions[1]].filter((one) => one !== undefined);
}

function action(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, KIND);
  made.command = { command, title, arguments: [...args] };
  return made;
}
