// How groups and cases look in the tree. Tooltips are made only when somebody asks for one.
import * as vscode from 'vscode';

import { fullCitation, placeOf, spokenPlace } from '../core/cite';
import { counts, type Library, originOf, productName, shortName } from '../core/library';
import { escapeMarkdown } from '../core/markdown';
import type { CaseStudy, Lang } from '../core/model';
import { distinctCases } from '../core/namedCases';
import type { CaseNode, GroupNode, OutlineNode } from '../core/outline';
import { originCount, originLabel } from '../core/words';
import { casesText } from './counts';
import { COMMANDS } from './ids';

const ICONS: Readonly<Record<GroupNode['subject']['kind'], string>> = {
  industry: 'organization',
  category: 'symbol-namespace',
  product: 'package',
  problem: 'question',
  letter: 'symbol-key',
  own: 'history',
};

export function groupItem(library: Library, node: GroupNode, isOpen: boolean, lang: Lang): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, isOpen ? Expanded : Collapsed);
  const count = countIn(library, node, lang);
  item.description = count;
  item.iconPath = new vscode.ThemeIcon(node.id === 'favourites' ? 'star-full' : ICONS[node.subject.kind]);
  item.contextValue = `group.${node.subject.kind}`;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1}', node.label, casesText(count)) };
  return item;
}

/** `12`, or `23 library + 2 team` where there are cases of the reader's own. */
function countIn(library: Library, node: GroupNode, lang: Lang): string {
  if (library.origins.size === 0) return String(node.count);
  return originCount(counts(library, [...distinctCases(node)]), lang);
}

export function caseItem(
  library: Library,
  { study, list }: CaseNode,
  isFavourite: boolean,
  lang: Lang,
): vscode.TreeItem {
  const item = new vscode.TreeItem(study.customer[lang], vscode.TreeItemCollapsibleState.None);
  const origin = originOf(library, study);
  const mark = origin === 'library' ? '' : ` · ${originLabel(origin, lang)}`;
  item.description = placeOf(study) + mark;
  item.contextValue = isFavourite ? 'case.favourite' : 'case';
  item.iconPath = new vscode.ThemeIcon(isFavourite ? 'star-full' : 'book');
  item.command = {
    command: COMMANDS.openCase,
    title: vscode.l10n.t('Open Case'),
    arguments: [study.id, undefined, list],
  };
  const place = spokenPlace(study, lang);
  item.accessibilityInformation = {
    label: [study.customer[lang], study.title[lang], place + mark, isFavourite ? vscode.l10n.t('favourite') : '']
      .filter(Boolean)
      .join(', '),
  };
  return item;
}

/** A favourite or recent case that is gone; only a favourite can be taken off. */
export function missingItem(node: OutlineNode, favourites: readonly string[]): vscode.TreeItem {
  const item = new vscode.TreeItem(node.kind === 'missing' ? node.caseId : node.id);
  item.description = vscode.l10n.t('no longer in the library');
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.contextValue = node.kind === 'missing' && favourites.includes(node.caseId) ? 'missing.favourite' : 'missing';
  return item;
}

export function tooltipOf(library: Library, node: OutlineNode, lang: Lang): vscode.MarkdownString | undefined {
  if (node.kind === 'case') return caseTooltip(library, node.study, lang);
  if (node.kind !== 'group') return undefined;
  const { kind, id } = node.subject;
  const line =
    kind === 'product'
      ? `${productName(library, id, 'zh')} · ${productName(library, id, 'en')}`
      : (library.problemById.get(id)?.line?.[lang] ?? node.label);
  return new vscode.MarkdownString(escapeMarkdown(line));
}

function caseTooltip(library: Library, study: CaseStudy, lang: Lang): vscode.MarkdownString {
  const products = study.products.map((use) => shortName(library, use.id, lang)).join(' · ');
  const problems = study.problems.map((id) => library.problemById.get(id)?.[lang] ?? id);
  const lines = [
    `**${escapeMarkdown(study.title[lang])}**`,
    escapeMarkdown([library.industryById.get(study.industry)?.[lang] ?? study.industry, ...problems].join(' · ')),
    escapeMarkdown(study.summary[lang]),
    products && escapeMarkdown(products),
    `_${escapeMarkdown(fullCitation(study, library, lang))}_`,
  ];
  return new vscode.MarkdownString(lines.filter(Boolean).join('\n\n'));
}
