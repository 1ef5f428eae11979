// The commands of the review. What they need is loaded when the first of them runs, not with the extension.
import * as vscode from 'vscode';

import type { ReviewTarget } from '../core/review/reviewProtocol';
import { COMMANDS, INFRASTRUCTURE } from './ids';
import type { Pages } from './pages';
import type { ReviewPanels } from './reviewPanels';
import type { Services } from './services';

/** The review, loaded on first use. */
class LazyPanels implements vscode.Disposable {
  readonly #services: Services;
  readonly #pages: Pages;
  #panels: ReviewPanels | undefined;

  constructor(services: Services, pages: Pages) {
    this.#services = services;
    this.#pages = pages;
  }

  get(): ReviewPanels {
    const { ReviewPanels } = require('./reviewPanels') as typeof import('./reviewPanels');
    const { runReviewAction } = require('./reviewActions') as typeof import('./reviewActions');
    this.#panels ??= new ReviewPanels(this.#services, this.#pages, runReviewAction);
    return this.#panels;
  }

  dispose(): void {
    this.#panels?.dispose();
  }
}

export function registerReview(services: Services, pages: Pages): vscode.Disposable {
  const panels = new LazyPanels(services, pages);
  return vscode.Disposable.from(
    panels,
    services.doors.command(COMMANDS.casesLikeThis, async (uri: unknown, selected: unknown) => {
      const target = await targetOf(pages, uri, selected);
      if (target) await panels.get().open(target);
    }),
    services.doors.command(COMMANDS.workspaceOverview, () => panels.get().open({ kind: 'workspace' })),
    services.doors.command(COMMANDS.report, (uri: unknown, selected: unknown) =>
      report(services, pages, panels, uri, selected),
    ),
    services.doors.command(COMMANDS.adr, (uri: unknown) => record(services, pages, panels, uri)),
    services.doors.command(COMMANDS.addSuggested, (uri: unknown, ids: unknown) =>
      addSuggested(services, pages, uri, ids),
    ),
    vscode.languages.registerCodeActionsProvider(
      INFRASTRUCTURE,
      { provideCodeActions: refactorings },
      { providedCodeActionKinds: [ADD_KIND] },
    ),
    services.doors.furnish('reviews', {
      deserializeWebviewPanel: async (panel, state) => panels.get().restore(panel, state),
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook.genericProducts')) services.store.recount();
    }),
  );
}

/** What a command is about; says so when there is nothing. */
async function targetOf(pages: Pages, uri: unknown, selected: unknown): Promise<ReviewTarget | undefined> {
  const { targetOfCommand } = require('./reviewTargets') as typeof import('./reviewTargets');
  const target = await targetOfCommand(uri, selected, pages.lastEditor.document());
  if (!target) void vscode.window.showInformationMessage(vscode.l10n.t('Open an infrastructure file first.'));
  return target;
}

/** The review in front, or that of the command's target. */
async function reviewed(services: Services, pages: Pages, panels: LazyPanels, uri: unknown, selected?: unknown) {
  const file = isTabOfWebview(uri) ? undefined : uri;
  const active = file === undefined ? panels.get().active : undefined;
  if (active) return { target: active.target, review: active.review };
  const target = await targetOf(pages, file, selected);
  const library = services.store.library();
  const roll = services.store.roll();
  if (!target || !library || !roll) return undefined;
  const { readTarget } = require('./reviewFiles') as typeof import('./reviewFiles');
  const { reviewFiles } = require('../core/review/reviewFiles') as typeof import('../core/review/reviewFiles');
  const read = await readTarget(services, target);
  return read && { target, review: reviewFiles(library, roll, read.files) };
}

/** The title menu of a webview hands over the address of its tab, which is no file. */
function isTabOfWebview(uri: unknown): boolean {
  return uri instanceof vscode.Uri && uri.scheme === 'webview-panel';
}

async function report(
  services: Services,
  pages: Pages,
  panels: LazyPanels,
  uri: unknown,
  selected: unknown,
): Promise<void> {
  const found = await reviewed(services, pages, panels, uri, selected);
  const { pickReportFormat, showReport } = require('./report') as typeof import('./report');
  const format = found && (await pickReportFormat());
  if (format) await showReport(services, found.target, found.review, format);
}

async function record(services: Services, pages: Pages, panels: LazyPanels, uri: unknown): Promise<void> {
  const found = await reviewed(services, pages, panels, uri);
  const { showRecord } = require('./reportRecord') as typeof import('./reportRecord');
  if (found) await showRecord(services, found.review);
}

async function addSuggested(services: Services, pages: Pages, uri: unknown, ids: unknown): Promise<void> {
  const target =
    uri instanceof vscode.Uri ? uri : (vscode.window.activeTextEditor?.document ?? pages.lastEditor.document())?.uri;
  if (!target) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an infrastructure file first.'));
    return;
  }
  const { addSuggestedTo } = require('./reviewAdd') as typeof import('./reviewAdd');
  const chosen = Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : undefined;
  await addSuggestedTo(services, target, chosen);
}

const ADD_KIND = vscode.CodeActionKind.Refactor.append('casebook');

/** Only when asked for refactorings: no light bulb appears for it by itself. */
function refactorings(
  document: vscode.TextDocument,
  _range: vscode.Range,
  { only, triggerKind }: vscode.CodeActionContext,
): vscode.CodeAction[] | undefined {
  const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke && (!only || only.contains(ADD_KIND));
  if (!isAsked) return undefined;
  const title = vscode.l10n.t('Add what such architectures also used…');
  const action = new vscode.CodeAction(title, ADD_KIND);
  action.command = { command: COMMANDS.addSuggested, title, arguments: [document.uri] };
  return [action];
}
