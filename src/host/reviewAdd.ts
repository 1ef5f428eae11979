// "Add what such architectures also used": the list ranked by votes, and one edit that one undo takes back.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import { usedIn } from '../core/fileProducts';
import type { VotingRoll } from '../core/kin';
import { type Library, productName, shortName } from '../core/library';
import type { Lang } from '../core/model';
import { type Suggestion, suggest } from '../core/suggest';
import { ignoredProducts } from '../core/suppress';
import { isInfrastructure } from './ids';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { contentLanguage } from './settings';

/** Suggestions that the list shows; further down the votes say little. */
const MOST_SUGGESTED = 20;
const MOST_CITED = 3;

interface SuggestionItem extends vscode.QuickPickItem {
  readonly suggestion: Suggestion;
}

/** Asks what to add to a file, or takes the products it is given, and adds them. `true` when something was added. */
export async function addSuggestedTo(
  services: Services,
  uri: vscode.Uri,
  productIds?: readonly string[],
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const library = services.store.library();
  const roll = services.store.roll();
  if (!library || !roll) return false;
  if (!isInfrastructure(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an infrastructure file first.'));
    return false;
  }
  const lang = contentLanguage();
  const suggestions = suggestionsFor(document, services, library, roll);
  const chosen = productIds
    ? suggestions.filter(({ productId }) => productIds.includes(productId))
    : await pick(suggestions.slice(0, MOST_SUGGESTED), library, lang);
  const { insertSuggested } = require('../yaml/suggested') as typeof import('../yaml/suggested');
  const insertion = insertSuggested(library, services.readings.of(document), linesOfDocument(document), chosen, {
    lang,
    eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    fileName: uri.path,
  });
  if (!insertion) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(insertion.line, insertion.column), insertion.text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const at = new vscode.Range(insertion.line, 0, insertion.line, 0);
  for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) editor.revealRange(at);
  return true;
}

/**
 * What the file lacks, but for what its comments leave out or answer; those that every architecture stands on come last.
 * Nothing for a file that asks to be left out.
 */
function suggestionsFor(
  document: vscode.TextDocument,
  { readings }: Services,
  library: Library,
  roll: VotingRoll,
): Suggestion[] {
  const { declaredIn } = require('../yaml/declarations') as typeof import('../yaml/declarations');
  const { signsOf } = require('../yaml/signs') as typeof import('../yaml/signs');
  const [reading, lines] = [readings.of(document), linesOfDocument(document)];
  const { file, signs, answers, ignored } = signsOf(reading, lines, document.uri.path);
  if (file.unread) return [];
  const left = ignoredProducts(library, ignored);
  const products = usedIn(library, signs, left).map(({ productId }) => productId);
  const met = new Set([...left, ...answers.map(({ productId }) => productId)]);
  const found = suggest(roll, products, declaredIn(reading, lines), met);
  return [
    ...found.filter((one) => !roll.isGeneric(one.productId)),
    ...found.filter((one) => roll.isGeneric(one.productId)),
  ];
}

async function pick(suggestions: readonly Suggestion[], library: Library, lang: Lang): Promise<readonly Suggestion[]> {
  const picked = await vscode.window.showQuickPick(
    suggestions.map((one) => itemOf(one, library, lang)),
    {
      canPickMany: true,
      matchOnDetail: true,
      title: vscode.l10n.t('Add what such architectures also used'),
      placeHolder: vscode.l10n.t('Ranked by the votes of the cases that share a product with this file'),
    },
  );
  return picked?.map(({ suggestion }) => suggestion) ?? [];
}

function itemOf(suggestion: Suggestion, library: Library, lang: Lang): SuggestionItem {
  const { productId, voters, of, isOfAll } = suggestion;
  const count = isOfAll
    ? vscode.l10n.t('{0} of all {1} cases', voters.length, of)
    : vscode.l10n.t('{0} of {1} cases that share a product', voters.length, of);
  const cited = voters.slice(0, MOST_CITED).map((study) => `${study.customer[lang]} ${placeOf(study)}`);
  return {
    label: shortName(library, productId, lang),
    description: `${count} · ${productName(library, productId, lang)}`,
    detail: cited.join(' · '),
    suggestion,
  };
}
