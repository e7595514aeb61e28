import fc from 'fast-check';
import { document } from './documents.mjs';
import { compiled } from './packages.js';
import type { KnowledgeBase } from '../../src/index.js';

/** The decisions of a package, by id. */
export type Decisions = Readonly<Record<string, object>>;

const text = (id: string): object => ({ en: id, zh: id });
const named = (ids: readonly string[]): object[] => ids.map((id) => ({ id, title: text(id) }));
const factor = (id: string, rest: object): string =>
  document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });

/** Few enough values that every input can be tried: a level, a flag, a figure, a set, and a list of things. */
const VOCABULARY = [
  document('Package', 'provable', { version: '1', collections: [{ id: 'things', title: text('things'), key: 'k' }] }),
  document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
  factor('a', { type: 'ordinal', levels: named(['l1', 'l2', 'l3']) }),
  factor('b', { type: 'flag', askedOf: ['requirements', 'things'], inherited: true }),
  factor('q', { type: 'quantity', dimension: 'number' }),
  factor('s', { type: 'set', values: named(['m', 'n']) }),
  factor('k', { type: 'choice', values: named(['u', 'v']), askedOf: ['things'] }),
  ...['o1', 'o2', 'o3'].map((id) => document('Outcome', id, {})),
  JSON.stringify({
    apiVersion: 'whichstack/v1',
    kind: 'Combinations',
    id: 'r',
    role: 'r',
    sets: [['o1'], ['o2'], ['o3'], ['o1', 'o3']],
  }),
];

/** Every input that the rules can tell from another, and more. */
export const INPUTS: readonly Readonly<Record<string, unknown>>[] = product({
  a: [undefined, 'l1', 'l2', 'l3'],
  b: [undefined, false, true],
  q: [undefined, 0, 0.5, 1, 1.5, 2, 3],
  s: [undefined, [], ['m'], ['n'], ['m', 'n']],
});

/** Every input with things that matter to these rules: up to three, which is more than their tests can ask for apart. */
export const INPUTS_WITH_THINGS: readonly Readonly<Record<string, unknown>>[] = product({
  a: [undefined, 'l1', 'l2', 'l3'],
  b: [undefined, false, true],
  things: upToThree(product({ k: [undefined, 'u', 'v'], b: [undefined, false, true] })),
});

function upToThree(items: readonly object[]): object[][] {
  return items
    .reduce<object[][]>((all, item) => all.flatMap((some) => [some, [...some, item]]), [[]])
    .filter(({ length }) => length <= 3);
}

function product(values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  return Object.entries(values).reduce<Record<string, unknown>[]>(
    (all, [id, list]) =>
      all.flatMap((one) => list.map((value) => (value === undefined ? one : { ...one, [id]: value }))),
    [{}],
  );
}

const stated = fc.boolean().map((is) => ({ stated: is }));
const bound = fc
  .tuple(fc.constantFrom('atLeast', 'atMost', 'above', 'below'), fc.integer({ min: 0, max: 2 }))
  .map(([test, n]) => ({ [test]: n }));
const ofA = fc.oneof(
  fc.subarray(['l1', 'l2', 'l3'], { minLength: 1 }),
  fc.constantFrom('l1', 'l2').map((atLeast) => ({ atLeast })),
  stated,
);
const ofS = fc.oneof(
  fc.tuple(fc.constantFrom('includes', 'excludes'), fc.constantFrom('m', 'n')).map(([test, m]) => ({ [test]: m })),
  stated,
);
const plain: fc.Arbitrary<Record<string, unknown>> = few({
  a: ofA,
  b: fc.oneof(fc.boolean(), stated),
  q: fc.oneof(bound, fc.integer({ min: 0, max: 2 }), stated),
  s: ofS,
});

/** Conditions with two tests at most, or hardly any two rules would ever meet. */
function few(tests: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(fc.shuffledSubarray(Object.keys(tests), { maxLength: 2 }), fc.record(tests))
    .map(([keys, all]) => Object.fromEntries(keys.map((key) => [key, all[key]])));
}

const some = few({ k: fc.constantFrom(['u'], ['u', 'v']), b: fc.constant(true) }).map((inner) => ({ some: inner }));
const outcome = fc.constantFrom('o1', 'o2', { includes: 'o1' }, { excludes: 'o2' }, { empty: true });

const answers: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('o1', 'o2') },
  fc.constant({ anyOf: ['o1', 'o2'] }),
  fc.constant({ allOf: ['o1', 'o3'] }),
);
const says = fc.oneof(
  answers.map((p) => ({ then: { p } })),
  answers.map((r) => ({ then: { r } })),
  fc.tuple(answers, answers).map(([p, r]) => ({ then: { p, r } })),
);

interface Options {
  readonly hitPolicy: string;
  readonly aggregate?: string;
  /** What the outputs of the table are, where they are not just outcomes. */
  readonly outputs?: TypedOutputs;
  readonly most?: number;
}

function table(
  when: fc.Arbitrary<Record<string, unknown>>,
  then: fc.Arbitrary<object>,
  { hitPolicy, aggregate, most = 6 }: Options,
): fc.Arbitrary<object> {
  return fc
    .array(
      fc.tuple(when, then).map(([condition, one]) => ({ when: condition, ...one })),
      { minLength: 1, maxLength: most },
    )
    .map((rules) => ({ table: { hitPolicy, ...(aggregate !== undefined && { aggregate }), rules } }));
}

/** Outputs with a type, and what rules may answer for them. */
export interface TypedOutputs {
  readonly declared: object;
  readonly answers: readonly unknown[];
  /** Whether rules may delegate to a table of the same type. */
  readonly delegates: boolean;
}

export const FIGURES: TypedOutputs = {
  declared: { p: { type: 'quantity', dimension: 'number' }, r: { type: 'quantity', dimension: 'number' } },
  answers: [0, 1, 2],
  delegates: true,
};
/** Of a table whose rules are ordered by `p`, and then by `r`. */
export const RANKED: TypedOutputs = {
  declared: {
    p: { type: 'text', values: ['high', 'low'] },
    r: { type: 'outcome', values: ['o2', 'o1', { allOf: ['o1', 'o3'] }] },
  },
  answers: [],
  delegates: false,
};

const ofOutputs = (typed: TypedOutputs): fc.Arbitrary<object> => {
  const p = typed === RANKED ? fc.constantFrom<unknown>('high', 'low') : fc.constantFrom(...typed.answers);
  const r = typed === RANKED ? answers : fc.constantFrom(...typed.answers);
  return fc.record({ p, r }, { requiredKeys: [] }).map((one) => ({
    then: Object.keys(one).length === 0 ? (typed === RANKED ? { p: 'low' } : { r: typed.answers[0] }) : one,
  }));
};

/** The package that some decisions make with the vocabulary; `d` is the one in question. */
export const packageOf = (decisions: Decisions): KnowledgeBase =>
  compiled([
    ...VOCABULARY,
    ...Object.entries(decisions).map(([id, rest]) => document('Decision', id, { outputs: ['p', 'r'], ...rest })),
    document('Role', 'r', { order: 1, decision: 'of-role' in decisions ? 'of-role.p' : 'd.p' }),
  ]);

/** A table of two outputs whose rules test factors alone. */
export const plainDecisions = (options: Options): fc.Arbitrary<Decisions> =>
  options.outputs === undefined
    ? table(plain, says, options).map((d) => ({ d }))
    : table(plain, ofOutputs(options.outputs), options).map((d) => ({
        d: { ...d, outputs: options.outputs?.declared },
        'of-role': OF_ROLE,
      }));

/** Fills the role where the table in question cannot. */
const OF_ROLE = { table: { hitPolicy: 'first', rules: [{ then: { p: 'o1', r: 'o1' } }] } };

/** A tree that tests the answers of a table, delegates to it, and tests items. */
export const treeDecisions: fc.Arbitrary<Decisions> = fc.record({
  asked: table(few({ a: ofA, b: fc.boolean() }), says, { hitPolicy: 'first', most: 4 }),
  d: nodes(2, few({ a: ofA, b: fc.oneof(fc.boolean(), stated), 'asked.p': outcome, things: some })).map((tree) => ({
    tree,
  })),
});

/** Nodes with branches, so many levels of them; what has branches need not say anything itself. */
function nodes(levels: number, when: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<object> {
  const withResult = fc.oneof({ weight: 5, arbitrary: says }, fc.constant({ ask: 'asked' }));
  const leaf = fc.tuple(when, withResult).map(([condition, one]) => ({ when: condition, ...one }));
  if (levels === 0) return leaf;
  const branches = fc.array(nodes(levels - 1, when), { minLength: 1, maxLength: 3 });
  const above = fc
    .tuple(when, fc.option(withResult, { nil: {} }), branches)
    .map(([condition, one, below]) => ({ when: condition, ...one, branches: below }));
  return fc.oneof(leaf, { weight: 3, arbitrary: above });
}

/** A table that tests the answers of another, delegates to it, and tests things. */
export function deepDecisions(options: Options): fc.Arbitrary<Decisions> {
  const asked = table(few({ a: ofA, b: fc.boolean() }), says, { hitPolicy: 'first', most: 4 });
  const when = few({ a: ofA, b: fc.boolean(), 'asked.p': outcome, 'asked.r': outcome, things: some });
  const { outputs } = options;
  if (outputs === undefined) {
    const delegating = fc.oneof({ weight: 4, arbitrary: says }, fc.constant({ ask: 'asked' }));
    return fc.record({ asked, d: table(when, delegating, options) });
  }
  const then = ofOutputs(outputs);
  const delegating = outputs.delegates
    ? fc.oneof({ weight: 4, arbitrary: then }, fc.constant({ ask: 'asked-typed' }))
    : then;
  const typed = table(few({ a: ofA, b: fc.boolean() }), then, { hitPolicy: 'first', most: 4 });
  const declare = (one: fc.Arbitrary<object>): fc.Arbitrary<object> =>
    one.map((decision) => ({ ...decision, outputs: outputs.declared }));
  return fc.record({
    asked,
    ...(outputs.delegates && { 'asked-typed': declare(typed) }),
    d: declare(table(when, delegating, options)),
    'of-role': fc.constant(OF_ROLE),
  });
}
