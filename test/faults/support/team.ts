// Team cases in the editor (src/host/teamCases.ts) on files in memory, with the library they join. `vscode` is replaced by
// what this code uses, and by nothing else; what a watcher or the window would tell is told by the test.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { COMPILED } from '../../support/library';
import { hostModule } from './hostModule';

type Listener = (event: unknown) => void;

class Emitter {
  readonly #listeners = new Set<Listener>();
  readonly event = (listener: Listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event?: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

class Uri {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  toString(): string {
    return `file://${this.path}`;
  }
  static joinPath({ path }: Uri, ...parts: string[]): Uri {
    return new Uri(posix.join(path, ...parts));
  }
}

class Range {
  readonly start: { readonly line: number };
  constructor(line: number) {
    this.start = { line };
  }
}

class Diagnostic {
  readonly range: Range;
  readonly message: string;
  code: string | undefined;
  constructor(range: Range, message: string) {
    this.range = range;
    this.message = message;
  }
}

/** An open document that was changed and not saved. */
interface Unsaved {
  readonly uri: Uri;
  readonly isDirty: true;
  readonly isClosed: false;
  readonly getText: () => string;
}

/** Texts, each with the time of its last change. */
class Files extends Map<string, string> {
  readonly times = new Map<string, number>();
  override set(name: string, text: string): this {
    this.times.set(name, (this.times.get(name) ?? 0) + 1);
    return super.set(name, text);
  }
}

export interface Team {
  /** Texts by path below `/shop/.casebook/cases`, or by whole path; the test changes them and tells of it. */
  readonly files: Map<string, string>;
  /** How often the library became another one since it was last asked. */
  changes(): number;
  /** How many files were read since it was last asked. */
  reads(): number;
  /** Ids of the team's cases, in the order of the library. */
  ids(): string[];
  created(...names: string[]): void;
  changed(...names: string[]): void;
  saved(name: string): void;
  deleted(...names: string[]): void;
  focused(): void;
  /** The text is in an open document and not saved. */
  typed(name: string, text: string): void;
  /** What is marked in a file, as codes. */
  marks(name: string): string[];
  /** What the log has been told since it was last asked. */
  logged(): string[];
  /** Until nothing is under way any more. */
  settled(): Promise<void>;
}

const HOME = '/shop/.casebook/cases';

const pathOf = (name: string) => (name.startsWith('/') ? name : `${HOME}/${name}`);

/** What a watcher, the editor and the window tell. */
function signals() {
  return {
    create: new Emitter(),
    change: new Emitter(),
    delete: new Emitter(),
    save: new Emitter(),
    edit: new Emitter(),
    window: new Emitter(),
    silent: new Emitter().event,
  };
}

/** A file system whose operations end in a later turn, and are counted. */
function fileSystem(files: Files) {
  const counted = { reads: 0, underWay: 0 };
  const soon = async <T>(run: () => T): Promise<T> => {
    counted.underWay++;
    await new Promise((resolve) => setImmediate(resolve));
    counted.underWay--;
    return run();
  };
  const nameOf = ({ path }: Uri) => (path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path);
  const textOf = (uri: Uri): string => {
    const text = files.get(nameOf(uri));
    if (text === undefined) throw new Error(`no file ${uri.path}`);
    return text;
  };
  const read = (uri: Uri) => {
    counted.reads++;
    return new TextEncoder().encode(textOf(uri));
  };
  const fs = {
    stat: (uri: Uri) => soon(() => ({ size: textOf(uri).length, mtime: files.times.get(nameOf(uri)) })),
    readFile: (uri: Uri) => soon(() => read(uri)),
    readDirectory: ({ path }: Uri) => soon(() => entriesOf([...files.keys()].map(pathOf), path)),
  };
  return { fs, counted };
}

const SHOP = { uri: new Uri('/shop') };

function editorWith(fs: unknown, told: ReturnType<typeof signals>) {
  const marks = new Map<string, readonly Diagnostic[]>();
  const documents: Unsaved[] = [];
  const diagnostics = {
    set: (uri: Uri, found: readonly Diagnostic[]) => void marks.set(uri.toString(), found),
    delete: (uri: Uri) => void marks.delete(uri.toString()),
  };
  const vscode = {
    Uri,
    Range,
    Diagnostic,
    l10n: { t: (text: string) => text },
    EventEmitter: Emitter,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    FileType: { File: 1, Directory: 2 },
    DiagnosticSeverity: {},
    languages: { createDiagnosticCollection: () => diagnostics },
    window: { withProgress: (_: unknown, run: () => unknown) => run(), onDidChangeWindowState: told.window.event },
    workspace: {
      textDocuments: documents,
      workspaceFolders: [SHOP],
      getWorkspaceFolder: ({ path }: Uri) => (path.startsWith('/shop/') ? SHOP : undefined),
      asRelativePath: ({ path }: Uri) => path,
      getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
      createFileSystemWatcher: () => ({
        onDidCreate: told.create.event,
        onDidChange: told.change.event,
        onDidDelete: told.delete.event,
      }),
      onDidSaveTextDocument: told.save.event,
      onDidOpenTextDocument: told.silent,
      onDidChangeTextDocument: told.edit.event,
      onDidCloseTextDocument: told.silent,
      onDidDeleteFiles: told.silent,
      onDidChangeWorkspaceFolders: told.silent,
      fs,
    },
  };
  return { vscode, marks, documents };
}

export async function teamOf(texts: Readonly<Record<string, string>>): Promise<Team> {
  const files = new Files();
  for (const [name, text] of Object.entries(texts)) files.set(name, text);
  const told = signals();
  const { fs, counted } = fileSystem(files);
  const { vscode, marks, documents } = editorWith(fs, told);
  const { TeamCases, LibraryStore } = loaded(vscode);
  const lines: string[] = [];
  const note = (line: string) => void lines.push(line);
  const log = { error: note, warn: note, debug: () => undefined, info: note };
  const store = new LibraryStore({ text: () => readFileSync(COMPILED, 'utf8') } as never, log as never);
  new TeamCases({ store, log } as never);
  await store.settled();
  let changes = 0;
  store.onDidChange(() => void changes++);
  counted.reads = 0;
  lines.length = 0;
  const uriOf = (name: string) => new Uri(pathOf(name));
  const tell = (emitter: Emitter, names: readonly string[]) => {
    for (const name of names) emitter.fire(uriOf(name));
  };
  return {
    files,
    changes() {
      const since = changes;
      changes = 0;
      return since;
    },
    reads() {
      const since = counted.reads;
      counted.reads = 0;
      return since;
    },
    ids: () => store.library()?.cases.flatMap(({ id, volume }) => (volume === 'team' ? [id] : [])) ?? [],
    created: (...names) => tell(told.create, names),
    changed: (...names) => tell(told.change, names),
    deleted: (...names) => tell(told.delete, names),
    saved: (name) => told.save.fire({ uri: uriOf(name) }),
    focused: () => told.window.fire({ focused: true }),
    typed(name, text) {
      const document: Unsaved = { uri: uriOf(name), isDirty: true, isClosed: false, getText: () => text };
      documents.push(document);
      told.edit.fire({ document });
    },
    marks: (name) => (marks.get(uriOf(name).toString()) ?? []).map(({ code }) => String(code)),
    logged: () => lines.splice(0),
    async settled() {
      for (let still = 0; still < 5; still = counted.underWay > 0 ? 0 : still + 1) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
  };
}

function entriesOf(paths: readonly string[], folder: string): [string, number][] {
  const below = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return [...new Map(below.map((path) => [path.split('/')[0] ?? '', path.includes('/') ? 2 : 1]))];
}

type Code = typeof import('../../../src/host/teamCases') & typeof import('../../../src/host/store');

function loaded(vscode: unknown): Code {
  const source = "export { TeamCases } from './src/host/teamCases'; export { LibraryStore } from './src/host/store';";
  return hostModule<Code>(source, vscode);
}
