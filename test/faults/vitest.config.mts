import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    globalSetup: ['test/support/compileData.ts'],
    setupFiles: ['test/faults/setup.ts'],
    include: ['test/faults/**/*.test.ts'],
    testTimeout: process.env.FAULTS === 'long' ? 1_800_000 : 60_000,
  },
});
