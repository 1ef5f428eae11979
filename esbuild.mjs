// Builds everything that is shipped or tested into dist/: the library's data, both bundles of the extension, the page's
// script, the command line and the MCP server, and (unless --production) the in-editor suite for both hosts. --data: only
// the data. --watch: stays and rebuilds.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const [production, watch, dataOnly] = ['--production', '--watch', '--data'].map((flag) => process.argv.includes(flag));

const common = {
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  minify: production,
  sourcemap: !production,
  legalComments: 'eof',
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
const worker = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  define: { global: 'globalThis' },
};
const page = { ...common, platform: 'browser', format: 'iife' };

// The worker's bundle holds the extension; the Node entry is only what differs, and loads the rest from there.
const both = {
  contents: `export { activate } from './src/extension.web'; export { activateShared } from './src/extension';`,
  resolveDir: '.',
};
const restInWorkerBundle = {
  name: 'rest in the bundle of the worker',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/extension$/ }, () => ({ path: './web/extension.js', external: true })),
};
// The SDK's validator is for answers that a server asks its user for; ours asks nothing, and 130 KB stay out.
const noValidator = {
  name: 'no validator',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /validation\/ajv-provider/ }, () => ({ path: 'none', namespace: 'validator' }));
    onLoad({ filter: /./, namespace: 'validator' }, () => ({ contents: 'export class AjvJsonSchemaValidator {}' }));
  },
};
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const program = { ...node, banner: { js: '#!/usr/bin/env node' }, define: { VERSION: JSON.stringify(version) } };

const SHIPPED = [
  { ...node, entryPoints: ['src/extension.node.ts'], outfile: 'dist/extension.js', plugins: [restInWorkerBundle] },
  { ...worker, stdin: both, outfile: 'dist/web/extension.js' },
  { ...page, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview/main.js' },
  { ...program, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js' },
  { ...program, entryPoints: ['src/mcp.ts'], outfile: 'dist/mcp.js', plugins: [noValidator] },
];
const TESTS = [
  { ...node, entryPoints: ['test/editor/node.ts'], outfile: 'dist/test/node.js', external: ['vscode', 'mocha'] },
  { ...worker, entryPoints: ['test/editor/web.ts'], outfile: 'dist/test/web.js' },
];

/** Bundles data/build.ts and runs it: data/ → dist/library.json. Throws after it has told what is wrong with the data. */
async function buildData() {
  const outfile = 'dist/build/data.mjs';
  const tool = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' };
  await esbuild.build({ ...tool, entryPoints: ['data/build.ts'], outfile });
  const { buildData: run } = await import(`${pathToFileURL(outfile)}`);
  if (run('data', 'dist') !== 0) throw new Error('data/ has problems');
}

async function main() {
  await buildData();
  if (dataOnly) return;
  const bundles = production ? SHIPPED : [...SHIPPED, ...TESTS];
  if (!watch) return void (await Promise.all(bundles.map((options) => esbuild.build(options))));
  for (const options of bundles) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
}

process.chdir(import.meta.dirname ?? new URL('.', import.meta.url).pathname);
main().catch((error) => {
  if (!error.errors) console.error(error.message); // esbuild has told its own errors
  process.exitCode = 1;
});
