// A team's cases in the editor: reads `.casebook/` once the library is needed, keeps it up to date file by file, and puts
// what is wrong into the file it is wrong in.
import * as vscode from 'vscode';

import { compareCodePoints } from '../core/compare';
import { type ProductNames, productNames } from '../core/importing/productNames';
import type { LibraryData } from '../core/model';
import { slices } from '../core/slices';
import type { LibrarySources } from '../core/team/mergeLibrary';
import { TEAM_FILE_CEILING } from '../core/team/teamModel';
import { joinAliases, type WorkspaceAliases } from '../core/team/workspaceAliases';
import type { PlacedFinding, TeamFile } from '../yaml/teamFiles';
import { FileStamps } from './fileStamps';
import { VIEWS } from './ids';
import type { Services } from './services';
import { type FoundIn, TeamFindings } from './teamFindings';
import { findTeamFiles, isAliasFile, isInTeamHome, isTeamFile, TEAM_HOME, teamPath } from './teamPaths';

type Layer = typeof import('../yaml/teamFiles');
type Known = import('../core/team/readTeamCase').TeamKnown;

/** What reading needs; made on first need. */
interface Tools {
  readonly layer: Layer;
  readonly known: Known;
  readonly names: ProductNames;
}

/** The path of its `file` is the URI: a path alone does not tell the folders of a workspace apart. */
interface KeptFile extends FoundIn {
  readonly aliases: WorkspaceAliases | undefined;
}

/** Up to so many files are asked whether they changed when they are looked for again; of more only new ones are read. */
const MOST_ASKED = 200;
/** Files read at the same time. */
const BATCH = 32;
const FIRST_UPDATE_MS = 250;
const EDIT_PAUSE_MS = 200;

export class TeamCases implements vscode.Disposable {
  readonly #services: Services;
  readonly #files = new Map<string, KeptFile>();
  readonly #stamps = new FileStamps();
  readonly #findings: TeamFindings;
  readonly #edits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners: vscode.Disposable[] = [];
  #tools: Tools | undefined;
  /** Other cases or names were read than the library was told of. */
  #isNews = false;
  /** The files stand in the order of their URIs. */
  #isSorted = true;
  #underWay = 0;
  #update: ((sources: LibrarySources) => void) | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#findings = new TeamFindings(services, this.#files);
    services.store.extendWith((base, update) => this.#start(base, update));
    this.#listeners.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) =>
        this.#findings.show(uri, this.#files.get(uri.toString())?.findings),
      ),
    );
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** What is said now about places of a file; for quick fixes. */
  findingsOf(uri: vscode.Uri): readonly PlacedFinding[] {
    return this.#findings.of(uri);
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
    const again = (uri: vscode.Uri) => {
      if (isTeamFile(uri)) void this.#readAgain(uri);
      else if (isInTeamHome(uri)) void this.#findAgain();
    };
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
    const giveWay = slices(Date.now, () => new Promise((resolve) => setTimeout(resolve)));
    let nextUpdate = FIRST_UPDATE_MS;
    for (let from = 0; from < uris.length; from += BATCH) {
      for (const take of await Promise.all(uris.slice(from, from + BATCH).map((uri) => this.#bring(uri)))) {
        take();
        await giveWay();
      }
      if (Date.now() - started < nextUpdate) continue;
      this.#publish();
      nextUpdate = 2 * (Date.now() - started);
    }
    this.#publish();
    this.#services.log.info(`team files read: ${uris.length} in ${Date.now() - started} ms`);
  }

  /** Gets a file; what comes back takes it in, which is the part that holds the editor. */
  async #bring(uri: vscode.Uri): Promise<() => void> {
    const tools = this.#tools;
    if (!tools) return () => undefined;
    const failed = (error: unknown) => {
      this.#drop(uri.toString());
      this.#services.log.warn(`a team file could not be read: ${uri.path}: ${String(error)}`);
    };
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      this.#stamps.note(uri, stat);
      if (stat.size > TEAM_FILE_CEILING)
        return () => this.#keep(uri, tools.layer.oversizedFile(teamPath(uri), stat.size));
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      return () => {
        try {
          this.#keepText(uri, text, tools);
        } catch (error) {
          failed(error);
        }
      };
    } catch (error) {
      return () => failed(error);
    }
  }

  #keepText(uri: vscode.Uri, text: string, { layer, known, names }: Tools): void {
    if (isAliasFile(uri)) {
      const { value: aliases, findings } = layer.readAliasFile(text, known);
      this.#replace({ uri, file: undefined, aliases, findings });
    } else this.#keep(uri, layer.readTeamFile(text, teamPath(uri), known, names));
  }

  #keep(uri: vscode.Uri, file: TeamFile): void {
    this.#replace({ uri, file: { ...file, path: uri.toString() }, aliases: undefined, findings: file.findings });
  }

  #replace(read: KeptFile): void {
    const key = read.uri.toString();
    const before = this.#files.get(key);
    if (!before || !saysTheSame(before, read)) this.#isNews = true;
    this.#isSorted &&= before !== undefined;
    this.#files.set(key, read);
    // Unsaved text is marked as it stands, whatever the file says.
    const unsaved = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === key);
    if (unsaved) this.#edited(unsaved);
    else this.#findings.show(read.uri, read.findings);
  }

  #drop(key: string): void {
    if (this.#files.delete(key)) this.#isNews = true;
  }

  #readAgain(uri: vscode.Uri): Promise<void> {
    return this.#publishAfter(this.#bring(uri).then((take) => take()));
  }

  /** A file, or a folder with all that was in it. */
  #forget(gone: vscode.Uri): void {
    const key = gone.toString();
    const files = this.#files.has(key) ? [key] : [...this.#files.keys()].filter((one) => one.startsWith(`${key}/`));
    for (const file of files) {
      const uri = this.#files.get(file)?.uri ?? gone;
      this.#drop(file);
      this.#findings.show(uri, undefined);
    }
    void this.#publishAfter(Promise.resolve());
  }

  /** Changes come in crowds, as after a checkout: the library is told once, when all of a crowd is dealt with. */
  async #publishAfter(change: Promise<void>): Promise<void> {
    this.#underWay++;
    await change;
    this.#underWay--;
    if (this.#underWay === 0) this.#publish();
  }

  /** Workspace folders or folders of cases came or went: what is known stays as it was read. */
  async #findAgain(): Promise<void> {
    const uris = await findTeamFiles();
    const there = new Set(uris.map(String));
    for (const [key, { uri }] of [...this.#files]) {
      if (there.has(key)) continue;
      this.#drop(key);
      this.#findings.show(uri, undefined);
    }
    const unread = await this.#unread(uris);
    if (unread.length > 0) await this.#readAll(unread);
    else this.#publish();
  }

  /** Those that are new, or other than they were read. */
  async #unread(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
    const isRead = uris.map((uri) => this.#files.has(uri.toString()));
    if (uris.length > MOST_ASKED) return uris.filter((_, i) => !isRead[i]);
    const isSame = await Promise.all(uris.map((uri, i) => isRead[i] && this.#stamps.isAsNoted(uri)));
    return uris.filter((_, i) => !isSame[i]);
  }

  /** Tells the library what there is by now. A save is told twice, by the editor and by the watcher, and is news once. */
  #publish(): void {
    if (!this.#isNews) return;
    this.#isNews = false;
    this.#sort();
    const team: TeamFile[] = [];
    const own: WorkspaceAliases[] = [];
    for (const { file, aliases } of this.#files.values()) {
      if (file) team.push(file);
      if (aliases) own.push(aliases);
    }
    this.#update?.({ team, aliases: joinAliases(own) });
  }

  /** What is read first is chance, and must not show. A file that is read again keeps its place. */
  #sort(): void {
    if (this.#isSorted) return;
    const sorted = [...this.#files].sort(([a], [b]) => compareCodePoints(a, b));
    this.#files.clear();
    for (const [key, file] of sorted) this.#files.set(key, file);
    this.#isSorted = true;
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
    this.#findings.show(document.uri, findings);
  }

  dispose(): void {
    for (const timer of this.#edits.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#listeners, this.#findings).dispose();
  }
}

/** Whether the library would be the same with either. */
function saysTheSame(a: KeptFile, b: KeptFile): boolean {
  const said = ({ file, aliases }: KeptFile) => JSON.stringify([file?.study, aliases]);
  return said(a) === said(b);
}

function toolsFor(base: LibraryData): Tools {
  // `require` of our own modules: bundled, but evaluated only here, so that activation does not pay for them.
  const layer = require('../yaml/teamFiles') as Layer;
  const { teamKnown } = require('../core/team/readTeamCase') as typeof import('../core/team/readTeamCase');
  return { layer, known: teamKnown(base), names: productNames(base.products) };
}
