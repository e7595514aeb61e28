import { isCancel } from '@clack/prompts';

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/**
 * Asks, and takes Ctrl-D and the end of the input for leaving, as Ctrl-C is: a prompt by itself would wait for ever.
 *
 * @returns what is replied; undefined when they leave
 */
export async function prompted<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<Exclude<T, symbol> | undefined> {
  const { stdin } = process;
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
  };
  const onKey = (_: unknown, { name, ctrl = false }: Key): void => {
    if (ctrl && name === 'd') end();
  };
  if (stdin.readableEnded) end();
  stdin.on('keypress', onKey).once('end', end);
  try {
    const reply = await ask(ended.signal);
    return isCancel(reply) ? undefined : (reply as Exclude<T, symbol>);
  } finally {
    stdin.off('keypress', onKey).off('end', end);
  }
}
