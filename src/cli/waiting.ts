import type { Context } from './commands/common.js';
import { CLI_TEXTS } from './texts/index.js';

/** What is read from standard input. */
export type Awaited = 'workload' | 'table' | 'answers';

/** Says at a terminal that a command waits for standard input, and how to end that; otherwise it would seem to hang. */
export function noteWaiting(
  paths: readonly (string | undefined)[],
  what: Awaited,
  { lang, state }: Pick<Context, 'lang' | 'state'>,
): void {
  if (!paths.includes('-') || state.quiet || !process.stdin.isTTY) return;
  const end = process.platform === 'win32' ? 'Ctrl-Z, Enter' : 'Ctrl-D';
  process.stderr.write(`${CLI_TEXTS[lang].waiting[what](end)}\n`);
}
