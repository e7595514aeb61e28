import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    // Many tests start the command line; on a loaded machine that takes its time.
    testTimeout: 30_000,
  },
});
