// What the walkthrough's steps do beyond commands that exist anyway: open a sample in which the Casebook has something to
// say, with its answer already on the screen. Nothing is written to disk and nothing is fetched.
import * as vscode from 'vscode';

import { COMMANDS } from './ids';
import type { Services } from './services';
import { SAMPLE_TOKEN, sampleText } from './walkthroughSample';

/** Opens the sample, or brings it back: with the hover of its first image shown, or with its review (`review`). */
async function openSample(then?: unknown): Promise<void> {
  const content = sampleText(vscode.l10n.t('A sample: rest the pointer on an image, or ask for its light bulb.'));
  const open = vscode.workspace.textDocuments.find((document) => document.isUntitled && document.getText() === content);
  const document = open ?? (await vscode.workspace.openTextDocument({ language: 'dockercompose', content }));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const token = document.positionAt(content.indexOf(SAMPLE_TOKEN) + 1);
  editor.selection = new vscode.Selection(token, token);
  if (then === 'review') await vscode.commands.executeCommand(COMMANDS.casesLikeThis);
  else await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

export function registerWalkthrough({ doors }: Services): vscode.Disposable {
  return doors.command(COMMANDS.openSample, openSample);
}
