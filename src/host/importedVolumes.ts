// The user's own storage of imported volumes. Never writes into the extension or the workspace, and never over a file that
// counts: a crash leaves everything as before the change or as after it. Renaming over a file would not do, since the
// editor deletes the target first.
import * as vscode from 'vscode';

import type { ImportedVolume } from '../core/importing/importModel';
import type { VolumeIndex } from '../core/importing/volumeIndex';
import type { LibrarySources } from '../core/team/mergeLibrary';
import type { Services } from './services';

const FOLDER = 'volumes';
/** A younger file that no index names may belong to an import of another window. */
const LEFTOVER_AGE_MS = 3_600_000;

/** What the folder says: the state that counts, and all there is. */
interface State {
  readonly names: readonly string[];
  readonly files: VolumeIndex;
  /** Number of the change that left this state, and of the last one that was tried. */
  readonly change: number;
  readonly lastTried: number;
}

export class ImportedVolumes {
  readonly #services: Services;
  readonly #folder: vscode.Uri;
  #volumes: readonly ImportedVolume[] = [];
  #update: ((sources: LibrarySources) => void) | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#folder = vscode.Uri.joinPath(services.context.globalStorageUri, FOLDER);
    services.store.extendWith(async (_base, update) => {
      this.#update = update;
      const state = await this.#state();
      this.#volumes = await this.#readAll(state.files);
      if (this.#volumes.length > 0) this.#publish();
      await this.#clear(state, LEFTOVER_AGE_MS);
    });
  }

  /** What is imported now, by id. */
  async all(): Promise<readonly ImportedVolume[]> {
    await this.#services.store.settled();
    return this.#volumes;
  }

  /** Keeps volumes in place of those with the same ids: all of them, or none and throws. */
  async keep(volumes: readonly ImportedVolume[]): Promise<void> {
    const { volumeFileName } = indexLayer();
    const { volumeFileText } = fileLayer();
    const state = await this.#state();
    const files = new Map(state.files);
    for (const volume of volumes) {
      const name = volumeFileName(volume.volume.id, state.lastTried + 1);
      await this.#write(name, volumeFileText(volume));
      files.set(volume.volume.id, name);
    }
    await this.#commit(state, files);
    const kept = new Set(volumes.map(({ volume }) => volume.id));
    this.#volumes = sorted([...this.#volumes.filter(({ volume }) => !kept.has(volume.id)), ...volumes]);
    this.#publish();
  }

  /** Removes a volume with all its cases. */
  async remove(volumeId: string): Promise<void> {
    const state = await this.#state();
    await this.#commit(state, new Map([...state.files].filter(([id]) => id !== volumeId)));
    this.#volumes = this.#volumes.filter((other) => other.volume.id !== volumeId);
    this.#publish();
  }

  #publish(): void {
    this.#update?.({ imported: this.#volumes });
  }

  /** Read anew for every change, since another window may have made one. */
  async #state(): Promise<State> {
    const { changesIn, indexFileName, readIndex } = indexLayer();
    const names = await this.#names();
    const changes = changesIn(names);
    const lastTried = changes[0] ?? 0;
    for (const change of changes) {
      const files = readIndex(await this.#text(indexFileName(change)));
      if (files) return { names, files, change, lastTried };
      this.#services.log.warn(`an index of imported volumes is torn, an earlier one counts: ${indexFileName(change)}`);
    }
    return { names, files: new Map(), change: 0, lastTried };
  }

  async #commit(before: State, files: VolumeIndex): Promise<void> {
    const { indexFileName, indexText } = indexLayer();
    const change = before.lastTried + 1;
    await this.#write(indexFileName(change), indexText(files));
    const replaced = [indexFileName(before.change), ...before.files.values()];
    await this.#clear({ ...before, names: replaced.filter((name) => before.names.includes(name)), files, change }, 0);
  }

  /** Deletes what a state does not name. What cannot be deleted stays until the next start. */
  async #clear({ names, files, change }: State, age: number): Promise<void> {
    const named = new Set([indexLayer().indexFileName(change), ...files.values()]);
    const uris = names.filter((name) => !named.has(name)).map((name) => vscode.Uri.joinPath(this.#folder, name));
    for (const uri of uris) {
      try {
        if (Date.now() - (await vscode.workspace.fs.stat(uri)).mtime >= age) await vscode.workspace.fs.delete(uri);
      } catch (error) {
        this.#services.log.debug(`a file of an earlier import is still there: ${uri.path}: ${String(error)}`);
      }
    }
  }

  /** Nothing was imported yet where there is no folder; any other failure must not pass for that. */
  async #names(): Promise<string[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
      throw error;
    }
  }

  async #readAll(files: VolumeIndex): Promise<readonly ImportedVolume[]> {
    const volumes = await Promise.all([...files.values()].map((name) => this.#read(name)));
    return sorted(volumes.flatMap((volume) => volume ?? []));
  }

  async #read(name: string): Promise<ImportedVolume | undefined> {
    const failed = (reason: string) => {
      this.#services.log.error(`an imported volume could not be read: ${name}: ${reason}`);
      return undefined; // the other volumes are there all the same
    };
    try {
      const read = fileLayer().readVolumeFile(await this.#text(name));
      return read.volume ?? failed(read.reason);
    } catch (error) {
      return failed(String(error));
    }
  }

  async #text(name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name)));
  }

  async #write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, name), new TextEncoder().encode(text));
  }
}

function sorted(volumes: readonly ImportedVolume[]): readonly ImportedVolume[] {
  return [...volumes].sort((a, b) => (a.volume.id < b.volume.id ? -1 : 1));
}

// `require` of our own modules: bundled, but evaluated only when needed, so that activation does not pay for them.
function indexLayer(): typeof import('../core/importing/volumeIndex') {
  return require('../core/importing/volumeIndex') as typeof import('../core/importing/volumeIndex');
}

function fileLayer(): typeof import('../core/importing/volumeFile') {
  return require('../core/importing/volumeFile') as typeof import('../core/importing/volumeFile');
}
