// Runs in the extension host, in one of two windows of the same user: the first imports a volume and is killed after
// `killAfterMs`; the second tells what is there then. `params.json` beside the bundle says which one this is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

import type { CasebookApi } from '../../src/api';

interface Params {
  readonly phase: 'import' | 'look';
  readonly document: string;
  readonly killAfterMs: number;
}

/** How long the dry run may take; only then its list can be accepted. */
const DRY_RUN_MS = 8000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function tell(what: object): void {
  console.log(`[fault] ${JSON.stringify(what)}`);
}

export async function run(): Promise<void> {
  const { phase, document, killAfterMs }: Params = JSON.parse(readFileSync(join(__dirname, 'params.json'), 'utf8'));
  const api = await vscode.extensions.getExtension<CasebookApi>('casebook.cloud-casebook')?.activate();
  if (!api) throw new Error('the extension is not there');
  const ids = api.cases().map(({ id }) => id);
  if (phase === 'look') {
    await pause(3000); // imported volumes arrive after the first need of the library
    const after = api.cases();
    tell({
      cases: after.length,
      imported: after.filter(({ volume }) => volume !== 'inet').length,
      found: api.search('redis').length,
    });
    return;
  }
  await pause(1500);
  let isAsked = true;
  void vscode.commands.executeCommand('casebook.importVolume', vscode.Uri.file(document)).then(() => {
    isAsked = false;
  });
  await pause(DRY_RUN_MS);
  void vscode.commands.executeCommand('casebook.addFavourite', ids.slice(0, 20));
  tell({ killing: true });
  await pause(200);
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), killAfterMs);
  while (isAsked) {
    void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(20);
  }
  await pause(60_000);
}
