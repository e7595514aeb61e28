import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify, type KnowledgeBase, type ProblemReport } from '../../src/index.js';
import { casesOf } from '../../src/check/cases/cases.js';
import { witnessOf } from '../../src/check/geometry/region.js';
import { lower } from '../../src/program/ir/lower.js';
import { BruteForce, type WrittenDecisions } from '../support/brute-force.js';
import { asOf } from '../support/decide.js';
import { inputsOf } from '../support/faults.js';
import { documentsOf } from '../support/correct-packages.js';
import { compiled } from '../support/packages.js';
import { SCORED_FACTORS, SCORED_ROWS, scoredPackage, SCORES } from '../support/scored.js';
import { runs, thorough } from '../support/thorough.js';

const problemsOf = (knowledge: KnowledgeBase): readonly ProblemReport[] =>
  verify(knowledge, { lang: 'en', asOf }).verification.problems;

describe('Seven tables of fifteen factors that feed one another', () => {
  it('are proven without a problem', { timeout: 60_000 }, () => {
    expect(problemsOf(scoredPackage())).toEqual([]);
  });

  it('have a gap with a witness where a row of the last table is missing', { timeout: 60_000 }, () => {
    const [missing] = SCORED_ROWS.slice(100, 101);
    const problems = problemsOf(scoredPackage(SCORED_ROWS.filter((row) => row !== missing)));
    expect(problems.map(({ code, decision }) => [code, decision])).toEqual([['gap', 'score']]);
    const grades = Object.entries(missing?.when ?? {}).map(([id, grade]) => `${id}: ${grade}`);
    expect(problems[0]?.where.map((region) => region.split('; ').sort())).toEqual([grades.sort()]);
    expect(Object.keys(problems[0]?.witness?.stated ?? {}).sort()).toEqual(Object.keys(SCORED_FACTORS).sort());
  });

  it(
    'have an overlap where a row is there twice, and a row that never hits where its grades exclude each other',
    { timeout: 60_000 },
    () => {
      const [first, ...rest] = SCORED_ROWS;
      if (first === undefined) throw new Error('no rows');
      const twice = problemsOf(scoredPackage([first, first, ...rest]));
      expect(twice.map(({ code, rules }) => [code, ...rules.map(({ rule }) => rule)])).toEqual([
        ['masked', 'score#2', 'score#1'],
      ]);
      const never = { when: { ...first.when, impact: 'impact-2', stake: 'stake-0' }, then: 'score-0' };
      const found = problemsOf(scoredPackage([...SCORED_ROWS, never]));
      expect(found.map(({ code, rules }) => [code, ...rules.map(({ rule }) => rule)])).toEqual([
        ['unreachable', `score#${String(SCORED_ROWS.length + 1)}`],
      ]);
    },
  );

  it('keep their order, and break it where one score is exchanged', { timeout: 240_000 }, () => {
    const falls = thorough ? Object.keys(SCORED_FACTORS) : ['known'];
    const order = { outcomes: SCORES, falls };
    expect(problemsOf(scoredPackage(SCORED_ROWS, { order }))).toEqual([]);
    const worst = SCORED_ROWS.with(SCORED_ROWS.length - 1, {
      ...(SCORED_ROWS.at(-1) ?? { when: {} }),
      then: SCORES.at(-1) ?? '',
    });
    const found = problemsOf(scoredPackage(worst, { order }));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['against-order']));
  });
});

const DOMAINS = { a: ['l1', 'l2', 'l3'], b: [false, true], c: ['x', 'y', 'z'], s: [[], ['m'], ['n'], ['m', 'n']] };
const test = fc.oneof(
  fc.constantFrom<unknown>('l1', { atLeast: 'l2' }, ['l1', 'l3']).map((a) => ({ a })),
  fc.boolean().map((b) => ({ b })),
  fc.constantFrom<unknown>('x', { not: 'y' }).map((c) => ({ c })),
  fc.constantFrom<unknown>({ includes: 'm' }, { excludes: 'n' }).map((s) => ({ s })),
);
const when = fc.tuple(test, test).map(([one, other]) => ({ ...one, ...other }));
const outcome = fc.constantFrom('o1', 'o2', 'o3');
/** A small table, which may have no result and may test some decisions before it. */
const part = (before: readonly string[]): fc.Arbitrary<object> => {
  const condition =
    before.length === 0
      ? when
      : fc.tuple(when, fc.constantFrom(...before), outcome, fc.boolean()).map(([one, id, is, both]) => ({
          ...(both && one),
          [id]: is,
        }));
  return fc
    .record({
      hitPolicy: fc.constantFrom('first', 'unique', 'any'),
      rules: fc.array(fc.record({ when: condition, then: outcome }), { minLength: 1, maxLength: 4 }),
      last: fc.option(outcome),
    })
    .map(({ hitPolicy, rules, last }) => ({
      table: { hitPolicy, rules: hitPolicy === 'first' && last !== null ? [...rules, { then: last }] : rules },
    }));
};
const packages = fc
  .tuple(part([]), part([]), part([]), part(['e1', 'e2']), part(['e1', 'e2', 'e3', 'e4']), fc.boolean())
  .map(([e1, e2, e3, e4, d, delegates]) => {
    const table = (d as { table: { rules: object[] } }).table;
    const rules = delegates ? [...table.rules, { ask: 'e4' }] : table.rules;
    return { e1, e2, e3, e4, d: { table: { ...table, rules } } } as unknown as WrittenDecisions;
  });

describe('A proof over the results of other decisions', () => {
  it('finds the answers that trying every input finds, each with an input that has it', { timeout: 240_000 }, () => {
    const inputs = inputsOf(DOMAINS);
    const whole = inputs.filter((input) => Object.keys(input).length === Object.keys(DOMAINS).length);
    fc.assert(
      fc.property(packages, fc.boolean(), (decisions, allowUnstated) => {
        const program = lower(compiled(documentsOf({ decisions, domains: DOMAINS })));
        const d = program.decisions[program.numbers.get('d') ?? -1];
        if (d === undefined) throw new Error('no decision');
        const target = { decision: d.number, output: 0 };
        const options = { allowUnstated, subject: d, method: 'wholes' } as const;
        const { all, complete } = casesOf(program, [target], options);
        expect(complete).toBe(true);
        const tried = (input: Record<string, unknown>): string => {
          const one = new BruteForce(decisions, input);
          const hits = (decisions['d']?.table?.rules ?? []).flatMap((rule, n) => (one.meets(rule) ? [n] : []));
          return `${one.answer('d')} ${hits.join()}`;
        };
        const proven = all.map(({ results: [result], hitRules, example }) => {
          const answer = result?.answer == null ? 'null' : JSON.stringify(result.answer.map(String));
          const found = `${answer} ${hitRules.map(({ id }) => Number(id.split('#')[1]) - 1).join()}`;
          const { stated } = witnessOf(example, program.knowledge);
          // What the case does not read may be anything, so that an input of everything stated has the same result.
          expect(tried({ ...(allowUnstated ? {} : whole[0]), ...stated })).toBe(found);
          return found;
        });
        expect(new Set(proven)).toEqual(new Set((allowUnstated ? inputs : whole).map(tried)));
      }),
      runs(400, 15),
    );
  });
});
