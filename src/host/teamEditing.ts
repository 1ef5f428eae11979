// Writing team files: completion and hover of keys and ids, quick fixes for ids. Works without any YAML extension; beside
// one, keys are left to it, since it reads the same schema.
import * as vscode from 'vscode';

import type { Library } from '../core/library';
import { meaningAt, proposalsAt, type TeamProposal } from '../core/team/teamComplete';
import type { SourceLines } from '../core/text';
import type { Place } from '../yaml/structure/locate';
import { guarded } from './log';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { contentLanguage } from './settings';
import type { TeamCases } from './teamCases';
import { isAliasFile, isTeamFile, TEAM_SELECTOR } from './teamPaths';

export function registerTeamEditing(services: Services, team: TeamCases): vscode.Disposable {
  const { log, store } = services;
  const provideCompletionItems = guarded(
    log,
    'team completion',
    (document: vscode.TextDocument, at: vscode.Position) => {
      const library = store.library();
      return library && completionsAt(document, at, library);
    },
  );
  const provideHover = guarded(log, 'team hover', (document: vscode.TextDocument, at: vscode.Position) => {
    const library = store.library();
    return library && hoverAt(document, at, library);
  });
  const provideCodeActions = guarded(log, 'team quick fixes', (document: vscode.TextDocument, range: vscode.Range) =>
    fixesIn(document, range, team),
  );
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(TEAM_SELECTOR, { provideCompletionItems }, ' ', ':', '[', ','),
    vscode.languages.registerHoverProvider(TEAM_SELECTOR, { provideHover }),
    vscode.languages.registerCodeActionsProvider(
      TEAM_SELECTOR,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** Extensions that complete keys from the contributed schema. */
const SCHEMA_TOOLS = ['redhat.vscode-yaml'] as const;

function completionsAt(document: vscode.TextDocument, at: vscode.Position, library: Library): vscode.CompletionItem[] {
  const place = placeAt(document, at);
  if (!place) return [];
  const hasSchemaTool = SCHEMA_TOOLS.some((id) => vscode.extensions.getExtension(id) !== undefined);
  const file = isAliasFile(document.uri) ? 'aliases' : 'case';
  const range = rangeOf(place);
  const before = document.lineAt(place.span.line).text.slice(0, place.span.start);
  return proposalsAt({ ...place, before }, library, contentLanguage(), file)
    .filter(({ kind }) => kind === 'id' || file === 'aliases' || !hasSchemaTool)
    .map((proposal) => itemOf(proposal, range));
}

function itemOf(proposal: TeamProposal, range: vscode.Range): vscode.CompletionItem {
  const isKey = proposal.kind === 'key';
  const kind = isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value;
  const item = new vscode.CompletionItem({ label: proposal.label, description: proposal.detail }, kind);
  item.insertText = isKey ? `${proposal.label}: ` : proposal.label;
  item.filterText = proposal.filter;
  item.range = range;
  return item;
}

function hoverAt(document: vscode.TextDocument, at: vscode.Position, library: Library): vscode.Hover | undefined {
  const place = placeAt(document, at);
  if (!place || isAliasFile(document.uri)) return undefined;
  const meaning = meaningAt(place, place.text, library, contentLanguage());
  if (!meaning) return undefined;
  const text = new vscode.MarkdownString().appendText(meaning.title);
  if (meaning.body) text.appendMarkdown('\n\n').appendText(meaning.body);
  return new vscode.Hover(text, rangeOf(place));
}

function placeAt(document: vscode.TextDocument, { line, character }: vscode.Position): Place | undefined {
  if (!isTeamFile(document.uri)) return undefined; // the selector cannot tell folders of the workspace from folders in it
  // `require` of our own module: bundled, but evaluated only here, so that activation does not pay for it.
  const { locateAt } = require('../yaml/structure/locate') as typeof import('../yaml/structure/locate');
  const lines = linesOfDocument(document);
  return isInYaml(document, lines, line) ? locateAt(lines, line, character) : undefined;
}

/** In Markdown only the front matter is YAML. */
function isInYaml(document: vscode.TextDocument, lines: SourceLines, line: number): boolean {
  if (!/\.md$/i.test(document.uri.path)) return true;
  if (lines.lineAt(0).trimEnd() !== '---' || line === 0) return false;
  for (let i = 1; i <= line; i++) if (lines.lineAt(i).trimEnd() === '---') return false;
  return true;
}

function rangeOf({ span }: Place): vscode.Range {
  return new vscode.Range(span.line, span.start, span.line, span.end);
}

function fixesIn(document: vscode.TextDocument, range: vscode.Range, team: TeamCases): vscode.CodeAction[] {
  return team.findingsOf(document.uri).flatMap(({ span, suggestions, detail }) => {
    const place = new vscode.Range(span.line, span.start, span.line, span.end);
    // What the finding is about may have been edited since.
    if (!place.intersection(range) || !document.getText(place).includes(detail)) return [];
    return suggestions.map((id, i) => fixOf(document, place, detail, id, i === 0));
  });
}

function fixOf(document: vscode.TextDocument, place: vscode.Range, from: string, to: string, isFirst: boolean) {
  const action = new vscode.CodeAction(vscode.l10n.t('Change to {0}', to), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(
    document.uri,
    place,
    document.getText(place).replace(from, () => to),
  );
  action.isPreferred = isFirst;
  return action;
}
