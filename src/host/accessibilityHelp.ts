// Help for keyboard and screen reader users as a plain, read-only text. The manifest holds it, a text a view, because
// editors that know `accessibilityHelpContent` show the same there; it comes localised.
import * as vscode from 'vscode';

import { COMMANDS, HELP_SCHEME } from './ids';
import type { Services } from './services';

interface View {
  readonly name: string;
  readonly accessibilityHelpContent?: string;
}

function helpText(manifest: { readonly contributes: { readonly views: Readonly<Record<string, readonly View[]>> } }) {
  const views = Object.values(manifest.contributes.views).flat();
  return views.map(({ name, accessibilityHelpContent }) => `# ${name}\n\n${accessibilityHelpContent}\n`).join('\n');
}

export function registerAccessibilityHelp({ context, doors }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    doors.furnish('helpTexts', {
      provideTextDocumentContent: () => helpText(context.extension.packageJSON),
    }),
    doors.command(COMMANDS.accessibilityHelp, () =>
      vscode.window.showTextDocument(vscode.Uri.from({ scheme: HELP_SCHEME, path: '/Cloud Casebook.md' })),
    ),
  );
}
