// One webview panel: the page it shows, the way that led there, and how the next page gets onto the screen. Decides neither
// what a page holds nor which panel a page goes to.
import * as vscode from 'vscode';

import { missingPage } from '../core/pages/missingPage';
import type { ShownPanel } from '../core/pages/panelChoice';
import type { PageContent } from '../core/pages/parts';
import { languageTag } from '../core/pages/shell';
import { back, forward, movedTo, onTo, type Trail, trailAt } from '../core/pages/trail';
import { type PageRef, type PageState, pagePath, type ToPage } from '../core/protocol';
import { PANEL } from './ids';
import { guarded } from './log';
import { loadDocument } from './pageAssets';
import { fileOfPage, pageContent } from './pageContent';
import type { Services } from './services';
import { contentLanguage } from './settings';

export class PagePanel implements ShownPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #services: Services;
  #trail: Trail;
  /** Where in the case to go as soon as it is shown; once, so that nobody is thrown back there later. */
  #place: string | undefined;
  #isPreview: boolean;
  #isClosed = false;
  /**
   * What stands in the panel: a document that does not listen yet; one that listens; one whose page was exchanged since,
   * so that the editor, which keeps the document it was given, would bring back the wrong page.
   */
  #document: 'loading' | 'loaded' | 'exchanged' = 'loading';

  constructor(services: Services, panel: vscode.WebviewPanel, page: PageRef, isPreview: boolean) {
    this.#services = services;
    this.panel = panel;
    this.#trail = trailAt(this.#taken(page));
    this.#isPreview = isPreview;
    panel.onDidDispose(() => {
      this.#isClosed = true;
    });
    panel.iconPath = vscode.Uri.joinPath(services.context.extensionUri, 'media', 'page.svg');
  }

  get page(): PageRef {
    return this.#trail.here;
  }

  /** Whether the next page that is browsed to takes the place of this one. A tab that the user has pinned stays. */
  get isPreview(): boolean {
    return this.#isPreview && !isPinned(this.panel);
  }

  get column(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  get isVisible(): boolean {
    return this.panel.visible;
  }

  get canGoBack(): boolean {
    return this.#trail.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.#trail.future.length > 0;
  }

  /** Shows another page here. */
  go(page: PageRef): void {
    this.#move(onTo(this.#trail, this.#taken(page)), false);
  }

  /** Shows what was here before; at the beginning of the way nothing happens. */
  goBack(): void {
    this.#move(back(this.#trail), true);
  }

  goForward(): void {
    this.#move(forward(this.#trail), true);
  }

  /** Brings the panel to the front, a case at the place that is asked for and in the list that it is asked for through. */
  reveal(page: PageRef): void {
    const before = this.page;
    this.#trail = movedTo(this.#trail, { ...before, ...this.#taken(page) });
    this.panel.reveal();
    if (pagePath(before) !== pagePath(this.page)) this.render();
    else if (this.#document !== 'loading') this.showPlace();
  }

  /** No page takes the place of this one any more, unless it is asked for here. */
  keep(): void {
    this.#isPreview = false;
    this.tell({ type: 'kept' });
  }

  tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** Shows the page as it is now: into the document that stands there if one does, which is far quicker than a new one. */
  render(isReturn = false): void {
    this.#whenReadable(() => {
      const content = this.#content();
      this.panel.title = content.title;
      if (this.#document === 'loading' || !this.isVisible) this.#load(content);
      else this.#exchange(content, isReturn);
    });
  }

  /** The document was loaded, for the first time or again. `true` when it holds the page. */
  onReady(): boolean {
    if (this.#document === 'exchanged') {
      this.render(true);
      return false;
    }
    this.#document = 'loaded';
    return true;
  }

  /** The page stands there: a case goes to the place that was asked for. */
  showPlace(): void {
    if (this.#place) this.tell({ type: 'reveal', place: this.#place });
    this.#place = undefined;
  }

  /** What is not seen is not kept alive: when it is shown again, the editor loads the document anew. */
  onHidden(): void {
    if (this.#document === 'exchanged') this.#whenReadable(() => this.#load(this.#content()));
    this.#document = 'loading';
  }

  /** At once, or when the file that the page is about is open; a panel that was closed by then shows nothing any more. */
  #whenReadable(show: () => void): void {
    const opening = fileOfPage(this.page);
    if (!opening) show();
    else void opening.then(() => !this.#isClosed && show());
  }

  #move(trail: Trail | undefined, isReturn: boolean): void {
    if (!trail) return;
    this.#trail = trail;
    if (isReturn) this.#place = undefined;
    this.render(isReturn);
    this.panel.reveal();
  }

  /** The page without the place in it, which is noted. */
  #taken(page: PageRef): PageRef {
    if (page.kind !== 'case') return page;
    const { place, ...rest } = page;
    this.#place = place;
    return rest;
  }

  #content(): PageContent {
    return (
      guarded(this.#services.log, 'page', pageContent)(this.#services, this.page) ??
      missingPage(vscode.l10n.t('Not found'), vscode.l10n.t('This page could not be shown; the log says why.'))
    );
  }

  get #state(): PageState {
    return { version: 1, page: this.page, ...(this.#isPreview && { isPreview: true }) };
  }

  #load(content: PageContent): void {
    this.#document = 'loading';
    loadDocument(this.#services, this.panel.webview, 'main.js', content, this.#state);
  }

  #exchange({ title, body }: PageContent, isReturn: boolean): void {
    this.#document = 'exchanged';
    const lang = languageTag(contentLanguage());
    this.tell({ type: 'page', state: this.#state, lang, title, body: body.toString(), isReturn });
  }
}

/** The editor tells tabs and panels apart only by what both show. */
function isPinned({ title, viewColumn }: vscode.WebviewPanel): boolean {
  return vscode.window.tabGroups.all.some(
    (group) =>
      group.viewColumn === viewColumn &&
      group.tabs.some(
        ({ input, label, isPinned }) =>
          isPinned && label === title && input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL),
      ),
  );
}
