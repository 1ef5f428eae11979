// What every webview of ours is made with: what it may load, its style sheet, its script and a fresh nonce.
import * as vscode from 'vscode';

import type { PageContent } from '../core/pages/parts';
import { type PageAssets, pageShell } from '../core/pages/shell';
import type { Services } from './services';
import { contentLanguage } from './settings';

export function pageOptions({ context }: Services): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview')] };
}

/** Gives a webview a new document; `script` is a file of `dist/webview`, `state` what it needs to come back after a reload. */
export function loadDocument(
  services: Services,
  webview: vscode.Webview,
  script: string,
  { title, body }: PageContent,
  state?: object,
): void {
  webview.html = pageShell(assetsFor(services, webview, script), contentLanguage(), title, state, body);
}

function assetsFor(services: Services, webview: vscode.Webview, script: string): PageAssets {
  const { extensionUri } = services.context;
  return {
    style: styleOf(services),
    script: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', script)).toString(),
    cspSource: webview.cspSource,
    nonce: newNonce(),
  };
}

/** A page without its style can still be read. */
function styleOf({ shipped, log }: Services): string {
  try {
    return shipped.text('page.css');
  } catch (error) {
    log.error(`the style of pages could not be read: ${String(error)}`);
    return '';
  }
}

function newNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
