// Help for keyboard and screen reader users as a plain, read-only text. The manifest holds it, a text a view, because
// editors that know `accessibilityHelpContent` show the same there; it comes localised.
import * as vscode from 'vscode';

import { COMMANDS } from './ids';

const SCHEME = 'casebook-help';

interface View {
  readonly name: string;
  readonly accessibilityHelpContent?: string;
}

function helpText(manifest: { readonly contributes: { readonly views: Readonly<Record<string, readonly View[]>> } }) {
  const views = Object.values(manifest.contributes.views).flat();
  return views.map(({ name, accessibilityHelpContent }) => `# ${name}\n\n${accessibilityHelpContent}\n`).join('\n');
}

export function registerAccessibilityHelp({ extension }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: () => helpText(extension.packageJSON),
    }),
    vscode.commands.registerCommand(COMMANDS.accessibilityHelp, () =>
      vscode.window.showTextDocument(vscode.Uri.from({ scheme: SCHEME, path: '/Cloud Casebook.md' })),
    ),
  );
}
