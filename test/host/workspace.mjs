// The sample workspace, as a copy: what is edited, set or measured in it stays out of the repository.
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './cache.mjs';
import { temporaryFolder } from './lifetime.mjs';

/** Settings that every editor of the harness starts with. */
export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/** A copy of test/fixtures/workspace in a temporary folder. */
export function copyWorkspace() {
  const folder = join(temporaryFolder('casebook-'), 'cloud-casebook-sample');
  cpSync(join(root, 'test/fixtures/workspace'), folder, { recursive: true });
  return folder;
}

/** The line (from 1) of `text` in a file of the sample. */
export function lineOf(path, text) {
  const lines = readFileSync(join(root, 'test/fixtures/workspace', path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** Two folders under one `.code-workspace` file; returns that file. */
export function multiRootWorkspace() {
  const parent = temporaryFolder('casebook-');
  const names = ['platform', 'sketches'];
  for (const name of names) cpSync(join(root, 'test/fixtures/workspace'), join(parent, name), { recursive: true });
  const file = join(parent, 'sample.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return file;
}

/**
 * The extension as a web extension: an extension with a `main` always runs in the Node host of a server, so this folder
 * links to the same files and its manifest names the browser bundle only.
 */
export function webTwin() {
  const folder = temporaryFolder('casebook-web-');
  for (const name of ['dist', 'media', 'l10n', 'package.nls.json', 'package.nls.zh-cn.json']) {
    symlinkSync(join(root, name), join(folder, name), 'junction');
  }
  const { main, extensionKind, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
