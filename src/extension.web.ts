// Entry for the web worker host, where nothing can be read at once: the shipped texts are fetched before the API is
// handed out, and parsed on first need as everywhere.
import * as vscode from 'vscode';

import type { CasebookApi } from './api';
import { activateShared } from './extension';
import { SHIPPED_FILES, type ShippedFile } from './host/shipped';

export async function activate(context: vscode.ExtensionContext): Promise<CasebookApi> {
  const texts = new Map(
    await Promise.all(SHIPPED_FILES.map(async (name) => [name, await fetchText(context, name)] as const)),
  );
  const text = (name: ShippedFile) => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`could not be read: ${name}`);
    return text;
  };
  return activateShared(context, { text }, behind);
}

/** What stands behind the doors: in this bundle, but evaluated only when it is asked for. */
export function behind(): typeof import('./host/behind') {
  return require('./host/behind');
}

async function fetchText(context: vscode.ExtensionContext, name: string): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
    return new TextDecoder().decode(bytes);
  } catch {
    // Worded where the text is asked for, so that there is one message, in the view and in the log.
    return undefined;
  }
}
