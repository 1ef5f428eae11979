// Owns the library in the editor: loads what shipped on first need, joins what was imported and what the team wrote when
// that arrives, says once what is wrong, and tells when there are other cases than before.
import * as vscode from 'vscode';

import { type VotingRoll, votingRoll } from '../core/kin';
import { type Library, loadLibrary } from '../core/library';
import type { LibraryData } from '../core/model';
import { type IdClash, type LibrarySources, mergeLibrary } from '../core/team/mergeLibrary';
import { NO_ALIASES, type WorkspaceAliases } from '../core/team/workspaceAliases';
import type { Log } from './log';
import { genericProducts } from './settings';
import type { ShippedTexts } from './shipped';

/** Brings further cases; called once, after the library was first needed. It may call `update` as often as it likes. */
export type LibrarySource = (base: LibraryData, update: (sources: LibrarySources) => void) => Promise<void>;

export class LibraryStore implements vscode.Disposable {
  readonly #shipped: ShippedTexts;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #waiting: LibrarySource[] = [];
  readonly #running: Promise<void>[] = [];
  #sources: LibrarySources = {};
  #base: LibraryData | undefined;
  #library: Library | undefined;
  #clashes: readonly IdClash[] = [];
  #roll: VotingRoll | undefined;
  #failure: string | undefined;

  /** Fires when other cases are there than before. */
  readonly onDidChange = this.#changed.event;

  constructor(shipped: ShippedTexts, log: Log) {
    this.#shipped = shipped;
    this.#log = log;
  }

  /** The library; `undefined` when it is missing or damaged, and then `failure` says why. */
  library(): Library | undefined {
    if (!this.#library && !this.#failure) this.#load();
    return this.#library;
  }

  /** What every suggestion and match is counted over. */
  roll(): VotingRoll | undefined {
    const library = this.library();
    if (library && !this.#roll) this.#roll = votingRoll(library, genericProducts());
    return this.#roll;
  }

  /** Counts anew: what counts as generic is another list now. */
  recount(): void {
    this.#roll = undefined;
    this.#changed.fire();
  }

  /** One sentence for the view, in the editor's language; `undefined` while all is well. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** What shipped with the extension, without what the user added. */
  base(): LibraryData | undefined {
    this.library();
    return this.#base;
  }

  /** What is added to it now. */
  get sources(): LibrarySources {
    return this.#sources;
  }

  /** Team files whose case is left out. */
  get clashes(): readonly IdClash[] {
    return this.#clashes;
  }

  /** The workspace's own names for products; they win over the built-in ones. */
  get workspaceAliases(): WorkspaceAliases {
    return this.#sources.aliases ?? NO_ALIASES;
  }

  /** Adds a source of further cases; it runs as soon as the library is needed. */
  extendWith(source: LibrarySource): void {
    this.#waiting.push(source);
    if (this.#base) this.#runSources(this.#base);
  }

  /** Resolves when every source has brought what it had at the start. */
  async settled(): Promise<void> {
    this.library();
    await Promise.all(this.#running);
  }

  #load(): void {
    try {
      const loaded = loadLibrary(this.#shipped.text('library.json'));
      if (loaded.library) {
        this.#library = loaded.library;
        this.#base = loaded.library.data;
        this.#runSources(this.#base);
      } else this.#fail(`${loaded.problem.code}: ${loaded.problem.detail}`);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #runSources(base: LibraryData): void {
    for (const source of this.#waiting.splice(0)) {
      const running = Promise.resolve()
        .then(() => source(base, (sources) => this.#update(sources)))
        .catch((error: unknown) => this.#log.error(`cases could not be added: ${String(error)}`));
      this.#running.push(running);
    }
  }

  #update(sources: LibrarySources): void {
    if (!this.#base) return;
    this.#sources = { ...this.#sources, ...sources };
    const merged = mergeLibrary(this.#base, this.#sources);
    this.#library = merged.library;
    this.#clashes = merged.clashes;
    this.#roll = undefined;
    this.#changed.fire();
  }

  #fail(detail: string): void {
    this.#failure = vscode.l10n.t('The case library could not be loaded. Reinstall Cloud Casebook. ({0})', detail);
    this.#log.error(`the library could not be loaded: ${detail}`);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
