// Two more ways into the library: by problem, with the statement that justifies each case, and by figure.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import type { Library } from '../core/library';
import type { Lang } from '../core/model';
import { figureLine } from '../core/pages/figures';
import { casesOfProblem, filterNumbers, type NumberEntry, numbersIndex } from '../core/search/numbers';
import { casesText } from './counts';
import { COMMANDS } from './ids';
import type { Pages } from './pages';
import { type CaseRow, caseRow, isCaseRow, keepOrder, openRow, runRowButton } from './searchRows';
import type { Services } from './services';
import { contentLanguage } from './settings';

export function registerSearchLists(services: Services, pages: Pages): vscode.Disposable {
  return vscode.Disposable.from(
    services.doors.command(COMMANDS.searchProblem, (id?: unknown) => byProblem(services, pages, id)),
    services.doors.command(COMMANDS.searchNumbers, (query?: unknown) => byNumber(services, pages, query)),
  );
}

/** Asks for the problem unless `id` is one, then shows its cases. */
async function byProblem(services: Services, pages: Pages, id: unknown): Promise<void> {
  const library = services.store.library();
  if (!library) return;
  const asked = typeof id === 'string' && library.problemById.has(id) ? id : await pickProblem(library);
  if (asked) showProblem(library, pages, asked);
}

async function pickProblem(library: Library): Promise<string | undefined> {
  const lang = contentLanguage();
  const items = library.data.problems.map((term) => {
    const count = library.casesByProblem.get(term.id)?.length ?? 0;
    const others = [lang === 'zh' ? term.en : term.zh, ...(term.aliases ?? [])].join(', ');
    return {
      label: term[lang],
      description: `${casesText(count)} · ${others}`,
      detail: term.line?.[lang] ?? '',
      id: term.id,
      count,
    };
  });
  const sorted = items.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const options = { placeHolder: vscode.l10n.t('Which problem?'), matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(sorted, options))?.id;
}

function showProblem(library: Library, pages: Pages, id: string): void {
  const lang = contentLanguage();
  const rows = casesOfProblem(library, id).map(({ study, statement, place, answer }): CaseRow => {
    const detail = answer ? `${statement[lang]} → ${answer.statement[lang]}` : statement[lang];
    return { ...caseRow(library, study, lang, detail, place), alwaysShow: false };
  });
  const picker = vscode.window.createQuickPick();
  keepOrder(picker);
  picker.title = `${library.problemById.get(id)?.[lang] ?? id} · ${casesText(rows.length)}`;
  picker.placeholder = vscode.l10n.t('Each case with the statement that justifies it');
  picker.matchOnDetail = true;
  picker.buttons = [
    { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Solutions Side by Side') },
  ];
  picker.items = rows;
  run(picker, pages, () => vscode.commands.executeCommand(COMMANDS.openProblem, id));
}

function byNumber(services: Services, pages: Pages, query: unknown): void {
  const library = services.store.library();
  if (!library) return;
  const entries = numbersIndex(library);
  const picker = vscode.window.createQuickPick();
  keepOrder(picker);
  picker.placeholder = vscode.l10n.t('Outcomes with a figure: product, what was measured, unit or customer');
  const fill = () => {
    const lang = contentLanguage();
    const found = filterNumbers(library, entries, picker.value);
    picker.title = vscode.l10n.t('{0} of {1} figures', found.length, entries.length);
    picker.items = found.map((entry) => numberRow(library, entry, lang));
  };
  picker.value = typeof query === 'string' ? query : '';
  fill();
  run(picker, pages, () => undefined, [picker.onDidChangeValue(fill)]);
}

function numberRow(library: Library, { study, place, figure, label, statement }: NumberEntry, lang: Lang): CaseRow {
  const row = caseRow(library, study, lang, statement[lang], place);
  return {
    ...row,
    label: `${figureLine(figure, lang, library.data.units)}  ${label[lang]}`,
    description: `${study.customer[lang]} · ${placeOf(study)}`,
  };
}

/** Shows the list: Enter opens the case at its place, the buttons of the rows work, the list cleans up after itself. */
function run(
  picker: vscode.QuickPick<vscode.QuickPickItem>,
  pages: Pages,
  onButton: () => unknown,
  more: readonly vscode.Disposable[] = [],
): void {
  const subscriptions = [
    ...more,
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      picker.hide();
      if (isCaseRow(chosen)) openRow(pages, chosen);
    }),
    picker.onDidTriggerItemButton((event) => runRowButton(pages, picker, event)),
    picker.onDidTriggerButton(() => {
      picker.hide();
      return onButton();
    }),
    picker.onDidHide(() => {
      for (const one of [...subscriptions, picker]) one.dispose();
    }),
  ];
  picker.show();
}
