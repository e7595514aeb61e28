// How long one decision takes in this process: both opinions on all roles in ids alone, and the whole recommendation with its words.
import { readFileSync, readdirSync } from 'node:fs';
import { answer, loadKnowledge, parseWorkloads, recommend } from '../dist/index.js';

const knowledge = loadKnowledge();
const folder = new URL('../examples/', import.meta.url);
const workloads = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseWorkloads(knowledge, readFileSync(new URL(name, folder), 'utf8')));
const [ledger] = parseWorkloads(knowledge, readFileSync(new URL('payments-ledger.yaml', folder), 'utf8'));
if (!ledger) throw new Error('no workload');
const asOf = '2026-11-23';
let turn = 0;
const next = () => workloads[turn++ % workloads.length] ?? ledger;

/**
 * The median of some runs, after as many that are compiled while they run.
 * @param {() => unknown} act
 * @param {number} runs
 */
function median(act, runs) {
  const times = [];
  for (let n = 0; n < 2 * runs; n++) {
    const start = performance.now();
    act();
    if (n >= runs) times.push((performance.now() - start) * 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** @type {[name: string, act: () => unknown, runs: number][]} */
const cases = [
  ['answer, payments ledger', () => answer(knowledge, ledger, { asOf }), 6000],
  [`answer, ${String(workloads.length)} examples in turn`, () => answer(knowledge, next(), { asOf }), 6000],
  ['recommend', () => recommend(knowledge, ledger, { asOf }), 150],
  ['recommend with robustness', () => recommend(knowledge, ledger, { asOf, robustness: true }), 150],
  ['recommend with trace', () => recommend(knowledge, ledger, { asOf, trace: true }), 150],
];
console.log(`in process, median, Node ${process.version}`);
for (const [name, act, runs] of cases) {
  console.log(`  ${name.padEnd(30)} ${median(act, runs).toFixed(0).padStart(6)} µs`);
}
console.log('  answer: read from an object, both opinions on all roles, compatibility; the bar is 100 µs');
console.log('  recommend: with open factors, findings, evidence, words and id as well');
