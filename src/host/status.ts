// The one quiet line about the active file: what it was taken for and why, how many products and cases. Its menu silences a
// kind of help, this file or this folder, and corrects the format.
import * as vscode from 'vscode';

import { unreadWords } from '../core/review/reviewWords';
import type { Reading } from '../yaml/reader';
import { askFormat } from './askFormat';
import { casesText, productsText } from './counts';
import type { Editing } from './editing';
import { formatName, reasonText } from './formatWords';
import { COMMANDS, INFRASTRUCTURE, isInfrastructure } from './ids';
import { guarded } from './log';
import type { Services } from './services';
import { contentLanguage, folderOf, isMuted, isOn, muteFolder, type Switch, turn } from './settings';

const DELAY_MS = 300;

export function registerStatus(editing: Editing): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('casebook.status', INFRASTRUCTURE);
  item.name = 'Cloud Casebook';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = guarded(editing.services.log, 'status', () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isInfrastructure(document)) fill(item, editing, document);
  });
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY_MS);
  };
  later();
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document && isInfrastructure(document)) later();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook')) later();
    }),
    editing.services.store.onDidChange(later),
    editing.services.readings.onDidChange(later),
    editing.services.doors.command(COMMANDS.statusMenu, () => menu(editing)),
  );
}

function fill(item: vscode.LanguageStatusItem, editing: Editing, document: vscode.TextDocument): void {
  const reading = editing.services.readings.of(document);
  const facts = editing.of(document);
  item.command = { command: COMMANDS.statusMenu, title: vscode.l10n.t('Casebook…') };
  item.detail = detailOf(reading);
  if (!facts) {
    item.text = editing.services.store.failure
      ? vscode.l10n.t('no case library')
      : vscode.l10n.t('Casebook is silent here');
    return;
  }
  item.text = summaryOf(editing, document) ?? formatName('none');
}

/** `ROS · 7 products · 12 cases`; `undefined` where we are silent and in files that are no infrastructure. */
export function summaryOf(editing: Editing, document: vscode.TextDocument): string | undefined {
  const facts = editing.of(document);
  const formats = facts ? formatsOf(facts.reading) : [];
  if (!facts || formats.length === 0) return undefined;
  const { products, matches } = facts.evidence;
  return [formats.join(', '), productsText(products.length), casesText(matches.length)].join(' · ');
}

function formatsOf({ documents }: Reading): string[] {
  const formats = documents.map(({ format }) => format).filter((format) => format !== 'none');
  return [...new Set(formats)].map(formatName);
}

/** The text names the format already, and the line has little room. */
function detailOf(reading: Reading): string {
  const { documents, skipped } = reading;
  const [only, ...others] = documents;
  return only && others.length === 0 && !skipped ? reasonText(only.because) : whyOf(reading);
}

/** `ROS: key ROSTemplateFormatVersion` */
function whyOf({ documents, skipped }: Reading): string {
  if (skipped) return vscode.l10n.t('not read: {0}', unreadWords(skipped, contentLanguage()));
  const first = documents.find(({ format }) => format !== 'none') ?? documents[0];
  return first ? `${formatName(first.format)}: ${reasonText(first.because)}` : '';
}

interface Choice extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

async function menu(editing: Editing): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const choices = [
    ...switches(),
    ...(document && isInfrastructure(document) ? fileChoices(editing, document) : []),
    allSettings(editing.services),
  ];
  const placeHolder =
    document && isInfrastructure(document) ? whyOf(editing.services.readings.of(document)) : 'Cloud Casebook';
  const chosen = await vscode.window.showQuickPick<Choice>(choices, { placeHolder });
  await chosen?.run?.();
}

function switches(): Choice[] {
  const names: Record<Switch, string> = {
    hover: vscode.l10n.t('Hover'),
    completion: vscode.l10n.t('Completion'),
    lightbulb: vscode.l10n.t('Light bulb on images'),
    staleCitations: vscode.l10n.t('Marks on stale citations'),
    codeLens: vscode.l10n.t('Line above the file'),
  };
  return (Object.keys(names) as Switch[]).map((kind) => {
    const on = isOn(kind);
    const label = on ? vscode.l10n.t('Turn off: {0}', names[kind]) : vscode.l10n.t('Turn on: {0}', names[kind]);
    return { label: `$(${on ? 'circle-large-filled' : 'circle-large-outline'}) ${label}`, run: () => turn(kind, !on) };
  });
}

function allSettings(services: Services): Choice {
  const query = `@ext:${services.context.extension.id}`;
  return {
    label: `$(settings-gear) ${vscode.l10n.t('All settings')}`,
    run: () => vscode.commands.executeCommand('workbench.action.openSettings', query),
  };
}

function fileChoices(editing: Editing, document: vscode.TextDocument): Choice[] {
  const { uri } = document;
  const muted = isMuted(uri);
  const folder = folderOf(uri);
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(editing.of(document)
      ? [{ label: `$(mute) ${vscode.l10n.t('Silence this file, by a comment in it')}`, run: () => muteFile(document) }]
      : []),
    ...(folder === undefined
      ? []
      : [
          {
            label: muted
              ? `$(unmute) ${vscode.l10n.t('Speak in this folder again')}`
              : `$(mute) ${vscode.l10n.t('Silence this folder')}`,
            description: folder,
            run: () => muteFolder(uri, !muted),
          },
        ]),
    {
      label: `$(symbol-file) ${vscode.l10n.t('Read this file as…')}`,
      run: () => askFormat(editing.services.readings, document),
    },
  ];
}

async function muteFile(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const text = contentLanguage() === 'zh' ? '# 案例: 忽略本文件\n' : '# cases: ignore-file\n';
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
}
