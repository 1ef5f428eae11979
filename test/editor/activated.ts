// The extension, running.
import { assert } from 'chai';
import * as vscode from 'vscode';

import type { CasebookApi } from '../../src/api';

export function extension(): vscode.Extension<CasebookApi> {
  const found = vscode.extensions.getExtension<CasebookApi>('casebook.cloud-casebook');
  assert.isDefined(found, 'the extension is not installed');
  return found as vscode.Extension<CasebookApi>;
}

/** Activates it; gives its API. */
export async function activated(): Promise<CasebookApi> {
  return extension().activate();
}

/** Our tabs with pages in them. */
export function pages(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('casebook.'));
}
