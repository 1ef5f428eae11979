// Citations as a thing to write: insert one above a resource, copy one in a form for elsewhere.
import * as vscode from 'vscode';

import { CITATION_FORMS, type CitationForm, citationAs, placeOf } from '../core/cite';
import { commentStyle, hasComments } from '../core/comments';
import { rankedCases } from '../core/completions/cases';
import { insertCitation } from '../core/insertCitation';
import type { Library } from '../core/library';
import type { CaseStudy } from '../core/model';
import { mentionsBetween } from '../yaml/mentionsBetween';
import { blockBeneath, resourceLine } from '../yaml/neighbours';
import { documentAt } from '../yaml/reader';
import { citedHere } from './cited';
import type { Editing } from './editing';
import { COMMANDS, isInfrastructure } from './ids';
import type { Pages } from './pages';
import { linesOfDocument } from './readings';
import { contentLanguage } from './settings';
import { shownArgument } from './shownArgument';

export function registerCitationCommands(editing: Editing, pages: Pages): vscode.Disposable {
  return vscode.Disposable.from(
    editing.services.doors.command(COMMANDS.insertCitation, (ids?: unknown) => insert(editing, ids)),
    editing.services.doors.command(COMMANDS.copyCitation, (id?: unknown, form?: unknown) =>
      copy(editing, id ?? caseInFront(pages), form),
    ),
  );
}

/** Cites the given cases, or one that is picked, for the resource around the caret. */
async function insert(editing: Editing, ids: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const library = editing.services.store.library();
  if (!editor || !library) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the file that the citation belongs in.'));
    return;
  }
  const { document } = editor;
  if (!hasComments(document.languageId)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('JSON has no comments that could hold a citation.'));
    return;
  }
  const target = targetOf(editing, document, editor.selection.active.line);
  const studies = ids === undefined ? await pick(editing, document, target) : studiesOf(library, ids);
  if (!studies || studies.length === 0) return;
  const edit = citationEdit(document, target, studies);
  if (!edit) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('It is cited there already.'), 3000);
    return;
  }
  await editor.edit((builder) => builder.insert(edit.position, edit.text));
}

/** The edit that cites `studies` for the resource that begins on `line`; nothing when they are cited there. */
export function citationEdit(
  document: vscode.TextDocument,
  line: number,
  studies: readonly CaseStudy[],
): { readonly position: vscode.Position; readonly text: string } | undefined {
  const style = { comment: commentStyle(document.languageId), lang: contentLanguage() };
  const insertion = insertCitation(linesOfDocument(document), line, studies, style);
  return insertion && { position: new vscode.Position(insertion.line, insertion.column), text: insertion.text };
}

/** The first line of the resource around `line`; in other languages the line itself. */
export function targetOf(editing: Editing, document: vscode.TextDocument, line: number): number {
  if (!isInfrastructure(document)) return line;
  const reading = editing.services.readings.of(document);
  const found = reading.documents[documentAt(reading, line)];
  if (!found) return line;
  const range = { from: found.startLine, to: found.endLine };
  return resourceLine(linesOfDocument(document), line, found.format, range);
}

function studiesOf(library: Library, ids: unknown): CaseStudy[] | undefined {
  const list = Array.isArray(ids) ? ids : [ids];
  const studies = list.map((id) => (typeof id === 'string' ? library.caseById.get(id) : undefined));
  const known = studies.filter((study) => study !== undefined);
  if (known.length === list.length) return known;
  void vscode.window.showWarningMessage(vscode.l10n.t('The library has no entry {0}.', shownArgument(ids)));
  return undefined;
}

async function pick(
  editing: Editing,
  document: vscode.TextDocument,
  line: number,
): Promise<readonly CaseStudy[] | undefined> {
  const library = editing.services.store.library();
  if (!library) return undefined;
  const lang = contentLanguage();
  const items = casesFor(editing, document, line).map((study) => ({
    label: study.customer[lang],
    description: placeOf(study),
    detail: study.title[lang],
    study,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDetail: true,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t('Cases to cite, those for this resource first'),
  });
  return chosen?.map(({ study }) => study);
}

function casesFor(editing: Editing, document: vscode.TextDocument, line: number): readonly CaseStudy[] {
  const facts = isInfrastructure(document) ? editing.of(document) : undefined;
  if (!facts) return editing.services.store.library()?.cases ?? [];
  const found = facts.reading.documents[documentAt(facts.reading, line)];
  const range = { from: found?.startLine ?? 0, to: found?.endLine ?? document.lineCount };
  const block = blockBeneath(linesOfDocument(document), line - 1, range);
  const products = mentionsBetween(facts.reading, line, Math.max(block.to, line + 1)).map(({ productId }) => productId);
  return rankedCases(facts.evidence, products);
}

/** The case whose page is in front. */
function caseInFront({ active }: Pages): string | undefined {
  return active?.kind === 'case' ? active.id : undefined;
}

/** Copies the given case, the one under the caret or one that is picked, in the given form or one that is picked. */
async function copy(editing: Editing, id: unknown, form: unknown): Promise<void> {
  const library = editing.services.store.library();
  if (!library) return;
  const wanted = id ?? citedUnderCaret(editing) ?? (await pickCase(library));
  if (wanted === undefined) return;
  const study = studiesOf(library, wanted)?.[0];
  const known = CITATION_FORMS.find((one) => one === form);
  const chosen = study && (known ?? (form === undefined ? await pickForm(library, study) : undefined));
  if (!study || !chosen) return;
  await vscode.env.clipboard.writeText(inForm(chosen, study, library));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Citation of {0} copied.', study.id), 3000);
}

function inForm(form: CitationForm, study: CaseStudy, library: Library): string {
  const comment = commentStyle(vscode.window.activeTextEditor?.document.languageId ?? 'yaml');
  return citationAs(form, study, library, { lang: contentLanguage(), comment, scheme: vscode.env.uriScheme });
}

function citedUnderCaret(editing: Editing): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isInfrastructure(editor.document)) return undefined;
  return citedHere(editing, editor.document, editor.selection.active)?.id;
}

async function pickCase(library: Library): Promise<string | undefined> {
  const lang = contentLanguage();
  const items = library.cases.map((study) => ({
    label: study.customer[lang],
    description: placeOf(study),
    detail: study.title[lang],
    id: study.id,
  }));
  const placeHolder = vscode.l10n.t('Case to cite');
  return (await vscode.window.showQuickPick(items, { matchOnDetail: true, matchOnDescription: true, placeHolder }))?.id;
}

async function pickForm(library: Library, study: CaseStudy): Promise<CitationForm | undefined> {
  const names: Record<CitationForm, string> = {
    text: vscode.l10n.t('Text'),
    markdown: vscode.l10n.t('Markdown link'),
    comment: vscode.l10n.t('Comment'),
    link: vscode.l10n.t('Link that opens the case'),
  };
  const items = CITATION_FORMS.map((form) => ({ label: names[form], detail: inForm(form, study, library), form }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Copy as') }))?.form;
}
