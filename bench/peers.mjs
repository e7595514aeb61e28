// Ours and the engines in use today, on the same tables and inputs, each in the way that is fastest for it.
import { createRequire } from 'node:module';
import { BY_HAND, OURS, PEERS } from './engines/all.mjs';
import { median } from './lib/measure.mjs';
import { Worker } from './lib/process.mjs';
import { figure, ratio, table } from './lib/report.mjs';
import { generate } from './lib/tables.mjs';

const SIZES = /** @type {const} */ ([
  [7, 4],
  [100, 6],
  [1000, 6],
  [10_000, 8],
]);
const GROWTH = /** @type {const} */ ([10, 100, 1000]);
const INPUTS = 2000;
/** In each round every engine is asked for so long, in milliseconds; of the rounds, the middle one counts. */
const ROUND = 200;
const ROUNDS = 7;
/** Who needs longer than this to load and to decide for the first time is left out, in milliseconds. */
const BOUND = 60_000;

const WORKER = new URL('./worker.mjs', import.meta.url);
const KINDS = /** @type {const} */ (['plain', 'traced']);

/** @typedef {{ number: number, slice: number, rate: number, name: string }} Fastest */
/** @typedef {Record<'plain' | 'traced', number | undefined>} Rates */
/** @typedef {{ time: number, bytes: number, heap: number, rss: number }} Load */
/** @typedef {{ load: Load, rates: Rates, ways: Record<'plain' | 'traced', string | undefined>, compared: number }} Measured */

/** @returns {Promise<import('./lib/report.mjs').Part>} */
export async function peers() {
  /** @type {Map<string, Map<string, Measured>>} */
  const results = new Map();
  /** @type {string[]} */
  const notes = [];
  for (const [rows, width] of SIZES) {
    const engines = [OURS, ...PEERS, ...(rows < 10 ? [BY_HAND] : [])].map(({ name }) => name);
    results.set(nameOf(rows, width), await measure(rows, width, engines, notes));
  }
  return { title: 'Decisions, against the engines in use today', text: report(results, await growth(), notes) };
}

const nameOf = (/** @type {number} */ rows, /** @type {number} */ width) => `${rows.toLocaleString('en')} × ${width}`;

/**
 * @param {number} rows
 * @param {number} width
 * @param {readonly string[]} engines
 * @param {string[]} notes
 */
async function measure(rows, width, engines, notes) {
  /** @type {Map<string, Measured>} */
  const measured = new Map();
  /** @type {{ name: string, worker: Worker, best: Record<'plain' | 'traced', Fastest | undefined>, rates: Record<'plain' | 'traced', number[]> }[]} */
  const running = [];
  for (const name of engines) {
    console.error(`  ${nameOf(rows, width)}: ${name}`);
    const worker = new Worker(WORKER, [name, rows, width, INPUTS]);
    const load = /** @type {Load | undefined} */ (await within(BOUND, worker.ask('load')));
    if (load === undefined) {
      worker.end();
      notes.push(`${name} is left out of ${nameOf(rows, width)}: in ${BOUND / 1000} s it had not decided once.`);
      continue;
    }
    // A wrong answer ends the run: nothing that is compared afterwards would mean anything.
    const compared = await worker.ask('check');
    const best = { plain: await worker.ask('fastest', 'plain'), traced: await worker.ask('fastest', 'traced') };
    running.push({ name, worker, best, rates: { plain: [], traced: [] } });
    const ways = { plain: best.plain?.name, traced: best.traced?.name };
    measured.set(name, { load, compared, ways, rates: { plain: undefined, traced: undefined } });
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { worker, best, rates } of running)
      for (const kind of KINDS)
        if (best[kind] !== undefined) rates[kind].push(Number(await worker.ask('rate', kind, best[kind], ROUND)));
  for (const { name, worker, rates } of running) {
    worker.end();
    const found = measured.get(name);
    for (const kind of KINDS)
      if (found !== undefined && rates[kind].length > 0) found.rates[kind] = median(rates[kind]);
  }
  return measured;
}

/** How our time for one decision grows with the table, in nanoseconds. */
async function growth() {
  const workers = GROWTH.map((rows) => ({
    rows,
    worker: new Worker(WORKER, [OURS.name, rows, 6, INPUTS]),
    rates: /** @type {number[]} */ ([]),
    best: /** @type {Fastest | undefined} */ (undefined),
  }));
  for (const one of workers) {
    await one.worker.ask('load');
    await one.worker.ask('check');
    one.best = await one.worker.ask('fastest', 'plain');
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { worker, rates, best } of workers) rates.push(Number(await worker.ask('rate', 'plain', best, ROUND)));
  for (const { worker } of workers) worker.end();
  return workers.map(({ rows, rates }) => ({ rows, time: 1e9 / median(rates) }));
}

/**
 * What comes of it, if it comes in time.
 * @param {number} time
 * @param {Promise<unknown>} work
 */
async function within(time, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, time);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {ReadonlyMap<string, ReadonlyMap<string, Measured>>} results
 * @param {readonly { rows: number, time: number }[]} grown
 * @param {readonly string[]} notes
 */
function report(results, grown, notes) {
  const names = [OURS, ...PEERS, BY_HAND].map(({ name }) => name);
  const asTable = (
    /** @type {(measured: Measured) => number | undefined} */ of,
    /** @type {readonly string[]} */ columns,
    /** @type {boolean} */ compared,
  ) =>
    table(
      ['rules × inputs', ...columns, ...(compared ? ['ours to the best peer'] : [])],
      [...results].map(([size, measured]) => {
        const values = columns.map((name) => {
          const one = measured.get(name);
          return one === undefined ? undefined : of(one);
        });
        const best = Math.max(...PEERS.map(({ name }) => values[columns.indexOf(name)] ?? 0));
        return [
          size,
          ...values.map((value) => (value === undefined ? '–' : figure(value))),
          ...(compared ? [ratio((values[0] ?? 0) / best)] : []),
        ];
      }),
    );
  const explaining = [OURS, ...PEERS].filter(({ explains }) => explains !== '');
  const [least, most] = [grown[0]?.time ?? 1, grown.at(-1)?.time ?? 1];
  const engines = names.slice(0, -1);
  return `Tables are generated: every other column holds one of 12 words, the others a figure below 1,000; each rule takes a list or a range of each,
one in ten reaches over its neighbours, the first that hits answers and the last is the default. Of ${INPUTS.toLocaleString('en')} inputs a quarter fall to the
default; the rule that hits is, on average, number ${[...results.keys()].map((size, n) => `${meanHit(n)} of ${size.split(' ')[0]}`).join(', ')}. Before
anything is timed, every engine is held, in each way it is used, to what the rules say. Each runs in a process of its own; they take turns, and
the middle of ${ROUNDS} rounds counts.

### Decisions a second, from plain objects

${asTable(({ rates }) => rates.plain, names, true)}

One decision of ours takes ${grown.map(({ rows, time }) => `${figure(time)} ns with ${rows.toLocaleString('en')} rules`).join(', ')} of 6 inputs: ${ratio(most / least)} from ${grown[0]?.rows} to ${grown.at(-1)?.rows.toLocaleString('en')}.

### Decisions a second, explained

${asTable(
  ({ rates }) => rates.traced,
  explaining.map(({ name }) => name),
  true,
)}

What the explanation holds: ${explaining.map(({ name, explains }) => `${name}: ${explains}`).join('; ')}. The other engines have none.

### From the text of the document to the first answer, milliseconds

${asTable(({ load }) => load.time, engines, false)}

### Memory of the loaded table, megabytes of heap and of the process

${table(
  ['rules × inputs', ...engines],
  [...results].map(([size, measured]) => [
    size,
    ...engines.map((name) => {
      const load = measured.get(name)?.load;
      return load === undefined ? '–' : `${megabytes(load.heap)} / ${megabytes(load.rss)}`;
    }),
  ]),
)}

zen-engine keeps its tables outside the heap. What the process took may include what it will take again.

### How each is used

Of the ways to use an engine, the fastest for each table is measured: decisions are compiled or parsed once and kept; alone or many at once.

${table(
  ['engine', ...results.keys()],
  PEERS.map(({ name }) => [
    `${name} ${versionOf(name)}`,
    ...[...results.values()].map((measured) => {
      const { ways, compared } = measured.get(name) ?? {};
      if (ways === undefined) return '–';
      return `${[ways.plain, ways.traced].filter((way) => way !== undefined).join('; ')} (${compared} compared)`;
    }),
  ]),
)}
${notes.map((note) => `\n${note}\n`).join('')}`;
}

const megabytes = (/** @type {number} */ bytes) => figure(Math.max(0, bytes) / 1e6);

/** The mean position of the rule that hits, from 1. */
function meanHit(/** @type {number} */ n) {
  const [rows, width] = SIZES[n] ?? SIZES[0];
  const { hits } = generate(rows, width, INPUTS);
  return Math.round(hits.reduce((sum, hit) => sum + hit + 1, 0) / hits.length).toLocaleString('en');
}

function versionOf(/** @type {string} */ name) {
  const lock = createRequire(import.meta.url)('../package.json');
  return /** @type {Record<string, string>} */ (lock.devDependencies)[name] ?? '';
}
