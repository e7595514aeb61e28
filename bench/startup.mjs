// How long one `recommend` takes as a process, against Node starting and doing nothing, taken in turns so that both meet the same noise.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './lib/measure.mjs';
import { figure, ratio, table } from './lib/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 30;
const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'whichstack recommend': ['dist/cli/main.cjs', 'recommend', 'examples/payments-ledger.yaml'],
  'whichstack recommend --json': ['dist/cli/main.cjs', 'recommend', 'examples/payments-ledger.yaml', '--json'],
};

/** @returns {import('./lib/report.mjs').Part} */
export function startup() {
  // Compiled code is kept in a folder of this run alone: another checkout that runs meanwhile would replace it, round by round.
  const caches = mkdtempSync(join(tmpdir(), 'whichstack-bench-'));
  const env = { ...process.env, XDG_CACHE_HOME: caches };
  const times = new Map(Object.keys(COMMANDS).map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(COMMANDS)) {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
      if (status !== 0) throw new Error(`${name} exited with ${status}`);
      times.get(name)?.push(performance.now() - start);
    }
  }
  rmSync(caches, { recursive: true });
  const base = median(times.get('node -e 0') ?? []);
  return {
    title: 'Start-up',
    text: `As a process, the middle of ${ROUNDS} rounds. The bar is 2.5 times what Node takes to start and do nothing.

${table(
  ['command', 'milliseconds', 'to node -e 0'],
  [...times].map(([name, list]) => [`\`${name}\``, figure(median(list)), ratio(median(list) / base)]),
)}`,
  };
}
