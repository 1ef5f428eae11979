// Runs the in-editor suite in a real VS Code: node test/host/runEditor.mjs [kind …]. A kind is a row of the table below;
// the suite is the same in all of them. Build first.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

import { launchBrowser } from './browser.mjs';
import { root } from './cache.mjs';
import { downloadDesktop, findDesktop, hasDisplay, openDesktop } from './desktop.mjs';
import { runMain, within } from './lifetime.mjs';
import { createServer, developmentPayload } from './server.mjs';
import { copyWorkspace, multiRootWorkspace, SETTINGS, webTwin } from './workspace.mjs';

const ownFolder = () => root;
const VIRTUAL_FILES = join(root, 'test/host/virtualFiles'); // a helper extension that serves casebook-virtual:/path
const virtualFolder = () => `casebook-virtual:${copyWorkspace()}`;
const KINDS = {
  node: { extension: ownFolder, bundle: 'node.js', workspace: copyWorkspace, desktop: true },
  web: { extension: webTwin, bundle: 'web.js', workspace: copyWorkspace },
  untrusted: { extension: ownFolder, bundle: 'node.js', workspace: copyWorkspace, trusted: false },
  virtual: { extension: ownFolder, bundle: 'node.js', workspace: virtualFolder, helpers: [VIRTUAL_FILES] },
  multiroot: { extension: ownFolder, bundle: 'node.js', workspace: multiRootWorkspace },
};
export const DEFAULT_KINDS = Object.keys(KINDS);
const LIMIT_SECONDS = 480;

/** Runs the suite in one kind of host, printing as it goes; returns `{ passed, failed, failures }`, each failure with its lines. */
export async function runEditor(name) {
  const kind = KINDS[name];
  if (!kind) throw new Error(`Unknown kind ${name}; there are ${Object.keys(KINDS).join(', ')}.`);
  const extension = kind.extension();
  const tests = join(extension, 'dist/test', kind.bundle);
  const run = { ...kind, extension, tests, workspace: kind.workspace() };
  const program = kind.desktop ? await desktopForTests() : undefined;
  const report = createReport();
  const code = await (program ? inDesktop(program, run, report) : inBrowser(run, report));
  return report.result(code);
}

// A window needs a display, and a VS Code needs a download (or VSCODE_BIN); CASEBOOK_HOST=server skips the attempt.
async function desktopForTests() {
  if (process.env.CASEBOOK_HOST === 'server' || !hasDisplay()) return undefined;
  return process.env.VSCODE_BIN ? findDesktop() : downloadDesktop();
}

async function inDesktop(program, run, report) {
  const { child, stop } = openDesktop(program, run, ['ignore', 'pipe', 'pipe']);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', report.line);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return within(LIMIT_SECONDS, 'The end of the tests', ended).finally(stop);
}

async function inBrowser({ workspace, extension, helpers, tests, trusted }, report) {
  const server = await (await createServer({ trusted, settings: SETTINGS, extensions: helpers })).start();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.exposeFunction('codeAutomationLog', (_type, args) => report.text(args.join(' ')));
    const ended = new Promise((resolve, reject) => {
      page.once('crash', () => reject(new Error('The browser page crashed.')));
      server.child.once('close', () => reject(new Error("VS Code's server ended by itself.")));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject); // called with the suite's exit code
    });
    await page.goto(server.url(workspace, developmentPayload(server, extension, tests)));
    return await within(LIMIT_SECONDS, 'The end of the tests', ended);
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Prints the suite's own lines out of everything that VS Code says (VERBOSE=1: all of it), and finds the result. */
function createReport() {
  const others = [];
  const failures = [];
  let [result, isFailure] = [undefined, false];
  const line = (text) => {
    const own = /^\[test\] (.*)$/.exec(text)?.[1];
    if (own === undefined) others.push(text);
    const counts = /^(\d+) passed, (\d+) failed$/.exec(own ?? '');
    if (counts) result = { passed: Number(counts[1]), failed: Number(counts[2]) };
    else if (own !== undefined || process.env.VERBOSE) console.log(own ?? text);
    if (own === undefined || counts) return;
    if (/^ {2}[✓✗–]/.test(own)) isFailure = own.startsWith('  ✗');
    if (isFailure) failures.push(own);
  };
  return {
    line,
    text: (text) => text.split('\n').forEach(line),
    result(code) {
      if (result && (result.failed > 0 || code === 0)) return { ...result, failures };
      const why = ['VS Code ended without a result. Its last lines:', ...others.slice(-20)];
      console.log(why.join('\n'));
      return { passed: result?.passed ?? 0, failed: 1, failures: why };
    },
  };
}

async function main() {
  const names = process.argv.length > 2 ? process.argv.slice(2) : DEFAULT_KINDS;
  let [passed, failed] = [0, 0];
  for (const name of names) {
    console.log(`In the editor: ${name}`);
    const result = await runEditor(name);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(main);
