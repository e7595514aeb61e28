import { fork } from 'node:child_process';

/** @typedef {{ result?: unknown, error?: string }} Answer */

/** A process that does one task at a time. */
export class Worker {
  /** @type {((answer: Answer) => void) | undefined} */
  #waiting;
  #child;
  #started;

  /**
   * @param {URL} file a script that calls {@link serve}
   * @param {readonly unknown[]} args
   */
  constructor(file, args) {
    this.#child = fork(file, args.map(String), { execArgv: ['--expose-gc'] });
    this.#child.on('message', (/** @type {Answer} */ answer) => {
      this.#waiting?.(answer);
    });
    this.#child.on('exit', (code, signal) => {
      this.#waiting?.({ error: `ended (${signal ?? `exit code ${code}`})` });
    });
    this.#started = this.#answer();
  }

  /**
   * What the process makes of a task.
   * @param {string} task
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async ask(task, ...args) {
    await this.#started;
    const answer = this.#answer();
    this.#child.send({ task, args });
    return answer;
  }

  end() {
    this.#child.kill();
  }

  #answer() {
    return new Promise((resolve, reject) => {
      this.#waiting = ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      };
    });
  }
}

/**
 * Does the tasks that the parent asks for, in the process that a {@link Worker} started.
 * @param {Readonly<Record<string, (...args: never[]) => unknown>>} tasks
 */
export function serve(tasks) {
  process.on('message', (/** @type {{ task: string, args: never[] }} */ { task, args }) => {
    void (async () => {
      try {
        process.send?.({ result: await tasks[task]?.(...args) });
      } catch (error) {
        process.send?.({ error: error instanceof Error ? error.message : String(error) });
      }
    })();
  });
  process.send?.({ result: 'started' });
}
