// Owns the webview panels: one a page, opened, revealed, restored after a reload. Decides nothing about content.
import * as vscode from 'vscode';

import { missingPage } from '../core/pages/missingPage';
import { pageShell } from '../core/pages/shell';
import { type FromPage, type PageRef, parseFromPage, parsePageState, type ToPage } from '../core/protocol';
import { Backlinks } from './backlinks';
import { PANEL } from './ids';
import { LastEditor } from './lastEditor';
import { guarded } from './log';
import { remember } from './memory';
import { citationsMessage, runAction } from './pageActions';
import { pageAssets, pageOptions } from './pageAssets';
import { openDocument, pageContent } from './pageContent';
import type { PageHost } from './pageHost';
import type { Services } from './services';
import { contentLanguage, openColumn } from './settings';

interface Entry {
  readonly panel: vscode.WebviewPanel;
  page: PageRef;
}

export class Pages implements PageHost, vscode.Disposable {
  readonly services: Services;
  readonly lastEditor = new LastEditor();
  readonly backlinks: Backlinks;
  readonly #entries = new Set<Entry>();

  constructor(services: Services) {
    this.services = services;
    this.backlinks = new Backlinks(services);
  }

  /** Opens or reveals a page; a case page scrolls to its `place`. Without a column: where the user's setting says. */
  open(page: PageRef, column?: vscode.ViewColumn): void {
    const existing = this.#find(page);
    if (existing) {
      existing.panel.reveal();
      existing.page = { ...existing.page, ...page };
      if (page.kind === 'case' && page.place) this.#tell(existing, { type: 'reveal', place: page.place });
      return;
    }
    const panel = vscode.window.createWebviewPanel(PANEL, '', column ?? openColumn(), {
      enableFindWidget: true,
      ...pageOptions(this.services),
    });
    void this.#adopt(panel, page);
  }

  /** The page in front, if one of ours is. */
  get active(): PageRef | undefined {
    return [...this.#entries].find(({ panel }) => panel.active)?.page;
  }

  /** Shows another page in the panel in front: previous and next. */
  replaceActive(page: PageRef): void {
    const entry = [...this.#entries].find(({ panel }) => panel.active);
    const existing = this.#find(page);
    if (!entry || existing) {
      this.open(page);
      return;
    }
    entry.page = page;
    this.#render(entry);
    this.#note(entry);
  }

  /** Fills a panel that the editor brought back after a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = pageOptions(this.services);
    const parsed = parsePageState(state);
    if (parsed) return this.#adopt(panel, parsed.page);
    this.services.log.warn(
      `a page was not restored: its state is of another version: ${JSON.stringify(state)?.slice(0, 200)}`,
    );
    const { title, body } = missingPage(
      vscode.l10n.t('This page cannot be restored'),
      vscode.l10n.t('Its saved state is of another version of Cloud Casebook. Open it again from the Cases view.'),
    );
    panel.title = title;
    panel.webview.html = pageShell(this.#assets(panel.webview), contentLanguage(), title, undefined, body);
  }

  /** Tells every open page of a case. */
  tellCase(id: string, message: ToPage): void {
    for (const entry of this.#entries)
      if (entry.page.kind === 'case' && entry.page.id === id) this.#tell(entry, message);
  }

  /** Shows on every case page where the case is cited. */
  tellCitations(): void {
    for (const entry of this.#entries) {
      if (entry.page.kind === 'case') this.#tell(entry, citationsMessage(this.backlinks, entry.page.id));
    }
  }

  /** Renders everything anew: another language, other cases. */
  refresh(): void {
    for (const entry of this.#entries) this.#render(entry);
  }

  /** Renders the comparisons with a file anew. */
  refreshFile(uri: vscode.Uri): void {
    for (const entry of this.#entries) {
      if (entry.page.kind === 'fileCompare' && entry.page.uri === uri.toString()) this.#render(entry);
    }
  }

  #find(page: PageRef): Entry | undefined {
    const key = keyOf(page);
    return [...this.#entries].find((entry) => keyOf(entry.page) === key);
  }

  async #adopt(panel: vscode.WebviewPanel, page: PageRef): Promise<void> {
    const entry: Entry = { panel, page };
    this.#entries.add(entry);
    panel.iconPath = vscode.Uri.joinPath(this.services.context.extensionUri, 'media', 'page.svg');
    panel.onDidDispose(() => {
      this.#entries.delete(entry);
      this.#noteActive();
    });
    panel.onDidChangeViewState(() => this.#noteActive());
    panel.webview.onDidReceiveMessage(
      guarded(this.services.log, 'message of a page', (message: unknown) => this.#receive(entry, message)),
    );
    if (page.kind === 'fileCompare') await load(page.uri);
    this.#render(entry);
    this.#note(entry);
  }

  #receive(entry: Entry, message: unknown): void {
    const parsed = parseFromPage(message);
    if (parsed) this.#answer(entry, parsed);
    else
      this.services.log.warn(`a page sent a message that is none of ours: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  #answer(entry: Entry, message: FromPage): void {
    const { page } = entry;
    switch (message.type) {
      case 'ready':
        if (page.kind !== 'case') return;
        if (page.place) this.#tell(entry, { type: 'reveal', place: page.place });
        this.#tell(entry, citationsMessage(this.backlinks, page.id));
        return;
      case 'open':
        // No page of ours leads to a comparison with a file: that is for commands to open.
        if (message.page.kind === 'fileCompare') return;
        this.open(message.page, message.beside ? vscode.ViewColumn.Beside : undefined);
        return;
      default:
        void runAction(this, page, message).catch((error: unknown) =>
          this.services.log.error(`action of a page failed: ${String(error)}`),
        );
    }
  }

  #tell(entry: Entry, message: ToPage): void {
    void entry.panel.webview.postMessage(message);
  }

  #render({ panel, page }: Entry): void {
    const content =
      guarded(this.services.log, 'page', pageContent)(this.services, page) ??
      missingPage(vscode.l10n.t('Not found'), vscode.l10n.t('This page could not be shown; the log says why.'));
    panel.title = content.title;
    const state = { version: 1, page } as const;
    panel.webview.html = pageShell(this.#assets(panel.webview), contentLanguage(), content.title, state, content.body);
  }

  #note({ page }: Entry): void {
    this.#noteActive();
    if (page.kind === 'case' && this.services.store.library()?.caseById.has(page.id)) {
      void remember(this.services.context, page.id);
    }
  }

  /** Menus and commands ask for the kind of the page in front. */
  #noteActive(): void {
    void vscode.commands.executeCommand('setContext', 'casebook.pageKind', this.active?.kind ?? '');
  }

  #assets(webview: vscode.Webview) {
    return pageAssets(this.services, webview, 'main.js');
  }

  dispose(): void {
    this.lastEditor.dispose();
    this.backlinks.dispose();
    for (const { panel } of [...this.#entries]) panel.dispose();
  }
}

/** Where in a case one reads, and through which list, makes no other page of it. */
function keyOf(page: PageRef): string {
  if ('id' in page) return `${page.kind}/${page.id}`;
  if (page.kind === 'compare') return `compare/${page.ids.join(',')}`;
  return page.kind === 'fileCompare' ? `fileCompare/${page.caseId}/${page.uri}` : page.kind;
}

/** Makes sure that the file of a comparison is open; a file that cannot be read is said on the page. */
async function load(uri: string): Promise<void> {
  if (openDocument(uri)) return;
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    // `pageContent` finds no document and says so.
  }
}

/** Panels come back after a reload, and follow the library, the language and the file they compare. */
export function registerPages(services: Services, pages: Pages): vscode.Disposable {
  return vscode.Disposable.from(
    pages,
    services.doors.furnish('pages', {
      deserializeWebviewPanel: (panel, state) => pages.restore(panel, state),
    }),
    pages.backlinks.onDidChange(() => pages.tellCitations()),
    services.store.onDidChange(() => pages.refresh()),
    services.readings.onDidChange((uri) => pages.refreshFile(uri)),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => pages.refreshFile(uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook.contentLanguage')) pages.refresh();
    }),
  );
}
