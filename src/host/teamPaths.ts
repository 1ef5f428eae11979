// Where a team's files lie in a workspace folder, and how they are listed. Only URIs and the editor's file system: works
// on virtual workspaces, and looks at nothing beside `.casebook`.
import * as vscode from 'vscode';

import { belowFolder } from './belowFolder';

/** Case files and the alias file of every folder. The editor's patterns know no braces inside braces. */
export const TEAM_SELECTOR: vscode.DocumentSelector = [
  { pattern: '**/.casebook/cases/**/*.{yaml,yml,md}' },
  { pattern: '**/.casebook/aliases.yaml' },
];

/** What is watched: folders too, since one that is moved or deleted is told as a whole. */
export const TEAM_HOME = '**/.casebook/**';

/** Deeper folders are not looked into; links to folders never are, since they may go in circles. */
const MAX_DEPTH = 8;

/** What the listing below finds, and nothing else: a file that is told of alone must be in it, too. */
const CASE_PATH = new RegExp(`^\\.casebook/cases/(?:[^/]+/){0,${MAX_DEPTH}}[^/]+\\.(?:[yY][aA]?[mM][lL]|[mM][dD])$`);
const ALIAS_PATH = '.casebook/aliases.yaml';

/** Whether a file is a case or the alias file of a workspace folder, or a draft that will be saved as one. */
export function isTeamFile(uri: vscode.Uri): boolean {
  const path = pathInHome(uri);
  return path !== undefined && (path === ALIAS_PATH || CASE_PATH.test(path));
}

export function isAliasFile(uri: vscode.Uri): boolean {
  return pathInHome(uri) === ALIAS_PATH;
}

/** Whether something lies in the folder of a team, or is that folder. */
export function isInTeamHome(uri: vscode.Uri): boolean {
  return pathInHome(uri) !== undefined;
}

/** Path of a team file from the workspace folder on: `.casebook/cases/orders.yaml`. */
export function teamPath(uri: vscode.Uri): string {
  return pathInHome(uri) ?? uri.path;
}

function pathInHome(uri: vscode.Uri): string | undefined {
  if (!/\/\.casebook(?:\/|$)/.test(uri.path)) return undefined; // asked at every key, of every document
  const path = belowFolder(saved(uri));
  return path && /^\.casebook(?:\/|$)/.test(path) ? path : undefined;
}

/** Where a draft will lie: an untitled document is in no workspace folder by itself. */
function saved(uri: vscode.Uri): vscode.Uri {
  const scheme = vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
  return uri.scheme === 'untitled' && scheme ? uri.with({ scheme }) : uri;
}

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
