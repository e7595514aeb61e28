import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';
import { whichstackProcess } from '../support/process.js';
import { thorough } from '../support/thorough.js';

const MAX_WAIT_MS = 90_000;
const COPIED = [
  'docs',
  '.build',
  'dist',
  'knowledge',
  'schema',
  'scripts',
  'src',
  'test/rank',
  'test/support',
  'package.json',
].concat(
  ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.portable.json'],
  ['tsdown.config.ts', 'vitest.config.ts'],
);

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

/** A copy of this checkout that is built already, for a test that edits sources. */
function copyOfCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whichstack-dev-'));
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, preserveTimestamps: true });
  rmSync(join(folder, '.build/lock'), { recursive: true, force: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** What a process prints, and a way to wait for it. */
function watched(process: ChildProcess): (text: string) => Promise<void> {
  let output = '';
  let seen = 0;
  let notify = (): void => undefined;
  const add = (chunk: Buffer): void => {
    output += stripVTControlCharacters(chunk.toString());
    notify();
  };
  process.stdout?.on('data', add);
  process.stderr?.on('data', add);
  // Each text is looked for after the one before.
  return (text) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`“${text}” was not printed:\n${output}`));
      }, MAX_WAIT_MS);
      notify = () => {
        const at = output.indexOf(text, seen);
        if (at === -1) return;
        seen = at + text.length;
        clearTimeout(timer);
        notify = () => undefined;
        resolve();
      };
      notify();
    });
}

// It builds twice, and waits for the tests after each change.
describe.skipIf(!thorough)('npm run dev', () => {
  it('regenerates, reruns affected tests and rebuilds the command line on a change, and ends on Ctrl-C', async () => {
    const folder = copyOfCheckout();
    try {
      child = spawn(process.execPath, ['scripts/dev.mjs', 'test/rank'], {
        cwd: folder,
        env: { ...process.env, CI: '' },
      });
      const ended = new Promise((resolve) =>
        child?.on('exit', (code, signal) => {
          resolve(code ?? signal);
        }),
      );
      const printed = watched(child);
      await printed('Waiting for file changes');

      const knowledge = join(folder, 'knowledge/technologies/firecracker.yaml');
      writeFileSync(knowledge, readFileSync(knowledge, 'utf8').replace('en: Firecracker', 'en: Ember'));
      await printed('dist is current');
      const main = join(folder, 'dist/cli/main.cjs');
      expect((await whichstackProcess(['show', 'firecracker'], { main })).stdout).toContain('Ember');

      const source = join(folder, 'src/rank/spotis.ts');
      writeFileSync(source, `${readFileSync(source, 'utf8')}// edited\n`);
      await printed('RERUN');
      await printed('Waiting for file changes');

      child.kill('SIGINT');
      expect(await ended).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});
