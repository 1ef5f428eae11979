// Which page is rendered from what: looks the subject up, hands it to the core, and words what happens when it is gone.
import * as vscode from 'vscode';

import { casePage } from '../core/pages/casePage';
import { comparePage } from '../core/pages/comparePage';
import { compareFile, type FileComparison } from '../core/pages/fileCompare';
import { fileComparePage } from '../core/pages/fileComparePage';
import type { ListReader } from '../core/pages/lists';
import { mapPage } from '../core/pages/mapPage';
import { missingPage } from '../core/pages/missingPage';
import { overviewPage } from '../core/pages/overviewPage';
import type { PageContent, PageContext } from '../core/pages/parts';
import { type FormatNames, productPage } from '../core/pages/productPage';
import { industryPage, problemPage } from '../core/pages/termPage';
import type { PageRef } from '../core/protocol';
import { unreadWords } from '../core/review/reviewWords';
import { readSuppressions, silencedIn } from '../core/suppress';
import type { IdentifierDialect } from '../yaml/identifiers';
import { favourites } from './memory';
import { openDocument } from './openDocuments';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { contentLanguage } from './settings';

/** The page, or one that says why there is none. A file to compare must be open. */
export function pageContent(services: Services, page: PageRef): PageContent {
  const context = pageContext(services);
  if (!context) return missingPage(vscode.l10n.t('Not found'), services.store.failure ?? '');
  return contentOf(services, context, page) ?? vanished(page);
}

/** What pages are rendered from; `undefined` without a library. */
export function pageContext({ store }: Services): PageContext | undefined {
  const library = store.library();
  const roll = store.roll();
  return library && roll && { library, roll, lang: contentLanguage() };
}

function contentOf(services: Services, context: PageContext, page: PageRef): PageContent | undefined {
  const { library } = context;
  switch (page.kind) {
    case 'case': {
      const study = library.caseById.get(page.id);
      return study && casePage(study, context, listReader(services, page));
    }
    case 'product': {
      const product = library.productById.get(page.id);
      return product && productPage(product, context, namesOf(services, page.id));
    }
    case 'industry': {
      const term = library.industryById.get(page.id);
      return term && industryPage(term, context);
    }
    case 'problem': {
      const term = library.problemById.get(page.id);
      return term && problemPage(term, context);
    }
    case 'overview':
      return overviewPage(context);
    case 'map':
      return mapPage(context);
    case 'compare': {
      const studies = page.ids.flatMap((id) => library.caseById.get(id) ?? []);
      return studies.length >= 2 ? comparePage(studies, context) : undefined;
    }
    case 'fileCompare': {
      const comparison = comparisonOf(services, page);
      return comparison ? fileComparePage(comparison, context) : silencedPage(page);
    }
    default:
      return page satisfies never;
  }
}

/** How the case of a page is read: through which list, and what that list depends on. */
export function listReader({ context }: Services, { list }: Extract<PageRef, { kind: 'case' }>): ListReader {
  return { favourites: favourites(context), ...(list && { list }) };
}

function vanished(page: PageRef): PageContent {
  const id = pageSubject(page);
  const text =
    page.kind === 'fileCompare'
      ? vscode.l10n.t('The file cannot be read, or the case is no longer in the library.')
      : vscode.l10n.t('This page is no longer in the library.');
  return missingPage(vscode.l10n.t('Not found'), text, id);
}

function pageSubject(page: PageRef): string {
  if ('id' in page) return page.id;
  if (page.kind === 'compare') return page.ids.join(', ');
  return page.kind === 'fileCompare' ? `${page.uri} ↔ ${page.caseId}` : page.kind;
}

/** In the place of a comparison that the file does not want. */
function silencedPage({ uri }: Extract<PageRef, { kind: 'fileCompare' }>): PageContent | undefined {
  const document = openDocument(uri);
  if (!document || !readSuppressions(linesOfDocument(document)).file) return undefined;
  return missingPage(nameOf(document), unreadWords({ code: 'silenced', detail: '' }, contentLanguage()));
}

/** A file that is open beside a case; what its comments leave out is left out, and nothing is told of a silent one. */
export function comparisonOf(
  services: Services,
  page: Extract<PageRef, { kind: 'fileCompare' }>,
): FileComparison | undefined {
  const context = pageContext(services);
  const study = context?.library.caseById.get(page.caseId);
  const document = openDocument(page.uri);
  if (!context || !study || !document) return undefined;
  const silenced = silencedIn(context.library, linesOfDocument(document));
  if (silenced.file) return undefined;
  const mentions = services.readings.mentionsOf(document).map(({ productId, span, tier, because }) => ({
    productId,
    line: span.line,
    tier,
    because,
  }));
  const file = { name: nameOf(document), mentions, ignored: silenced.products };
  return compareFile(context.library, context.roll, file, study);
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

/** Opens the file that a page is about; `undefined` where there is nothing to wait for: it is open, or there is none. */
export function fileOfPage(page: PageRef): Promise<void> | undefined {
  return page.kind === 'fileCompare' && !openDocument(page.uri) ? openFile(page.uri) : undefined;
}

async function openFile(uri: string): Promise<void> {
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    // The page finds no document and says so.
  }
}

/** Dialects that a reader writes, with the names they have there. */
const DIALECTS: readonly (readonly [label: string, dialects: readonly IdentifierDialect[]])[] = [
  ['ROS', ['ros']],
  ['Terraform', ['terraform']],
  ['Pulumi', ['pulumi']],
  ['Kubernetes', ['kind', 'annotation', 'provisioner', 'storage-class', 'lb-class', 'ingress-controller']],
  ['Serverless Devs', ['component', 'trigger', 'fc-key']],
  ['KubeVela', ['kubevela']],
  ['Ansible', ['ansible']],
  ['OOS', ['oos', 'oos-service']],
  ['RAM', ['ram-code', 'policy']],
  ['Crossplane', ['class']],
  ['Endpoint', ['host']],
];

function namesOf({ readings, log }: Services, productId: string): FormatNames[] {
  try {
    const { identifiersOf } = require('../yaml/identifiers') as typeof import('../yaml/identifiers');
    const table = readings.table();
    return DIALECTS.map(([format, dialects]) => ({
      format,
      names: dialects.flatMap((dialect) => identifiersOf(table, productId, dialect)),
    }));
  } catch (error) {
    // The page of a product is worth showing without the names.
    log.error(`the names of a product could not be read: ${String(error)}`);
    return [];
  }
}
