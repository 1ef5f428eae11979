// The extension as it ships, built in a folder of its own: dist/ may be in use. `packed` makes the .vsix there, too.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../host/cache.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';

const NEEDED = [
  'src',
  'data',
  'media',
  'l10n',
  'esbuild.mjs',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.vscodeignore',
  'tsconfig.json',
];

/** `{ folder, vsix }` of a fresh production build. */
export function productionBuild() {
  const folder = join(temporaryFolder('casebook-build-'), 'extension');
  for (const name of NEEDED) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  run(folder, [join(folder, 'esbuild.mjs'), '--production']);
  const vsix = join(folder, '..', 'cloud-casebook.vsix');
  const program = join(root, 'node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '-o', vsix];
  run(folder, [program, 'package', ...flags]);
  return { folder, vsix };
}

function run(cwd, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr || stdout}`);
}
