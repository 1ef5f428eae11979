// What the reader keeps: favourites and the cases read last, by their ids (a case that vanished keeps its place and is
// shown as missing), and the last searches.
import * as vscode from 'vscode';

import { without, withSearch } from '../core/search/history';

const FAVOURITES = 'casebook.favourites';
const RECENT = 'casebook.recent';
const SEARCHES = 'casebook.searches';
const MOST_RECENT = 20;
const MOST_FAVOURITES = 500;

/** Internal: whoever shows favourites or recent cases registers it; it is called after a change. */
export const MEMORY_CHANGED = 'casebook._memoryChanged';

/** Ids of the favourites, the latest first. */
export function favourites(context: vscode.ExtensionContext): readonly string[] {
  return idsOf(context, FAVOURITES);
}

/** Ids of the cases read last, the latest first. */
export function recent(context: vscode.ExtensionContext): readonly string[] {
  return idsOf(context, RECENT);
}

/** Notes that a case was opened. */
export async function remember(context: vscode.ExtensionContext, id: string): Promise<void> {
  const known = recent(context);
  if (known[0] === id) return;
  await keep(context, RECENT, [id, ...known.filter((other) => other !== id)].slice(0, MOST_RECENT));
}

/** Makes a case a favourite, or no longer one; says which. */
export async function toggleFavourite(context: vscode.ExtensionContext, id: string): Promise<boolean> {
  const known = favourites(context);
  const isNew = !known.includes(id);
  const others = known.filter((other) => other !== id);
  await keep(context, FAVOURITES, (isNew ? [id, ...others] : others).slice(0, MOST_FAVOURITES));
  return isNew;
}

/** Searches of this workspace that led to a case, the latest first. */
export function searches(context: vscode.ExtensionContext): readonly string[] {
  return textsIn(context.workspaceState, SEARCHES);
}

export async function rememberSearch(context: vscode.ExtensionContext, query: string): Promise<void> {
  await context.workspaceState.update(SEARCHES, withSearch(searches(context), query));
}

/** Forgets one search, or all. */
export async function forgetSearches(context: vscode.ExtensionContext, query?: string): Promise<void> {
  const left = query === undefined ? [] : without(searches(context), query);
  await context.workspaceState.update(SEARCHES, left.length > 0 ? left : undefined);
}

/** Favourites follow the user to other machines. */
export function syncMemory(context: vscode.ExtensionContext): void {
  context.globalState.setKeysForSync([FAVOURITES]);
}

function idsOf(context: vscode.ExtensionContext, key: string): readonly string[] {
  return textsIn(context.globalState, key);
}

function textsIn(state: vscode.Memento, key: string): readonly string[] {
  const kept = state.get<unknown>(key);
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}

async function keep(context: vscode.ExtensionContext, key: string, ids: readonly string[]): Promise<void> {
  await context.globalState.update(key, ids);
  await vscode.commands.executeCommand(MEMORY_CHANGED);
}
