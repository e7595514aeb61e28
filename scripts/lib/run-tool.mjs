import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/** How many lines of a long output are shown. npm prints the cause first, other tools print it last. */
const MAX_LINES = { first: 12, last: 28 };
/** @type {readonly NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A failure that its message describes in full; `exitCode` is the exit code of this process. */
export class PreparationError extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a tool quietly. Its output is shown only where it fails; where it succeeds, only what it writes to stderr.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} advice what to do when it fails
 */
export async function runTool(command, args, advice) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  let warnings = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    output += text;
    warnings += text;
  });

  /** @type {NodeJS.Signals | undefined} */
  let ending;
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    ending = signal;
    child.kill(signal);
  };
  for (const signal of endings) process.on(signal, end);
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  }).finally(() => {
    for (const signal of endings) process.off(signal, end);
  });

  if (ending) throw new PreparationError('Interrupted.', 128 + constants.signals[ending]);
  if (code !== 0) {
    throw new PreparationError(`${shortened(output)}\n\n${advice}`);
  }
  if (warnings) process.stderr.write(warnings);
}

/** @param {string} output */
function shortened(output) {
  // Some tools colour whatever they write to.
  const plain = process.stderr.isTTY ? output : stripVTControlCharacters(output);
  const lines = plain.trimEnd().split('\n');
  if (lines.length > MAX_LINES.first + MAX_LINES.last)
    lines.splice(MAX_LINES.first, lines.length - MAX_LINES.first - MAX_LINES.last, '…');
  return lines.join('\n');
}
