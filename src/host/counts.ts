// How many there are, in words: English tells one from several.
import * as vscode from 'vscode';

/** `12 cases`; a count may also be `23 library + 2 team`. */
export function casesText(count: number | string): string {
  return String(count) === '1' ? vscode.l10n.t('1 case') : vscode.l10n.t('{0} cases', count);
}

export function productsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 product') : vscode.l10n.t('{0} products', count);
}
