// Finds files of the workspace on every file system. The editor's own search waits for ever where a file system has none,
// so those that we do not know to have one are walked.
import * as vscode from 'vscode';

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

/** The files that fit; in no order that means anything. */
export async function findFiles(query: FileQuery, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const roots = query.below ? [query.below] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const pattern = `**/*.{${query.endings.join(',')}}`;
  const exclude = `{${[...query.passed.map((name) => `**/${name}/**`), ...(query.excluded ?? [])].join(',')}}`;
  const found: vscode.Uri[] = [];
  for (const root of roots) {
    const most = query.most - found.length;
    if (most <= 0 || token.isCancellationRequested) break;
    const include = new vscode.RelativePattern(root, pattern);
    found.push(
      ...(SEARCHED.includes(root.scheme)
        ? await vscode.workspace.findFiles(include, exclude, most, token)
        : await walk(root, { ...query, most }, token)),
    );
  }
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()]; // roots can lie in each other
}

async function walk(
  root: vscode.Uri,
  { endings, passed, most }: FileQuery,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [root];
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    for (const [name, type] of await entriesOf(folder)) {
      if (token.isCancellationRequested || found.length >= most) return found;
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && !passed.includes(name)) folders.push(uri);
      if (type === vscode.FileType.File && endings.some((ending) => name.endsWith(`.${ending}`))) found.push(uri);
    }
  }
  return found;
}

/** A folder that may not be read holds nothing for us. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
