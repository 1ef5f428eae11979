// Commands that links can reach: each takes plain data and refuses anything unexpected with one message.
import * as vscode from 'vscode';

import { parsePageRef } from '../core/protocol';
import { COMMANDS } from './ids';
import type { Pages } from './pages';
import type { Services } from './services';
import { shownArgument } from './shownArgument';

export function registerOpenCommands(services: Services, pages: Pages): vscode.Disposable {
  const register = (command: string, kind: 'case' | 'product') =>
    services.doors.command(command, (id: unknown, place?: unknown, list?: unknown) => {
      const library = services.store.library();
      const known = kind === 'case' ? library?.caseById : library?.productById;
      if (typeof id !== 'string' || !known?.has(id)) {
        void vscode.window.showWarningMessage(vscode.l10n.t('The library has no entry {0}.', shownArgument(id)));
        return;
      }
      const page = parsePageRef({ kind, id, place, list });
      if (page) pages.open(page);
    });
  return vscode.Disposable.from(
    register(COMMANDS.openCase, 'case'),
    register(COMMANDS.openProduct, 'product'),
    services.doors.command(COMMANDS.showLog, () => services.log.show()),
  );
}
