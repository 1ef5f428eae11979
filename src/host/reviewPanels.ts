// Owns the panels of reviews: one a target, read anew when its files are saved, restored after a reload. What they show
// is made in the core; what their buttons do is done by the commands.
import * as vscode from 'vscode';

import { html } from '../core/html';
import type { PageContent, PageContext } from '../core/pages/parts';
import { windowAfter } from '../core/review/lineWindow';
import { overviewPage } from '../core/review/overviewPage';
import { type Review, reviewOf } from '../core/review/review';
import { reviewFiles } from '../core/review/reviewFiles';
import { casesPart, type ReviewPageInput, reviewPage, unreadPage } from '../core/review/reviewPage';
import {
  type FromReview,
  parseFromReview,
  parseReviewState,
  type ReviewState,
  type ReviewTarget,
  type ToReview,
  type WhatIf,
} from '../core/review/reviewProtocol';
import { architectureWith, ticked } from '../core/review/whatIf';
import { type Turns, turns } from '../core/turns';
import { REVIEW_PANEL } from './ids';
import { guarded } from './log';
import { loadDocument, pageOptions } from './pageAssets';
import { pageContext } from './pageContent';
import type { Pages } from './pages';
import { labelOf, type ReviewedFiles, readFile, readQuietly, readTarget, takesTime, titleOf } from './reviewFiles';
import { targetKey } from './reviewTargets';
import type { Services } from './services';
import { openColumn } from './settings';

const NO_WHAT_IF: WhatIf = { off: [], added: [] };

/** A panel with what it shows. */
export interface ReviewEntry {
  readonly panel: vscode.WebviewPanel;
  /** The lines of a selection move with what is edited around them. */
  target: ReviewTarget;
  whatIf: WhatIf;
  read: ReviewedFiles | undefined;
  review: Review | undefined;
  /**
   * Whether the page was told more than its document holds. The editor keeps the document of a hidden tab as it was given
   * and loads it anew when the tab is shown.
   */
  isTold: boolean;
  /** Id of the element where the user goes on, once the page stands there anew. */
  focus: string | undefined;
  /** Whether the files are read for the first time. */
  isAwaited: boolean;
  readonly begin: Turns;
  /** Cancelled when the panel is closed. */
  readonly closed: vscode.CancellationTokenSource;
}

/** Does what a link or button of a review asks for. */
export type ReviewActor = (panels: ReviewPanels, entry: ReviewEntry, message: FromReview) => Promise<void>;

export class ReviewPanels implements vscode.Disposable {
  readonly services: Services;
  readonly pages: Pages;
  readonly #act: ReviewActor;
  readonly #entries = new Set<ReviewEntry>();
  /** Panels that are about to be there, by the key of their target. */
  readonly #openings = new Map<string, Promise<void>>();
  readonly #listeners: vscode.Disposable;

  constructor(services: Services, pages: Pages, act: ReviewActor) {
    this.#act = act;
    this.services = services;
    this.pages = pages;
    this.#listeners = vscode.Disposable.from(
      services.store.onDidChange(() => this.#recount()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#saved(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('casebook.contentLanguage'))
          for (const entry of this.#entries) this.#render(entry);
      }),
    );
  }

  /** Opens the review of a target, or brings it to the front and reads it again. */
  open(target: ReviewTarget): Promise<void> {
    const key = targetKey(target);
    const opening = this.#openings.get(key) ?? this.#open(target).finally(() => this.#openings.delete(key));
    this.#openings.set(key, opening);
    return opening;
  }

  async #open(target: ReviewTarget): Promise<void> {
    const existing = [...this.#entries].find((entry) => targetKey(entry.target) === targetKey(target));
    if (existing) {
      existing.panel.reveal();
      return this.refresh(existing);
    }
    const read = await readTarget(this.services, target);
    if (!read) return;
    const panel = vscode.window.createWebviewPanel(REVIEW_PANEL, titleOf(target), columnOf(target), {
      enableFindWidget: true,
      ...pageOptions(this.services),
    });
    this.#show(this.#adopt(panel, { version: 1, target, whatIf: NO_WHAT_IF }), read);
  }

  /** The review in front, if one is. */
  get active(): ReviewEntry | undefined {
    return [...this.#entries].find(({ panel }) => panel.active);
  }

  /** Fills a panel that the editor brought back after a reload. Nobody asked for it just now: its page says that it reads. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = parseReviewState(state);
    if (!parsed) return panel.dispose();
    panel.webview.options = pageOptions(this.services);
    const entry = this.#adopt(panel, parsed);
    entry.isAwaited = true;
    if (takesTime(entry.target)) this.#render(entry);
    await this.#readQuietly(entry);
    entry.isAwaited = false;
    if (!entry.read && this.#entries.has(entry)) this.#render(entry);
  }

  /** Reads the files again, as the user asks, and shows what they are now; the user goes on at the element `focus`. */
  refresh(entry: ReviewEntry, focus?: string): Promise<void> {
    entry.focus = focus;
    return this.#take(entry, readTarget(this.services, entry.target));
  }

  async #readQuietly(entry: ReviewEntry): Promise<void> {
    try {
      await this.#take(entry, readQuietly(this.services, entry.target, entry.closed.token));
    } catch (error) {
      this.services.log.error(`files of a review could not be read: ${String(error)}`);
    }
  }

  /** Shows what is being read, unless the panel is closed by then, or shows what was read later. */
  async #take(entry: ReviewEntry, reading: Promise<ReviewedFiles | undefined>): Promise<void> {
    const isNews = entry.begin();
    const read = await reading;
    if (read && this.#entries.has(entry) && isNews()) this.#show(entry, read);
  }

  #show(entry: ReviewEntry, read: ReviewedFiles): void {
    entry.read = read;
    entry.review = this.#review(read);
    this.#render(entry);
  }

  /** Other cases are there: what was read is laid beside them, no file is read for it. */
  #recount(): void {
    for (const entry of this.#entries) if (entry.read) this.#show(entry, entry.read);
  }

  /** Leaves the file as it is. */
  reset(entry: ReviewEntry): void {
    entry.whatIf = NO_WHAT_IF;
    this.#tellCases(entry);
  }

  #adopt(panel: vscode.WebviewPanel, { target, whatIf }: ReviewState): ReviewEntry {
    const closed = new vscode.CancellationTokenSource();
    const nothingYet = { read: undefined, review: undefined, focus: undefined, isTold: false, isAwaited: false };
    const entry: ReviewEntry = { panel, target, whatIf, closed, begin: turns(), ...nothingYet };
    this.#entries.add(entry);
    panel.iconPath = vscode.Uri.joinPath(this.services.context.extensionUri, 'media', 'page.svg');
    panel.onDidDispose(() => {
      this.#entries.delete(entry);
      closed.cancel();
      closed.dispose();
    });
    panel.webview.onDidReceiveMessage(
      guarded(this.services.log, 'message of a review', (message: unknown) => {
        const parsed = parseFromReview(message);
        if (parsed) this.#answer(entry, parsed);
      }),
    );
    return entry;
  }

  #answer(entry: ReviewEntry, message: FromReview): void {
    if (message.type === 'ready') {
      if (entry.isTold) this.#tellCases(entry);
      if (entry.focus) this.#tell(entry, { type: 'focus', id: entry.focus, state: stateOf(entry) });
      entry.focus = undefined;
      return;
    }
    if (message.type === 'whatIf') {
      if (!entry.review) return;
      entry.whatIf = ticked(entry.whatIf, entry.review.architecture, message.productId, message.on);
      this.#tellCases(entry);
      return;
    }
    void this.#act(this, entry, message).catch((error: unknown) =>
      this.services.log.error(`action of a review failed: ${String(error)}`),
    );
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    for (const entry of this.#entries) {
      const { target } = entry;
      if (target.kind !== 'files' || !target.window || !target.uris.includes(key)) continue;
      const window = windowAfter(target.window, contentChanges);
      if (window === target.window) continue;
      entry.target = { ...target, window };
      this.#tell(entry, { type: 'state', state: stateOf(entry) });
    }
  }

  #saved(uri: vscode.Uri): void {
    const key = uri.toString();
    for (const entry of this.#entries) {
      if (entry.target.kind !== 'files') void this.#readOne(entry, uri);
      else if (entry.target.uris.includes(key)) void this.#readQuietly(entry);
    }
  }

  /** Of a folder only the file that was saved is read anew; what came to be there since is for whoever reads again. */
  async #readOne(entry: ReviewEntry, uri: vscode.Uri): Promise<void> {
    const label = labelOf(uri);
    if (!entry.read?.uris.has(label)) return;
    const file = await readFile(this.services, uri);
    const { read } = entry;
    if (!read || !this.#entries.has(entry)) return;
    this.#show(entry, { ...read, files: read.files.map((one) => (one.file.file === label ? file : one)) });
  }

  #review(read: ReviewedFiles): Review | undefined {
    const context = pageContext(this.services);
    return context && reviewFiles(context.library, context.roll, read.files);
  }

  #input(entry: ReviewEntry, context: PageContext): ReviewPageInput | undefined {
    const { review, whatIf, target } = entry;
    if (!review) return undefined;
    const isTried = whatIf.off.length + whatIf.added.length > 0;
    const tried = isTried
      ? reviewOf(context.library, context.roll, architectureWith(review.architecture, whatIf))
      : review;
    return {
      title: titleOf(target),
      review,
      whatIf,
      tried,
      isSingleFile: target.kind === 'files' && target.uris.length === 1,
    };
  }

  #tellCases(entry: ReviewEntry): void {
    const context = pageContext(this.services);
    const input = context && this.#input(entry, context);
    if (!context || !input) return;
    this.#tell(entry, { type: 'cases', html: casesPart(input, context).toString(), state: stateOf(entry) });
  }

  #tell(entry: ReviewEntry, message: ToReview): void {
    entry.isTold = true;
    void entry.panel.webview.postMessage(message);
  }

  #render(entry: ReviewEntry): void {
    const content = this.#content(entry);
    entry.panel.title = content.title;
    entry.isTold = false;
    loadDocument(this.services, entry.panel.webview, 'review.js', content, stateOf(entry));
  }

  #content(entry: ReviewEntry): PageContent {
    const context = pageContext(this.services);
    const title = titleOf(entry.target);
    if (context && !entry.read) return unreadPage(title, entry.isAwaited ? 'reading' : 'unread', context);
    const input = context && this.#input(entry, context);
    if (!context || !input)
      return { title, body: html`<main class="single"><p>${this.services.store.failure ?? ''}</p></main>` };
    if (entry.target.kind === 'workspace') return overviewPage(title, input.review.architecture, context);
    return reviewPage(input, context);
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const { panel } of [...this.#entries]) panel.dispose();
  }
}

/** A review of files is read beside them; one of a folder or the workspace opens where pages open. */
function columnOf({ kind }: ReviewTarget): vscode.ViewColumn {
  return kind === 'files' && vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : openColumn();
}

function stateOf({ target, whatIf }: ReviewEntry): ReviewState {
  return { version: 1, target, whatIf };
}
