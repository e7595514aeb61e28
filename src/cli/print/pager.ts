import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** The exit codes of a shell for a command that it cannot run or does not find. */
const NOT_RUN = new Set([126, 127]);

/**
 * Shows a text in the pager of the user, and waits until it is left.
 *
 * @returns false where there is no pager, so that the text is still to be printed
 */
export async function page(text: string, env: Env): Promise<boolean> {
  const command = pagerOf(env);
  if (command === undefined) return false;
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    // What is not set is set as for less itself: leave a text that fits, show colours, keep the screen; and read UTF-8 in any locale.
    env: { LESS: 'FRX', LESSCHARSET: 'utf-8', ...env },
  });
  // Ctrl-C is for the pager, which stops a search by it.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    const ended = new Promise<number | null>((resolve) => {
      child.on('error', () => {
        resolve(127);
      });
      child.on('close', resolve);
    });
    // A pager may be left before it has read everything.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
    return !NOT_RUN.has((await ended) ?? 0);
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** The command of the pager: `$PAGER`, where an empty one is none, or less where there is one. */
function pagerOf({ PAGER: chosen, TERM: terminal, PATH: path = '' }: Env): string | undefined {
  if (terminal === 'dumb') return undefined;
  if (chosen !== undefined) return ['', 'cat'].includes(chosen.trim()) ? undefined : chosen;
  return path.split(delimiter).some((folder) => isExecutable(join(folder, 'less'))) ? 'less -R -F -X' : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
