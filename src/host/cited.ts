// Citations under the cursor and in a document, as editor places.
import * as vscode from 'vscode';

import { citationOn, citedAt } from '../core/cite';
import { HASH } from '../core/comments';
import type { Reading } from '../yaml/reader';
import type { Editing } from './editing';

/** An id with its columns on the cursor's line. */
export interface CitedHere {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The id under the cursor: in a citation comment, or in a `cases:` list of our own format. */
export function citedHere(
  editing: Editing,
  document: vscode.TextDocument,
  position: vscode.Position,
): CitedHere | undefined {
  const comment = citationOn(document.lineAt(position.line).text, HASH);
  const cited = comment && citedAt(comment, position.character);
  if (cited) return { id: cited.id, start: cited.start, end: cited.tailEnd };
  const facts = editing.of(document);
  return facts && citedValueAt(editing, facts.reading, document, position);
}

/** The id of a `cases:` list under the cursor. */
export function citedValueAt(
  editing: Editing,
  reading: Reading,
  document: vscode.TextDocument,
  position: vscode.Position,
): CitedHere | undefined {
  if (!reading.documents.some(({ format }) => format === 'architecture')) return undefined;
  const cursor = editing.services.readings.cursorAt(document, position);
  if (cursor?.format !== 'architecture' || cursor.role !== 'value') return undefined;
  if (typeof cursor.path.at(-1) !== 'number' || cursor.path.at(-2) !== 'cases') return undefined;
  return { id: cursor.text, start: cursor.span.start, end: cursor.span.end };
}

export function rangeOn(line: number, start: number, end: number): vscode.Range {
  return new vscode.Range(line, start, line, end);
}
