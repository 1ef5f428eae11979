// The one cache of the harness: things from npm that are too large for devDependencies (VS Code's server, a browser).
// Each has a folder of its own that is complete or does not exist. Shared between checkouts by VSCODE_TEST_CACHE.
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isWindows, onEnd, remove, startGroup, within } from './lifetime.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheFolder = resolve(process.env.VSCODE_TEST_CACHE ?? join(root, '.vscode-test'));

/** The cache's folder `name`; `fill(folder)` makes it the first time. Two runs at once both fill, and one result stays. */
export async function cached(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  const discard = onEnd(() => remove(partial));
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    discard();
  }
  return folder;
}

/** `npm install` of `packages` in `folder`, without install scripts and without touching any package.json. */
export async function npmInstall(folder, packages, ...flags) {
  if (packages.length) writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const { child, stop } = startGroup('npm', ['install', '--ignore-scripts', ...quiet, ...flags, ...packages], {
    cwd: folder,
    shell: isWindows,
    env: npmEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await within(900, `npm install ${packages.join(' ')}`, once(child, 'close')).finally(stop);
  if (code === 0) return;
  const reason = /^npm error (?!code|errno|syscall|A complete)(.*)$/m.exec(said)?.[1] ?? `exit code ${code}`;
  throw new Error(`npm could not install ${packages.join(' ') || "VS Code's own modules"}: ${reason}`);
}

// `npm test` hands its own project's settings down; the inner npm must not take them for its folder's.
function npmEnvironment() {
  const own = /^npm_(package|lifecycle|config_(allow_scripts|local_prefix|global_prefix|prefix))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
