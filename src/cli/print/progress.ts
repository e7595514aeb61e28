import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { printable } from '../../language/text/printable.js';
import { clip } from '../../emit/text/layout.js';

/** A line on a terminal that says what is being done, while that takes long. */
export interface Progress {
  /** Says what is being done now. */
  say(text: string): void;
  /** Removes the line. Nothing may be printed before that. */
  end(): Promise<void>;
}

/** Where the line is printed, if it is a terminal. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const NO_PROGRESS: Progress = { say: () => undefined, end: () => Promise.resolve() };

/** Room for the seconds behind the text. */
const SECONDS_COLUMNS = 12;

/**
 * The thread that prints: the main one computes without a pause, so its timers would not run. It writes to the file descriptor, because what a thread writes to
 * the stream of its process waits for the main thread. A terminal that takes no text is no reason to fail.
 */
const PRINTER = String.raw`
const { parentPort, workerData: { began, unit } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let [text, printed] = ['', ''];
const write = (line) => { try { writeSync(2, '\r\x1b[K' + line); } catch {} };
const timer = setInterval(() => {
  const seconds = Math.floor((Date.now() - began) / 1000);
  const line = text + '… ' + seconds + ' ' + unit;
  if (seconds < 1 || text === '' || line === printed) return;
  write(line);
  printed = line;
}, 200);
parentPort.on('message', (message) => {
  if (message !== null) { text = message; return; }
  clearInterval(timer);
  if (printed !== '') write('');
  parentPort.close();
});
`;

/**
 * Shows progress on standard error from the first second on, where that is a terminal that can erase a line; elsewhere nothing.
 *
 * @param unit the abbreviation of seconds
 */
export function progressOn(
  { isTTY = false, columns = 80 }: Terminal,
  unit: string,
  { TERM: terminal }: Readonly<Record<string, string | undefined>> = process.env,
): Progress {
  if (!isTTY || terminal === 'dumb') return NO_PROGRESS;
  // A terminal that does not know its size says 0.
  const width = Math.max(1, (columns === 0 ? 80 : columns) - SECONDS_COLUMNS);
  const printer = new Worker(PRINTER, { eval: true, workerData: { began: Date.now(), unit } });
  return {
    say: (text) => {
      printer.postMessage(clip(printable(text), width));
    },
    end: async () => {
      const ended = once(printer, 'exit');
      printer.postMessage(null);
      await ended;
    },
  };
}
