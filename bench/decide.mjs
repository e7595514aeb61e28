// How long one decision takes in this process: both opinions on all roles in ids alone, and the whole recommendation with its words.
import { readFileSync, readdirSync } from 'node:fs';
import { answer, loadKnowledge, parseWorkloads, recommend } from '../dist/index.js';
import { median } from './lib/measure.mjs';
import { figure, table } from './lib/report.mjs';

const folder = new URL('../examples/', import.meta.url);
const asOf = '2026-11-23';

/** The middle of some runs in microseconds, after as many that are compiled while they run. */
function time(/** @type {() => unknown} */ act, /** @type {number} */ runs) {
  const times = [];
  for (let n = 0; n < 2 * runs; n++) {
    const start = performance.now();
    act();
    if (n >= runs) times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

/** @returns {import('./lib/report.mjs').Part} */
export function decide() {
  const knowledge = loadKnowledge();
  const read = (/** @type {string} */ name) => parseWorkloads(knowledge, readFileSync(new URL(name, folder), 'utf8'));
  const workloads = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap(read);
  const [ledger] = read('payments-ledger.yaml');
  if (ledger === undefined) throw new Error('no workload');
  let turn = 0;
  const next = () => workloads[turn++ % workloads.length] ?? ledger;
  /** @type {[name: string, act: () => unknown, runs: number][]} */
  const cases = [
    ['`answer`, payments ledger', () => answer(knowledge, ledger, { asOf }), 6000],
    [`\`answer\`, ${workloads.length} examples in turn`, () => answer(knowledge, next(), { asOf }), 6000],
    ['`recommend`', () => recommend(knowledge, ledger, { asOf }), 150],
    ['`recommend` with robustness', () => recommend(knowledge, ledger, { asOf, robustness: true }), 150],
    ['`recommend` with trace', () => recommend(knowledge, ledger, { asOf, trace: true }), 150],
  ];
  return {
    title: 'A whole stack',
    text: `In process, from an object. \`answer\` gives both opinions on all roles with their compatibility, in ids, and its bar is 100 µs; \`recommend\` adds open
factors, findings, evidence, words and the id.

${table(
  ['call', 'microseconds'],
  cases.map(([name, act, runs]) => [name, figure(time(act, runs))]),
)}`,
  };
}
