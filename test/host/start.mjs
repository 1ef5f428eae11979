// npm start: VS Code with this extension on the sample workspace, until Ctrl-C. npm start -- --smoke: the same without
// a window; looks whether the tree lists cases and a hover answers, says what it saw, and ends with 0 or 1.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { launchBrowser } from './browser.mjs';
import { cacheFolder, root } from './cache.mjs';
import { downloadDesktop, findDesktop, hasDisplay, openDesktop } from './desktop.mjs';
import { runMain, startGroup, within } from './lifetime.mjs';
import { createServer, developmentPayload } from './server.mjs';
import { lookAround } from './smoke.mjs';
import { pictured } from './workbench.mjs';
import { copyWorkspace, SETTINGS } from './workspace.mjs';

const PICTURE = join(cacheFolder, 'smoke-failed.png');

async function main() {
  build();
  const workspace = copyWorkspace();
  if (process.argv.includes('--smoke')) return smoke(workspace);
  console.log(`The sample workspace is a copy, edit as you like: ${workspace}`);
  const program =
    hasDisplay() && process.env.CASEBOOK_HOST !== 'server' && (findDesktop() ?? (await downloadDesktop()));
  return program ? stayInDesktop(program, workspace) : stayInBrowser(workspace);
}

function build() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed; its reason stands above.');
}

async function stayInDesktop(program, workspace) {
  console.log(`Opening ${program}. Close its window or press Ctrl-C to end.`);
  const { child } = openDesktop(program, { workspace, extension: root });
  const [code] = await once(child, 'close');
  if (code)
    throw new Error(`${program} ended with ${code}; CASEBOOK_HOST=server shows VS Code in the browser instead.`);
  return 0;
}

async function stayInBrowser(workspace) {
  const server = await startServer();
  const url = server.url(workspace, developmentPayload(server, root));
  console.log(`\nVS Code with Cloud Casebook:\n\n  ${url}\n\nPress Ctrl-C to end.`);
  if (hasDisplay()) showInBrowser(url);
  await once(server.child, 'close');
  throw new Error("VS Code's server ended by itself.");
}

function showInBrowser(url) {
  const [program, args] = { darwin: ['open', [url]], win32: ['explorer', [url]] }[process.platform] ?? [
    'xdg-open',
    [url],
  ];
  const { child } = startGroup(program, args, { stdio: 'ignore' });
  child.once('error', () => console.log('Open that address in a browser.'));
}

async function startServer() {
  const server = await createServer({ settings: SETTINGS });
  return server.start();
}

async function smoke(workspace) {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const url = server.url(workspace, developmentPayload(server, root));
    await pictured(page, PICTURE, within(240, 'The smoke test', lookAround(page, url)));
  } finally {
    await browser.close();
  }
  console.log('Smoke test passed.');
  return 0;
}

await runMain(main);
