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

export interface Team {
  /** Texts by path below `/shop/.casebook/cases`; the test changes them and tells of it. */
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
  /** Until nothing is under way any more. */
  settled(): Promise<void>;
}

const HOME = '/shop/.casebook/cases';

/** What a watcher, the editor and the window tell. */
function signals() {
  return {
    create: new Emitter(),
    change: new Emitter(),
    delete: new Emitter(),
    save: new Emitter(),
    window: new Emitter(),
    silent: new Emitter().event,
  };
}

/** A file system whose operations end in a later turn, and are counted. */
function fileSystem(files: ReadonlyMap<string, string>) {
  const counted = { reads: 0, underWay: 0 };
  const soon = async <T>(run: () => T): Promise<T> => {
    counted.underWay++;
    await new Promise((resolve) => setImmediate(resolve));
    counted.underWay--;
    return run();
  };
  const textOf = ({ path }: Uri): string => {
    const text = files.get(path.slice(HOME.length + 1));
    if (text === undefined) throw new Error(`no file ${path}`);
    return text;
  };
  const read = (uri: Uri) => {
    counted.reads++;
    return new TextEncoder().encode(textOf(uri));
  };
  const fs = {
    stat: (uri: Uri) => soon(() => ({ size: textOf(uri).length })),
    readFile: (uri: Uri) => soon(() => read(uri)),
    readDirectory: ({ path }: Uri) =>
      soon(() =>
        entriesOf(
          [...files.keys()].map((name) => `${HOME}/${name}`),
          path,
        ),
      ),
  };
  return { fs, counted };
}

function editorWith(fs: unknown, told: ReturnType<typeof signals>) {
  return {
    Uri,
    EventEmitter: Emitter,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    FileType: { File: 1, Directory: 2 },
    DiagnosticSeverity: {},
    languages: { createDiagnosticCollection: () => ({ set: () => undefined, delete: () => undefined }) },
    window: { withProgress: (_: unknown, run: () => unknown) => run(), onDidChangeWindowState: told.window.event },
    workspace: {
      textDocuments: [],
      workspaceFolders: [{ uri: new Uri('/shop') }],
      getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
      createFileSystemWatcher: () => ({
        onDidCreate: told.create.event,
        onDidChange: told.change.event,
        onDidDelete: told.delete.event,
      }),
      onDidSaveTextDocument: told.save.event,
      onDidOpenTextDocument: told.silent,
      onDidChangeTextDocument: told.silent,
      onDidCloseTextDocument: told.silent,
      onDidDeleteFiles: told.silent,
      onDidChangeWorkspaceFolders: told.silent,
      fs,
    },
  };
}

export async function teamOf(texts: Readonly<Record<string, string>>): Promise<Team> {
  const files = new Map(Object.entries(texts));
  const told = signals();
  const { fs, counted } = fileSystem(files);
  const { TeamCases, LibraryStore } = loaded(editorWith(fs, told));
  const log = { error: () => undefined, warn: () => undefined, debug: () => undefined, info: () => undefined };
  const store = new LibraryStore({ text: () => readFileSync(COMPILED, 'utf8') } as never, log as never);
  new TeamCases({ store, log } as never);
  await store.settled();
  let changes = 0;
  store.onDidChange(() => void changes++);
  counted.reads = 0;
  const uriOf = (name: string) => new Uri(`${HOME}/${name}`);
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
