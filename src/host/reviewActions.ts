// What the links and buttons of a review do.
import * as vscode from 'vscode';

import { commented, commentStyle } from '../core/comments';
import { shortName } from '../core/library';
import { answerLine } from '../core/review/answerPlace';
import { answerComment } from '../core/review/questions';
import { type FromReview, idOfAction, idOfAnswered } from '../core/review/reviewProtocol';
import { linesOfDocument } from './readings';
import { showReport } from './report';
import { showRecord } from './reportRecord';
import { addSuggestedTo } from './reviewAdd';
import type { ReviewEntry, ReviewPanels } from './reviewPanels';
import { contentLanguage } from './settings';

export async function runReviewAction(panels: ReviewPanels, entry: ReviewEntry, message: FromReview): Promise<void> {
  const { services, pages } = panels;
  switch (message.type) {
    case 'open':
      pages.open(message.page, message.beside ? vscode.ViewColumn.Beside : undefined);
      return;
    case 'line':
      return revealLine(entry, message.file, message.line);
    case 'compare': {
      const [uri] = entry.target.kind === 'files' ? entry.target.uris : [];
      if (uri) pages.open({ kind: 'fileCompare', uri, caseId: message.caseId });
      return;
    }
    case 'answer':
      await answer(panels, entry, message.productId);
      return;
    case 'adr':
      await showRecord(services, entry.review, message.productId);
      return;
    case 'action':
      if (message.action === 'refresh') return panels.refresh(entry, idOfAction('refresh'));
      if (message.action === 'reset') return panels.reset(entry);
      if (message.action === 'adr') return showRecord(services, entry.review);
      if (message.action === 'addSuggested') {
        const uri = await fileOf(entry);
        if (uri && (await addSuggestedTo(services, uri))) await panels.refresh(entry, idOfAction('addSuggested'));
        return;
      }
      return showReport(services, entry.target, entry.review, message.action === 'reportHtml' ? 'html' : 'markdown');
    default:
      return;
  }
}

async function revealLine({ read }: ReviewEntry, file: string, line: number): Promise<void> {
  const uri = read?.uris.get(file);
  if (!uri) return;
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  const range = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(uri, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.Beside,
    selection: range,
  });
}

/** The file that an edit goes to: the only one, or the one that the user picks. */
async function fileOf({ read, review }: ReviewEntry): Promise<vscode.Uri | undefined> {
  const withProducts = new Set(review?.architecture.products.flatMap(({ signs }) => signs.map(({ file }) => file)));
  const labels = [...(read?.uris.keys() ?? [])].filter((label) => withProducts.has(label));
  const label =
    labels.length <= 1
      ? labels[0]
      : await vscode.window.showQuickPick(labels, { placeHolder: vscode.l10n.t('Which file?') });
  return label === undefined ? undefined : read?.uris.get(label);
}

/** Writes the reason into the file as a comment, in one step that one undo takes back. */
async function answer(panels: ReviewPanels, entry: ReviewEntry, productId: string): Promise<void> {
  const library = panels.services.store.library();
  if (!library?.productById.has(productId)) return;
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('{0} is left out on purpose', shortName(library, productId, contentLanguage())),
    prompt: vscode.l10n.t('The reason stays in the file as a comment and closes the question.'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Write a reason.') : undefined),
  });
  const uri = reason ? await fileOf(entry) : undefined;
  if (!reason || !uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const line = answerLine(linesOfDocument(document));
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const style = commentStyle(document.languageId);
  const comment = answerComment(productId, reason, contentLanguage());
  const text = style.open === '#' ? comment : commented(comment.replace(/^#\s*/, ''), style);
  const edit = new vscode.WorkspaceEdit();
  if (line < document.lineCount) edit.insert(uri, new vscode.Position(line, 0), text + eol);
  else edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, eol + text);
  if (await vscode.workspace.applyEdit(edit)) await panels.refresh(entry, idOfAnswered(productId));
}
