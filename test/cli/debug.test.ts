import { describe, expect, it } from 'vitest';
import type { IndexForm, PlaceReads, ProgramForm } from '../../src/language/schema/results/compiled.js';
import { indexForms } from '../../src/cli/debug/index-form.js';
import { compileKnowledge } from '../../src/index.js';
import { GoldenFolder } from '../support/golden.js';
import { whichstack } from '../support/cli.js';

const goldens = new GoldenFolder('debug');
const LEDGER = 'examples/payments-ledger.yaml';

async function json<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await whichstack(['debug', ...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}

describe('whichstack debug', () => {
  it.each(['en', 'zh'])('prints a decision of the program as text, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['debug', 'program', '--decision', 'storage-by-state', '--lang', lang]);
    expect(code).toBe(0);
    goldens.check(`program.${lang}.txt`, stdout);
  });

  it.each(['en', 'zh'])('prints the read set of each place as text, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['debug', 'reads', LEDGER, '--as-of', '2026-11-23', '--lang', lang]);
    expect(code).toBe(0);
    goldens.check(`reads.${lang}.txt`, stdout);
  });

  it('numbers the variables of a program in order, and refers to them from its rules', async () => {
    const { variables, decisions } = await json<ProgramForm>('program');
    expect(variables.map(({ index }) => index)).toEqual(variables.map((_, n) => n));
    const tests = decisions.flatMap(({ rules = [] }) => rules.flatMap((rule) => rule.tests));
    for (const test of tests) if ('variable' in test) expect(variables[test.variable]).toBeDefined();
    expect(new Set(decisions.map(({ form }) => form))).toEqual(new Set(['table', 'tree', 'vote']));
  });

  it.each(['en', 'zh'])('prints the index of a table as text, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['debug', 'index', '--decision', 'storage-by-state', '--lang', lang]);
    expect(code).toBe(0);
    goldens.check(`index.${lang}.txt`, stdout);
  });

  it('gives the index of every table, and why the table has it', async () => {
    const indexes = await json<IndexForm[]>('index');
    const { decisions } = await json<ProgramForm>('program');
    expect(indexes.map(({ decision }) => decision)).toEqual(
      decisions.filter(({ form }) => form === 'table').map(({ id }) => id),
    );
    const byDecision = new Map(indexes.map((one) => [one.decision, one]));
    expect(byDecision.get('technology-matrix')).toMatchObject({ reason: 'few-rules', pure: true });
    expect(byDecision.get('storage')?.pure).toBe(false);
  });

  it('limits a program to one decision and the variables that it tests', async () => {
    const { variables, decisions } = await json<ProgramForm>('program', '--decision', 'technology-matrix');
    expect(decisions.map(({ id }) => id)).toEqual(['technology-matrix']);
    expect(variables.map(({ name }) => name).sort()).toEqual([
      'requirements/performance',
      'requirements/security',
      'requirements/startup',
    ]);
  });

  it('gives the choice of each place with what it read', async () => {
    const places = await json<PlaceReads[]>('reads', LEDGER);
    const [runtime] = places;
    expect(places.map(({ place }) => place)).toContain('storage/ledger');
    expect(runtime?.choice).toBe('kubevirt');
    expect(runtime?.reads.find(({ read }) => read === 'requirements/security')?.reply).toBe('extreme');
    const numbers = new Set(runtime?.reads.flatMap(({ dependencies }) => dependencies));
    expect(numbers.size).toBe(runtime?.dependencies);
  });

  it.each([
    { args: ['nothing'], stderr: /argument-invalid.*\n[^]*Expected program, index or reads/ },
    { args: ['program', LEDGER], stderr: /too-many-arguments[^]*Write `whichstack debug reads / },
    { args: ['program', '--decision', 'technology-matrx'], stderr: /technology-matrix/ },
    {
      args: ['reads', LEDGER, '--decision', 'storage-by-state'],
      stderr: /`whichstack debug reads` has no option `--decision`/,
    },
    { args: ['index', '--set', 'security=high'], stderr: /`whichstack debug index` has no option `--set`/ },
    { args: ['reads'], stderr: /error\[workload-missing\]/ },
  ])('refuses $args', async ({ args, stderr }) => {
    const ran = await whichstack(['debug', ...args]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(stderr);
  });
});

describe('the index of a table with many rules', () => {
  /** A table of 40 rules, each for a range of one figure; `more` is added to each condition. */
  const table = (rules: (n: number) => string, factor = ''): string => `apiVersion: whichstack/v1
kind: Package
id: shelves
title: {en: Shelves, zh: 货架}
version: '1'
collections: [{id: boxes, title: {en: boxes, zh: 箱子}, key: size}]
---
apiVersion: whichstack/v1
kind: Dimension
id: length
title: {en: length, zh: 长度}
base: cm
examples: [5cm]
units: {cm: 1}
---
apiVersion: whichstack/v1
kind: Factor
id: size
title: {en: Size, zh: 大小}
question: {en: How long?, zh: 多长？}
askedOf: [requirements, boxes]
inherited: true
type: quantity
dimension: length
---
apiVersion: whichstack/v1
kind: Outcome
id: shelf
title: {en: Shelf, zh: 货架}
---
apiVersion: whichstack/v1
kind: Decision
id: shelf-for
title: {en: Shelf, zh: 货架}
${factor}table:
  hitPolicy: first
  rules:
${Array.from({ length: 40 }, (_, n) => `    - {when: {size: ${rules(n)}}, then: shelf}`).join('\n')}
`;
  const disjoint = (n: number): string => `{atLeast: ${String(n)}cm, below: ${String(n + 1)}cm}`;

  it.each([
    { reason: 'many-rules', kind: 'tree', text: table(disjoint) },
    { reason: 'inherited-tests', kind: 'bitmap', text: table(disjoint, 'each: boxes\n') },
  ])('is a $kind because of $reason', ({ reason, kind, text }) => {
    const [index] = indexForms(compileKnowledge(new Map([['shelves.yaml', text]])));
    expect([index?.rules, index?.reason, index?.shape.kind]).toEqual([40, reason, kind]);
    if (index?.shape.kind === 'tree') expect(index.shape.leaves).toBe(index.shape.cuts + 1);
  });
});
