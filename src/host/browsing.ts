// Browsing and reading, registered together: views, pages, links that lead to them, commands about cases.
import * as vscode from 'vscode';

import { registerCaseCommands } from './caseCommands';
import { createCasesView } from './casesView';
import { registerInThisFile } from './inThisFile';
import { type Pages, registerPages } from './pages';
import type { Services } from './services';
import { registerUris } from './uri';

export function registerBrowsing(services: Services, pages: Pages): vscode.Disposable {
  const cases = createCasesView(services);
  return vscode.Disposable.from(
    registerPages(services, pages),
    cases,
    registerCaseCommands(services, pages, cases),
    registerInThisFile(services),
    registerUris(services, pages),
  );
}
