// What a user gets, as part of npm test: packages the extension, installs it in a clean VS Code server, looks at every
// file of it, runs its two programs, and looks around in the editor. Alone: node test/host/package.mjs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { launchBrowser } from './browser.mjs';
import { cacheFolder, root } from './cache.mjs';
import { runMain, temporaryFolder, within } from './lifetime.mjs';
import { createServer } from './server.mjs';
import { comesBack, lookAround, QUESTIONED, reviewed } from './smoke.mjs';
import { pictured } from './workbench.mjs';
import { copyWorkspace, SETTINGS } from './workspace.mjs';

const CEILING_BYTES = 600 * 1024;
const FILES = [
  '.vsixmanifest', // VS Code's own, made at the installation
  'LICENSE.txt',
  'SECURITY.md',
  'changelog.md',
  'data/architecture.schema.json',
  'data/case.schema.json',
  'dist/cli.js',
  'dist/extension.js',
  'dist/identifiers.tsv',
  'dist/library.json',
  'dist/mcp.js',
  'dist/page.css',
  'dist/session.js',
  'dist/web/extension.js',
  'dist/webview/main.js',
  'dist/webview/review.js',
  'l10n/bundle.l10n.zh-cn.json',
  'media/casebook.svg',
  'media/icon.png',
  'media/page.svg',
  'media/walkthrough/case.svg',
  'media/walkthrough/review.svg',
  'media/walkthrough/sample.svg',
  'media/walkthrough/search.svg',
  'media/walkthrough/tree.svg',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'readme.md',
];

/** Packages into the file `vsix`; returns what vsce said. */
export function packageExtension(vsix) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'package', '--', '-o', vsix], {
    cwd: root,
    encoding: 'utf8',
    shell: true,
  });
  if (status !== 0) throw new Error(`the extension cannot be packaged: ${stderr || stdout}`);
  return stdout + stderr;
}

/** All checks, printed one by one; `{ passed, failed }`. */
export async function checkPackage() {
  const vsix = join(temporaryFolder('casebook-'), 'cloud-casebook.vsix');
  const said = packageExtension(vsix);
  const setup = await createServer({ settings: SETTINGS });
  setup.install(vsix);
  const installed = join(
    setup.installed,
    readdirSync(setup.installed).find((name) => name.startsWith('casebook.')),
  );
  const checks = {
    'vsce has no warning': () => none(said.split('\n').filter((line) => /^\s*(WARNING|ERROR)/.test(line))),
    [`at most ${CEILING_BYTES / 1024} KB`]: () => smallEnough(statSync(vsix).size),
    'these files and no others': () => none(difference(filesUnder(installed), FILES)),
    'no source maps': () => none(filesUnder(installed).filter((file) => holds(installed, file, /sourceMappingURL/))),
    'the command line answers': () => answers(installed, 'cli.js', ['search', '天气', '--limit', '1'], /^inet-\d/),
    'the MCP server answers': () => answers(installed, 'mcp.js', [], /"name":"cloud-casebook"/, HELLO),
    'the installed extension works': () => smoke(setup),
  };
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    const reason = await Promise.resolve()
      .then(check)
      .catch((error) => error.message);
    console.log(reason === undefined ? `  ✓ ${name}` : `  ✗ ${name}: ${reason}`);
    if (reason !== undefined) failed += 1;
  }
  return { passed: Object.keys(checks).length - failed, failed };
}

const none = (found) => (found.length === 0 ? undefined : found.join('; '));

function smallEnough(bytes) {
  console.log(`    the vsix has ${(bytes / 1024).toFixed(1)} KB`);
  return bytes <= CEILING_BYTES ? undefined : `it has ${bytes} bytes`;
}

function difference(found, wanted) {
  const more = found.filter((file) => !wanted.includes(file)).map((file) => `too much: ${file}`);
  return [...more, ...wanted.filter((file) => !found.includes(file)).map((file) => `missing: ${file}`)];
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.map((name) => name.replaceAll('\\', '/')).filter((name) => statSync(join(folder, name)).isFile());
}

const holds = (folder, file, pattern) =>
  /\.(js|css)$/.test(file) && pattern.test(readFileSync(join(folder, file), 'utf8'));

const CLIENT = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
const HELLO = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: CLIENT })}\n`;

function answers(folder, script, args, wanted, input = '') {
  const run = spawnSync(process.execPath, [join(folder, 'dist', script), ...args], { input, encoding: 'utf8' });
  return wanted.test(run.stdout) ? undefined : `it said: ${run.stdout}${run.stderr}`;
}

async function smoke(setup) {
  const server = await setup.start();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const workspace = copyWorkspace();
    writeFileSync(join(workspace, QUESTIONED.file), QUESTIONED.text);
    const all = lookAround(page, server.url(workspace))
      .then(() => comesBack(page))
      .then(() => reviewed(page));
    const look = within(300, 'The smoke test', all);
    await pictured(page, join(cacheFolder, 'package-failed.png'), look);
  } finally {
    await browser.close();
    server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const { passed, failed } = await checkPackage();
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  });
}
