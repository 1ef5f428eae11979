// A desktop VS Code: the one that VSCODE_BIN names or PATH has, or the one that @vscode/test-electron downloads.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

import { cacheFolder } from './cache.mjs';
import { isWindows, startGroup, temporaryFolder, within } from './lifetime.mjs';
import { SETTINGS } from './workspace.mjs';

const COMMANDS = ['code', 'code-insiders', 'codium'].map((name) => (isWindows ? `${name}.cmd` : name));
// The command line script returns at once and its window outlives us; the program beside it is ours to end.
const PROGRAMS = [
  '../code',
  '../code-insiders',
  '../codium',
  '../Code.exe',
  '../Code - Insiders.exe',
  '../VSCodium.exe',
  '../../../MacOS/Electron',
  '../../../MacOS/Code',
];

/** Whether a window can open here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The VS Code of this machine, as a program to start, or undefined. */
export function findDesktop() {
  const named = process.env.VSCODE_BIN;
  if (named && !existsSync(named)) throw new Error(`VSCODE_BIN names ${named}, which does not exist.`);
  if (named) return programOf(named);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const command = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  return command && programOf(command);
}

function programOf(command) {
  const script = realpathSync(command);
  return PROGRAMS.map((path) => join(dirname(script), path)).find(existsSync) ?? script;
}

/** Downloads VS Code once, or says why not and returns undefined. */
export async function downloadDesktop() {
  const version = process.env.VSCODE_VERSION ?? 'stable';
  try {
    return await within(900, 'The download of VS Code', downloadAndUnzipVSCode({ version, cachePath: cacheFolder }));
  } catch (error) {
    console.log(
      `VS Code cannot be downloaded here (${error.code ?? error.message}); its server build from npm will do.`,
    );
    return undefined;
  }
}

/** Opens `workspace` with the extension of the folder `extension`; with `tests` (a bundle's path) runs them and ends. */
export function openDesktop(program, { workspace, extension, tests, trusted = true }, stdio = 'ignore') {
  const data = temporaryFolder('vsd-');
  mkdirSync(join(data, 'user/User'), { recursive: true });
  writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify(SETTINGS));
  const args = [
    workspace,
    `--extensionDevelopmentPath=${extension}`,
    ...(tests ? [`--extensionTestsPath=${tests}`] : []),
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'ext')}`,
    '--new-window',
    '--wait',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-updates',
    '--disable-telemetry',
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const shell = program.endsWith('.cmd');
  return startGroup(shell ? `"${program}"` : program, args, { shell, stdio });
}
