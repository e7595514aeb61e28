#!/usr/bin/env node
import { run } from './run.js';

/** Runs the command line that this process was given. Exported for a process that runs one command line after the other, as the tests do. */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2));
}

void main();
