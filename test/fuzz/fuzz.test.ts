import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { randomFrom } from '../../src/explore/interview/random.js';
import { ROOT } from '../support/cli.js';
import { thorough } from '../support/thorough.js';
import { faultsOf } from './exercise.js';
import { fuzz, type FuzzCase } from './fuzz.js';

const folder = join(ROOT, 'test/cases/fuzz');
const files = readdirSync(folder).sort();

it.each(files)('What once went wrong with %s does not any more', async (file) => {
  const { seed, ...input } = parse(readFileSync(join(folder, file), 'utf8')) as FuzzCase;
  expect(await faultsOf(input, randomFrom(seed))).toEqual([]);
});

it('Whatever is given, nothing breaks, and what comes out can be printed and fits its schema', async () => {
  const found: FuzzCase[] = [];
  const tried = await fuzz(
    thorough ? { seed: 7, runs: 20_000, seconds: 600 } : { seed: 7, runs: 60, seconds: 5 },
    (one) => found.push(one),
  );
  expect(tried).toBeGreaterThan(0);
  expect(found).toEqual([]);
});
