// One engine with one table in a process of its own: its memory is its own, and no other engine's code is in its way. It does what the
// parent asks and nothing between, so that the engines can take turns.
import { ENGINES } from './engines/all.mjs';
import { memory } from './lib/measure.mjs';
import { serve } from './lib/process.mjs';
import { generate } from './lib/tables.mjs';

/** A way is given so long to answer for the comparison, and so long to show how fast it is, in milliseconds. */
const TO_ANSWER = 600;
const TO_SHOW = 150;

const [name, rows = '', width = '', count = ''] = process.argv.slice(2);
const engine = ENGINES.find((one) => one.name === name);
if (engine === undefined) throw new Error(`no engine ${name}`);
const { table, inputs, answers: expected } = generate(Number(rows), Number(width), Number(count));

/** @type {import('./engines/engine.d.js').Ready} */
let ready = { plain: [], traced: [] };
/** Where the next inputs are taken from. */
let next = 0;

/**
 * Decisions a second, over some time and one call at least.
 * @param {import('./engines/engine.d.js').Way} way
 * @param {number} slice so many inputs at once
 * @param {number} time in milliseconds
 */
async function rateOf(way, slice, time) {
  const start = performance.now();
  let done = 0;
  let passed = 0;
  do {
    if (next + slice > inputs.length) next = 0;
    const answers = await way.run(inputs.slice(next, next + slice));
    next += slice;
    done += answers.length;
    passed = performance.now() - start;
  } while (passed < time);
  return (done / passed) * 1000;
}

/** From the text of the document to the first answer. */
async function load() {
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const text = engine.write(table);
  const before = memory();
  const start = performance.now();
  ready = await engine.load(text);
  await ready.plain[0]?.run(inputs.slice(0, 1));
  const time = performance.now() - start;
  const after = memory();
  return { time, bytes: text.length, heap: after.heap - before.heap, rss: after.rss - before.rss };
}

/** Holds what every way answers to what the rules say, for as many inputs as its time allows, and one at least. */
async function check() {
  let fewest = inputs.length;
  for (const way of [...ready.plain, ...ready.traced]) {
    const start = performance.now();
    let done = 0;
    for (let slice = 1; done < inputs.length && (done === 0 || performance.now() - start < TO_ANSWER); slice *= 2) {
      const asked = inputs.slice(done, done + Math.min(slice, way.batch));
      for (const answer of await way.run(asked)) {
        if (answer !== expected[done]) {
          const input = JSON.stringify(inputs[done]);
          throw new Error(`${name}, ${way.name}: ${answer} instead of ${expected[done]} for ${input}`);
        }
        done++;
      }
    }
    fewest = Math.min(fewest, done);
  }
  return fewest;
}

/** Which way is the fastest, and how many inputs it takes at once; undefined where there is none. */
async function fastest(/** @type {'plain' | 'traced'} */ kind) {
  let best;
  for (const [number, way] of ready[kind].entries()) {
    const first = await rateOf(way, 1, TO_SHOW / 5);
    // Slow ways come back now and then; fast ones are not held up by the clock.
    const slice = Math.max(1, Math.min(way.batch, inputs.length, Math.round(first / 50)));
    await rateOf(way, slice, TO_SHOW);
    const rate = await rateOf(way, slice, TO_SHOW);
    if (best === undefined || rate > best.rate) best = { number, slice, rate, name: way.name };
  }
  return best;
}

/** Decisions a second of one way. */
function rate(
  /** @type {'plain' | 'traced'} */ kind,
  /** @type {{ number: number, slice: number }} */ { number, slice },
  /** @type {number} */ time,
) {
  const way = ready[kind][number];
  if (way === undefined) throw new RangeError(`no way ${number}`);
  return rateOf(way, slice, time);
}

serve({ load, check, fastest, rate });
