// What the editor says about an import: refusals, the dry run's lines, and the dry run as a document.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import type { ImportPlan, ImportProblem, Rejection } from '../core/importing/importModel';
import { escapeMarkdown } from '../core/markdown';
import { casesText } from './counts';
import { contentLanguage } from './settings';

export function wordedProblem({ code, detail }: ImportProblem): string {
  const { l10n } = vscode;
  switch (code) {
    case 'too-large':
      return l10n.t('The file is too large to be a case library ({0} bytes). Nothing was imported.', detail);
    case 'empty':
      return l10n.t('The file is empty. Nothing was imported.');
    case 'binary':
      return l10n.t('The file is not text (a PDF has to be converted to text first). Nothing was imported.');
    case 'encoding':
      return l10n.t('The encoding of the file was not recognised; save it as UTF-8. Nothing was imported.');
    case 'cut':
      return l10n.t('The file ends in the middle of a character: its end is missing. Nothing was imported.');
    case 'no-cases':
      return l10n.t('No cases were found in the file. Nothing was imported.');
    case 'truncated':
      return l10n.t('The file ends before section {0}, which its contents announce. Nothing was imported.', detail);
    case 'not-json':
      return l10n.t('The file is not valid JSON ({0}). Nothing was imported.', detail);
    case 'hostile':
      return l10n.t('The file uses the key {0}, which no case has. Nothing was imported.', detail);
    case 'volume-id':
      return l10n.t('“{0}” cannot be the id of a volume. Nothing was imported.', detail);
    case 'volume-taken':
      return l10n.t(
        'The id {0} belongs to another edition that ships with the extension. Nothing was imported.',
        detail,
      );
  }
}

/** One line: `85 cases: 85 new, 0 changed, 0 unchanged · 0 rejected · 2 unknown names`. */
export function planSummary(plan: ImportPlan): string {
  const of = (change: string) => plan.entries.filter((entry) => entry.change === change).length;
  return vscode.l10n.t(
    '{0}: {1} new, {2} changed, {3} unchanged, {4} gone · {5} rejected · {6} unknown names',
    casesText(plan.entries.length),
    of('added'),
    of('changed'),
    of('unchanged'),
    plan.removed.length,
    plan.rejected.length,
    plan.unknown.length,
  );
}

export function wordedRejection({ code, detail }: Rejection): string {
  const { l10n } = vscode;
  switch (code) {
    case 'not-found':
      return l10n.t('announced in the contents, not found in the text');
    case 'doubled':
      return l10n.t('the number occurs twice');
    case 'empty':
      return l10n.t('without text');
    case 'invalid':
      return detail;
  }
}

/** The dry run in full, as Markdown. */
export function planDocument(plans: readonly ImportPlan[]): string {
  const { l10n } = vscode;
  const lang = contentLanguage();
  const changes = { added: l10n.t('new'), changed: l10n.t('changed'), unchanged: l10n.t('unchanged') };
  return plans
    .flatMap((plan) => [
      `# ${escapeMarkdown(plan.volume.title[lang])} (${escapeMarkdown(plan.volume.edition)})`,
      '',
      planSummary(plan),
      '',
      l10n.t('{0} product entries and {1} service entries.', plan.listed.products, plan.listed.services),
      '',
      ...plan.entries.map(
        ({ study, change, isLinked }) =>
          `- ${changes[change]}${isLinked ? ` · ${l10n.t('linked')}` : ''}: ${escapeMarkdown(`${study.id} ${study.title[lang]}`)} (${placeOf(study)})`,
      ),
      ...plan.removed.map((id) => `- ${l10n.t('gone')}: ${escapeMarkdown(id)}`),
      ...plan.rejected.map(
        (one) =>
          `- ${l10n.t('rejected')}: ${escapeMarkdown(`${one.what} ${one.title}`)}: ${escapeMarkdown(wordedRejection(one))}`,
      ),
      ...plan.unknown.map(
        ({ name, cases, suggestions }) =>
          `- ${l10n.t('unknown')}: ${escapeMarkdown(name)} (${cases.join(', ')})${suggestions.length > 0 ? ` → ${suggestions.map(({ id }) => id).join(', ')}?` : ''}`,
      ),
      '',
    ])
    .join('\n');
}
