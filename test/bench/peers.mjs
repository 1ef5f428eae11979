// The tools that a user would compare us with. They are no dependencies of ours: CASEBOOK_PEERS names folders (separated
// as in PATH) whose node_modules hold them, else the bench installs them once into the cache of the harness.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

import { cached, npmInstall } from '../host/cache.mjs';

const PACKAGES = {
  'yaml-language-server': '2.0.0',
  '@microsoft/compose-language-service': '1.0.0',
  'fuse.js': '7.5.0',
  minisearch: '7.2.0',
  '@leeoniya/ufuzzy': '1.0.19',
  flexsearch: '0.8.212',
};

/** The folder of a package, or undefined when it can neither be found nor installed (the reason is printed once). */
export async function peerFolder(name) {
  const inside = (folder) => join(folder, 'node_modules', name);
  const named = (process.env.CASEBOOK_PEERS ?? '').split(delimiter).filter(Boolean);
  const found = named.map(inside).find(existsSync);
  if (found) return found;
  const folder = await installed();
  return folder && inside(folder);
}

/** A peer as a module: its default export where it has one. */
export async function peerModule(name) {
  const folder = await peerFolder(name);
  if (!folder) return undefined;
  const module = createRequire(join(folder, 'package.json'))(name);
  return module.default ?? module;
}

let installing;

function installed() {
  installing ??= cached('peers', async (partial) => {
    console.error('Installing the peers from npm (once, about 60 MB on disk) …');
    await npmInstall(
      partial,
      Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`),
    );
  }).catch((error) => {
    console.error(`The peers are left out: ${error.message}. CASEBOOK_PEERS=<folder> names an existing installation.`);
    return undefined;
  });
  return installing;
}
