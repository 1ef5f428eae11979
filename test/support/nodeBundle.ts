// Builds a Node entry as it ships, beside the data it reads, so that tests can run it as a process.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

import { COMPILED } from './library';

/** Bundles `src/<name>.ts` into a folder of its own; resolves to the script. */
export async function bundleEntry(name: 'cli' | 'mcp'): Promise<string> {
  const folder = `node_modules/.cache/casebook/${name}`;
  mkdirSync(folder, { recursive: true });
  copyFileSync(COMPILED, join(folder, 'library.json'));
  copyFileSync('data/identifiers.tsv', join(folder, 'identifiers.tsv'));
  const outfile = join(folder, `${name}.js`);
  const define = { VERSION: '"0.0.0-test"' };
  await build({
    entryPoints: [`src/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define,
    logLevel: 'error',
  });
  return outfile;
}
