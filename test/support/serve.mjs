// Runs the built command line again and again in one process, which is many times as fast as a process for each. What a command line may see of its
// process is its own each time: arguments, environment, the three streams and the exit code. It has ended when nothing is left to wait for.
import { createRequire } from 'node:module';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** @typedef {{ args: readonly string[], stdin: string | Uint8Array, env: Record<string, string> }} Request */
/** @typedef {{ code: number, stdout: string, stderr: string }} Reply */

const path = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const require = createRequire(import.meta.url);

process.on('message', (message) => {
  const { args, stdin, env } = /** @type {Request} */ (message);
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  process.argv = [process.execPath, path, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [capture('stdout'), capture('stderr')];
  const input = Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)], { objectMode: false });
  Object.defineProperty(process, 'stdin', { value: input, configurable: true });

  // While the command line runs, the parent is nothing to wait for.
  process.channel?.unref();
  process.once('beforeExit', (code) => {
    process.channel?.ref();
    process.send?.({ code, stdout: stdout(), stderr: stderr() });
  });
  start();
});

/** Starts the program: the first time by loading it, as Node does with its main file. */
function start() {
  const loaded = path in require.cache;
  const program = /** @type {{ main: () => Promise<void> }} */ (require(path));
  if (loaded) void program.main();
}

/**
 * Puts a stream that is no terminal in the place of one of the process's own.
 * @param {'stdout' | 'stderr'} name
 * @returns {() => string} all that was written to it
 */
function capture(name) {
  /** @type {Buffer[]} */
  const chunks = [];
  const stream = new Writable({
    decodeStrings: true,
    write(/** @type {Buffer} */ chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  Object.defineProperty(process, name, { value: stream, configurable: true });
  return () => Buffer.concat(chunks).toString();
}
