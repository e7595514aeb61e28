import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** A folder of expected outputs. A missing one fails, and so does one that no test asks for; `npm run goldens` rewrites them. */
export class GoldenFolder {
  private readonly asked = new Set<string>();
  private readonly rewriting = process.env['UPDATE_GOLDENS'] === '1';

  constructor(private readonly folder: string) {}

  /** Holds a text against the golden of that name. */
  check(name: string, text: string): void {
    this.asked.add(name);
    const path = join(this.folder, name);
    if (this.rewriting) {
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
    expect(golden, `${path} is missing: look at the output, then run npm run goldens`).toBeDefined();
    expect(text).toBe(golden);
  }

  /** The goldens that nothing asked for. */
  stale(): string[] {
    return readdirSync(this.folder).filter((name) => !this.asked.has(name));
  }
}
