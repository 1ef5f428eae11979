// What every feature of the host is handed: the library, the readings of open files, the log, the doors it stands behind.
import type * as vscode from 'vscode';

import type { Doors } from './doors';
import type { Views } from './frontDoors';
import type { Log } from './log';
import type { Readings } from './readings';
import type { ShippedTexts } from './shipped';
import type { LibraryStore } from './store';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly shipped: ShippedTexts;
  readonly doors: Doors;
  readonly views: Views;
  readonly log: Log;
  readonly store: LibraryStore;
  readonly readings: Readings;
}
