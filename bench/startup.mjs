// How long one `recommend` takes as a process, against Node starting and doing nothing, taken in turns so that both meet the same noise.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 30;
const commands = {
  'node -e 0': ['-e', '0'],
  'whichstack recommend': ['dist/cli/main.cjs', 'recommend', 'examples/payments-ledger.yaml'],
  'whichstack recommend --json': ['dist/cli/main.cjs', 'recommend', 'examples/payments-ledger.yaml', '--json'],
};

const times = new Map(Object.keys(commands).map((name) => [name, /** @type {number[]} */ ([])]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} exited with ${status}`);
    times.get(name)?.push(performance.now() - start);
  }
}

const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
const medians = [...times].map(([name, list]) => /** @type {const} */ ([name, median(list)]));
const base = medians[0]?.[1] ?? 1;
console.log(`process, median of ${ROUNDS}, Node ${process.version}`);
for (const [name, time] of medians)
  console.log(`  ${name.padEnd(30)} ${time.toFixed(0).padStart(4)} ms  ${(time / base).toFixed(2)} ×`);
