// Hands out the evidence report of a review: Markdown as an untitled document, HTML where the user saves it.
import * as vscode from 'vscode';

import { reportOf } from '../core/review/report';
import { reportHtml } from '../core/review/reportHtml';
import { reportMarkdown } from '../core/review/reportMarkdown';
import type { Review } from '../core/review/review';
import type { ReviewTarget } from '../core/review/reviewProtocol';
import { titleOf } from './reviewFiles';
import type { Services } from './services';
import { contentLanguage } from './settings';

export type ReportFormat = 'markdown' | 'html';

/** Asks for the form of the report. */
export async function pickReportFormat(): Promise<ReportFormat | undefined> {
  const items = [
    { label: 'Markdown', description: vscode.l10n.t('as a new document'), format: 'markdown' as const },
    {
      label: 'HTML',
      description: vscode.l10n.t('one file with the pictures, saved where you choose'),
      format: 'html' as const,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Evidence report') });
  return picked?.format;
}

/** Shows or saves the report. */
export async function showReport(
  services: Services,
  target: ReviewTarget,
  review: Review | undefined,
  format: ReportFormat,
): Promise<void> {
  const library = services.store.library();
  if (!library || !review) return;
  const report = reportOf(review, library, titleOf(target), contentLanguage());
  if (format === 'markdown') return showMarkdown(reportMarkdown(report, library));
  const uri = await vscode.window.showSaveDialog({ defaultUri: placeFor(target), filters: { HTML: ['html'] } });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(reportHtml(report, library)));
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report is saved: {0}', uri.path.split('/').at(-1) ?? ''),
    open,
  );
  if (answer === open) await vscode.env.openExternal(uri);
}

/** A new Markdown document beside what is in front. */
export async function showMarkdown(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** Beside the file, or in the folder, that is reviewed. */
function placeFor(target: ReviewTarget): vscode.Uri | undefined {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  const first = target.kind === 'files' ? target.uris[0] : target.kind === 'folder' ? `${target.uri}/x` : undefined;
  const beside = first ? vscode.Uri.parse(first) : root && vscode.Uri.joinPath(root.uri, 'x');
  if (!beside || beside.scheme === 'untitled') return undefined;
  const name =
    target.kind === 'files' && target.uris.length === 1
      ? (beside.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
      : 'architecture';
  return vscode.Uri.joinPath(beside, '..', `${name}.evidence.html`);
}
