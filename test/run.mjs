// npm test: every check that there is, one part after the other, none skipped because another failed. A check that is a
// whole tool (types, format, build) counts as one. What failed in an editor stands once more at the end, where somebody who
// sees only the last page of a long log finds it. The last line is `N passed, N failed`.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './host/cache.mjs';
import { runMain, startGroup, temporaryFolder, within } from './host/lifetime.mjs';
import { checkPackage } from './host/package.mjs';
import { DEFAULT_KINDS, runEditor } from './host/runEditor.mjs';

const LIMIT_SECONDS = 600;

const PARTS = [
  ['Types', () => tool('typescript/bin/tsc', '-p', '.')],
  ['Types of the page', () => tool('typescript/bin/tsc', '-p', 'src/webview')],
  ['Format and lint', () => tool('@biomejs/biome/bin/biome', 'check')],
  ['Build', () => command('esbuild.mjs')],
  ['Unit tests', () => vitest('test/vitest.config.mts')],
  ['Faults, the short form', () => vitest('test/faults/vitest.config.mts')],
  ...DEFAULT_KINDS.map((kind) => [`In the editor, ${kind} host`, () => runEditor(kind)]),
  ['Packaged and installed', checkPackage],
];

/** Runs a script of node_modules; `{ passed, failed }` counts it as one check. */
function tool(script, ...args) {
  return command(join('node_modules', script), ...args);
}

async function command(...args) {
  const { child, stop } = startGroup(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const [code] = await within(LIMIT_SECONDS, `The end of ${args[0]}`, once(child, 'close')).finally(stop);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(config) {
  const file = join(temporaryFolder('casebook-'), 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const run = await tool('vitest/vitest.mjs', 'run', '-c', config, ...reporters);
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed, failed: Math.max(failed, run.failed) }; // a test file that does not load fails without a test
}

async function main() {
  let [passed, failed] = [0, 0];
  const broken = [];
  for (const [name, run] of PARTS) {
    console.log(`\n── ${name}`);
    const result = await run().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1, failures: [error.message] };
    });
    console.log(`   ${name}: ${result.passed} passed, ${result.failed} failed`);
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) broken.push([name, ...(result.failures ?? [])].join('\n'));
  }
  for (const part of broken) console.log(`\nFailed: ${part}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

await runMain(main);
