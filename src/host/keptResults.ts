// The results of a search, kept as a tree until they are cleared: the cases, and below each where it answered.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import type { Library } from '../core/library';
import type { Lang } from '../core/model';
import { type HitNode, hitNodes, type ResultNode, type WhyNode, whyNodes } from '../core/search/keptNodes';
import type { SearchHit } from '../core/search/search';
import { COMMANDS, VIEWS } from './ids';
import type { SearchHolder } from './searchHolder';
import { whyText } from './searchRows';
import type { Services } from './services';
import { contentLanguage } from './settings';

const HAS_RESULTS = 'casebook.hasResults';
const LIMIT = 100;

class KeptResults implements vscode.TreeDataProvider<ResultNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #hits: readonly SearchHit[] = [];

  constructor(services: Services) {
    this.#services = services;
  }

  show(hits: readonly SearchHit[]): void {
    this.#hits = hits;
    this.#changed.fire();
  }

  getChildren(node?: ResultNode): ResultNode[] {
    if (!node) return hitNodes(this.#hits);
    return node.kind === 'hit' ? whyNodes(node) : [];
  }

  getTreeItem(node: ResultNode): vscode.TreeItem {
    const lang = contentLanguage();
    const library = this.#services.store.library();
    if (!library) return new vscode.TreeItem(node.caseId);
    return node.kind === 'hit' ? hitItem(node, lang) : whyItem(library, node, lang);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function hitItem(node: HitNode, lang: Lang): vscode.TreeItem {
  const { study } = node.hit;
  const item = new vscode.TreeItem(study.customer[lang], vscode.TreeItemCollapsibleState.Expanded);
  item.id = study.id;
  item.description = placeOf(study);
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = 'case';
  item.command = openCommand(node);
  item.accessibilityInformation = { label: `${study.customer[lang]}, ${study.title[lang]}, ${placeOf(study)}` };
  return item;
}

function whyItem(library: Library, node: WhyNode, lang: Lang): vscode.TreeItem {
  const { why } = node;
  const { study } = node.hit;
  const item = new vscode.TreeItem(whyText(library, study, why, lang));
  item.id = `${study.id}/${why.tier}/${why.place ?? ''}/${why.text}`;
  item.tooltip = why.text;
  item.command = openCommand(node);
  return item;
}

function openCommand({ caseId, place }: ResultNode): vscode.Command {
  return {
    command: COMMANDS.openCase,
    title: vscode.l10n.t('Open Case'),
    arguments: place === undefined ? [caseId] : [caseId, place],
  };
}

/** The view and its two commands. */
export function registerKeptResults(services: Services, search: SearchHolder): vscode.Disposable {
  const tree = new KeptResults(services);
  const view = vscode.window.createTreeView(VIEWS.results, { treeDataProvider: tree, showCollapseAll: true });
  const setKept = (isKept: boolean) => vscode.commands.executeCommand('setContext', HAS_RESULTS, isKept);
  const keep = async (query?: unknown) => {
    const asked = typeof query === 'string' && query.trim() ? query.trim() : await askQuery();
    if (!asked) return;
    const hits = search.query(asked, LIMIT);
    tree.show(hits);
    view.description = asked;
    view.message = hits.length > 0 ? undefined : vscode.l10n.t('No case answers “{0}”.', asked);
    await setKept(true);
    await vscode.commands.executeCommand(`${VIEWS.results}.focus`);
  };
  const clear = async () => {
    tree.show([]);
    await setKept(false);
  };
  return vscode.Disposable.from(
    tree,
    view,
    services.doors.command(COMMANDS.keepResults, keep),
    services.doors.command(COMMANDS.clearResults, clear),
  );
}

function askQuery(): Thenable<string | undefined> {
  return vscode.window.showInputBox({ prompt: vscode.l10n.t('Search whose results are kept') });
}
