import { describe, expect, it } from 'vitest';
import {
  compileKnowledge,
  DiagnosticError,
  loadKnowledge,
  parseWorkloads,
  recommend,
  type Diagnostic,
} from '../../src/index.js';
import { whichstack } from '../support/cli.js';
import { document, text } from '../support/documents.mjs';
import { fitsSchema } from '../support/outputs.js';
import { factor } from '../support/small-package.js';

const builtin = loadKnowledge();
const workload = (lines: string): string => `apiVersion: whichstack/v1\nkind: Workload\n${lines}\n`;

/** What is reported; empty where nothing is. */
function diagnosticsOf(act: () => unknown): readonly Diagnostic[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics;
  }
}
const codesOf = (act: () => unknown): string[] => diagnosticsOf(act).map(({ code }) => code);

const OUTCOMES = [document('Package', 'p', { version: '1' }), ...['a', 'b'].map((id) => document('Outcome', id, {}))];
const compiled = (...documents: readonly string[]): unknown =>
  compileKnowledge(new Map([['p.yaml', [...OUTCOMES, ...documents].join('\n---\n')]]));
const deciding = (rule: object): string => document('Decision', 'd', { table: { hitPolicy: 'first', rules: [rule] } });

describe('Weights', () => {
  it.each([
    'preferences: {weights: {security: 1e+308, performance: 1e+308}}',
    'preferences: {weights: {security: .inf}}',
    'preferences: {weights: {security: 2000000000}}',
  ])('whose sum would be no number are refused where they are written: %s', (lines) => {
    const found = diagnosticsOf(() => parseWorkloads(builtin, workload(lines)));
    expect(found.length).toBeGreaterThan(0);
    for (const { code, span } of found) expect([code, span?.start]).toEqual(['weight-invalid', expect.any(Number)]);
  });

  it('may all be 0, or as large as is accepted', () => {
    for (const weight of [0, 5e-324, 1_000_000_000]) {
      const weights = Object.fromEntries([...builtin.criteria.keys()].map((id) => [id, weight]));
      const given = { requirements: { security: 'high', startup: '5s', data: ['oltp'] }, preferences: { weights } };
      expect(recommend(builtin, given as never, { robustness: true }).kind).toBe('Recommendation');
    }
  });
});

describe('A rule', () => {
  it.each([{ anyOf: { allOf: [] } }, { allOf: { a: 'b' } }, { allOf: 'a' }, { anyOf: ['a', { allOf: {} }] }])(
    'with an answer of the wrong shape does not fit the schema: %j',
    (then) => {
      const found = codesOf(() => compiled(deciding({ then })));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((code) => !['wrong-type', 'wrong-shape', 'unknown-key', 'schema'].includes(code))).toEqual(
        [],
      );
    },
  );

  it('that tests a figure of a dimension that does not exist is reported once, where the factor names the dimension', () => {
    const heat = factor('heat', { type: 'quantity', dimension: 'tmep' });
    const found = diagnosticsOf(() => compiled(heat, deciding({ when: { heat: { atLeast: '20C' } }, then: 'a' })));
    expect(found.map(({ code }) => code)).toEqual(['unknown-reference']);
    const [{ span } = {}] = found;
    expect(span?.source.text.slice(span.start, span.end)).toBe('"tmep"');
  });

  it('may have no output called allOf or anyOf, which would read as an answer', () => {
    const table = { hitPolicy: 'first', rules: [{ then: { allOf: 'a' } }] };
    expect(codesOf(() => compiled(document('Decision', 'd', { outputs: ['allOf'], table })))).not.toEqual([]);
  });
});

it('A mapping takes no value under a key that is no id', () => {
  const scenario = document('Scenario', 's', { source: 'C1', decisions: { 'not an id': {} } });
  const source = document('Source', 'c', { clauses: { C1: text('one') } });
  expect(codesOf(() => compiled(source, scenario))).toEqual(['wrong-shape']);
});

describe('A workload', () => {
  it.each([
    ['requirements:', {}],
    ['environment:', {}],
    ['metadata:', {}],
    ['metadata: {name: ""}', { metadata: {} }],
    ['metadata: {labels: }', { metadata: {} }],
    ['constraints:', {}],
    ['constraints: {forbid: }', { constraints: {} }],
    ['constraints: {forbid: "docker, k3s"}', { constraints: { forbid: ['docker', 'k3s'] } }],
    ['preferences:', {}],
    ['preferences: {weights: }', { preferences: {} }],
    ['requirements: {data: }', { requirements: {} }],
    [
      'requirements: {kubernetes: "yes", data: [{need: oltp}]}',
      { requirements: { kubernetes: true, data: [{ need: 'oltp' }] } },
    ],
    ['environment: {hardware: nvme}', { environment: { hardware: ['nvme'] } }],
  ])('comes out as its schema has it, whatever is left empty or said in other words: %s', (lines, expected) => {
    const [read] = parseWorkloads(builtin, workload(lines));
    expect(read).toEqual({ apiVersion: 'whichstack/v1', kind: 'Workload', ...expected });
    expect(fitsSchema('workload', read)).toBe(true);
    expect(fitsSchema('recommendation', JSON.parse(JSON.stringify(recommend(builtin, read ?? {}))))).toBe(true);
  });

  it.each(['.nan', '.NaN', '.inf', '0x10', '1e3'])(
    'with %s for a yes or no is refused in the words of its author',
    (value) => {
      const found = diagnosticsOf(() => parseWorkloads(builtin, workload(`requirements: {kubernetes: ${value}}`)));
      expect(found).toMatchObject([{ code: 'not-a-flag', params: { value } }]);
    },
  );

  it.each([NaN, Infinity, 10n, Symbol('x'), () => 1])('that is an object may hold %s, and is refused', (value) => {
    for (const requirements of [{ kubernetes: value }, { security: value }, { startup: value }, { data: value }])
      expect(codesOf(() => recommend(builtin, { requirements } as never))).toHaveLength(1);
  });

  it.each(['requirements: {{a: b}: c}', 'metadata: &m {title: x}\nrequirements: {*m : c}', 'requirements: {[a]: b}'])(
    'with a key that is no word is refused, and nobody else warns: %s',
    async (lines) => {
      const warnings: unknown[] = [];
      const listen = (warning: Error): unknown => warnings.push(warning);
      process.on('warning', listen);
      const { code, stderr } = await whichstack(['recommend', '-'], { stdin: workload(lines) });
      await new Promise(setImmediate);
      process.off('warning', listen);
      expect([code, warnings]).toEqual([3, []]);
      expect(stderr).toContain('[key-not-text]');
    },
  );
});
