// Entry for the desktop and remote host: reads the shipped data from disk at the moment it is first needed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type * as vscode from 'vscode';

import type { CasebookApi } from './api';
import { activateShared } from './extension';

export function activate(context: vscode.ExtensionContext): CasebookApi {
  return activateShared(context, { text: (name) => readFileSync(join(context.extensionPath, 'dist', name), 'utf8') });
}
