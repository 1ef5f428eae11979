// Windows of a real VS Code for the bench: the extension installed from its .vsix, an empty one beside it, and a job of
// `jobs.mjs` run in the extension host. What a job finds comes back as lines of JSON.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

import { launchBrowser } from '../../host/browser.mjs';
import { temporaryFolder, within } from '../../host/lifetime.mjs';
import { createServer, developmentPayload } from '../../host/server.mjs';
import { SETTINGS } from '../../host/workspace.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const QUIET = { 'editor.hover.delay': 300, 'casebook.contentLanguage': 'zh', 'files.autoSave': 'off' };

/** Starts the server with `vsix`; `run(job, params, options)` opens a window, runs the job, gives its findings. */
export async function openServer(vsix) {
  const setup = await createServer({ settings: { ...SETTINGS, ...QUIET }, extensions: [here('empty')] });
  setup.install(vsix);
  const server = await setup.start();
  const browser = await launchBrowser();
  const tests = bundleJobs();
  const newPage = (scripts = []) => page(browser, scripts);
  return {
    server,
    newPage,
    async run(job, params, { workspace, seconds = 120, scripts = [], bindings = {} }) {
      writeFileSync(join(tests, 'params.json'), JSON.stringify({ job, ...params }));
      const window = await newPage(scripts);
      try {
        for (const [name, binding] of Object.entries(bindings)) await window.exposeBinding(name, binding);
        return await within(seconds, `The job ${job}`, findings(window, server, workspace, tests));
      } finally {
        await window.context().close();
      }
    },
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function page(browser, scripts) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const window = await context.newPage();
  for (const script of scripts) await window.addInitScript(script);
  return window;
}

async function findings(window, server, workspace, tests) {
  const found = [];
  const others = [];
  const line = (text) => {
    const json = /^\[bench\] (.*)$/.exec(text)?.[1];
    if (json) found.push(JSON.parse(json));
    else others.push(text);
  };
  await window.exposeFunction('codeAutomationLog', (_type, args) => args.join(' ').split('\n').forEach(line));
  const ended = new Promise((resolve, reject) => {
    window.once('crash', () => reject(new Error('The browser page crashed.')));
    window.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  await window.goto(server.url(workspace, developmentPayload(server, here('probe'), join(tests, 'jobs.cjs'))));
  const code = await ended;
  if (code !== 0) throw new Error(`The job failed: ${others.slice(-8).join('\n')}`);
  return found;
}

function bundleJobs() {
  const folder = temporaryFolder('casebook-jobs-');
  const format = { bundle: true, platform: 'node', format: 'cjs', target: 'es2022', external: ['vscode'] };
  const entryPoints = [here('jobs.mjs'), here('ownTimes.mjs')];
  buildSync({ entryPoints, outdir: folder, outExtension: { '.js': '.cjs' }, ...format, logLevel: 'error' });
  return folder;
}
