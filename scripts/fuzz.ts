/**
 * Mutates every example, document of knowledge, table and command line, and puts each through the library and the command line. What goes wrong is written as
 * a case to test/cases/fuzz, where `npm test` replays it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { fuzz, type FuzzCase } from '../test/fuzz/fuzz.js';
import { smallest } from '../test/fuzz/smallest.js';
import { root } from './lib/paths.mjs';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' }, seconds: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const options = { seed, runs: Number(values.runs ?? Infinity), seconds: Number(values.seconds ?? 60) };
const folder = join(root, 'test/cases/fuzz');
console.log(`seed ${seed}`);
const found: FuzzCase[] = [];
const tried = await fuzz(options, (one) => found.push(one));
// Of faults that begin alike, one is enough to see.
const distinct = new Map(found.map((one) => [(one.faults[0] ?? '').slice(0, 120), one]));
mkdirSync(folder, { recursive: true });
for (const one of distinct.values()) {
  const { faults, ...small } = await smallest(one);
  const path = join(folder, `${createHash('sha256').update(small.text).digest('hex').slice(0, 12)}.yaml`);
  const comment = faults
    .join('\n')
    .replaceAll(/^/gm, '# ')
    .replaceAll(/[^\n\x20-\x7e]/g, '?');
  writeFileSync(path, `${comment}\n${stringify(small)}`);
  console.log(`${path}\n${comment}`);
}
console.log(`${tried} inputs tried, ${found.length} with something wrong, ${distinct.size} of them unlike`);
process.exitCode = distinct.size > 0 ? 1 : 0;
