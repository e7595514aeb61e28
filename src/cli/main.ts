#!/usr/bin/env node
import { join } from 'node:path';
import { loadCompiled } from './code-cache.js';
import type * as Program from './run.js';

const [command = '', ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, 'program.cjs');
const compiled = loadCompiled<typeof Program>(file, /^[a-z]+$/.test(command) ? command : undefined);

/** Runs the command line that this process was given. Exported for a process that runs one command line after the other, as the tests do. */
export async function main(): Promise<void> {
  process.exitCode = await compiled.exports.run(process.argv.slice(2));
}

void main().then(() => {
  // What asks for help or is refused compiles little of what the command takes.
  const isWhole = Number(process.exitCode) <= 1 && !rest.some((word) => word === '-h' || word === '--help');
  if (isWhole) compiled.keep();
});
