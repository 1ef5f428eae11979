// The only reader of settings: one function a setting, read at use and never kept.
import * as vscode from 'vscode';

import { GENERIC_PRODUCTS } from '../core/generic';
import type { Lang } from '../core/model';
import { isSilent, withMuted, withoutMuted } from '../core/mutedFolders';
import { belowFolder } from './belowFolder';

const section = () => vscode.workspace.getConfiguration('casebook');

/** Language of case content: the setting, or with `auto` the editor's own. */
export function contentLanguage(): Lang {
  const setting = section().get<string>('contentLanguage', 'auto');
  if (setting === 'zh-CN') return 'zh';
  if (setting === 'en') return 'en';
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Where pages open: in the column in front, or beside it. */
export function openColumn(): vscode.ViewColumn {
  return section().get<string>('openIn', 'active') === 'beside' ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** Whether a page that is browsed to takes the place of the one before: as files do, by the editor's own setting. */
export function reusesPreview(): boolean {
  return vscode.workspace.getConfiguration('workbench.editor').get<boolean>('enablePreview', true);
}

export type HoverStyle = 'off' | 'short' | 'full';

export function hoverStyle(): HoverStyle {
  return section().get<HoverStyle>('hover', 'full');
}

/** `auto`: in formats of others our items stand after theirs; `on`: by rank. */
export type CompletionMode = 'auto' | 'on' | 'off';

export function completionMode(): CompletionMode {
  return section().get<CompletionMode>('completion', 'auto');
}

/** Whether names are found by pinyin and initials. */
export function findsPinyin(): boolean {
  return section().get<boolean>('pinyin', true);
}

/** Whether images offer their managed counterpart in the light bulb. */
export function hasLightbulb(): boolean {
  return section().get<boolean>('lightbulb', true);
}

/** Whether citations that no longer fit the library are marked. */
export function marksStaleCitations(): boolean {
  return section().get<boolean>('staleCitations', true);
}

/** Whether a line above the file says what was found in it. */
export function showsCodeLens(): boolean {
  return section().get<boolean>('codeLens', false);
}

/** The kinds that the status menu switches, with the values that mean on and off. */
export const SWITCHES = {
  hover: { on: 'full', off: 'off' },
  completion: { on: 'auto', off: 'off' },
  lightbulb: { on: true, off: false },
  staleCitations: { on: true, off: false },
  codeLens: { on: true, off: false },
} as const satisfies Record<string, { readonly on: unknown; readonly off: unknown }>;
export type Switch = keyof typeof SWITCHES;

export function isOn(kind: Switch): boolean {
  return section().get<unknown>(kind, SWITCHES[kind].on) !== SWITCHES[kind].off;
}

/** Turns a kind on or off: for the user, and in the workspace where that has a value of its own. */
export async function turn(kind: Switch, on: boolean): Promise<void> {
  const wanted = on ? SWITCHES[kind].on : SWITCHES[kind].off;
  const value = wanted === section().inspect(kind)?.defaultValue ? undefined : wanted;
  await section().update(kind, value, vscode.ConfigurationTarget.Global);
  if (section().inspect(kind)?.workspaceValue === undefined) return;
  await section().update(kind, value, vscode.ConfigurationTarget.Workspace);
}

/** Folders in which we are silent: paths below their workspace folder, `.` for all of it. */
function mutedFolders(uri: vscode.Uri): readonly string[] {
  return textsOf(vscode.workspace.getConfiguration('casebook', uri).get<unknown>('mutedFolders', []));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Whether a setting silences us in the folder of `uri`. */
export function isMuted(uri: vscode.Uri): boolean {
  const muted = mutedFolders(uri);
  if (muted.length === 0) return false;
  const folder = folderOf(uri);
  return folder !== undefined && isSilent(folder, muted);
}

/** The folder of a file below its workspace folder: `deploy/ros`, `.` at its root; `undefined` outside workspaces. */
export function folderOf(uri: vscode.Uri): string | undefined {
  const below = belowFolder(uri);
  if (below === undefined) return undefined;
  const slash = below.lastIndexOf('/');
  return slash < 0 ? '.' : below.slice(0, slash);
}

/** Silences us in the folder of `uri`, or lifts whatever silences us there. */
export async function muteFolder(uri: vscode.Uri, mute: boolean): Promise<void> {
  const folder = folderOf(uri);
  if (folder === undefined) return;
  const muted = mutedFolders(uri);
  const configuration = vscode.workspace.getConfiguration('casebook', uri);
  const next = mute ? withMuted(muted, folder) : withoutMuted(muted, folder, outerMuted(configuration));
  await configuration.update('mutedFolders', next, vscode.ConfigurationTarget.WorkspaceFolder);
}

/** What is muted where the workspace folder says nothing. */
function outerMuted(configuration: vscode.WorkspaceConfiguration): readonly string[] {
  const { workspaceValue, globalValue } = configuration.inspect<unknown>('mutedFolders') ?? {};
  // Without a workspace file, the settings of the workspace are those of its only folder.
  const outer = vscode.workspace.workspaceFile ? (workspaceValue ?? globalValue) : globalValue;
  return textsOf(outer);
}

/** Whether chat agents may ask the library. */
export function answersAgents(): boolean {
  return section().get<boolean>('agentTools', true);
}

/** Whether the editor may start our MCP server. */
export function mcpEnabled(): boolean {
  return section().get<boolean>('mcp', false);
}

/** Ids of the products that count nothing in a match; the default is the table of the core. */
export function genericProducts(): readonly string[] {
  const value = section().get<unknown>('genericProducts', GENERIC_PRODUCTS);
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : GENERIC_PRODUCTS;
}
