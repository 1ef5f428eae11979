// Where a team's files lie in a workspace folder, and how they are listed. Only URIs and the editor's file system: works
// on virtual workspaces, and looks at nothing beside `.casebook`.
import * as vscode from 'vscode';

/** Case files and the alias file of every folder. The editor's patterns know no braces inside braces. */
export const TEAM_SELECTOR: vscode.DocumentSelector = [
  { pattern: '**/.casebook/cases/**/*.{yaml,yml,md}' },
  { pattern: '**/.casebook/aliases.yaml' },
];

/** What is watched: folders too, since one that is moved or deleted is told as a whole. */
export const TEAM_HOME = '**/.casebook/**';

const TEAM_PATH = /\/\.casebook\/(?:aliases\.yaml|cases\/.+\.(?:ya?ml|md))$/i;

export function isTeamFile(uri: vscode.Uri): boolean {
  return TEAM_PATH.test(uri.path);
}

export function isAliasFile(uri: vscode.Uri): boolean {
  return /\/\.casebook\/aliases\.yaml$/i.test(uri.path);
}

/** Path from the workspace folder on: `.casebook/cases/orders.yaml`. */
export function teamPath(uri: vscode.Uri): string {
  const start = uri.path.lastIndexOf('/.casebook/');
  return uri.path.slice(start + 1);
}

/** Deeper folders are not looked into; links to folders never are, since they may go in circles. */
const MAX_DEPTH = 8;

/** All team files below the workspace's folders, in the order of their paths. */
export async function findTeamFiles(): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(async ({ uri }) => {
      const home = vscode.Uri.joinPath(uri, '.casebook');
      const top = await entriesOf(home);
      const aliases = top.filter(([name, type]) => name === 'aliases.yaml' && isFile(type));
      const hasCases = top.some(([name, type]) => name === 'cases' && type === vscode.FileType.Directory);
      const cases = hasCases ? await filesBelow(vscode.Uri.joinPath(home, 'cases'), 0) : [];
      return [...aliases.map(([name]) => vscode.Uri.joinPath(home, name)), ...cases];
    }),
  );
  return found.flat();
}

async function filesBelow(folder: vscode.Uri, depth: number): Promise<vscode.Uri[]> {
  if (depth > MAX_DEPTH) return [];
  const entries = (await entriesOf(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  const below = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return filesBelow(uri, depth + 1);
      return isFile(type) && isTeamFile(uri) ? [uri] : [];
    }),
  );
  return below.flat();
}

function isFile(type: vscode.FileType): boolean {
  return (type & vscode.FileType.File) !== 0;
}

/** An absent folder has no entries. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
