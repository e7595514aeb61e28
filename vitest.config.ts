import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    // By itself, vitest leaves one core to others: of two, half.
    maxWorkers: '100%',
    // The library has no state that one file could leave to the next, and knowledge that is loaded once is warm for all.
    isolate: false,
    // Only what hangs is to fail by it, on a loaded machine too.
    testTimeout: 120_000,
  },
});
