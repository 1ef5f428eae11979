// The palette search: asks the index at every keystroke, keeps its order, opens what is chosen at the place that was found.
import * as vscode from 'vscode';

import type { Library } from '../core/library';
import type { CaseStudy } from '../core/model';
import { shortOf } from '../core/productNames';
import type { FacetCompletion, QueryProblem } from '../core/search/query';
import { casesText } from './counts';
import { COMMANDS, isInfrastructure } from './ids';
import { registerKeptResults } from './keptResults';
import { guarded } from './log';
import { favourites, forgetSearches, recent, rememberSearch, searches } from './memory';
import type { Pages } from './pages';
import type { SearchHolder } from './searchHolder';
import { registerSearchLists } from './searchLists';
import { caseRow, hitRow, isCaseRow, keepOrder, openRow, runRowButton } from './searchRows';
import type { Services } from './services';
import { contentLanguage } from './settings';

const LIMIT = 50;

/** Picking it continues the query. */
interface QueryRow extends vscode.QuickPickItem {
  readonly query: string;
}

/** `Casebook: Search Cases`, and the ways in beside it. */
export function registerSearch(services: Services, pages: Pages, search: SearchHolder): vscode.Disposable {
  const kept = registerKeptResults(services, search);
  const open = (query?: unknown) => openPicker(services, pages, search, typeof query === 'string' ? query : '');
  return vscode.Disposable.from(
    kept,
    registerSearchLists(services, pages),
    services.doors.command(COMMANDS.search, open),
    services.doors.command(COMMANDS.searchSelection, () => open(queryAtCaret(services))),
  );
}

function openPicker(services: Services, pages: Pages, search: SearchHolder, query: string): void {
  const picker = vscode.window.createQuickPick();
  keepOrder(picker);
  picker.placeholder = vscode.l10n.t('Customer, product, problem or words of a case');
  picker.buttons = titleButtons();
  const fill = guarded(services.log, 'search', () => {
    picker.items = rowsFor(services, search, picker.value);
  });
  const subscriptions = [
    picker.onDidChangeValue(fill),
    picker.onDidAccept(() => accept(services, picker, pages, fill)),
    picker.onDidTriggerItemButton(async (event) => {
      if (isCaseRow(event.item)) await rememberSearch(services.context, picker.value);
      await runRowButton(pages, picker, event);
      await runSearchButton(services, event);
      if ('forgets' in event.button) fill();
    }),
    picker.onDidTriggerButton((button) => {
      const asked = picker.value;
      picker.hide();
      const { command } = button as TitleButton;
      return vscode.commands.executeCommand(command, asked);
    }),
    picker.onDidHide(() => {
      for (const one of [...subscriptions, picker]) one.dispose();
    }),
  ];
  picker.value = query;
  fill();
  picker.show();
}

interface TitleButton extends vscode.QuickInputButton {
  readonly command: string;
}

function titleButtons(): TitleButton[] {
  return [
    {
      iconPath: new vscode.ThemeIcon('tag'),
      tooltip: vscode.l10n.t('Search by Problem'),
      command: COMMANDS.searchProblem,
    },
    {
      iconPath: new vscode.ThemeIcon('graph'),
      tooltip: vscode.l10n.t('Search Outcome Figures'),
      command: COMMANDS.searchNumbers,
    },
    {
      iconPath: new vscode.ThemeIcon('list-tree'),
      tooltip: vscode.l10n.t('Keep Results as a Tree'),
      command: COMMANDS.keepResults,
    },
  ];
}

function accept(
  { context }: Services,
  picker: vscode.QuickPick<vscode.QuickPickItem>,
  pages: Pages,
  fill: () => void,
): void {
  const [chosen] = picker.selectedItems;
  if (isCaseRow(chosen)) {
    void rememberSearch(context, picker.value);
    picker.hide();
    openRow(pages, chosen);
  } else if (chosen && 'query' in chosen) {
    picker.value = (chosen as QueryRow).query;
    fill();
  }
}

function rowsFor(services: Services, search: SearchHolder, query: string): vscode.QuickPickItem[] {
  const library = services.store.library();
  if (!library) return [{ label: services.store.failure ?? '', alwaysShow: true }];
  if (!query.trim()) return startRows(services, library);
  const { problems, completions } = search.reading(query);
  const hits = search.query(query, LIMIT);
  const lang = contentLanguage();
  const rows = [
    ...problems.flatMap((problem) => problemRows(query, problem)),
    ...completions.map((completion) => completionRow(library, completion)),
    ...hits.map((hit) => hitRow(library, hit, lang)),
  ];
  return rows.length > 0 ? rows : [nothingRow(query)];
}

function nothingRow(query: string): vscode.QuickPickItem {
  return {
    label: vscode.l10n.t('No case answers “{0}”.', query.trim()),
    detail: vscode.l10n.t('Two words mean both. Try fewer words, a product, or search by problem.'),
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
  };
}

/** Says what could not be read and offers what may be meant. */
function problemRows(query: string, { code, facet, value, near }: QueryProblem): vscode.QuickPickItem[] {
  if (code === 'empty-value') return [];
  const isFacet = code === 'unknown-facet';
  const label = isFacet
    ? vscode.l10n.t('There is no facet word “{0}:”.', facet)
    : vscode.l10n.t('“{0}:” knows no “{1}”.', facet, value);
  const offers = near.map((one): QueryRow => {
    const word = isFacet ? `${one}:${value}` : `${facet}:${one} `;
    const rest = query.replace(`${facet}:${value}`, '').trim();
    return { label: word, query: rest ? `${rest} ${word}` : word, alwaysShow: true };
  });
  return [{ label, iconPath: new vscode.ThemeIcon('info'), alwaysShow: true }, ...offers];
}

function completionRow(library: Library, { query, kind, id, count }: FacetCompletion): QueryRow {
  const lang = contentLanguage();
  const tables = { industry: library.industryById, problem: library.problemById, product: library.productById };
  const term = id === undefined || !(kind in tables) ? undefined : tables[kind as keyof typeof tables].get(id);
  const word = query.trimEnd().split(/\s/).pop() ?? query;
  const description = term ? `${term[lang]} · ${casesText(count ?? 0)}` : '';
  return { label: word, description, iconPath: new vscode.ThemeIcon('filter'), query, alwaysShow: true };
}

interface SearchButton extends vscode.QuickInputButton {
  readonly forgets: 'one' | 'all';
}

/** What was searched last; picking it searches again. */
function searchRows(context: vscode.ExtensionContext): vscode.QuickPickItem[] {
  const buttons: SearchButton[] = [
    { iconPath: new vscode.ThemeIcon('close'), tooltip: vscode.l10n.t('Forget This Search'), forgets: 'one' },
    { iconPath: new vscode.ThemeIcon('clear-all'), tooltip: vscode.l10n.t('Forget All Searches'), forgets: 'all' },
  ];
  const iconPath = new vscode.ThemeIcon('history');
  const rows = searches(context).map(
    (query): QueryRow => ({ label: query, query, iconPath, buttons, alwaysShow: true }),
  );
  if (rows.length === 0) return [];
  return [{ label: vscode.l10n.t('Last searches'), kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

async function runSearchButton(
  { context }: Services,
  { item, button }: vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>,
): Promise<void> {
  if (!('forgets' in button) || !('query' in item)) return;
  const { forgets } = button as SearchButton;
  await forgetSearches(context, forgets === 'one' ? (item as QueryRow).query : undefined);
}

/** Before anything is typed: favourites, what was read and searched last, then everything. */
function startRows({ context }: Services, library: Library): vscode.QuickPickItem[] {
  const known = (ids: readonly string[]) =>
    ids.map((id) => library.caseById.get(id)).filter((study) => study !== undefined);
  const first = known(favourites(context));
  const last = known(recent(context)).filter((study) => !first.includes(study));
  const rest = library.cases.filter((study) => !first.includes(study) && !last.includes(study));
  return [
    ...group(library, vscode.l10n.t('Favourites'), first),
    ...group(library, vscode.l10n.t('Recent'), last),
    ...searchRows(context),
    ...group(library, vscode.l10n.t('All cases'), rest),
  ];
}

function group(library: Library, label: string, studies: readonly CaseStudy[]): vscode.QuickPickItem[] {
  if (studies.length === 0) return [];
  const lang = contentLanguage();
  const rows = studies.map((study) => caseRow(library, study, lang, study.title[lang]));
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

/** What the caret is on: the product of a token, else the selection, else the word. */
function queryAtCaret({ readings, store }: Services): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  const { document, selection } = editor;
  const at = (position: vscode.Position) =>
    isInfrastructure(document) ? readings.mentionAt(document, position) : undefined;
  const mention = at(selection.active) ?? at(selection.start);
  const product = mention && store.library()?.productById.get(mention.productId);
  if (product) return shortOf(product, contentLanguage());
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return range ? document.getText(range).split('\n', 1).join('').slice(0, 80).trim() : '';
}
