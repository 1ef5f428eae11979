// Links from outside that open a page: `vscode://casebook.cloud-casebook/case/inet-1.26#solution`. What such a link says
// is data of a stranger: it is read, looked up in the library, and refused with one message.
import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { type PageRef, parsePagePath } from '../core/protocol';
import type { Pages } from './pages';
import type { Services } from './services';

export function registerUris(services: Services, pages: Pages): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: (uri) => {
      const library = services.store.library();
      const page = pageOfUri(uri);
      if (page && library && isKnown(library, page)) {
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

/** A stranger may show our cases, and never a file of the user. */
function pageOfUri(uri: vscode.Uri): PageRef | undefined {
  const page = parsePagePath(uri.path + (uri.query && `?${uri.query}`) + (uri.fragment && `#${uri.fragment}`));
  return page?.kind === 'fileCompare' ? undefined : page;
}

function isKnown(library: Library, page: PageRef): boolean {
  switch (page.kind) {
    case 'case':
      return library.caseById.has(page.id);
    case 'product':
      return library.productById.has(page.id);
    case 'industry':
      return library.industryById.has(page.id);
    case 'problem':
      return library.problemById.has(page.id);
    case 'compare':
      return page.ids.every((id) => library.caseById.has(id));
    default:
      return page.kind === 'overview' || page.kind === 'map';
  }
}
