// npm run test:oldest: the in-editor suite in the oldest VS Code that package.json promises, in the Node and the web host.
import { spawnSync } from 'node:child_process';

import { root } from './cache.mjs';
import { runMain } from './lifetime.mjs';

await runMain(async () => {
  const env = { ...process.env, CASEBOOK_OLDEST: '1', CASEBOOK_HOST: 'server' };
  for (const args of [['esbuild.mjs'], ['test/host/runEditor.mjs', 'node', 'web']]) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    if (status !== 0) return 1;
  }
});
