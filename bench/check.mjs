// How long it takes to prove what is wrong with a large table, and how much memory.
import { median } from './lib/measure.mjs';
import { Worker } from './lib/process.mjs';
import { figure, table } from './lib/report.mjs';

const SIZES = /** @type {const} */ ([
  [1000, 5],
  [5000, 7],
  [10_000, 10],
]);
const RUNS = 3;

/** @typedef {{ time: number, rules: number, gaps: number, overlaps: number, masked: number, peak: number }} Found */

/** @returns {Promise<import('./lib/report.mjs').Part>} */
export async function check() {
  const rows = [];
  for (const [size, columns] of SIZES) {
    console.error(`  check: ${size} × ${columns}`);
    /** @type {Found[]} */
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const worker = new Worker(new URL('check-worker.mjs', import.meta.url), []);
      /** @type {Found} */
      const found = await worker.ask('check', size, columns);
      runs.push(found);
      worker.end();
    }
    const [first] = runs;
    if (first === undefined) throw new Error('no run');
    const peak = Math.max(...runs.map((run) => run.peak));
    rows.push([
      `${size.toLocaleString('en')} × ${columns}`,
      `**${figure(median(runs.map(({ time }) => time)) / 1000)} s**`,
      ...[first.gaps, first.overlaps, first.masked].map((count) => count.toLocaleString('en')),
      `${figure(peak / 1e6)} MB`,
    ]);
  }
  return {
    title: 'Check',
    text: `\`verify\` on a table that answers every input once, of which then one row in ten is left out, cut short, stretched or doubled; half of the columns are
figures. Once in a new process, as a command runs; the middle of ${RUNS}. The peak is that of the process, with the table read from its text. The bars
are 1 s for 5,000 × 7 and 1 GB for 10,000 × 10.

${table(['rows × columns', 'time', 'merged gaps', 'overlaps', 'masked rules', 'peak memory'], rows)}`,
  };
}
