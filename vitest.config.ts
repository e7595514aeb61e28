import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** The test files that compare with expected outputs, which `npm run goldens` rewrites. */
function withGoldens(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((file) => readFileSync(file, 'utf8').includes('support/golden.js'));
}

export default defineConfig({
  test: {
    include: process.env['UPDATE_GOLDENS'] === '1' ? withGoldens() : ['test/**/*.test.ts'],
    pool: 'threads',
    // By itself, vitest leaves one core to others: of two, half.
    maxWorkers: '100%',
    // The library has no state that one file could leave to the next, and knowledge that is loaded once is warm for all.
    isolate: false,
    // Only what hangs is to fail by it, on a loaded machine too.
    testTimeout: 120_000,
  },
});
