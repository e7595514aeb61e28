import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly stdin?: string | Buffer;
  readonly env?: Record<string, string>;
}

/** The environment of a command line: English and without colours, unless a test states otherwise. */
export const environment = (env: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C.UTF-8',
  NO_COLOR: '1',
  ...env,
});

/** Command lines share what a process has only once, so that each waits for the one before. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Runs a command line from the sources, within the process of the tests. Arguments, environment, standard streams and exit code belong to this
 * run alone. What concerns the process itself, such as signals and pipes that close early, is tested in test/built.
 */
export function whichstack(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const ran = previous.then(() => runWithin(args, surroundings));
  previous = ran.catch(() => undefined);
  return ran;
}

async function runWithin(args: readonly string[], { stdin = '', env }: Surroundings): Promise<Ran> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  const input = Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)], { objectMode: false });
  const restore = replaceInProcess({ stdin: input, stdout, stderr, env: environment(env) });
  try {
    const code = await run(args);
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    restore();
  }
}

/** A stream that is no terminal and keeps what is written to it. */
class Captured extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

/** Replaces properties of the process; gives the function that restores them. */
function replaceInProcess(replacements: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(replacements).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const,
  );
  for (const [name, value] of Object.entries(replacements))
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) if (descriptor) Object.defineProperty(process, name, descriptor);
  };
}
