// The user's own storage of imported volumes: one file each, written beside and then renamed, so that a crash leaves the
// old state. Never writes into the extension or the workspace.
import * as vscode from 'vscode';

import type { ImportedVolume } from '../core/importing/importModel';
import type { LibrarySources } from '../core/team/mergeLibrary';
import type { Services } from './services';

const FOLDER = 'volumes';

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
      this.#volumes = await this.#readAll();
      if (this.#volumes.length > 0) this.#publish();
    });
  }

  /** What is imported now, by id. */
  async all(): Promise<readonly ImportedVolume[]> {
    await this.#services.store.settled();
    return this.#volumes;
  }

  /** Keeps volumes in place of those with the same ids. Throws when one cannot be written; then it is as before. */
  async keep(volumes: readonly ImportedVolume[]): Promise<void> {
    const { volumeFileName, volumeFileText } = fileLayer();
    const writes = volumes.map((volume) => {
      const target = vscode.Uri.joinPath(this.#folder, volumeFileName(volume.volume.id));
      return { target, draft: target.with({ path: `${target.path}.tmp` }), text: volumeFileText(volume) };
    });
    for (const { draft, text } of writes) {
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    }
    for (const { draft, target } of writes) await vscode.workspace.fs.rename(draft, target, { overwrite: true });
    const kept = new Set(volumes.map(({ volume }) => volume.id));
    this.#volumes = sorted([...this.#volumes.filter(({ volume }) => !kept.has(volume.id)), ...volumes]);
    this.#publish();
  }

  /** Removes a volume with all its cases. */
  async remove(volumeId: string): Promise<void> {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#folder, fileLayer().volumeFileName(volumeId)));
    this.#volumes = this.#volumes.filter((other) => other.volume.id !== volumeId);
    this.#publish();
  }

  #publish(): void {
    this.#update?.({ imported: this.#volumes });
  }

  async #readAll(): Promise<readonly ImportedVolume[]> {
    const names = await this.#names();
    const volumes = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => this.#read(name)));
    return sorted(volumes.flatMap((volume) => volume ?? []));
  }

  /** Nothing was imported yet where there is no folder. */
  async #names(): Promise<string[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    } catch {
      return [];
    }
  }

  async #read(name: string): Promise<ImportedVolume | undefined> {
    const failed = (reason: string) => {
      this.#services.log.error(`an imported volume could not be read: ${name}: ${reason}`);
      return undefined; // the other volumes are there all the same
    };
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
      const read = fileLayer().readVolumeFile(new TextDecoder().decode(bytes));
      return read.volume ?? failed(read.reason);
    } catch (error) {
      return failed(String(error));
    }
  }
}

function sorted(volumes: readonly ImportedVolume[]): readonly ImportedVolume[] {
  return [...volumes].sort((a, b) => (a.volume.id < b.volume.id ? -1 : 1));
}

function fileLayer(): typeof import('../core/importing/volumeFile') {
  // `require` of our own module: bundled, but evaluated only here, so that activation does not pay for it.
  return require('../core/importing/volumeFile') as typeof import('../core/importing/volumeFile');
}
