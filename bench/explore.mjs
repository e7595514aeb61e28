// How long what-if and a decision map take in this process.
import { readdirSync, readFileSync } from 'node:fs';
import { decisionMap, loadKnowledge, parseWorkloads, whatIf } from '../dist/index.js';
import { median } from './lib/measure.mjs';
import { figure, table } from './lib/report.mjs';

const ROUNDS = 30;

const asOf = '2026-11-23';
const folder = new URL('../examples/', import.meta.url);

/**
 * What something takes, in milliseconds: the middle of some rounds after as many that are compiled while they run.
 * @param {() => unknown} act
 */
function timed(act, rounds = ROUNDS) {
  const times = Array.from({ length: 2 * rounds }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return median(times.slice(rounds));
}

/** @returns {import('./lib/report.mjs').Part} */
export function explore() {
  const knowledge = loadKnowledge();
  const workloads = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      name,
      workload: parseWorkloads(knowledge, readFileSync(new URL(name, folder), 'utf8'))[0] ?? {},
    }));
  const ledger = workloads.find(({ name }) => name === 'payments-ledger.yaml')?.workload;
  if (!ledger) throw new Error('no workload');
  /** @param {typeof ledger} workload */
  const map = (workload) => decisionMap(knowledge, workload, { x: 'security', y: 'performance', asOf });
  const all = workloads.map(({ name, workload }) => ({
    name,
    whatIf: timed(() => whatIf(knowledge, workload, { asOf }), 8),
    map: timed(() => map(workload), 8),
  }));
  /** @param {'whatIf' | 'map'} what */
  const spread = (what) => {
    const [slowest] = all.toSorted((a, b) => b[what] - a[what]);
    return `${figure(median(all.map((one) => one[what])))}; slowest ${figure(slowest?.[what] ?? 0)}, of ${slowest?.name ?? ''}`;
  };
  const rows = [
    ['`whatif`, payments ledger', figure(timed(() => whatIf(knowledge, ledger, { asOf }))), '50'],
    ['`whatif --keep scenario`', figure(timed(() => whatIf(knowledge, ledger, { asOf, keep: ['scenario'] }))), '50'],
    [`\`whatif\`, the ${all.length} examples: the middle`, spread('whatIf'), ''],
    ['`map`, security × performance (4 × 4), payments ledger', figure(timed(() => map(ledger))), '20'],
    [`the same map, the ${all.length} examples: the middle`, spread('map'), ''],
  ];
  return {
    title: 'What-if and map',
    text: `In process, the middle of ${ROUNDS} rounds (8 of each example) after as many that are compiled while they run.

${table(['what', 'milliseconds', 'bar'], rows)}`,
  };
}
