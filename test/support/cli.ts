import { fork, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
const TIMEOUT = 60_000;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly stdin?: string | Buffer;
  readonly env?: Record<string, string>;
}

/** In English, and without colours, unless a test says otherwise. */
const environment = (env: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C.UTF-8',
  NO_COLOR: '1',
  ...env,
});

/**
 * Runs the built command line as a user would, but in a process that stays for the next: see serve.mjs. What is a matter of the process itself,
 * such as a pipe that closes early, is for `whichstackProcess`.
 */
export function whichstack(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { stdin = '', env = {} } = surroundings;
  const ran = served.then(() => serve({ args, stdin, env: environment(env) }));
  served = ran.catch(() => undefined);
  return ran;
}

/** Runs the built command line as a process of its own. */
export function whichstackProcess(args: readonly string[], { stdin = '', env = {} }: Surroundings = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, timeout: TIMEOUT, env: environment(env) });
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

/** One command line at a time. */
let served: Promise<unknown> = Promise.resolve();
let server: ChildProcess | undefined;

function serve(request: object): Promise<Ran> {
  server ??= fork(SERVE, { cwd: ROOT, env: {}, execArgv: [], serialization: 'advanced' });
  const child = server;
  return new Promise<Ran>((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), TIMEOUT);
    const answered = (reply: unknown): void => {
      settle();
      resolve(reply as Ran);
    };
    const ended = (how: unknown, signal?: unknown): void => {
      settle();
      server = undefined;
      reject(new Error(`The command line ended the process that serves it: ${String(signal ?? how)}`));
    };
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', answered).off('error', ended).off('exit', ended);
    };
    child.on('message', answered).on('error', ended).on('exit', ended);
    child.send(request);
  });
}
