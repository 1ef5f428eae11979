// Finds files of the workspace on every file system. The editor's own search waits for ever where a file system has none,
// so those that we do not know to have one are walked.
import * as vscode from 'vscode';

import { type IgnoreFile, ignoreTest } from '../core/ignoreFile';

/** Schemes whose files the editor can search: of this or a remote machine, of a hosted repository. */
const SEARCHED: readonly string[] = ['file', 'vscode-remote', 'vscode-vfs'];

export interface FileQuery {
  /** Endings without the dot: `yaml`. */
  readonly endings: readonly string[];
  /** Names of folders that are passed over: `node_modules`. */
  readonly passed: readonly string[];
  /** Globs of what else a search leaves out; a walk does not know them. */
  readonly excluded?: readonly string[];
  readonly most: number;
  /** Only below this folder. */
  readonly below?: vscode.Uri;
}

/** What git and the editor's search leave out stands in these. */
const IGNORE_FILES = ['.gitignore', '.ignore'];
/** Further ignore files of one folder of the workspace are not read. */
const MOST_IGNORE_FILES = 200;
/** What is left out counts for the editor, too. */
const MOST_LOOKED_AT = 20_000;

/** The files that fit and that a search of the editor would find; in no order that means anything. */
export async function findFiles(query: FileQuery, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const roots = query.below ? [query.below] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found: vscode.Uri[] = [];
  for (const root of roots) {
    const most = query.most - found.length;
    if (most <= 0 || token.isCancellationRequested) break;
    const find = SEARCHED.includes(root.scheme) ? search : walk;
    found.push(...(await find(root, { ...query, most }, token)));
  }
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()]; // roots can lie in each other
}

async function search(root: vscode.Uri, query: FileQuery, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const passed = query.passed.map((name) => `**/${name}/**`);
  const exclude = `{${[...passed, ...(query.excluded ?? [])].join(',')}}`;
  const find = (pattern: string, most: number) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(root, pattern), exclude, most, token);
  const inside = usesIgnoreFiles(root) ? await find(`**/{${IGNORE_FILES.join(',')}}`, MOST_IGNORE_FILES) : [];
  const ignoring = await readAll([...aboveOf(root), ...inside]);
  const isIgnored = ignoreTest(ignoring);
  const found = await find(`**/*.{${query.endings.join(',')}}`, ignoring.length > 0 ? MOST_LOOKED_AT : query.most);
  return found.filter(({ path }) => !isIgnored.file(path)).slice(0, query.most);
}

async function walk(root: vscode.Uri, query: FileQuery, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const { endings, passed, most } = query;
  const found: vscode.Uri[] = [];
  const folders = [root];
  let ignoring = await readAll(aboveOf(root));
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    const entries = await entriesOf(folder);
    const own = usesIgnoreFiles(root) ? IGNORE_FILES.filter((wanted) => entries.some(([name]) => name === wanted)) : [];
    ignoring = [...ignoring, ...(await readAll(own.map((name) => vscode.Uri.joinPath(folder, name))))];
    const isIgnored = ignoreTest(ignoring);
    for (const [name, type] of entries) {
      if (token.isCancellationRequested || found.length >= most) return found;
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && !passed.includes(name) && !isIgnored.folder(uri.path))
        folders.push(uri);
      const isAsked = type === vscode.FileType.File && endings.some((ending) => name.endsWith(`.${ending}`));
      if (isAsked && !isIgnored.file(uri.path)) found.push(uri);
    }
  }
  return found;
}

/** As the editor's search does, unless the user has it otherwise. */
function usesIgnoreFiles(root: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('search', root).get<boolean>('useIgnoreFiles', true);
}

/** The ignore files that may lie between the workspace and a folder in it. */
function aboveOf(root: vscode.Uri): vscode.Uri[] {
  const workspace = vscode.workspace.getWorkspaceFolder(root)?.uri;
  if (!workspace || !usesIgnoreFiles(root)) return [];
  const steps = root.path.slice(workspace.path.length).split('/').filter(Boolean);
  const folders = steps.map((_, i) => vscode.Uri.joinPath(workspace, ...steps.slice(0, i)));
  return folders.flatMap((folder) => IGNORE_FILES.map((name) => vscode.Uri.joinPath(folder, name)));
}

async function readAll(uris: readonly vscode.Uri[]): Promise<IgnoreFile[]> {
  const read = await Promise.all(uris.map(readIgnoreFile));
  return read.flatMap((file) => file ?? []);
}

/** One that is not there, or may not be read, leaves nothing out. */
async function readIgnoreFile(uri: vscode.Uri): Promise<IgnoreFile | undefined> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { folder: uri.path.slice(0, uri.path.lastIndexOf('/')), text };
  } catch {
    return undefined;
  }
}

/** A folder that may not be read holds nothing for us. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
