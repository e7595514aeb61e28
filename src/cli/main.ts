#!/usr/bin/env node
import { join } from 'node:path';
import { loadCompiled } from './code-cache.js';
import type * as Program from './run.js';

const [command = '', ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, 'program.cjs');
const compiled = loadCompiled<typeof Program>(file, /^(__)?[a-z]+$/.test(command) ? command : undefined);

/** Runs the command line of this process. Exported for a process that runs several command lines in turn, as the tests do. */
export async function main(): Promise<void> {
  process.exitCode = await compiled.exports.run(process.argv.slice(2));
}

void main().then(() => {
  // A request for help, or a refused command line, compiles only a small part of the command.
  const isComplete = Number(process.exitCode) <= 1 && !rest.some((word) => word === '-h' || word === '--help');
  if (isComplete) compiled.store();
});
