import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    globalSetup: ['test/support/compileData.ts'],
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Pure modules keep nothing between two files, so that each need not load them anew: half the time.
    isolate: false,
  },
});
