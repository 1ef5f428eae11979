// Which files cite a case. Open files are known at once and followed while they are edited; the others are searched when
// somebody asks, and kept.
import * as vscode from 'vscode';

import { type Backlink, backlinksIn } from '../core/backlinks';
import { linesOf, type SourceLines } from '../core/text';
import { CITING_FILES, citedInFile } from './citingFiles';
import { onDidCloseForGood, openDocument } from './openDocuments';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { findFiles } from './workspaceFiles';

/** A citing line with its file. */
export interface FiledBacklink extends Backlink {
  readonly uri: vscode.Uri;
}

const MOST_BYTES = 1_000_000;
const DELAY_MS = 400;

export class Backlinks implements vscode.Disposable {
  readonly #services: Services;
  readonly #files = new Map<string, readonly FiledBacklink[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  readonly #pending = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isComplete = false;
  #hasStarted = false;

  /** Fires when a file cites otherwise than before. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document.uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#later(uri)),
      onDidCloseForGood((uri) => this.#later(uri)),
    );
  }

  /** Whether the whole workspace has been searched, every file of it. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The known citations of a case, by file and line. */
  of(caseId: string): FiledBacklink[] {
    this.#start();
    const all = [...this.#files.values()].flat().filter((backlink) => backlink.caseId === caseId);
    return all.sort((a, b) => {
      const [left, right] = [a.uri.toString(), b.uri.toString()];
      return left === right ? a.line - b.line : left < right ? -1 : 1;
    });
  }

  /** Searches the files of the workspace, with progress and a way out; again, what was found before is looked at anew. */
  async search(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for citations in the workspace'),
      cancellable: true,
    };
    await vscode.window.withProgress(options, async (progress, token) => {
      const files = await findFiles(CITING_FILES, token);
      const all = this.#withKnown(files);
      for (const [i, uri] of all.entries()) {
        if (token.isCancellationRequested) break;
        if (i % 50 === 0) progress.report({ message: `${i} / ${all.length}` });
        await this.#look(uri);
      }
      this.#isComplete = !token.isCancellationRequested && files.length < CITING_FILES.most;
    });
    this.#changed.fire();
  }

  /** The files with those that are known to cite: these may be gone by now. */
  #withKnown(files: readonly vscode.Uri[]): vscode.Uri[] {
    const known = [...this.#files.values()].flatMap(([first]) => first?.uri ?? []);
    return [...new Map([...files, ...known].map((uri) => [uri.toString(), uri])).values()];
  }

  /** Nothing is read before somebody asks. */
  #start(): void {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    for (const document of vscode.workspace.textDocuments) this.#noteDocument(document);
  }

  #later(uri: vscode.Uri): void {
    if (!this.#hasStarted || !isOfUser(uri)) return;
    this.#pending.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lookAtPending(), DELAY_MS);
  }

  async #lookAtPending(): Promise<void> {
    const pending = [...this.#pending];
    this.#pending.clear();
    let isNews = false;
    for (const [key, uri] of pending) {
      isNews ||= this.#files.has(key);
      await this.#look(uri);
      isNews ||= this.#files.has(key);
    }
    if (isNews) this.#changed.fire();
  }

  /** An open file cites what stands in the editor, any other what its file says. */
  async #look(uri: vscode.Uri): Promise<void> {
    const lines = openDocument(uri) ? undefined : await readLines(uri);
    const document = openDocument(uri); // it may have been opened meanwhile
    if (document) this.#noteDocument(document);
    else this.#note(uri, lines);
  }

  #noteDocument(document: vscode.TextDocument): void {
    if (isOfUser(document.uri)) this.#note(document.uri, linesOfDocument(document));
  }

  #note(uri: vscode.Uri, lines: SourceLines | undefined): void {
    const backlinks = lines ? backlinksIn(lines, citedInFile(this.#services, uri, lines)) : [];
    if (backlinks.length === 0) this.#files.delete(uri.toString());
    else
      this.#files.set(
        uri.toString(),
        backlinks.map((backlink) => ({ ...backlink, uri })),
      );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }
}

/** Whether a text is the user's own, and no output, no older version and none of ours. */
function isOfUser({ scheme }: vscode.Uri): boolean {
  return !/^(?:output|git|casebook)/.test(scheme);
}

async function readLines(uri: vscode.Uri): Promise<SourceLines | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MOST_BYTES) return undefined;
    return linesOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined; // Gone since the search: it cites nothing.
  }
}
