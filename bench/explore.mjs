// How long what-if and a decision map take in this process.
import { readFileSync } from 'node:fs';
import { decisionMap, loadKnowledge, parseWorkloads, whatIf } from '../dist/index.js';
import { median } from './lib/measure.mjs';
import { figure, table } from './lib/report.mjs';

const ROUNDS = 30;

/** @returns {import('./lib/report.mjs').Part} */
export function explore() {
  const knowledge = loadKnowledge();
  const [ledger] = parseWorkloads(
    knowledge,
    readFileSync(new URL('../examples/payments-ledger.yaml', import.meta.url), 'utf8'),
  );
  if (!ledger) throw new Error('no workload');
  const asOf = '2026-11-23';
  /** @type {[name: string, bar: string, act: () => unknown][]} */
  const cases = [
    ['`whatif`, payments ledger', '50', () => whatIf(knowledge, ledger, { asOf })],
    ['`whatif --keep scenario`', '50', () => whatIf(knowledge, ledger, { asOf, keep: ['scenario'] })],
    [
      '`map`, security × performance (4 × 4)',
      '20',
      () => decisionMap(knowledge, ledger, { x: 'security', y: 'performance', asOf }),
    ],
  ];
  const rows = cases.map(([name, bar, act]) => {
    const times = Array.from({ length: 2 * ROUNDS }, () => {
      const start = performance.now();
      act();
      return performance.now() - start;
    }).slice(ROUNDS);
    return [name, figure(median(times)), bar];
  });
  return {
    title: 'What-if and map',
    text: `In process, the middle of ${ROUNDS} rounds after as many that are compiled while they run.

${table(['what', 'milliseconds', 'bar'], rows)}`,
  };
}
