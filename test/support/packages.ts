import fc from 'fast-check';
import { compileKnowledge, type KnowledgeBase } from '../../src/index.js';
import { document, text } from './documents.mjs';

const named = (ids: readonly string[]): object[] => ids.map((id) => ({ id, title: text(id) }));

/** The knowledge that some documents make. */
export const compiled = (documents: readonly string[]): KnowledgeBase =>
  compileKnowledge(new Map([['package.yaml', documents.join('\n---\n')]]));

const factor = (id: string, rest: object): string =>
  document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });

const OUTCOMES = ['o1', 'o2', 'o3'] as const;

/** A factor of each type, a collection with two of its own, and three outcomes. */
export const RANDOM_VOCABULARY = [
  document('Package', 'random', { version: '1', collections: [{ id: 'things', title: text('things'), key: 'k' }] }),
  document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
  document('Dimension', 'count', { base: '1', bare: true, integer: true, examples: ['1'], units: {} }),
  factor('a', { type: 'ordinal', levels: named(['l1', 'l2', 'l3']) }),
  factor('b', { type: 'flag' }),
  factor('c', { type: 'choice', values: named(['x', 'y', 'z']) }),
  factor('q', { type: 'quantity', dimension: 'number' }),
  factor('s', { type: 'set', values: named(['m', 'n']) }),
  factor('k', { type: 'choice', values: named(['u', 'v']), askedOf: ['things'] }),
  factor('w', { type: 'quantity', dimension: 'count', askedOf: ['things'] }),
  ...OUTCOMES.map((id) => document('Outcome', id, {})),
];

const bound = fc
  .tuple(fc.constantFrom('atLeast', 'atMost', 'above', 'below'), fc.integer({ min: 1, max: 5 }))
  .map(([test, n]) => ({ [test]: n }));
const unstated = fc.boolean().map((stated) => ({ stated }));

/** Conditions on factors of the vocabulary alone. */
export const plainConditions: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    a: fc.oneof(
      fc.constantFrom('l1', 'l2', 'l3'),
      fc.constantFrom('l1', 'l2').map((atLeast) => ({ atLeast })),
      unstated,
    ),
    b: fc.boolean(),
    c: fc.oneof(
      fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
      fc.constantFrom('x', 'y').map((not) => ({ not })),
    ),
    q: fc.oneof(bound, fc.integer({ min: 1, max: 5 }), unstated),
    s: fc.oneof(
      fc.tuple(fc.constantFrom('includes', 'excludes'), fc.constantFrom('m', 'n')).map(([test, m]) => ({ [test]: m })),
      unstated,
    ),
  },
  { requiredKeys: [] },
);

const some = fc
  .record({ k: fc.constantFrom('u', 'v'), w: bound }, { requiredKeys: [] })
  .map((inner) => ({ some: inner }));

const answers: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...OUTCOMES),
  fc.subarray([...OUTCOMES]).map((allOf) => ({ allOf })),
  fc.shuffledSubarray([...OUTCOMES], { minLength: 2 }).map((anyOf) => ({ anyOf })),
);

const OUTPUTS = ['p', 'r'];
const hitPolicies = fc.constantFrom('unique', 'first', 'any', 'collect');
const aggregates = fc.constantFrom('list', 'union', 'intersect');

/** A table or a tree of two outputs, which may test some decisions before it, or delegate to them. */
function body(asked: readonly string[], tested: readonly string[], own: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const outcome = fc.oneof(
    fc.constantFrom(...OUTCOMES),
    fc.constantFrom(...OUTCOMES).map((includes) => ({ includes })),
    fc.constantFrom(...OUTCOMES).map((excludes) => ({ excludes })),
    fc.boolean().map((empty) => ({ empty })),
  );
  const others = Object.fromEntries(tested.map((ref) => [ref, outcome]));
  const deep = fc.record({ ...others, things: some }, { requiredKeys: [] });
  // Mostly few and plain tests, or hardly any rule would ever hit.
  const when = fc
    .tuple(plainConditions, own, fc.option(deep, { nil: {}, freq: 2 }))
    .map(([plain, ofItem, more]) => ({ ...Object.fromEntries(Object.entries(plain).slice(0, 2)), ...ofItem, ...more }));
  const then = fc
    .record({ p: answers, r: answers }, { requiredKeys: [] })
    .map((one) => ({ then: Object.keys(one).length === 0 ? { p: 'o1' } : one }));
  const says: fc.Arbitrary<object> = fc.oneof(
    { weight: 3, arbitrary: then },
    ...asked.map((ask) => fc.constant({ ask })),
  );
  const rule = fc.tuple(when, says).map(([condition, one]) => ({ when: condition, ...one }));
  const table = fc
    .record({
      hitPolicy: hitPolicies,
      p: aggregates,
      r: aggregates,
      rules: fc.array(rule, { minLength: 1, maxLength: 40 }),
    })
    .map(({ hitPolicy, p, r, rules }) => ({
      table: { hitPolicy, ...(hitPolicy === 'collect' && { aggregate: { p, r } }), rules },
    }));
  const branched = (branch: fc.Arbitrary<object>): fc.Arbitrary<object> =>
    fc.tuple(rule, fc.array(branch, { minLength: 1, maxLength: 3 })).map(([one, branches]) => ({ ...one, branches }));
  const tree = branched(fc.oneof(rule, branched(rule))).map((root) => ({ tree: root }));
  return fc.oneof({ weight: 3, arbitrary: table }, tree).map((one) => ({ outputs: OUTPUTS, ...one }));
}

/** Packages of one table `d`, whose rules test factors alone. */
export const plainTables: fc.Arbitrary<KnowledgeBase> = fc
  .record({
    hitPolicy: hitPolicies,
    aggregate: aggregates,
    rules: fc.array(fc.record({ when: plainConditions, then: answers }), { minLength: 1, maxLength: 80 }),
  })
  .map(({ hitPolicy, aggregate, rules }) =>
    compiled([
      ...RANDOM_VOCABULARY,
      document('Decision', 'd', { table: { hitPolicy, ...(hitPolicy === 'collect' && { aggregate }), rules } }),
      document('Role', 'r', { order: 1, decision: 'd' }),
    ]),
  );

const nothing = fc.constant({});
const ofThings = fc.record({ k: fc.constantFrom('u', 'v'), w: bound }, { requiredKeys: [] });

/** Packages of tables, trees and a vote over decisions before them, one of them made for each item. */
export const packages: fc.Arbitrary<KnowledgeBase> = fc
  .tuple(
    body([], [], nothing).filter((one) => 'table' in one),
    body(['d0'], ['d0.p', 'd0.r'], nothing),
    body(['d0', 'd1'], ['d1.p', 'vote.winner', 'vote.elected'], nothing),
    body(['d1', 'd2'], ['d2.r'], ofThings),
  )
  .map(([d0, d1, d2, each]) =>
    compiled([
      ...RANDOM_VOCABULARY,
      document('Decision', 'd0', d0),
      document('Decision', 'd1', d1),
      document('Decision', 'vote', { vote: { table: 'd0', ballot: 'p', within: 'r', elect: 'p' } }),
      document('Decision', 'd2', d2),
      document('Decision', 'each', { ...each, each: 'things' }),
      document('Role', 'r', { order: 1, decision: 'd2.p' }),
    ]),
  );

const figures = fc.integer({ min: 0, max: 12 }).map((n) => n / 2);

/** What may be stated of the vocabulary, most of it left out at times. */
export const stated: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    a: fc.constantFrom('l1', 'l2', 'l3'),
    b: fc.boolean(),
    c: fc.constantFrom('x', 'y', 'z'),
    q: figures,
    s: fc.subarray(['m', 'n']),
  },
  { requiredKeys: [] },
);

/** The items that may be stated. */
export const things: fc.Arbitrary<Record<string, unknown>[]> = fc.array(
  fc.record({ k: fc.constantFrom('u', 'v'), w: fc.nat({ max: 6 }) }, { requiredKeys: ['k'] }),
  { maxLength: 3 },
);

/** What one test of a rule means, read off the value as it is stated: a second opinion that knows nothing of codes and indexes. */
export function holds(id: string, test: unknown, value: unknown): boolean {
  const order = (v: unknown): number => (typeof v === 'number' ? v : ['l1', 'l2', 'l3'].indexOf(String(v)));
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return [test].flat().includes(value);
  return Object.entries(test).every(([operator, operand]: [string, unknown]) => {
    if (operator === 'stated') return (value !== undefined) === operand;
    if (value === undefined) return false;
    if (operator === 'not') return value !== operand;
    if (id === 's') return (value as unknown[]).includes(operand) === (operator === 'includes');
    const [saw, bound] = [order(value), order(operand)];
    return { atLeast: saw >= bound, atMost: saw <= bound, above: saw > bound, below: saw < bound }[operator] ?? false;
  });
}
