// What is registered at activation and in the turn after it: every command, view and page, and what a user asks for in a file.
// Each only leads to what stands behind it; nothing here may import a feature.
import * as vscode from 'vscode';

import type { OutlineNode } from '../core/outline';
import type { Doors } from './doors';
import {
  CASE_IDS,
  CASE_SCHEME,
  COMMANDS,
  HELP_SCHEME,
  INFRASTRUCTURE,
  isInfrastructure,
  PANEL,
  REVIEW_PANEL,
  VIEWS,
} from './ids';
import { MEMORY_CHANGED } from './memory';
import { isTeamFile } from './teamPaths';
import type { FileNode } from './treeNodes';

/** The views that are always there; the kept results have theirs when there are some. */
export interface Views {
  readonly cases: vscode.TreeView<OutlineNode>;
  readonly inThisFile: vscode.TreeView<FileNode>;
}

export function createViews(doors: Doors): Views {
  const dragAndDropController: vscode.TreeDragAndDropController<OutlineNode> = {
    dragMimeTypes: [CASE_IDS],
    dropMimeTypes: [],
    handleDrag: (nodes, data) => doors.enter('drag')(nodes, data),
  };
  return {
    cases: vscode.window.createTreeView(VIEWS.cases, {
      treeDataProvider: treeBehind<OutlineNode>(doors, 'cases'),
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController,
    }),
    inThisFile: vscode.window.createTreeView(VIEWS.inThisFile, {
      treeDataProvider: treeBehind<FileNode>(doors, 'inThisFile'),
      showCollapseAll: true,
    }),
  };
}

function treeBehind<T>(doors: Doors, room: keyof Views): vscode.TreeDataProvider<T> {
  const tree = () => doors.enter(room) as vscode.TreeDataProvider<unknown> as vscode.TreeDataProvider<T>;
  return {
    onDidChangeTreeData: doors.changes<undefined>(room).event,
    getChildren: (node) => tree().getChildren(node),
    getTreeItem: (node) => tree().getTreeItem(node),
    getParent: (node) => tree().getParent?.(node),
    resolveTreeItem: (item, node, token) => tree().resolveTreeItem?.(item, node, token) ?? item,
  };
}

/** What must be there when activation ends: the editor may be about to call it. */
export function registerFirstDoors(doors: Doors, context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...[...Object.values(COMMANDS), MEMORY_CHANGED].map((id) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) => doors.run(id, args)),
    ),
    ...toolDoors(doors, context),
  );
}

/** What the editor waits for, or asks again when it comes: views, pages to bring back, links, files. */
export function registerOtherDoors(doors: Doors): vscode.Disposable {
  return vscode.Disposable.from(...pageDoors(doors), ...fileDoors(doors), wakeForFiles(doors));
}

/** What the editor brings back after a reload, and what links lead to. */
function pageDoors(doors: Doors): vscode.Disposable[] {
  const { window, workspace } = vscode;
  return [
    window.registerWebviewPanelSerializer(PANEL, {
      deserializeWebviewPanel: (panel, state) => doors.enter('pages').deserializeWebviewPanel(panel, state),
    }),
    window.registerWebviewPanelSerializer(REVIEW_PANEL, {
      deserializeWebviewPanel: (panel, state) => doors.enter('reviews').deserializeWebviewPanel(panel, state),
    }),
    window.registerUriHandler({ handleUri: (uri) => doors.enter('uris').handleUri(uri) }),
    workspace.registerTextDocumentContentProvider(CASE_SCHEME, {
      onDidChange: doors.changes<vscode.Uri>('caseTexts').event,
      provideTextDocumentContent: (...asked) => doors.enter('caseTexts').provideTextDocumentContent(...asked),
    }),
    workspace.registerTextDocumentContentProvider(HELP_SCHEME, {
      provideTextDocumentContent: (...asked) => doors.enter('helpTexts').provideTextDocumentContent(...asked),
    }),
  ];
}

/** Opens the list in a `# case:` comment; the same as in the YAML layer, which is not loaded here. */
const COMMENT_TRIGGER = '@';

/** What a user may ask for before the file has woken us. All else about files is registered behind. */
function fileDoors(doors: Doors): vscode.Disposable[] {
  const { languages } = vscode;
  // Plain languages, so that we answer in the same group as the YAML extension and neither silences the other.
  return [
    // A plain `*` scores 5 where the schema's own language scores 10, and the lower score is shown below.
    languages.registerHoverProvider('*', {
      provideHover: (document, ...asked) =>
        isInfrastructure(document) ? doors.enter('hover').provideHover(document, ...asked) : undefined,
    }),
    languages.registerCompletionItemProvider(
      INFRASTRUCTURE,
      {
        provideCompletionItems: (...asked) => doors.enter('completion').provideCompletionItems(...asked),
        resolveCompletionItem: (...asked) => doors.enter('completion').resolveCompletionItem(...asked),
      },
      COMMENT_TRIGGER,
    ),
  ];
}

/** The tools of the manifest; none in editors that are too old for them and in forks without. */
function toolDoors(doors: Doors, { extension }: vscode.ExtensionContext): vscode.Disposable[] {
  if (typeof vscode.lm?.registerTool !== 'function') return [];
  const tools: readonly { readonly name: string }[] = extension.packageJSON.contributes.languageModelTools;
  return tools.map(({ name }) =>
    vscode.lm.registerTool<object>(name, {
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Asking the case library') }),
      invoke: ({ input }) => doors.enter('tools')(name, input),
    }),
  );
}

/** A file that stays open this long gets its status, marks and links; until then the window may still be starting. */
const WAKE_MS = 250;

/** Opens the doors when a file that we read is open. */
function wakeForFiles(doors: Doors): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    if (doors.isOpen) return;
    if (vscode.workspace.textDocuments.some(isOfInterest)) doors.open();
  };
  const later = () => {
    if (doors.isOpen) return;
    clearTimeout(timer);
    timer = setTimeout(wake, WAKE_MS);
  };
  later();
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.workspace.onDidOpenTextDocument((document) => void (isOfInterest(document) && later())),
  );
}

function isOfInterest(document: vscode.TextDocument): boolean {
  return isInfrastructure(document) || isTeamFile(document.uri);
}
