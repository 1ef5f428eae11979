// The case tree as the editor wants it: asks the outline what to show, turns it into tree items, and keeps what the
// outline cannot know: facet, filter, which groups stand open.
import * as vscode from 'vscode';

import { FACETS, type Facet, type GroupNode, type OutlineNode, outline } from '../core/outline';
import { type OutlineFilter, outlineFilter, type PreparedTexts } from '../core/outlineFilter';
import { caseItem, groupItem, missingItem, tooltipOf } from './casesItems';
import { favourites, recent } from './memory';
import type { Services } from './services';
import { contentLanguage } from './settings';

const FACET_KEY = 'casebook.facet';
/** Context key: a filter is on. */
const FILTERED_KEY = 'casebook.filtered';
const FAVOURITES = 'favourites';
const RECENT_SHOWN = 8;
/** Under a filter that leaves so few cases their groups stand open. */
const FEW = 30;

interface Shown {
  readonly groups: readonly GroupNode[];
  readonly byId: ReadonlyMap<string, GroupNode>;
}

export class CasesTree implements vscode.TreeDataProvider<OutlineNode> {
  readonly #services: Services;
  readonly #changed: vscode.EventEmitter<undefined>;
  readonly #open = new Set<string>();
  #shown: Shown | undefined;
  readonly #texts: PreparedTexts = new WeakMap();
  #filter: OutlineFilter | undefined;
  #query = '';

  constructor(services: Services) {
    this.#services = services;
    this.#changed = services.doors.changes('cases');
  }

  get facet(): Facet {
    const kept = this.#services.context.globalState.get<string>(FACET_KEY);
    return FACETS.find((facet) => facet === kept) ?? 'industry';
  }

  get query(): string {
    return this.#query;
  }

  async group(facet: Facet): Promise<void> {
    await this.#services.context.globalState.update(FACET_KEY, facet);
    this.announce();
    this.refresh();
  }

  /** Shows only the cases that fit `query`; `''` shows all. */
  filter(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.announce();
    this.refresh();
  }

  /** Tells menus about facet and filter. */
  announce(): void {
    void vscode.commands.executeCommand('setContext', FACET_KEY, this.facet);
    void vscode.commands.executeCommand('setContext', FILTERED_KEY, this.#query !== '');
  }

  /** Cases that pass the filter; `undefined` without one. */
  passing(): ReadonlySet<string> | undefined {
    const library = this.#services.store.library();
    if (!library) return undefined;
    this.#filter ??= outlineFilter(library, this.#texts);
    return this.#filter(this.#query);
  }

  /** Shows the library anew; `libraryChanged` when it is another one. */
  refresh(libraryChanged = false): void {
    if (libraryChanged) this.#filter = undefined;
    this.#shown = undefined;
    this.#changed.fire(undefined);
  }

  /** The editor forgets what stood open below a filter or another facet; we do not. */
  remember(id: string, isOpen: boolean): void {
    if (this.#query !== '') return;
    if (isOpen) this.#open.add(id);
    else this.#open.delete(id);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    if (!node) return [...this.#show().groups];
    return node.kind === 'group' ? [...node.children] : [];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return this.#show().byId.get(parentId(node));
  }

  /** The node of a case in the facet that is shown; not among favourites and recent where there is another. */
  nodeOf(caseId: string): OutlineNode | undefined {
    const find = (nodes: readonly OutlineNode[]): OutlineNode | undefined => {
      for (const node of nodes) {
        if (node.kind === 'case' && node.study.id === caseId) return node;
        const below = node.kind === 'group' && find(node.children);
        if (below) return below;
      }
      return undefined;
    };
    const { groups } = this.#show();
    return find(groups.filter(({ subject }) => subject.kind !== 'own')) ?? find(groups);
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const item = this.#item(node);
    // Under a filter nodes are others to the editor, so that what stood open before stands open after.
    item.id = this.#query === '' ? node.id : `filtered/${node.id}`;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    const library = this.#services.store.library();
    if (library) item.tooltip = tooltipOf(library, node, contentLanguage());
    return item;
  }

  #item(node: OutlineNode): vscode.TreeItem {
    const library = this.#services.store.library();
    if (node.kind === 'missing' || !library) return missingItem(node, favourites(this.#services.context));
    if (node.kind === 'group') return groupItem(library, node, this.#isOpen(node), contentLanguage());
    return caseItem(library, node, favourites(this.#services.context).includes(node.study.id), contentLanguage());
  }

  #isOpen(node: GroupNode): boolean {
    if (this.#query === '') return this.#open.has(node.id);
    return (this.passing()?.size ?? 0) <= FEW;
  }

  #show(): Shown {
    this.#shown ??= this.#build();
    return this.#shown;
  }

  #build(): Shown {
    const library = this.#services.store.library();
    if (!library) return { groups: [], byId: new Map() };
    const only = this.passing();
    const { context } = this.#services;
    const own = only
      ? []
      : [
          { id: FAVOURITES, label: vscode.l10n.t('Favourites'), cases: favourites(context) },
          { id: 'recent', label: vscode.l10n.t('Recent'), cases: recent(context).slice(0, RECENT_SHOWN) },
        ];
    const groups = outline(library, { facet: this.facet, lang: contentLanguage(), own, ...(only && { only }) });
    return { groups, byId: groupsById(groups) };
  }

  /** Fires when other things are shown. */
  get onDidChange(): vscode.Event<undefined> {
    return this.#changed.event;
  }
}

/** Groups by the id of each group beneath; a case's group is told by its own id, so that no list is made for it. */
function groupsById(groups: readonly GroupNode[]): ReadonlyMap<string, GroupNode> {
  const found = new Map<string, GroupNode>();
  for (const group of groups) {
    found.set(group.id, group);
    if (group.subject.kind !== 'category') continue;
    for (const child of group.children) if (child.kind === 'group') found.set(child.id, child);
  }
  return found;
}

/** `product/database/redis` of `product/database/redis/inet-1.26`. */
function parentId(node: OutlineNode): string {
  if (node.kind === 'group') return node.id.slice(0, node.id.lastIndexOf('/'));
  const own = node.kind === 'case' ? node.study.id : node.caseId;
  return node.id.slice(0, -own.length - 1);
}
