import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { ROOT } from './cli.js';

/** Whether this run rewrites the expected outputs, as `npm run goldens` does, instead of comparing with them. */
export const rewriting = process.env['UPDATE_GOLDENS'] === '1';

/** What is to be known of a test or a suite: whether it ran and passed, and what it contains. */
interface Task {
  readonly mode: string;
  readonly result?: { readonly state: string };
  readonly tasks?: readonly Task[];
}

/**
 * A folder of expected outputs in test/golden, which belongs to one test file. A missing output fails the test that asks for it; an output that
 * no test asks for fails the file. `npm run goldens` writes the former and removes the latter.
 */
export class GoldenFolder {
  private readonly asked = new Set<string>();
  private readonly folder: string;

  /** To be made outside of any test. `name` is that of the folder within test/golden. */
  constructor(name: string) {
    this.folder = join(ROOT, 'test/golden', name);
    afterAll(({}, file) => {
      // Where a filter left tests out, or one failed, nobody knows what they would have asked for.
      if (ranWhole(file)) this.refuseStale();
    });
  }

  /** Compares a text with the expected output of that name. */
  check(name: string, text: string): void {
    this.asked.add(name);
    const path = join(this.folder, name);
    if (rewriting) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return;
    }
    let golden: string | undefined;
    try {
      golden = readFileSync(path, 'utf8');
    } catch {
      golden = undefined;
    }
    expect(golden, `${path} is missing: run npm run goldens, then read what it wrote`).toBeDefined();
    expect(text).toBe(golden);
  }

  private refuseStale(): void {
    // Of a new test, the folder is missing until the outputs are written.
    const there = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const stale = there.filter((name) => !this.asked.has(name));
    if (rewriting) for (const name of stale) rmSync(join(this.folder, name), { recursive: true });
    else expect(stale, `no test asks for these files of ${this.folder}`).toEqual([]);
  }
}

/** Whether every test of a suite ran to its end. */
export const ranWhole = ({ mode, result, tasks = [] }: Task): boolean =>
  mode !== 'skip' && mode !== 'todo' && result?.state !== 'fail' && tasks.every(ranWhole);
