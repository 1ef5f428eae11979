// Builds everything that is shipped or tested into dist/: the library's data, both bundles of the extension, the page's
// script, the command line and the MCP server, and (unless --production) the in-editor suite for both hosts. --data: only
// the data. --watch: stays and rebuilds.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const [production, watch, dataOnly] = ['--production', '--watch', '--data'].map((flag) => process.argv.includes(flag));

const common = {
  bundle: true,
  target: 'es2022',
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

// `import * as vscode` becomes a copy of the whole API, a getter for each of its names, in every module that says so. All
// modules of a bundle share one.
const oneVscode = {
  name: 'one vscode',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
    );
    onLoad({ filter: /./, namespace: 'vscode' }, () => ({ contents: `export * from 'vscode';` }));
  },
};
// One letter beyond Latin-1 makes the engine keep a whole bundle at two bytes a letter. esbuild escapes strings; what is left
// stands in regular expressions and templates, where the same escapes mean the same.
const plainLetters = {
  name: 'plain letters',
  setup({ initialOptions: { outfile, minify }, onEnd }) {
    const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    onEnd(({ errors }) => {
      if (!minify || errors.length > 0) return;
      writeFileSync(outfile, readFileSync(outfile, 'utf8').replace(/[^\0-\x7f]/g, escaped));
    });
  },
};
// What two bundles need stands in one of them, or in one of its own, and is loaded from there.
const elsewhere = (filter, path) => ({
  name: `from ${path}`,
  setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external: true })),
});
const exporting = (...lines) => ({ contents: lines.join('\n'), resolveDir: '.' });
// The worker's bundle holds everything; the Node entry holds what activation needs, and takes the rest from there.
const behindElsewhere = elsewhere(/^\.\/extension\.web$/, './web/extension.js');
// The questions of agents hold the library, the reader and the search: the command line and the MCP server ask them.
const session = exporting(
  `export * from './src/yaml/session';`,
  `export * from './src/core/agents/tools';`,
  `export * from './src/core/agents/instructions';`,
);
const sessionElsewhere = elsewhere(/^\.\/(yaml\/session|core\/agents\/\w+)$/, './session.js');
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
  {
    ...node,
    entryPoints: ['src/extension.node.ts'],
    outfile: 'dist/extension.js',
    plugins: [behindElsewhere, oneVscode],
  },
  {
    ...worker,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    plugins: [oneVscode, plainLetters],
  },
  { ...page, entryPoints: ['media/page.css'], outfile: 'dist/page.css' },
  { ...page, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview/main.js' },
  { ...page, entryPoints: ['src/webview/review.ts'], outfile: 'dist/webview/review.js' },
  { ...node, stdin: session, outfile: 'dist/session.js' },
  { ...program, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', plugins: [sessionElsewhere] },
  { ...program, entryPoints: ['src/mcp.ts'], outfile: 'dist/mcp.js', plugins: [sessionElsewhere, noValidator] },
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
