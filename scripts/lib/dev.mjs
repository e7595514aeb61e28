import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { refresh } from './build.mjs';
import { exclusively } from './exclusive.mjs';
import { generated, root } from './paths.mjs';
import { PreparationError } from './run-tool.mjs';

/** Editors write a file in several steps. */
const QUIET_MS = 150;
const MAX_STOPPING_MS = 5000;
const WATCHED = ['knowledge', 'src'];
/** What is generated depends on these: the knowledge, the schemas, the catalogue of codes, the formats, and the code that loads knowledge. */
const GENERATED_FROM = /^(knowledge|src\/language\/(schema|diagnostics)|src\/load|src\/emit)\//;

/**
 * Runs the tests in watch mode, and builds the command line anew after each change. Returns once both are started; the process ends by a signal,
 * or when the tests do.
 * @param {readonly string[]} filters which test files to run; all without any
 */
export function dev(filters) {
  // What is in test/built runs the bundle, which is always a moment behind the sources.
  const tests = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'watch', '--exclude', 'test/built/**', ...filters],
    { cwd: root, stdio: 'inherit' },
  );
  const builds = new Builds();
  const watchers = WATCHED.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, name) => {
      const file = `${folder}/${String(name).replaceAll('\\', '/')}`;
      if (!file.startsWith(`${generated}/`)) builds.request(GENERATED_FROM.test(file));
    }),
  );
  const stop = () => {
    builds.stop();
    for (const watcher of watchers) watcher.close();
    // On Ctrl-C the terminal interrupts the tests as well.
    tests.kill('SIGINT');
    setTimeout(() => tests.kill('SIGKILL'), MAX_STOPPING_MS).unref();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);
  tests.on('exit', (code) => {
    const isOwn = !builds.isStopped;
    if (isOwn) stop();
    void builds.settled().then(() => process.exit(isOwn ? (code ?? 1) : 0));
  });
}

/** Builds one after the other; what is requested during a build is built after it, at once. */
class Builds {
  isStopped = false;
  /** Whether a build is wanted, and whether it begins with generating. */
  #wanted = false;
  #generates = false;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  /** @type {Promise<void> | undefined} */
  #running;

  /** @param {boolean} generates */
  request(generates) {
    this.#wanted = true;
    this.#generates ||= generates;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running ??= this.#run().finally(() => (this.#running = undefined));
    }, QUIET_MS);
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Resolves when nothing is being built. */
  async settled() {
    await this.#running;
  }

  #isStopping() {
    return this.isStopped;
  }

  async #run() {
    while (this.#wanted && !this.isStopped) {
      const generates = this.#generates;
      this.#wanted = false;
      this.#generates = false;
      const start = performance.now();
      try {
        await exclusively(report, () => refresh(generates));
        report(`dist is current (${((performance.now() - start) / 1000).toFixed(1)} s).`);
      } catch (error) {
        if (!(error instanceof PreparationError)) throw error;
        // What a failed step left out is made up for by the next build.
        this.#generates ||= generates;
        // Where the process is ending, the step was interrupted.
        if (!this.#isStopping()) report(error.message);
      }
    }
  }
}

/** @param {string} message */
function report(message) {
  process.stderr.write(`${message}\n`);
}
