import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { randomFrom } from '../../src/explore/interview/random.js';
import { ROOT } from '../support/cli.js';
import { thorough } from '../support/thorough.js';
import { DiagnosticError, loadKnowledge, tableFromCsv } from '../../src/index.js';
import { faultsOf } from './exercise.js';
import { Findings } from './findings.js';
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
    thorough ? { seed: 7, runs: 20_000, seconds: 60 } : { seed: 7, runs: 60, seconds: 5 },
    (one) => found.push(one),
  );
  expect(tried).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

it('What is wrong is found: other errors, what cannot be printed, documents that fit no schema, and other data', async () => {
  const faultsIn = async (act: (found: Findings) => unknown): Promise<number> => {
    const found = new Findings();
    await act(found);
    return found.faults.length;
  };
  const document = { apiVersion: 'whichstack/v1', kind: 'Workload' } as const;
  const wrong: readonly ((found: Findings) => unknown)[] = [
    (found) => found.attempt('call', () => (undefined as unknown as { x: number }).x),
    (found) => {
      found.attempt('call', () => {
        throw new DiagnosticError([]);
      });
    },
    (found) => {
      found.isPrintable('text', 'a\u001b[2J');
    },
    (found) => {
      found.isPrintable('text', 'a\u200bb');
    },
    (found) => {
      found.fits('workload', { ...document, metadata: null });
    },
    (found) => {
      found.printedFits('{"kind": "DiagnosticList"}');
    },
    (found) => {
      found.isSame('yaml', { a: 1 }, { a: 2 });
    },
  ];
  expect(await Promise.all(wrong.map(faultsIn))).toEqual(wrong.map(() => 1));
  const right: readonly ((found: Findings) => unknown)[] = [
    (found) => found.attempt('call', () => tableFromCsv('', { knowledge: loadKnowledge() })),
    (found) => {
      found.isPrintable('text', 'a\n中文 👍🏽\r\n');
    },
    (found) => {
      found.fits('workload', document);
    },
    (found) => found.emits(document, 'workload'),
  ];
  expect(await Promise.all(right.map(faultsIn))).toEqual(right.map(() => 0));
});
