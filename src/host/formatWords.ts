// Formats and the reasons for them, as the user reads them.
import * as vscode from 'vscode';

import type { Format, FormatReason } from '../yaml/model';

const NAMES: Readonly<Record<Format, string>> = {
  ros: 'ROS',
  oos: 'OOS',
  kubernetes: 'Kubernetes',
  helm: 'Helm',
  compose: 'Compose',
  'serverless-devs': 'Serverless Devs',
  pulumi: 'Pulumi',
  crossplane: 'Crossplane',
  kubevela: 'KubeVela',
  ansible: 'Ansible',
  architecture: 'Architecture',
  none: '',
};

/** The formats that a document may be said to have. */
export const FORMATS = Object.keys(NAMES).filter((name) => name !== 'none') as readonly Exclude<Format, 'none'>[];

export function formatName(format: Format): string {
  return format === 'none' ? vscode.l10n.t('no known format') : NAMES[format];
}

/** Why a document was taken for what it is: `key ROSTemplateFormatVersion`. */
export function reasonText({ code, detail }: FormatReason): string {
  switch (code) {
    case 'override':
      return vscode.l10n.t('as you set it');
    case 'key':
      return vscode.l10n.t('key {0}', detail);
    case 'keys':
      return vscode.l10n.t('keys {0}', detail);
    case 'kind':
      return vscode.l10n.t('kind {0}', detail);
    case 'file-name':
      return vscode.l10n.t('file name {0}', detail);
    case 'language':
      return vscode.l10n.t('language {0}', detail);
    case 'template':
      return vscode.l10n.t('template {0}', detail);
    case 'empty':
      return vscode.l10n.t('nothing written yet');
    case 'nothing-known':
      return detail === ''
        ? vscode.l10n.t('no key, kind or name of a known format')
        : vscode.l10n.t('{0} is of another cloud', detail);
    default:
      return code satisfies never;
  }
}
