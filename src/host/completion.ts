// Completion in our slots and nowhere else: asks the YAML layer what belongs at the cursor and turns it into items. Notes
// are written when an item is looked at.
import * as vscode from 'vscode';

import { leadOn } from '../core/cite';
import { HASH } from '../core/comments';
import { completionNote } from '../core/completions/note';
import type { CompletionEntry } from '../yaml/complete';
import type { Editing } from './editing';
import { LINK_COMMANDS, trusted } from './hover';
import { guarded } from './log';
import { linesRead } from './readings';
import { completionMode, contentLanguage } from './settings';

type Notes = WeakMap<vscode.CompletionItem, () => vscode.MarkdownString>;

export function registerCompletion(editing: Editing): vscode.Disposable {
  const notes: Notes = new WeakMap();
  const { log } = editing.services;
  const provideCompletionItems = guarded(
    log,
    'completion',
    (
      document: vscode.TextDocument,
      position: vscode.Position,
      _token: vscode.CancellationToken,
      context: vscode.CompletionContext,
    ) => {
      const isTriggered = context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
      if (isTriggered && !leadOn(document.lineAt(position.line).text, HASH)) return undefined;
      return listAt(editing, document, position, notes);
    },
  );
  const resolveCompletionItem = guarded(log, 'note of a completion', (item: vscode.CompletionItem) => {
    const note = notes.get(item)?.();
    if (note) item.documentation = note;
    return item;
  });
  return editing.services.doors.furnish('completion', { provideCompletionItems, resolveCompletionItem });
}

/** `undefined` when there is nothing to say, so that others and plain words go on. */
function listAt(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
  notes: Notes,
): vscode.CompletionList | undefined {
  const mode = completionMode();
  const cursor = mode === 'off' ? undefined : editing.services.readings.cursorAt(document, position);
  if (!cursor || cursor.format === 'none') return undefined;
  const facts = editing.of(document);
  const names = editing.names();
  if (!facts || !names) return undefined;
  const { completeAt } = require('../yaml/complete') as typeof import('../yaml/complete');
  const { mentionTouching } = require('../yaml/mentionsBetween') as typeof import('../yaml/mentionsBetween');
  const { reading } = facts;
  const written = mentionTouching(reading, position.line, position.character);
  const evidence = editing.evidenceWithout(facts, document, written);
  const entries = completeAt({
    lines: linesRead(reading, document),
    cursor,
    column: position.character,
    reading,
    evidence,
    names,
    values: editing.values(),
    lang: contentLanguage(),
    isAfterOthers: mode === 'auto',
  });
  if (entries.length === 0) return undefined;
  const items = entries.map((entry) => {
    const item = itemOf(entry);
    const note = () =>
      completionNote(evidence.library, entry.completion, { lang: contentLanguage(), commands: LINK_COMMANDS });
    notes.set(item, () => trusted(note()));
    return item;
  });
  return new vscode.CompletionList(items, true);
}

function itemOf(entry: CompletionEntry): vscode.CompletionItem {
  const { label, description, span } = entry;
  const item = new vscode.CompletionItem({ label, description }, vscode.CompletionItemKind.Reference);
  item.detail = entry.detail;
  item.filterText = entry.filterText;
  item.sortText = entry.sortText;
  item.insertText = entry.insertText;
  item.range = new vscode.Range(span.line, span.start, span.line, span.end);
  return item;
}
