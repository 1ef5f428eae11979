// Entry for the desktop and remote host: reads the shipped data from disk, and what stands behind the doors from the bundle
// of the worker, which holds it for both hosts, at the moment they are first needed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type * as vscode from 'vscode';

import type { CasebookApi } from './api';
import { activateShared } from './extension';

export function activate(context: vscode.ExtensionContext): CasebookApi {
  const shipped = { text: (name: string) => readFileSync(join(context.extensionPath, 'dist', name), 'utf8') };
  return activateShared(context, shipped, () =>
    (require('./extension.web') as typeof import('./extension.web')).behind(),
  );
}
