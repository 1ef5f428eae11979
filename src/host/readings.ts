// One reading per open document and version, shared by every feature; brought up to date from the edits in between.
// Loads the YAML layer and its tables on first need.
import * as vscode from 'vscode';

import { changeOfEdits, type LineChange, mergeChanges } from '../core/lineChange';
import type { SourceLines } from '../core/text';
import type { IdentifierTable } from '../yaml/identifiers';
import type { Cursor, Format, Mention } from '../yaml/model';
import type { Reader, Reading } from '../yaml/reader';
import type { Log } from './log';
import { onDidCloseForGood } from './openDocuments';
import type { ShippedTexts } from './shipped';

interface Kept {
  readonly version: number;
  readonly reading: Reading;
  /** What happened to the text since `version`; `undefined` for nothing. */
  pending: LineChange | undefined;
}

interface YamlLayer {
  readonly table: IdentifierTable;
  readonly reader: Reader;
  readonly mentionAt: typeof import('../yaml/reader').mentionAt;
  readonly cursorAt: typeof import('../yaml/reader').cursorAt;
}

/** Workspace state: file uri → the format that the user says it has. */
const OVERRIDES = 'casebook.formats';
/** Names of unsaved documents come again and mean others then. */
const UNSAVED = 'untitled';

export class Readings implements vscode.Disposable {
  readonly #shipped: ShippedTexts;
  readonly #log: Log;
  readonly #state: vscode.Memento;
  readonly #kept = new Map<string, Kept>();
  readonly #unsaved = new Map<string, Format>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #listeners: vscode.Disposable;
  #layer: YamlLayer | undefined;

  /** Fires when a document is read otherwise than before without having been edited. */
  readonly onDidChange = this.#changed.event;

  constructor(shipped: ShippedTexts, log: Log, state: vscode.Memento) {
    this.#shipped = shipped;
    this.#log = log;
    this.#state = state;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument((document) => this.#kept.delete(keyOf(document))),
      onDidCloseForGood((uri) => this.#unsaved.delete(uri.toString())),
      vscode.workspace.onDidChangeTextDocument((event) => this.#note(event)),
      this.#changed,
    );
  }

  /** What stands in the document at its present version. */
  of(document: vscode.TextDocument): Reading {
    const key = keyOf(document);
    const kept = this.#kept.get(key);
    if (kept && kept.version === document.version && !kept.pending) return kept.reading;
    const reading = this.#yaml().reader.read(
      linesOfDocument(document),
      this.#hints(document),
      kept?.reading,
      kept?.pending,
    );
    this.#kept.set(key, { version: document.version, reading, pending: undefined });
    return reading;
  }

  /** The product token under the cursor. */
  mentionAt(document: vscode.TextDocument, position: vscode.Position): Mention | undefined {
    return this.#yaml().mentionAt(this.of(document), position.line, position.character);
  }

  /** All product tokens, in the order of the text. */
  mentionsOf(document: vscode.TextDocument): readonly Mention[] {
    return this.of(document).mentions;
  }

  /** Where the cursor is; works in half-typed text. */
  cursorAt(document: vscode.TextDocument, position: vscode.Position): Cursor | undefined {
    const reading = this.of(document);
    return this.#yaml().cursorAt(reading, linesRead(reading, document), position.line, position.character);
  }

  /** Reads a text that is not open. */
  ofText(lines: SourceLines, fileName: string): Reading {
    return this.#yaml().reader.read(lines, { fileName });
  }

  /** The tables of identifiers. */
  table(): IdentifierTable {
    return this.#yaml().table;
  }

  /** The format that the user said a document has. */
  overrideOf(uri: vscode.Uri): Format | undefined {
    const key = uri.toString();
    return uri.scheme === UNSAVED
      ? this.#unsaved.get(key)
      : this.#state.get<Record<string, Format>>(OVERRIDES, {})[key];
  }

  /** Takes the user's word for the format of a document; `undefined` goes back to what its content says. */
  async override(uri: vscode.Uri, format: Format | undefined): Promise<void> {
    const key = uri.toString();
    if (uri.scheme !== UNSAVED) await this.#store(key, format);
    else if (format) this.#unsaved.set(key, format);
    else this.#unsaved.delete(key);
    this.#kept.delete(key);
    this.#changed.fire(uri);
  }

  async #store(key: string, format: Format | undefined): Promise<void> {
    const { [key]: _old, ...others } = this.#state.get<Record<string, Format>>(OVERRIDES, {});
    await this.#state.update(OVERRIDES, format ? { ...others, [key]: format } : others);
  }

  #hints(document: vscode.TextDocument) {
    const override = this.overrideOf(document.uri);
    return { fileName: document.uri.path, languageId: document.languageId, ...(override && { override }) };
  }

  #note({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const kept = this.#kept.get(keyOf(document));
    if (!kept) return;
    const change = changeOfEdits(
      contentChanges.map(({ range, text }) => ({
        firstLine: range.start.line,
        lastLine: range.end.line,
        lineEndsInserted: text.split(/\r\n|\r|\n/).length - 1,
      })),
    );
    if (change) kept.pending = mergeChanges(kept.pending, change);
  }

  #yaml(): YamlLayer {
    if (!this.#layer) {
      // `require` of our own modules: bundled, but evaluated only here, so that activation does not pay for them.
      const { createReader, cursorAt, mentionAt } = require('../yaml/reader') as typeof import('../yaml/reader');
      const { loadIdentifiers } = require('../yaml/identifiers') as typeof import('../yaml/identifiers');
      const table = loadIdentifiers(this.#shipped.text('identifiers.tsv'));
      this.#layer = { table, reader: createReader(table), cursorAt, mentionAt };
      this.#log.debug('the tables of identifiers are loaded');
    }
    return this.#layer;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#kept.clear();
  }
}

function keyOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}

/** A document as the pure layers see it; nothing is copied. */
export function linesOfDocument(document: vscode.TextDocument): SourceLines {
  return {
    get lineCount() {
      return document.lineCount;
    },
    lineAt: (line) => (line >= 0 && line < document.lineCount ? document.lineAt(line).text : ''),
  };
}

/** The lines as they were read, since asking the document for each costs milliseconds; its own when it was passed over. */
export function linesRead({ text, skipped }: Reading, document: vscode.TextDocument): SourceLines {
  if (skipped) return linesOfDocument(document);
  return { lineCount: text.lines.length, lineAt: (line) => text.lines[line] ?? '' };
}
