// How files were when they were read, so that only those that have changed since are read again.
import * as vscode from 'vscode';

export class FileStamps {
  readonly #stamps = new Map<string, string>();

  note(uri: vscode.Uri, { mtime, size }: vscode.FileStat): void {
    this.#stamps.set(uri.toString(), mtime ? `${mtime} ${size}` : '');
  }

  /** Whether a file is as it was noted; never where its file system does not tell the time of a change. */
  async isAsNoted(uri: vscode.Uri): Promise<boolean> {
    const noted = this.#stamps.get(uri.toString());
    if (!noted) return false;
    const { mtime, size } = await vscode.workspace.fs.stat(uri).then(
      (stat) => stat,
      () => ({ mtime: 0, size: 0 }),
    );
    return noted === `${mtime} ${size}`;
  }
}
