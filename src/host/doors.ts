// The doors by which the editor reaches us. They are registered at activation, and what stands behind them is loaded when the
// first is used. This owns the passage; `frontDoors` has the doors, the features fill the rooms.
import * as vscode from 'vscode';

import type { OutlineNode } from '../core/outline';
import type { FileNode } from './treeNodes';

/** What stands behind each door that is no command. */
export interface Rooms {
  readonly cases: vscode.TreeDataProvider<OutlineNode>;
  readonly inThisFile: vscode.TreeDataProvider<FileNode>;
  readonly drag: (nodes: readonly OutlineNode[], data: vscode.DataTransfer) => void;
  readonly pages: vscode.WebviewPanelSerializer;
  readonly reviews: vscode.WebviewPanelSerializer;
  readonly uris: vscode.UriHandler;
  readonly caseTexts: vscode.TextDocumentContentProvider;
  readonly helpTexts: vscode.TextDocumentContentProvider;
  readonly hover: vscode.HoverProvider;
  readonly completion: Required<vscode.CompletionItemProvider>;
  /** Answers the language model tool of that name. */
  readonly tools: (name: string, input: object) => vscode.LanguageModelToolResult;
}
type Room = keyof Rooms;
/** Rooms whose content tells what changed. */
type Telling = 'cases' | 'inThisFile' | 'caseTexts';

type Run = (...args: unknown[]) => unknown;

export class Doors implements vscode.Disposable {
  readonly #load: () => void;
  readonly #rooms = new Map<Room, unknown>();
  readonly #commands = new Map<string, Run>();
  readonly #changed = new Map<Room, vscode.EventEmitter<unknown>>();
  #isOpen = false;

  /** `load` fills every room and gives every command its meaning; it is called once. */
  constructor(load: () => void) {
    this.#load = load;
  }

  /** Whether anything behind the doors is loaded. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Loads what stands behind the doors, once; throws after it has told the user that it cannot. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    try {
      this.#load();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = vscode.l10n.t('Cloud Casebook could not be loaded. Reinstall it. ({0})', detail);
      void vscode.window.showErrorMessage(message);
      throw error;
    }
  }

  /** Gives a command its meaning. */
  command(id: string, run: (...args: never[]) => unknown): vscode.Disposable {
    this.#commands.set(id, run as Run);
    return new vscode.Disposable(() => this.#commands.delete(id));
  }

  /** Runs a command of ours. */
  run(id: string, args: readonly unknown[]): unknown {
    this.open();
    const run = this.#commands.get(id);
    if (!run) throw new Error(`nothing stands behind ${id}`);
    return run(...args);
  }

  /** Fills a room. */
  furnish<R extends Room>(room: R, content: Rooms[R]): vscode.Disposable {
    this.#rooms.set(room, content);
    return new vscode.Disposable(() => this.#rooms.delete(room));
  }

  /** What stands in a room. */
  enter<R extends Room>(room: R): Rooms[R] {
    this.open();
    const content = this.#rooms.get(room);
    if (content === undefined) throw new Error(`nothing stands behind ${room}`);
    return content as Rooms[R];
  }

  /** What changes in a room, told before anything stands in it, too. */
  changes<T>(room: Telling): vscode.EventEmitter<T> {
    const known = this.#changed.get(room) ?? new vscode.EventEmitter<unknown>();
    this.#changed.set(room, known);
    return known as vscode.EventEmitter<T>;
  }

  dispose(): void {
    for (const changed of this.#changed.values()) changed.dispose();
  }
}
