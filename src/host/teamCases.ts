// A team's cases in the editor: reads `.casebook/` once the library is needed, keeps it up to date file by file, and puts
// what is wrong into the file it is wrong in.
import * as vscode from 'vscode';

import { compareCodePoints } from '../core/compare';
import { type ProductNames, productNames } from '../core/importing/productNames';
import type { LibraryData } from '../core/model';
import type { LibrarySources } from '../core/team/mergeLibrary';
import { TEAM_FILE_CEILING } from '../core/team/teamModel';
import { joinAliases, type WorkspaceAliases } from '../core/team/workspaceAliases';
import type { PlacedFinding, TeamFile } from '../yaml/teamFiles';
import { VIEWS } from './ids';
import type { Services } from './services';
import { findTeamFiles, isAliasFile, isTeamFile, TEAM_HOME, teamPath } from './teamPaths';
import { wordedFinding } from './teamWords';

type Layer = typeof import('../yaml/teamFiles');
type Known = import('../core/team/readTeamCase').TeamKnown;

/** What reading needs; made on first need. */
interface Tools {
  readonly layer: Layer;
  readonly known: Known;
  readonly names: ProductNames;
}

interface KeptFile {
  readonly uri: vscode.Uri;
  readonly file: TeamFile | undefined;
  readonly aliases: WorkspaceAliases | undefined;
  readonly findings: readonly PlacedFinding[];
}

/** Files read at the same time, and how long reading may hold the editor before it lets others run. */
/** Up to so many files are all read again when they are looked for again; of more only the new ones. */
const READ_ALL_AGAIN = 200;
const BATCH = 32;
const SLICE_MS = 40;
const FIRST_UPDATE_MS = 250;
const EDIT_PAUSE_MS = 200;

export class TeamCases implements vscode.Disposable {
  readonly #services: Services;
  readonly #files = new Map<string, KeptFile>();
  readonly #shown = new Map<string, readonly PlacedFinding[]>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('casebook');
  readonly #edits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners: vscode.Disposable[] = [];
  #tools: Tools | undefined;
  #update: ((sources: LibrarySources) => void) | undefined;

  constructor(services: Services) {
    this.#services = services;
    services.store.extendWith((base, update) => this.#start(base, update));
    this.#listeners.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#show(uri, this.#files.get(uri.toString())?.findings)),
      services.store.onDidChange(() => this.#showClashes()),
    );
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** What is said now about places of a file; for quick fixes. */
  findingsOf(uri: vscode.Uri): readonly PlacedFinding[] {
    return this.#shown.get(uri.toString()) ?? [];
  }

  async #start(base: LibraryData, update: (sources: LibrarySources) => void): Promise<void> {
    this.#update = update;
    this.#tools = toolsFor(base);
    this.#watch();
    const uris = await findTeamFiles();
    if (uris.length === 0) return;
    const location = { viewId: VIEWS.cases };
    await vscode.window.withProgress({ location }, () => this.#readAll(uris));
    for (const document of vscode.workspace.textDocuments) this.#edited(document);
  }

  #watch(): void {
    const watcher = vscode.workspace.createFileSystemWatcher(TEAM_HOME);
    const again = (uri: vscode.Uri) => void (isTeamFile(uri) ? this.#readAgain(uri) : this.#findAgain());
    this.#listeners.push(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange((uri) => void (isTeamFile(uri) && this.#readAgain(uri))),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      // What the editor itself saves and deletes is known at once, also where no file watcher runs.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => void (isTeamFile(uri) && this.#readAgain(uri))),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files.filter(isTeamFile)) this.#forget(uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#findAgain()),
      // A watcher can miss what happens in a folder that is only just being made; coming back to the window mends it.
      vscode.window.onDidChangeWindowState(({ focused }) => void (focused && this.#findAgain())),
    );
  }

  /** The library grows while files are read, ever more rarely, so that the first cases are there at once. */
  async #readAll(uris: readonly vscode.Uri[]): Promise<void> {
    const started = Date.now();
    let lastYield = started;
    let nextUpdate = FIRST_UPDATE_MS;
    for (let from = 0; from < uris.length; from += BATCH) {
      await Promise.all(uris.slice(from, from + BATCH).map((uri) => this.#read(uri)));
      if (Date.now() - lastYield > SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        lastYield = Date.now();
      }
      if (Date.now() - started < nextUpdate) continue;
      this.#publish();
      nextUpdate = 2 * (Date.now() - started);
    }
    this.#publish();
    this.#services.log.info(`team files read: ${uris.length} in ${Date.now() - started} ms`);
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const tools = this.#tools;
    if (!tools) return;
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      const path = teamPath(uri);
      if (size > TEAM_FILE_CEILING) this.#keep(uri, tools.layer.oversizedFile(path, size));
      else this.#keepText(uri, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), tools);
    } catch (error) {
      this.#files.delete(uri.toString());
      this.#services.log.warn(`a team file could not be read: ${uri.path}: ${String(error)}`);
    }
  }

  #keepText(uri: vscode.Uri, text: string, { layer, known, names }: Tools): void {
    if (isAliasFile(uri)) {
      const { value: aliases, findings } = layer.readAliasFile(text, known);
      this.#files.set(uri.toString(), { uri, file: undefined, aliases, findings });
      this.#show(uri, findings);
    } else this.#keep(uri, layer.readTeamFile(text, teamPath(uri), known, names));
  }

  #keep(uri: vscode.Uri, file: TeamFile): void {
    this.#files.set(uri.toString(), { uri, file, aliases: undefined, findings: file.findings });
    this.#show(uri, file.findings);
  }

  async #readAgain(uri: vscode.Uri): Promise<void> {
    await this.#read(uri);
    this.#publish();
  }

  /** A file, or a folder with all that was in it. */
  #forget(gone: vscode.Uri): void {
    const inside = `${gone.toString()}/`;
    const files = [...this.#files].filter(([key]) => key === gone.toString() || key.startsWith(inside));
    if (files.length === 0) return;
    for (const [key, { uri }] of files) {
      this.#files.delete(key);
      this.#show(uri, undefined);
    }
    this.#publish();
  }

  /** Workspace folders or folders of cases came or went: what is known stays as it was read. */
  async #findAgain(): Promise<void> {
    const uris = await findTeamFiles();
    const there = new Set(uris.map(String));
    for (const [key, { uri }] of [...this.#files]) {
      if (there.has(key)) continue;
      this.#files.delete(key);
      this.#show(uri, undefined);
    }
    const few = uris.length <= READ_ALL_AGAIN;
    await this.#readAll(few ? uris : uris.filter((uri) => !this.#files.has(uri.toString())));
  }

  #publish(): void {
    const kept = [...this.#files.values()].sort((a, b) => compareCodePoints(a.uri.toString(), b.uri.toString()));
    // A path alone does not tell the folders of a workspace apart.
    const team = kept.flatMap(({ uri, file }) => (file ? [{ ...file, path: uri.toString() }] : []));
    this.#update?.({ team, aliases: joinAliases(kept.flatMap(({ aliases }) => aliases ?? [])) });
  }

  /** A team file that is open is a need of the library by itself: its ids are checked against it. */
  #opened(document: vscode.TextDocument): void {
    if (!isTeamFile(document.uri)) return;
    this.#services.store.library();
    this.#edited(document);
  }

  /** Unsaved text is checked as it stands; the library takes it when it is saved. */
  #edited(document: vscode.TextDocument): void {
    if (!isTeamFile(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(this.#edits.get(key));
    this.#edits.set(
      key,
      setTimeout(() => {
        this.#edits.delete(key);
        if (!document.isClosed) this.#check(document);
      }, EDIT_PAUSE_MS),
    );
  }

  #check(document: vscode.TextDocument): void {
    const tools = this.#tools;
    if (!tools) return;
    const text = document.getText();
    const findings = isAliasFile(document.uri)
      ? tools.layer.readAliasFile(text, tools.known).findings
      : tools.layer.readTeamFile(text, teamPath(document.uri), tools.known, tools.names).findings;
    this.#show(document.uri, findings);
  }

  /** Clashes are known only when all files are merged, and go when the other file changes. */
  #showClashes(): void {
    const clashing = new Set(this.#services.store.clashes.map(({ path }) => path));
    for (const [key, { uri, findings }] of this.#files) {
      const had = this.#shown.get(key)?.some(({ code }) => code === 'clash') ?? false;
      if (had || clashing.has(key)) this.#show(uri, findings);
    }
  }

  #show(uri: vscode.Uri, findings: readonly PlacedFinding[] | undefined): void {
    const key = uri.toString();
    const all = [...(findings ?? []), ...this.#clashOf(key)];
    if (all.length === 0) {
      if (this.#shown.delete(key)) this.#diagnostics.delete(uri);
      return;
    }
    this.#shown.set(key, all);
    this.#diagnostics.set(uri, all.map(diagnosticOf));
  }

  #clashOf(key: string): PlacedFinding[] {
    const clash = this.#services.store.clashes.find(({ path }) => path === key);
    const file = this.#files.get(key)?.file;
    if (!clash || !file) return [];
    const takenBy = this.#files.get(clash.takenBy)?.uri;
    const detail = takenBy ? vscode.workspace.asRelativePath(takenBy) : clash.takenBy;
    return [{ path: clash.id, code: 'clash', detail, severity: 'error', suggestions: [], span: file.idSpan }];
  }

  dispose(): void {
    for (const timer of this.#edits.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#listeners, this.#diagnostics).dispose();
  }
}

function toolsFor(base: LibraryData): Tools {
  // `require` of our own modules: bundled, but evaluated only here, so that activation does not pay for them.
  const layer = require('../yaml/teamFiles') as Layer;
  const { teamKnown } = require('../core/team/readTeamCase') as typeof import('../core/team/readTeamCase');
  return { layer, known: teamKnown(base), names: productNames(base.products) };
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

function diagnosticOf(finding: PlacedFinding): vscode.Diagnostic {
  const { line, start, end } = finding.span;
  const range = new vscode.Range(line, start, line, end);
  const diagnostic = new vscode.Diagnostic(range, wordedFinding(finding), SEVERITIES[finding.severity]);
  diagnostic.source = 'Cloud Casebook';
  diagnostic.code = finding.code;
  return diagnostic;
}
