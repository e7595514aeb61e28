// How long one whole recommendation takes in this process: with all texts, and with the trace.
import { readFileSync } from 'node:fs';
import { loadKnowledge, parseWorkloads, recommend } from '../dist/index.js';

const knowledge = loadKnowledge();
const file = new URL('../examples/payments-ledger.yaml', import.meta.url);
const [workload] = parseWorkloads(knowledge, readFileSync(file, 'utf8'));
if (!workload) throw new Error('no workload');

/** @param {() => unknown} act */
function median(act) {
  const times = [];
  for (let n = 0; n < 600; n++) {
    const start = performance.now();
    act();
    if (n >= 200) times.push(performance.now() - start); // the first runs are compiled while they run
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

console.log(`in process, median of 400, Node ${process.version}`);
for (const [name, options] of Object.entries({ recommend: {}, 'recommend with trace': { trace: true } })) {
  const time = median(() => recommend(knowledge, workload, { asOf: '2026-11-23', ...options }));
  console.log(`  ${name.padEnd(30)} ${(time * 1000).toFixed(0).padStart(6)} µs (open factors, texts and id included)`);
}
