// The Cases view: the tree with its message, the commands that regroup and filter it, and showing a case in it.
import * as vscode from 'vscode';

import type { Facet, OutlineNode } from '../core/outline';
import { registerCaseDrop, startDrag } from './casesDrag';
import { CasesTree } from './casesTree';
import { COMMANDS, VIEWS } from './ids';
import { MEMORY_CHANGED, syncMemory } from './memory';
import type { Services } from './services';

/** What the commands about cases need of the view. */
export interface CasesView {
  readonly tree: CasesTree;
  readonly view: vscode.TreeView<OutlineNode>;
}

export function createCasesView(services: Services): CasesView & vscode.Disposable {
  const { doors } = services;
  const tree = new CasesTree(services);
  const view = services.views.cases;
  const say = () => {
    view.message = services.store.failure ?? filterMessage(services, tree);
  };
  const group = (command: string, facet: Facet) => doors.command(command, () => tree.group(facet));
  const disposable = vscode.Disposable.from(
    doors.furnish('cases', tree),
    doors.furnish('drag', startDrag),
    registerCaseDrop(services),
    tree.onDidChange(say),
    view.onDidExpandElement(({ element }) => tree.remember(element.id, true)),
    view.onDidCollapseElement(({ element }) => tree.remember(element.id, false)),
    group(COMMANDS.groupByIndustry, 'industry'),
    group(COMMANDS.groupByProduct, 'product'),
    group(COMMANDS.groupByProblem, 'problem'),
    group(COMMANDS.groupByCustomer, 'customer'),
    doors.command(COMMANDS.filterCases, () => askForFilter(tree, view)),
    doors.command(COMMANDS.clearFilter, () => tree.filter('')),
    doors.command(MEMORY_CHANGED, () => tree.refresh()),
    services.store.onDidChange(() => tree.refresh(true)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook.contentLanguage')) tree.refresh();
    }),
  );
  syncMemory(services.context);
  tree.announce();
  return { tree, view, dispose: () => disposable.dispose() };
}

/** `Filter: 直播 (12 of 85)` */
function filterMessage({ store }: Services, tree: CasesTree): string | undefined {
  const all = store.library()?.cases.length;
  const left = tree.passing()?.size;
  if (tree.query === '' || all === undefined || left === undefined) return undefined;
  return vscode.l10n.t('Filter: {0} ({1} of {2})', tree.query, left, all);
}

/**
 * Filters while it is typed. Escape goes back to what was there before; Enter keeps the filter, and so does whoever goes on
 * to a row that it left.
 */
async function askForFilter(tree: CasesTree, view: vscode.TreeView<OutlineNode>): Promise<void> {
  await vscode.commands.executeCommand(`${VIEWS.cases}.focus`);
  const before = tree.query;
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Filter Cases');
  box.placeholder = vscode.l10n.t('Customer, title, product, problem, pinyin; several words mean all of them');
  box.value = before;
  // A click into the tree is no wish to have the filter away.
  box.ignoreFocusOut = true;
  let isAccepted = false;
  const accept = () => {
    isAccepted = true;
    box.hide();
  };
  const listeners = [
    box.onDidChangeValue((value) => tree.filter(value.trim())),
    box.onDidAccept(accept),
    view.onDidChangeSelection(({ selection }) => selection.length > 0 && accept()),
    box.onDidHide(() => {
      if (!isAccepted) tree.filter(before);
      for (const listener of listeners) listener.dispose();
      box.dispose();
    }),
  ];
  box.show();
}

/** Selects a case in the tree; a filter that hides it is taken off. */
export async function revealCase({ tree, view }: CasesView, id: string): Promise<void> {
  if (tree.passing()?.has(id) === false) tree.filter('');
  const node = tree.nodeOf(id);
  if (node) await view.reveal(node, { select: true, focus: true, expand: true });
}
