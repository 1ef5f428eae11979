// The user's word on what a file is.
import * as vscode from 'vscode';

import { FORMATS, formatName } from './formatWords';
import { isInfrastructure } from './ids';
import type { Readings } from './readings';

/** Asks which format a document is to be read as; the answer is kept for this workspace. */
export async function askFormat(readings: Readings, document: vscode.TextDocument | undefined): Promise<void> {
  if (!document || !isInfrastructure(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an infrastructure file first.'));
    return;
  }
  const now = readings.overrideOf(document.uri);
  const automatic = { label: vscode.l10n.t('What its content says'), format: undefined };
  const items = [automatic, ...FORMATS.map((format) => ({ label: formatName(format), format }))].map((item) => ({
    ...item,
    ...(item.format === now && { description: vscode.l10n.t('chosen') }),
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Read this file as…') });
  if (picked) await readings.override(document.uri, picked.format);
}
