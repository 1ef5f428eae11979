// Links from outside that open a page: `vscode://casebook.cloud-casebook/case/inet-1.26#solution`. What such a link says
// is data of a stranger: it is read, looked up in the library, and refused with one message.
import * as vscode from 'vscode';
import { hasPage } from '../core/pages/hasPage';
import { type PageRef, parsePagePath } from '../core/protocol';
import type { Pages } from './pages';
import type { Services } from './services';

export function registerUris(services: Services, pages: Pages): vscode.Disposable {
  return services.doors.furnish('uris', {
    handleUri: (uri) => {
      const library = services.store.library();
      const page = pageOfUri(uri);
      if (page && library && hasPage(library, page)) {
        pages.open(page);
        return;
      }
      services.log.warn(`a link leads nowhere: ${uri.toString().slice(0, 200)}`);
      void vscode.window.showWarningMessage(
        services.store.failure ??
          vscode.l10n.t('This link leads to nothing in the case library: {0}', uri.path.slice(0, 60)),
      );
    },
  });
}

/** A stranger may show our cases, and never a file of the user (`hasPage` refuses it). */
function pageOfUri(uri: vscode.Uri): PageRef | undefined {
  return parsePagePath(uri.path + (uri.query && `?${uri.query}`) + (uri.fragment && `#${uri.fragment}`));
}
