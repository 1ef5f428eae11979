// What every feature of the host is handed: the library, the readings of open files, the log.
import type * as vscode from 'vscode';

import type { Log } from './log';
import type { Readings } from './readings';
import type { LibraryStore } from './store';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly store: LibraryStore;
  readonly readings: Readings;
}
