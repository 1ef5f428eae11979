// Citations as places to go: definition, references across the workspace, links. The text of a case that a definition
// shows is a read-only document of our own scheme.
import * as vscode from 'vscode';

import { citationOn } from '../core/cite';
import { HASH } from '../core/comments';
import { caseMarkdown } from '../core/pages/caseMarkdown';
import { concernsLibrary } from '../core/staleCitations';
import { silencedIn } from '../core/suppress';
import { linesOf, type SourceLines } from '../core/text';
import { citedPlaces } from '../yaml/citedPlaces';
import { citedHere, rangeOn } from './cited';
import { CITING_FILES, citedInFile } from './citingFiles';
import type { Editing } from './editing';
import { CASE_SCHEME, COMMANDS, INFRASTRUCTURE } from './ids';
import { guarded } from './log';
import { linesOfDocument } from './readings';
import { contentLanguage } from './settings';
import { findFiles } from './workspaceFiles';

export function registerCitationPlaces(editing: Editing): vscode.Disposable {
  const { log, store, doors } = editing.services;
  const changed = doors.changes<vscode.Uri>('caseTexts');
  return vscode.Disposable.from(
    store.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === CASE_SCHEME) changed.fire(uri);
    }),
    doors.furnish('caseTexts', {
      provideTextDocumentContent: (uri) => textOf(editing, uri),
    }),
    vscode.languages.registerDefinitionProvider(INFRASTRUCTURE, {
      provideDefinition: guarded(log, 'definition', (document: vscode.TextDocument, position: vscode.Position) =>
        definition(editing, document, position),
      ),
    }),
    vscode.languages.registerDocumentLinkProvider(INFRASTRUCTURE, {
      provideDocumentLinks: guarded(log, 'links', (document: vscode.TextDocument) => links(editing, document)),
    }),
    vscode.languages.registerReferenceProvider(INFRASTRUCTURE, {
      provideReferences: (document, position, _context, token) => references(editing, document, position, token),
    }),
  );
}

/** `casebook-case:/inet-1.26.md` */
function caseUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: CASE_SCHEME, path: `/${id}.md` });
}

function textOf(editing: Editing, uri: vscode.Uri): string {
  const library = editing.services.store.library();
  const id = uri.path.replace(/^\/|\.md$/g, '');
  const study = library?.caseById.get(id);
  return library && study
    ? caseMarkdown(study, library, contentLanguage())
    : vscode.l10n.t('The library has no entry {0}.', id.slice(0, 40));
}

function definition(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.LocationLink[] | undefined {
  const cited = editing.of(document) && citedHere(editing, document, position);
  if (!cited || !editing.services.store.library()?.caseById.has(cited.id)) return undefined;
  const top = new vscode.Range(0, 0, 0, 0);
  const originSelectionRange = rangeOn(position.line, cited.start, cited.end);
  return [{ originSelectionRange, targetUri: caseUri(cited.id), targetRange: top, targetSelectionRange: top }];
}

function links(editing: Editing, document: vscode.TextDocument): vscode.DocumentLink[] | undefined {
  const facts = editing.of(document);
  const library = editing.services.store.library();
  if (!facts || !library) return undefined;
  return citedPlaces(linesOfDocument(document), facts.reading)
    .filter(({ id }) => library.caseById.has(id))
    .map(({ id, line, start, end }) => {
      const query = encodeURIComponent(JSON.stringify([id]));
      const link = new vscode.DocumentLink(
        rangeOn(line, start, end),
        vscode.Uri.parse(`command:${COMMANDS.openCase}?${query}`),
      );
      link.tooltip = vscode.l10n.t('Open Case');
      return link;
    });
}

/** What is looked for: a case by its id, or a product by its id. */
type Wanted = { readonly kind: 'case' | 'product'; readonly id: string };

const NAMING_FILES = { ...CITING_FILES, endings: ['yaml', 'yml'] };
const MOST_BYTES = 2_000_000;

async function references(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
  const wanted = wantedAt(editing, document, position);
  if (!wanted) return undefined;
  const found = placesIn(editing, wanted, document.uri, linesOfDocument(document));
  const files = await findFiles(wanted.kind === 'case' ? CITING_FILES : NAMING_FILES, token);
  for (const uri of files) {
    if (token.isCancellationRequested) return undefined;
    if (uri.toString() === document.uri.toString()) continue;
    const lines = await readLines(uri);
    if (lines) found.push(...placesIn(editing, wanted, uri, lines));
  }
  return found;
}

function wantedAt(editing: Editing, document: vscode.TextDocument, position: vscode.Position): Wanted | undefined {
  const library = editing.services.store.library();
  const facts = editing.of(document);
  if (!library || !facts) return undefined;
  const cited = citedHere(editing, document, position);
  if (cited && (library.caseById.has(cited.id) || citedInComment(editing, document, position.line, cited.id))) {
    return { kind: 'case', id: cited.id };
  }
  const mention = editing.mentionAt(facts, document, position);
  return mention && { kind: 'product', id: mention.productId };
}

/** An id that the library lacks is still ours when the comment says so. */
function citedInComment(editing: Editing, document: vscode.TextDocument, line: number, id: string): boolean {
  const library = editing.services.store.library();
  const cited = citationOn(document.lineAt(line).text, HASH)?.ids.find((one) => one.id === id);
  return library !== undefined && cited !== undefined && concernsLibrary(library, cited);
}

async function readLines(uri: vscode.Uri): Promise<SourceLines | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return linesOfDocument(open);
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MOST_BYTES) return undefined;
    return linesOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    // Gone since the search: it holds no references.
    return undefined;
  }
}

function placesIn(editing: Editing, wanted: Wanted, uri: vscode.Uri, lines: SourceLines): vscode.Location[] {
  const { services } = editing;
  if (wanted.kind === 'product') {
    const library = services.store.library();
    const silenced = library && silencedIn(library, lines);
    if (!silenced || silenced.file || silenced.products.has(wanted.id)) return [];
    return services.readings
      .ofText(lines, uri.path)
      .mentions.filter(({ productId }) => productId === wanted.id)
      .map(({ span }) => new vscode.Location(uri, rangeOn(span.line, span.start, span.end)));
  }
  return citedInFile(services, uri, lines)
    .filter(({ id }) => id === wanted.id)
    .map(({ line, start, end }) => new vscode.Location(uri, rangeOn(line, start, end)));
}
