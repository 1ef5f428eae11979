// The view of the active file: follows the editor without ever taking the focus, and lets the user correct the format.
import * as vscode from 'vscode';

import { askFormat } from './askFormat';
import { COMMANDS, isInfrastructure } from './ids';
import { fileNodes } from './inThisFileNodes';
import { guarded } from './log';
import { openDocument } from './openDocuments';
import type { Services } from './services';
import type { FileNode } from './treeNodes';

const DELAY_MS = 250;

class FileTree implements vscode.TreeDataProvider<FileNode> {
  readonly #services: Services;
  readonly #changed: vscode.EventEmitter<undefined>;
  #parents = new Map<string, FileNode>();
  #uri: vscode.Uri | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#changed = services.doors.changes('inThisFile');
    this.follow(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0]);
  }

  /** The file that is shown: the one in front, or the last one while it stays open and a page is in front. */
  get document(): vscode.TextDocument | undefined {
    return this.#uri && openDocument(this.#uri);
  }

  follow(editor: vscode.TextEditor | undefined): void {
    if (editor && editor.document.uri.scheme !== 'output') this.#uri = editor.document.uri;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(node?: FileNode): FileNode[] {
    if (node) return this.#noteParent(node, node.children ?? []);
    const { document } = this;
    if (!document || !isInfrastructure(document)) return [];
    return [...(guarded(this.#services.log, 'in this file', fileNodes)(this.#services, document) ?? [])];
  }

  #noteParent(parent: FileNode, children: readonly FileNode[]): FileNode[] {
    for (const child of children) this.#parents.set(child.id, parent);
    return [...children];
  }

  getParent(node: FileNode): FileNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: FileNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const state = node.children ? (node.kind === 'group' ? Expanded : Collapsed) : None;
    const item = new vscode.TreeItem(node.label, state);
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    item.contextValue = node.kind;
    if (node.description) item.description = node.description;
    item.tooltip = node.tooltip ?? node.label;
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    const command = commandOf(node, this.document?.uri);
    if (command) item.command = command;
    return item;
  }
}

/** What Enter on a row does; `uri` is the file that is shown. */
export function commandOf({ kind, caseId, line }: FileNode, uri: vscode.Uri | undefined): vscode.Command | undefined {
  if (kind === 'format') return { command: COMMANDS.overrideFormat, title: vscode.l10n.t('Read this file as…') };
  if (caseId) return { command: COMMANDS.openCase, title: vscode.l10n.t('Open Case'), arguments: [caseId] };
  if (line === undefined || !uri) return undefined;
  const selection = new vscode.Range(line, 0, line, 0);
  return { command: 'vscode.open', title: vscode.l10n.t('Go to Line'), arguments: [uri, { selection }] };
}

export function registerInThisFile(services: Services): vscode.Disposable {
  const tree = new FileTree(services);
  const view = services.views.inThisFile;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      describe(view, tree);
      tree.refresh();
    }, DELAY_MS);
  };
  describe(view, tree);
  return vscode.Disposable.from(
    services.doors.furnish('inThisFile', tree),
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      tree.follow(editor);
      describe(view, tree);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (view.visible && document === tree.document) later();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) later();
    }),
    // After a reload a page may be in front, and the file beside it is no active editor.
    vscode.window.onDidChangeVisibleTextEditors(([first]) => {
      if (!tree.document && first) tree.follow(first);
      later();
    }),
    vscode.workspace.onDidCloseTextDocument(later),
    services.store.onDidChange(later),
    services.readings.onDidChange(later),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook.contentLanguage')) later();
    }),
    services.doors.command(COMMANDS.overrideFormat, () => askFormat(services.readings, tree.document)),
  );
}

function describe(view: vscode.TreeView<FileNode>, tree: FileTree): void {
  const { document } = tree;
  const name = document && isInfrastructure(document) ? document.uri.path.split('/').at(-1) : undefined;
  view.description = name;
}
