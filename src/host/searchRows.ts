// Rows of the search lists: a case with the reason why it is there, and the buttons that every row of a case has.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import { type Library, originOf, productName } from '../core/library';
import type { CaseStudy, Lang, Statement } from '../core/model';
import { STATEMENT_PARTS } from '../core/model';
import type { Tier, Why } from '../core/search/evidence';
import { placeOfHit } from '../core/search/keptNodes';
import type { SearchHit } from '../core/search/search';
import { snippet } from '../core/search/snippet';
import { originLabel } from '../core/words';
import { COMMANDS } from './ids';
import { setFavourite } from './pageActions';
import type { Pages } from './pages';

/** A row that stands for a case. */
export interface CaseRow extends vscode.QuickPickItem {
  readonly caseId: string;
  /** Where Enter leads on the case page. */
  readonly place?: string;
}

/** The row of a case: who, where it stands, and `detail` below. */
export function caseRow(library: Library, study: CaseStudy, lang: Lang, detail: string, place?: string): CaseRow {
  const origin = originOf(library, study);
  const mark = origin === 'library' ? '' : ` · ${originLabel(origin, lang)}`;
  return {
    label: study.customer[lang],
    description: placeOf(study) + mark,
    detail,
    caseId: study.id,
    alwaysShow: true,
    buttons: rowButtons(),
    ...(place !== undefined && { place }),
  };
}

export function hitRow(library: Library, hit: SearchHit, lang: Lang): CaseRow {
  const { study, why, missing } = hit;
  const lacks = missing.length > 0 ? ` — ${vscode.l10n.t('without {0}', missing.join(', '))}` : '';
  const row = caseRow(library, study, lang, whyText(library, study, why, lang) + lacks, placeOfHit(hit));
  return { ...row, iconPath: new vscode.ThemeIcon(ICONS[why.tier]) };
}

const ICONS: Readonly<Record<Tier, string>> = {
  name: 'organization',
  alias: 'package',
  product: 'package',
  facet: 'tag',
  statement: 'quote',
  number: 'graph',
  pinyin: 'organization',
  initials: 'organization',
  typo: 'question',
};

/** Why the case is there, in one line. */
export function whyText(library: Library, study: CaseStudy, why: Why, lang: Lang): string {
  switch (why.tier) {
    case 'name':
      return study.title[lang];
    case 'alias':
      return `${aliasText(library, why, lang)} — ${roleOf(study, why, lang)}`;
    case 'product':
      return `${productName(library, why.subject?.id ?? '', lang)} — ${roleOf(study, why, lang)}`;
    case 'facet':
      return facetText(library, study, why, lang);
    case 'pinyin':
    case 'initials':
      return vscode.l10n.t('Pinyin of {0}', why.text);
    case 'typo':
      return vscode.l10n.t('Close to “{0}”', why.text);
    case 'statement':
    case 'number':
      return snippet(why.text, why.ranges[0]);
    default:
      return why.tier satisfies never;
  }
}

function aliasText(library: Library, { text, subject, workspace }: Why, lang: Lang): string {
  const name = productName(library, subject?.id ?? '', lang);
  return workspace
    ? vscode.l10n.t('“{0}” is {1} in this workspace', text, name)
    : vscode.l10n.t('“{0}” is {1}', text, name);
}

function roleOf(study: CaseStudy, { subject, place }: Why, lang: Lang): string {
  const role = study.products.find((use) => use.id === subject?.id)?.role[lang];
  return role ?? statementAt(study, place)?.[lang] ?? study.title[lang];
}

function facetText(library: Library, study: CaseStudy, { text, subject, place }: Why, lang: Lang): string {
  const term = library.problemById.get(subject?.id ?? '') ?? library.industryById.get(subject?.id ?? '');
  const statement = statementAt(study, place);
  return `${term?.[lang] ?? text} — ${snippet(statement?.[lang] ?? study.title[lang], undefined)}`;
}

/** The statement at `solution-2`. */
export function statementAt(study: CaseStudy, place: string | undefined): Statement | undefined {
  const [part, i] = place?.split('-') ?? [];
  const known = STATEMENT_PARTS.find((one) => one === part);
  return known && study[known][Number(i)];
}

interface RowButton extends vscode.QuickInputButton {
  readonly run: (pages: Pages, row: CaseRow) => unknown;
  /** The list stays open. */
  readonly stays: boolean;
}

function rowButtons(): RowButton[] {
  return [
    {
      iconPath: new vscode.ThemeIcon('split-horizontal'),
      tooltip: vscode.l10n.t('Open to the Side'),
      stays: false,
      run: (pages, row) => openRow(pages, row, vscode.ViewColumn.Beside),
    },
    {
      iconPath: new vscode.ThemeIcon('copy'),
      tooltip: vscode.l10n.t('Copy Citation'),
      stays: true,
      run: (_pages, { caseId }) => vscode.commands.executeCommand(COMMANDS.copyCitation, caseId, 'text'),
    },
    {
      iconPath: new vscode.ThemeIcon('insert'),
      tooltip: vscode.l10n.t('Insert Citation'),
      stays: false,
      run: async (pages, { caseId }) => {
        await pages.lastEditor.focus();
        await vscode.commands.executeCommand(COMMANDS.insertCitation, [caseId]);
      },
    },
    {
      iconPath: new vscode.ThemeIcon('star-empty'),
      tooltip: vscode.l10n.t('Add to or remove from favourites'),
      stays: true,
      run: (pages, { caseId }) => setFavourite(pages, caseId),
    },
  ];
}

export function openRow(pages: Pages, { caseId, place }: CaseRow, column?: vscode.ViewColumn.Beside): void {
  pages.open({ kind: 'case', id: caseId, ...(place !== undefined && { place }) }, column);
}

/** Runs the button of a row; the list closes where the button leads away from it. */
export async function runRowButton(
  pages: Pages,
  picker: vscode.QuickPick<vscode.QuickPickItem>,
  { item, button }: vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>,
): Promise<void> {
  if (!isCaseRow(item) || !('run' in button)) return;
  const { run, stays } = button as RowButton;
  if (!stays) picker.hide();
  await run(pages, item);
}

export function isCaseRow(item: vscode.QuickPickItem | undefined): item is CaseRow {
  return item !== undefined && 'caseId' in item;
}

/** Not in the published types yet, but stops the widget from sorting by label; older editors do not mind. */
export function keepOrder(picker: vscode.QuickPick<vscode.QuickPickItem>): void {
  (picker as { sortByLabel?: boolean }).sortByLabel = false;
}
