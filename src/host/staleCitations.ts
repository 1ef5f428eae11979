// Citations that no longer fit the library, as Information with a correction. Only comments and our own format are looked
// at; nothing is marked in a file that silences us.
import * as vscode from 'vscode';

import { type StaleCitation, staleCitation } from '../core/staleCitations';
import { citedPlaces, mayListCases } from '../yaml/citedPlaces';
import { rangeOn } from './cited';
import type { Editing } from './editing';
import { INFRASTRUCTURE, isInfrastructure } from './ids';
import { guarded } from './log';
import { linesOfDocument } from './readings';
import { marksStaleCitations } from './settings';

const SOURCE = 'Cloud Casebook';
const DELAY_MS = 300;

export function registerStaleCitations(editing: Editing): vscode.Disposable {
  const marks = vscode.languages.createDiagnosticCollection('casebook');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const check = guarded(editing.services.log, 'check of citations', (document: vscode.TextDocument) => {
    if (!document.isClosed) marks.set(document.uri, marksStaleCitations() ? diagnosticsOf(editing, document) : []);
  });
  const later = (document: vscode.TextDocument) => {
    if (!isInfrastructure(document)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        check(document);
      }, DELAY_MS),
    );
  };
  const all = () => vscode.workspace.textDocuments.forEach(later);
  all();
  return vscode.Disposable.from(
    marks,
    new vscode.Disposable(() => timers.forEach((timer) => void clearTimeout(timer))),
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook')) all();
    }),
    editing.services.store.onDidChange(all),
    vscode.languages.registerCodeActionsProvider(
      INFRASTRUCTURE,
      { provideCodeActions: (document, _range, context) => fixes(editing, document, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function staleIn(
  editing: Editing,
  document: vscode.TextDocument,
): { readonly range: vscode.Range; readonly stale: StaleCitation }[] {
  const lines = linesOfDocument(document);
  const facts = mayCite(document) ? editing.of(document) : undefined;
  if (!facts) return [];
  return citedPlaces(lines, facts.reading).flatMap((place) => {
    const stale = staleCitation(facts.evidence.library, place);
    return stale ? [{ range: rangeOn(place.line, stale.start, stale.end), stale }] : [];
  });
}

/** A look at the text before anything is read or loaded. */
function mayCite(document: vscode.TextDocument): boolean {
  const text = document.getText();
  return /#\s*(?:cases?|案例|参考案例)\s*[:：]/i.test(text) || mayListCases(text);
}

function diagnosticsOf(editing: Editing, document: vscode.TextDocument): vscode.Diagnostic[] {
  return staleIn(editing, document).map(({ range, stale }) => {
    const diagnostic = new vscode.Diagnostic(range, messageOf(stale), vscode.DiagnosticSeverity.Information);
    diagnostic.source = SOURCE;
    diagnostic.code = stale.code;
    return diagnostic;
  });
}

function messageOf({ code, id, replacement }: StaleCitation): string {
  if (code === 'other-place') return vscode.l10n.t('The case is at another place: {0}', replacement ?? '');
  if (replacement === undefined) return vscode.l10n.t('The library has no case {0}.', id);
  return vscode.l10n.t('The library has no case {0}. The nearest is {1}.', id, replacement);
}

function fixes(
  editing: Editing,
  document: vscode.TextDocument,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] | undefined {
  const ours = context.diagnostics.filter(({ source }) => source === SOURCE);
  if (ours.length === 0) return undefined;
  const stale = staleIn(editing, document);
  return ours.flatMap((diagnostic) => {
    const replacement = stale.find(({ range }) => range.isEqual(diagnostic.range))?.stale.replacement;
    if (replacement === undefined) return [];
    const title = vscode.l10n.t('Change to {0}', replacement);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, diagnostic.range, replacement);
    action.diagnostics = [diagnostic];
    action.isPreferred = true;
    return [action];
  });
}
