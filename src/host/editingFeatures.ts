// The features of an infrastructure file while it is being written, registered together over what they share.
import * as vscode from 'vscode';

import { registerCitationPlaces } from './citationPlaces';
import { registerCitationCommands } from './citations';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { Editing } from './editing';
import { registerHover } from './hover';
import type { Pages } from './pages';
import type { Services } from './services';
import { registerStaleCitations } from './staleCitations';
import { registerStatus } from './status';

export function registerEditingFeatures(services: Services, pages: Pages): vscode.Disposable {
  const editing = new Editing(services);
  return vscode.Disposable.from(
    editing,
    registerHover(editing),
    registerCompletion(editing),
    registerCitationCommands(editing, pages),
    registerCitationPlaces(editing),
    registerStaleCitations(editing),
    registerCodeActions(editing, pages),
    registerStatus(editing),
    registerCodeLens(editing),
  );
}
