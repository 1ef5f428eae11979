// What the editor says about team files: the wording of every finding, in the editor's language.
import * as vscode from 'vscode';

import type { TeamFinding } from '../core/team/teamModel';

export function wordedFinding({ code, path, detail, suggestions }: TeamFinding): string {
  const { l10n } = vscode;
  switch (code) {
    case 'missing':
      return l10n.t('“{0}” is missing.', detail);
    case 'unknown-key':
      return l10n.t('A case has no “{0}” here.', detail);
    case 'wrong-type':
      return l10n.t('{0}: expected {1}.', path || '.casebook', wordedType(detail));
    case 'not-allowed':
      return l10n.t('{0} may only be {1}.', path, detail);
    case 'unknown-id':
      return suggestions.length > 0
        ? l10n.t('The library does not know “{0}”. Did you mean {1}?', detail, suggestions.join(', '))
        : l10n.t('The library does not know “{0}”.', detail);
    case 'clash':
      return l10n.t(
        'The id {0} is already taken by {1}. This case is left out until one of the two changes.',
        path,
        detail,
      );
    case 'reserved':
      return l10n.t('“{0}” cannot be a name here.', detail);
    case 'rule':
      return wordedRule(detail);
    case 'syntax':
      return detail;
    case 'too-large':
      return l10n.t('The file is too large for a case ({0} bytes).', detail);
  }
}

function wordedType(type: string): string {
  switch (type) {
    case 'object':
      return vscode.l10n.t('a mapping');
    case 'array':
      return vscode.l10n.t('a list');
    case 'string':
      return vscode.l10n.t('text');
    case 'number':
      return vscode.l10n.t('a number');
    case 'boolean':
      return vscode.l10n.t('true or false');
    default:
      return type;
  }
}

/** Rules of the contract as the core gives them, each with its variable part. */
const RULES: readonly (readonly [RegExp, (what: string) => string])[] = [
  [/^(\S+) is named twice$/, (what) => vscode.l10n.t('{0} is named twice.', what)],
  [
    /^no challenge or solution statement carries (\S+)$/,
    (what) => vscode.l10n.t('No challenge or solution statement supports {0}.', what),
  ],
  [
    /^(\S+) is not among the case's products$/,
    (what) => vscode.l10n.t('{0} is not among the products of the case.', what),
  ],
  [
    /^(\S+) is not among the case's problems$/,
    (what) => vscode.l10n.t('{0} is not among the problems of the case.', what),
  ],
  [/^(\S+) does not occur in the statement$/, (what) => vscode.l10n.t('{0} does not occur in the statement.', what)],
  [/^(an outcome figure) needs a label$/, () => vscode.l10n.t('The figure of an outcome needs a label.')],
];

function wordedRule(reason: string): string {
  for (const [pattern, said] of RULES) {
    const what = pattern.exec(reason)?.[1];
    if (what !== undefined) return said(what);
  }
  return reason;
}
