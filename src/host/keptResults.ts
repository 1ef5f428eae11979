// The results of a search, kept as a tree until they are cleared: the cases, and below each where it answered.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import type { Library } from '../core/library';
import type { Lang } from '../core/model';
import type { Why } from '../core/search/evidence';
import type { SearchHit } from '../core/search/search';
import { COMMANDS, VIEWS } from './ids';
import type { SearchHolder } from './searchHolder';
import { whyText } from './searchRows';
import type { Services } from './services';
import { contentLanguage } from './settings';

const HAS_RESULTS = 'casebook.hasResults';
const LIMIT = 100;

/** A case that a kept search found, or a place where it answers. */
type ResultNode =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'why'; readonly hit: SearchHit; readonly why: Why };

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
    if (!node) return this.#hits.map((hit) => ({ kind: 'hit', hit }));
    return node.kind === 'hit' ? reasonsOf(node.hit).map((why) => ({ kind: 'why', hit: node.hit, why })) : [];
  }

  getTreeItem(node: ResultNode): vscode.TreeItem {
    const lang = contentLanguage();
    const library = this.#services.store.library();
    if (!library) return new vscode.TreeItem(node.hit.study.id);
    return node.kind === 'hit' ? hitItem(node.hit, lang) : whyItem(library, node.hit, node.why, lang);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Reasons that lead to a place; two words of one statement are one reason. */
function reasonsOf({ whys }: SearchHit): Why[] {
  const seen = new Set<string>();
  return whys.filter(({ text, place }) => {
    const mark = `${place} ${text}`;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

function hitItem({ study, why }: SearchHit, lang: Lang): vscode.TreeItem {
  const item = new vscode.TreeItem(study.customer[lang], vscode.TreeItemCollapsibleState.Expanded);
  item.id = study.id;
  item.description = placeOf(study);
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = 'case';
  item.command = openCommand(study.id, why.place);
  item.accessibilityInformation = { label: `${study.customer[lang]}, ${study.title[lang]}, ${placeOf(study)}` };
  return item;
}

function whyItem(library: Library, { study }: SearchHit, why: Why, lang: Lang): vscode.TreeItem {
  const item = new vscode.TreeItem(whyText(library, study, why, lang));
  item.id = `${study.id}/${why.tier}/${why.place ?? ''}/${why.text}`;
  item.tooltip = why.text;
  item.command = openCommand(study.id, why.place);
  return item;
}

function openCommand(id: string, place: string | undefined): vscode.Command {
  return {
    command: COMMANDS.openCase,
    title: vscode.l10n.t('Open Case'),
    arguments: place === undefined ? [id] : [id, place],
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
