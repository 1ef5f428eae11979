// Owns the webview panels: which panel a page goes to, what is restored after a reload, what a page asks for. Decides
// nothing about content.
import * as vscode from 'vscode';

import { missingPage } from '../core/pages/missingPage';
import { anyPanel, columnBeside, panelBeside } from '../core/pages/panelChoice';
import {
  type FromPage,
  type PageRef,
  type PageState,
  pageKey,
  parseFromPage,
  parsePageState,
  type ToPage,
} from '../core/protocol';
import { Backlinks } from './backlinks';
import { PANEL } from './ids';
import { LastEditor } from './lastEditor';
import { guarded } from './log';
import { favourites, remember } from './memory';
import { citationsMessage, runAction } from './pageActions';
import { loadDocument, pageOptions } from './pageAssets';
import type { PageHost } from './pageHost';
import { PagePanel } from './pagePanel';
import type { Services } from './services';
import { openColumn, reusesPreview } from './settings';

/** Pages that one browses through; what was asked for by a command of its own has a panel of its own. */
const BROWSED: ReadonlySet<PageRef['kind']> = new Set(['case', 'product', 'industry', 'problem']);

/** Asking twice for a page so soon is a double click, and means to keep it. */
const DOUBLE_CLICK_MS = 500;

export class Pages implements PageHost, vscode.Disposable {
  readonly services: Services;
  readonly lastEditor = new LastEditor();
  readonly backlinks: Backlinks;
  readonly #panels = new Set<PagePanel>();
  #asked: { readonly key: string; readonly at: number } | undefined;

  constructor(services: Services) {
    this.services = services;
    this.backlinks = new Backlinks(services);
  }

  /**
   * Opens or reveals a page; a case page scrolls to its `place`. What is browsed to takes the place of what was browsed to
   * before, as files do, unless the user has kept or pinned that page or wants no previews.
   */
  open(page: PageRef, column?: vscode.ViewColumn.Beside): void {
    if (column !== undefined) {
      this.openBeside([page]);
      return;
    }
    const isTwice = this.#isTwice(pageKey(page));
    const existing = anyPanel(this.#of(page));
    if (existing) {
      if (isTwice) this.#keep(existing);
      existing.reveal(page);
      return;
    }
    this.#openNew(page);
  }

  /** Opens pages beside what is in front, all in one column; a page that is beside already is shown there. */
  openBeside(pages: readonly PageRef[]): void {
    const front = vscode.window.tabGroups.activeTabGroup.viewColumn;
    for (const page of pages) {
      const existing = this.#besides(page, front);
      if (existing) existing.reveal(page);
      else this.#openNew(page, columnBeside(front));
    }
  }

  /** A double click asks twice, the second time with the page in front; and nobody needs a second comparison with a file. */
  #besides(page: PageRef, front: number): PagePanel | undefined {
    const panels = this.#of(page);
    const isOnce = this.#isTwice(`beside/${pageKey(page)}`) || page.kind === 'fileCompare';
    return isOnce ? anyPanel(panels) : panelBeside(panels, front);
  }

  /** Without a column: where the user's setting says. */
  #openNew(page: PageRef, column?: vscode.ViewColumn): void {
    const isPreview = column === undefined && BROWSED.has(page.kind) && reusesPreview();
    const preview = isPreview ? [...this.#panels].find((panel) => panel.isPreview) : undefined;
    if (preview) {
      preview.go(page);
      this.#note(preview);
      return;
    }
    const panel = vscode.window.createWebviewPanel(PANEL, '', column ?? openColumn(), {
      enableFindWidget: true,
      ...pageOptions(this.services),
    });
    this.#adopt(panel, { version: 1, page, ...(isPreview && { isPreview }) });
  }

  /** The page in front, if one of ours is. */
  get active(): PageRef | undefined {
    return this.#front?.page;
  }

  /** Shows another page in the panel in front: previous and next. */
  replaceActive(page: PageRef): void {
    const front = this.#front;
    if (!front || this.#of(page).length > 0) {
      this.open(page);
      return;
    }
    front.go(page);
    this.#note(front);
  }

  /** Goes through the pages that the panel in front has shown. */
  go(direction: 'back' | 'forward', panel = this.#front): void {
    if (!panel) return;
    if (direction === 'back') panel.goBack();
    else panel.goForward();
    this.#note(panel);
  }

  /** Keeps the page in front: what is browsed to next opens elsewhere. */
  keepActive(): void {
    if (this.#front) this.#keep(this.#front);
  }

  /** Fills a panel that the editor brought back after a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = pageOptions(this.services);
    const parsed = parsePageState(state);
    if (parsed) return this.#adopt(panel, parsed);
    this.services.log.warn(
      `a page was not restored: its state is of another version: ${JSON.stringify(state)?.slice(0, 200)}`,
    );
    const content = missingPage(
      vscode.l10n.t('This page cannot be restored'),
      vscode.l10n.t('Its saved state is of another version of Cloud Casebook. Open it again from the Cases view.'),
    );
    panel.title = content.title;
    loadDocument(this.services, panel.webview, 'main.js', content);
  }

  /** Tells every open page of a case. */
  tellCase(id: string, message: ToPage): void {
    for (const panel of this.#panels) if (panel.page.kind === 'case' && panel.page.id === id) panel.tell(message);
    this.#noteFront();
  }

  /** Shows on every case page where the case is cited. */
  tellCitations(): void {
    for (const panel of this.#panels) this.#tellCitations(panel);
  }

  /** Renders everything anew: another language, other cases. */
  refresh(): void {
    for (const panel of this.#panels) panel.render();
  }

  /** Renders the comparisons with a file anew. */
  refreshFile(uri: vscode.Uri): void {
    for (const panel of this.#panels) {
      if (panel.page.kind === 'fileCompare' && panel.page.uri === uri.toString()) panel.render();
    }
  }

  get #front(): PagePanel | undefined {
    return [...this.#panels].find(({ isActive }) => isActive);
  }

  #of(page: PageRef): PagePanel[] {
    const key = pageKey(page);
    return [...this.#panels].filter((panel) => pageKey(panel.page) === key);
  }

  #isTwice(key: string): boolean {
    const before = this.#asked;
    this.#asked = { key, at: Date.now() };
    return before?.key === key && this.#asked.at - before.at < DOUBLE_CLICK_MS;
  }

  #keep(panel: PagePanel): void {
    panel.keep();
    this.#noteFront();
  }

  #adopt(panel: vscode.WebviewPanel, { page, isPreview }: PageState): void {
    const added = new PagePanel(this.services, panel, page, isPreview === true);
    this.#panels.add(added);
    panel.onDidDispose(() => {
      this.#panels.delete(added);
      this.#noteFront();
    });
    panel.onDidChangeViewState(() => {
      if (!added.isVisible) added.onHidden();
      this.#noteFront();
    });
    panel.webview.onDidReceiveMessage(
      guarded(this.services.log, 'message of a page', (message: unknown) => this.#receive(added, message)),
    );
    added.render();
    this.#note(added);
  }

  #receive(panel: PagePanel, message: unknown): void {
    const parsed = parseFromPage(message);
    if (parsed) this.#answer(panel, parsed);
    else
      this.services.log.warn(`a page sent a message that is none of ours: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  #answer(panel: PagePanel, message: FromPage): void {
    switch (message.type) {
      case 'ready':
        if (panel.onReady()) this.#shown(panel);
        return;
      case 'shown':
        this.#shown(panel);
        return;
      case 'open':
        // No page of ours leads to a comparison with a file: that is for commands to open.
        if (message.page.kind === 'fileCompare') return;
        this.open(message.page, message.beside ? vscode.ViewColumn.Beside : undefined);
        return;
      case 'back':
      case 'forward':
        this.go(message.type, panel);
        return;
      default:
        void runAction(this, panel.page, message).catch((error: unknown) =>
          this.services.log.error(`action of a page failed: ${String(error)}`),
        );
    }
  }

  #shown(panel: PagePanel): void {
    panel.showPlace();
    this.#tellCitations(panel);
  }

  #tellCitations(panel: PagePanel): void {
    if (panel.page.kind === 'case') panel.tell(citationsMessage(this.backlinks, panel.page.id));
  }

  #note({ page }: PagePanel): void {
    this.#noteFront();
    if (page.kind === 'case' && this.services.store.library()?.caseById.has(page.id)) {
      void remember(this.services.context, page.id);
    }
  }

  /** Menus, keys and commands ask for the kind of the page in front, and what can be done with it. */
  #noteFront(): void {
    const front = this.#front;
    const facts = {
      pageKind: front?.page.kind ?? '',
      pageIsPreview: front?.isPreview ?? false,
      pageIsFavourite: front?.page.kind === 'case' && favourites(this.services.context).includes(front.page.id),
      canGoBack: front?.canGoBack ?? false,
      canGoForward: front?.canGoForward ?? false,
    };
    for (const [name, value] of Object.entries(facts)) {
      void vscode.commands.executeCommand('setContext', `casebook.${name}`, value);
    }
  }

  dispose(): void {
    this.lastEditor.dispose();
    this.backlinks.dispose();
    for (const { panel } of [...this.#panels]) panel.dispose();
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
