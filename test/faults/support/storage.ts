// The storing code of the editor (src/host/importedVolumes.ts) on a file system in memory that can be stopped. `vscode` is
// replaced by the five file operations and the paths that this code uses, and by nothing else.
import type { ImportedVolume } from '../../../src/core/importing/importModel';
import { hostModule } from './hostModule';

/** How the write that was under way at the stop is found afterwards. */
export type LastWrite = 'lost' | 'torn' | 'whole';

export interface Disk {
  readonly fs: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;
  /** Every operation after so many fails, as if the process were gone; the write at the limit ends up as said. */
  stopAfter(operations: number, last: LastWrite): void;
  /** The same files, with everything running again: at once, or a day later. */
  restarted(when?: { readonly later: boolean }): Disk;
  /** What is there, in order. */
  names(): string[];
}

interface Path {
  readonly path: string;
}

const DAY_MS = 86_400_000;

/** `age`: of all files, in milliseconds. */
export function storage(files = new Map<string, Uint8Array>(), age = 0): Disk {
  let left = Number.POSITIVE_INFINITY;
  let last: LastWrite = 'lost';
  const operation = <T>(run: () => T, torn: () => void = () => undefined) => {
    if (left-- > 0) return Promise.resolve().then(run);
    if (left === -1) torn();
    return Promise.reject(new Error('the machine has stopped'));
  };
  const has = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  };
  const fs = {
    writeFile: ({ path }: Path, bytes: Uint8Array) =>
      operation(
        () => void files.set(path, bytes),
        () => {
          if (last !== 'lost') files.set(path, last === 'torn' ? bytes.slice(0, bytes.length / 2) : bytes);
        },
      ),
    delete: ({ path }: Path) => operation(() => has(path) && void files.delete(path)),
    readFile: ({ path }: Path) => operation(() => has(path)),
    readDirectory: ({ path }: Path) =>
      operation(() =>
        [...files.keys()].filter((name) => name.startsWith(`${path}/`)).map((name) => [name.slice(path.length + 1), 1]),
      ),
    createDirectory: () => operation(() => undefined),
    stat: ({ path }: Path) => operation(() => ({ size: has(path).length, mtime: Date.now() - age })),
  };
  return {
    fs,
    stopAfter(operations, end) {
      left = operations;
      last = end;
    },
    restarted: ({ later } = { later: false }) => storage(files, later ? DAY_MS : 0),
    names: () => [...files.keys()].sort(),
  };
}

class Uri {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri([base.path, ...parts].join('/'));
  }
}

interface Volumes {
  all(): Promise<readonly ImportedVolume[]>;
  keep(volumes: readonly ImportedVolume[]): Promise<void>;
  remove(volumeId: string): Promise<void>;
}

/** The storage of an editor that has started on this disk, as the commands find it. */
export async function importedVolumes(disk: Disk): Promise<Volumes> {
  const vscode = { Uri, FileSystemError: class extends Error {}, workspace: { fs: disk.fs } };
  const source = "export { ImportedVolumes } from './src/host/importedVolumes';";
  const module = hostModule<{ ImportedVolumes: new (services: unknown) => Volumes }>(source, vscode);
  const started: Promise<void>[] = [];
  const store = {
    extendWith: (source: (base: unknown, update: () => void) => Promise<void>) => {
      started.push(source({}, () => undefined).catch(() => undefined)); // the store writes it into the log
    },
    settled: () => Promise.all(started),
  };
  const log = { error: () => undefined, warn: () => undefined, debug: () => undefined };
  const volumes = new module.ImportedVolumes({
    store,
    log,
    context: { globalStorageUri: new Uri('/storage') },
  });
  await volumes.all();
  return volumes;
}
