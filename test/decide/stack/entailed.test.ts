import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, recommend, startInterview, type KnowledgeBase, type RoleAnswer } from '../../../src/index.js';
import { asOf } from '../../support/decide.js';
import { through } from '../../support/interviews.js';
import { smallPackage } from '../../support/small-package.js';
import { runs } from '../../support/thorough.js';

/** What can be stated: of the figure, one value of each stretch that the rules below can tell apart. */
const VALUES = {
  heat: ['5C', '10C', '15C', '20C', '25C'],
  lvl: ['low', 'mid', 'top'],
  pests: [[], ['mice'], ['moths'], ['mice', 'moths']],
  f: [true, false],
} as const;
type Requirements = Readonly<Record<string, unknown>>;

const conditions = fc.record(
  {
    heat: fc.constantFrom({ below: '10C' }, { atLeast: '10C' }, { atMost: '20C' }, { above: '20C' }, '10C'),
    lvl: fc.constantFrom<unknown>('low', { atLeast: 'mid' }, { not: 'mid' }, ['low', 'top']),
    pests: fc.constantFrom({ includes: 'mice' }, { excludes: 'moths' }),
    f: fc.boolean(),
  },
  { requiredKeys: [] },
);
const outcomes = fc.constantFrom('a', 'b');
const rules = fc.array(fc.record({ when: conditions, then: outcomes }), { minLength: 1, maxLength: 7 });
const tables = fc.record({ hitPolicy: fc.constantFrom('unique', 'any', 'first'), rules });

/** A table, a table that delegates to it, a table that tests it, or a tree over it. */
const packages: fc.Arbitrary<KnowledgeBase> = fc
  .tuple(fc.constantFrom('alone', 'asked', 'tested', 'tree'), tables, tables, conditions, outcomes)
  .map(([form, table, inner, when, then]) => {
    if (form === 'alone') return smallPackage({ d: { table } });
    const last = form === 'tested' ? { when: { e: 'a' }, then } : { when, ask: 'e' };
    if (form === 'tree')
      return smallPackage({ d: { tree: { branches: [{ when, then }, last] } }, e: { table: inner } });
    return smallPackage({ d: { table: { ...table, rules: [...table.rules, last] } }, e: { table: inner } });
  });
const workloads: fc.Arbitrary<Requirements> = fc.record(
  {
    heat: fc.constantFrom(...VALUES.heat),
    lvl: fc.constantFrom(...VALUES.lvl),
    pests: fc.constantFrom(...VALUES.pests),
    f: fc.constantFrom(...VALUES.f),
  },
  { requiredKeys: [] },
);

/** Every way to state what a workload leaves out. */
function completionsOf(stated: Requirements): Requirements[] {
  return Object.entries(VALUES).reduce<Requirements[]>(
    (all, [factor, values]) =>
      factor in stated ? all : all.flatMap((one) => values.map((value) => ({ ...one, [factor]: value }))),
    [stated],
  );
}

/** What is chosen, as one text; empty where nothing is. */
const chosenIn = (chosen: readonly { readonly id: string }[]): string => chosen.map(({ id }) => id).join('+');
const answerOf = (knowledge: KnowledgeBase, requirements: Requirements): string =>
  chosenIn(answer(knowledge, { requirements }, { asOf })[0]?.chosen ?? []);
const possibleIn = ({ possible = [] }: RoleAnswer): string[] =>
  possible.map((one) => (typeof one === 'string' ? one : one.allOf.join('+')));
const roleOf = (knowledge: KnowledgeBase, requirements: Requirements): RoleAnswer => {
  const [role] = [recommend(knowledge, { requirements }, { asOf }).stack['r'] ?? []].flat();
  if (role === undefined) throw new Error('no role');
  return role;
};

describe('A role whose rules have no result for what is stated', () => {
  it('has the answer that every completion has, and else lists what completions answer', () => {
    const seen = { entailed: 0, possible: 0 };
    fc.assert(
      fc.property(packages, workloads, (knowledge, stated) => {
        const role = roleOf(knowledge, stated);
        const answers = new Set(completionsOf(stated).map((one) => answerOf(knowledge, one)));
        const [only] = answers;
        const { entailed } = role.guide;
        if (entailed !== undefined) {
          seen.entailed++;
          expect([...answers]).toEqual([chosenIn(role.chosen)]);
          for (const { factor } of entailed) expect(stated).not.toHaveProperty([factor]);
        } else if (role.possible !== undefined) {
          seen.possible++;
          expect(new Set(possibleIn(role))).toEqual(new Set([...answers].filter((one) => one !== '')));
          // An answer of all completions would have been taken.
          expect(answers.size > 1 || only === '').toBe(true);
        }
        expect(answerOf(knowledge, stated)).toBe(chosenIn(role.chosen));
      }),
      runs(1500, 150),
    );
    expect(Math.min(seen.entailed, seen.possible)).toBeGreaterThan(0);
  });

  it('is not asked about in an interview any more once its answer is entailed', () => {
    fc.assert(
      fc.property(packages, workloads, (knowledge, stated) => {
        const { end, asked } = through(startInterview(knowledge, { asOf }), stated);
        expect(end.proven).toBe(true);
        const known = Object.fromEntries(
          Object.entries(stated).filter(([factor]) => asked.includes(`requirements/${factor}`)),
        );
        expect(answerOf(knowledge, known)).toBe(answerOf(knowledge, stated));
        if (asked.length > 0) return;
        const answers = new Set(completionsOf({}).map((one) => answerOf(knowledge, one)));
        expect(answers.size).toBe(1);
      }),
      runs(300, 40),
    );
  });
});

describe('An entailed answer', () => {
  const knowledge = smallPackage({
    d: {
      table: {
        hitPolicy: 'unique',
        rules: [
          { when: { f: true, lvl: 'low' }, then: 'a' },
          { when: { f: false, lvl: 'low' }, then: 'a' },
          { when: { lvl: 'mid', heat: { below: '10C' } }, then: 'b' },
        ],
      },
    },
  });

  it('names the factors that make no difference, and the rules of all completions', () => {
    const { guide, chosen, opinion, why } = roleOf(knowledge, { lvl: 'low' });
    expect(chosen.map(({ id }) => id)).toEqual(['a']);
    expect(opinion).toBe('guide');
    expect(guide).toEqual({ rules: ['d#1', 'd#2'], allOf: ['a'], entailed: [{ factor: 'f', title: 'f' }] });
    expect(why).toHaveLength(2);
  });

  it('is none where a completion has no result', () => {
    const { chosen, possible, guide } = roleOf(knowledge, { lvl: 'mid' });
    expect([chosen, possible, guide]).toEqual([[], ['b'], { rules: [] }]);
  });

  it('does not replace what the rules answer for what is stated', () => {
    const first = smallPackage({
      d: { table: { hitPolicy: 'first', rules: [{ when: { f: true }, then: 'a' }, { then: 'b' }] } },
    });
    expect(roleOf(first, {}).guide).toEqual({ rules: ['d#2'], allOf: ['b'] });
  });
});
