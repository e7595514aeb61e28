import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment, ROOT, type Ran, type Surroundings } from './cli.js';

/** The built command line. */
export const MAIN = join(ROOT, 'dist/cli/main.cjs');
const TIMEOUT = 60_000;

if (!existsSync(MAIN))
  throw new Error('These tests run the built command line, which is missing: npm run build makes it.');

/** Runs the built command line as a process of its own; that of another checkout where `main` is its file. */
export function whichstackProcess(
  args: readonly string[],
  { stdin = '', env, main = MAIN }: Surroundings & { readonly main?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: ROOT, timeout: TIMEOUT, env: environment(env) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    // A program that refuses its input early closes the pipe before all is written.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}
