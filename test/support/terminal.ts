import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MAIN } from './process.js';

const DRIVER = fileURLToPath(new URL('terminal.py', import.meta.url));
/** Long enough for a loaded machine. */
const PATIENCE = 20;

/** Whether there is what drives a pseudo-terminal; where it has to be, its absence is an error. */
export const hasTerminal = ((): boolean => {
  const has = spawnSync('python3', ['-c', 'import pty']).status === 0;
  if (!has && process.env['WHICHSTACK_CI'] !== undefined) throw new Error('python3 is needed to drive a terminal');
  if (!has) process.stderr.write('skipped: python3 is needed to drive a terminal\n');
  return has;
})();

/** The keys of a terminal. */
export const KEY = {
  up: '\u001b[A',
  down: '\u001b[B',
  enter: '\r',
  space: ' ',
  delete: '\u007f',
  home: '\u0001',
  end: '\u0005',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

/** Waits for a text, then sends keys. */
export interface Step {
  readonly wait: string;
  readonly send: string;
}

interface Session {
  /** The text of the terminal, without colours and cursor movements. */
  readonly output: string;
  readonly code: number;
  /** The text that was awaited and did not appear. */
  readonly missed: string | null;
}

/** Runs the built command line in a pseudo-terminal of 50 lines and 100 columns. */
export const atTerminal = (
  args: readonly string[],
  cwd: string,
  steps: readonly Step[],
  env: Readonly<Record<string, string>> = {},
): Promise<Session> => inTerminal([process.execPath, MAIN, ...args], cwd, steps, env);

/** Runs any program in a pseudo-terminal of 50 lines and 100 columns. */
export function inTerminal(
  argv: readonly string[],
  cwd: string,
  steps: readonly Step[],
  more: Readonly<Record<string, string>> = {},
): Promise<Session> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      const session = JSON.parse(Buffer.concat(out).toString()) as Session;
      resolve({ ...session, output: plain(session.output) });
    });
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color', ...more };
    child.stdin.end(JSON.stringify({ argv, cwd, env, steps, patience: PATIENCE }));
  });
}

const ESCAPE = String.fromCharCode(27);
const plain = (text: string): string => text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;?]*[A-Za-z]`, 'g'), '');
