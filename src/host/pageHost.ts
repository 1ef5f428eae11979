// What the actions of a page may ask of whoever owns the panels.
import type * as vscode from 'vscode';

import type { PageRef, ToPage } from '../core/protocol';
import type { Backlinks } from './backlinks';
import type { LastEditor } from './lastEditor';
import type { Services } from './services';

export interface PageHost {
  readonly services: Services;
  readonly lastEditor: LastEditor;
  /** The page in front, if one of ours is. */
  readonly active: PageRef | undefined;
  open(page: PageRef, column?: vscode.ViewColumn.Beside): void;
  /** Opens pages beside what is in front, all in one column. */
  openBeside(pages: readonly PageRef[]): void;
  /** Shows another page in the panel in front. */
  replaceActive(page: PageRef): void;
  readonly backlinks: Backlinks;
  /** Tells every open page of a case. */
  tellCase(id: string, message: ToPage): void;
}
