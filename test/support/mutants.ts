import { document, text } from './documents.mjs';
import { RANDOM_VOCABULARY } from './packages.js';
import type { Aggregates, WrittenDecision, WrittenDecisions, WrittenRule } from './brute-force.js';
import { rulesOf, type Domains } from './faults.js';

/** A source of random numbers, each from 0 to below 1. */
export type Random = () => number;

const ALL: Domains = {
  a: ['l1', 'l2', 'l3'],
  b: [false, true],
  c: ['x', 'y', 'z'],
  q: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5],
  s: [[], ['m'], ['n'], ['m', 'n']],
};
const OUTCOMES = ['o1', 'o2', 'o3'];

/** Decisions of a package, and the factors that it has. */
export interface Sample {
  readonly decisions: WrittenDecisions;
  readonly domains: Domains;
}

const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)] as T;
const shuffled = <T>(random: Random, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, by: random() }))
    .sort((x, y) => x.by - y.by)
    .map(({ one }) => one);

/** Conditions on a factor that divide its values in two or three. */
function divided(random: Random, factor: string): unknown[] {
  switch (factor) {
    case 'a':
      return pick(random, [
        ['l1', { atLeast: 'l2' }],
        [{ atMost: 'l2' }, 'l3'],
        ['l1', 'l2', 'l3'],
      ]);
    case 'b':
      return [true, false];
    case 'c':
      return pick(random, [
        [['x', 'y'], 'z'],
        ['x', { not: 'x' }],
        ['x', 'y', 'z'],
      ]);
    case 's': {
      const member = pick(random, ['m', 'n']);
      return [{ includes: member }, { excludes: member }];
    }
    default: {
      const bound = 1 + below(random, 4);
      return pick(random, [
        [{ below: bound }, { atLeast: bound }],
        [{ atMost: bound }, { above: bound }],
      ]);
    }
  }
}

/** The boxes of a random division of all inputs: each is divided by a factor that it does not test yet. */
function division(random: Random, factors: readonly string[], size: number): Record<string, unknown>[] {
  const boxes: Record<string, unknown>[] = [{}];
  for (let tries = 0; tries < 20 && boxes.length < size; tries++) {
    const n = below(random, boxes.length);
    const box = boxes[n] ?? {};
    const factor = pick(random, factors);
    if (factor in box) continue;
    boxes.splice(n, 1, ...divided(random, factor).map((test) => ({ ...box, [factor]: test })));
  }
  return boxes;
}

type Make = (random: Random, factors: readonly string[]) => WrittenDecisions;

const asTable = (hitPolicy: string, rules: WrittenRule[], aggregate?: Aggregates): WrittenDecision => ({
  table: { hitPolicy, ...(aggregate !== undefined && { aggregate }), rules },
});
const answered = (random: Random, boxes: readonly Record<string, unknown>[]): WrittenRule[] =>
  boxes.map((when) => ({ when, then: pick(random, OUTCOMES) }));
const partition =
  (hitPolicy: string, aggregate?: string): Make =>
  (random, factors) => ({
    d: asTable(hitPolicy, answered(random, division(random, factors, 3 + below(random, 4))), aggregate),
  });
/** Special cases first, and an else. */
const exceptions: Make = (random, factors) => ({
  d: asTable('first', [
    ...answered(random, division(random, factors, 6)).slice(0, 3),
    { then: pick(random, OUTCOMES) },
  ]),
});
const collected =
  (aggregate: string): Make =>
  (random, factors) => {
    const isIntersection = aggregate === 'intersect';
    const rules = shuffled(random, factors)
      .slice(0, 2)
      .map((factor, n): WrittenRule => {
        const then = isIntersection ? { anyOf: OUTCOMES.slice(n, n + 2) } : OUTCOMES[n + 1];
        return { when: { [factor]: divided(random, factor)[0] }, then };
      });
    return { d: asTable('collect', [...rules, { then: isIntersection ? { anyOf: OUTCOMES } : 'o1' }], aggregate) };
  };
/** A table of figures; the role is filled by another. */
const figures =
  (aggregate: string): Make =>
  (random, factors) => ({
    figures: {
      outputs: { out: { type: 'quantity', dimension: 'number' } },
      ...asTable(
        'collect',
        [
          ...shuffled(random, factors).map((factor, n) => ({
            when: { [factor]: divided(random, factor)[0] },
            then: { out: aggregate === 'min' ? 8 - n : 2 + n },
          })),
          { then: { out: aggregate === 'min' ? 9 : 1 } },
        ],
        aggregate,
      ),
    },
    d: asTable('first', [{ then: 'o1' }]),
  });
const ranked =
  (hitPolicy: string): Make =>
  (random, factors) => {
    const rules = shuffled(random, factors)
      .slice(0, 2)
      .map((factor, n) => ({ when: { [factor]: divided(random, factor)[0] }, then: { out: OUTCOMES[n] } }));
    return {
      ranked: {
        outputs: { out: { type: 'outcome', values: OUTCOMES } },
        ...asTable(hitPolicy, [...shuffled(random, rules), { then: { out: 'o3' } }]),
      },
      d: asTable('first', [{ ask: 'ranked.out' }]),
    };
  };
const tree: Make = (random, factors) => {
  const grow = (left: readonly string[], depth: number): WrittenRule[] => {
    const [factor, ...rest] = shuffled(random, left);
    if (factor === undefined) return [];
    const tests = divided(random, factor);
    // What no branch takes is left to the node.
    return tests.slice(0, Math.max(1, tests.length - below(random, 2))).map((test): WrittenRule => {
      const branches = depth > 0 && random() < 0.5 ? grow(rest, depth - 1) : [];
      return { when: { [factor]: test }, then: pick(random, OUTCOMES), ...(branches.length > 0 && { branches }) };
    });
  };
  return { d: { tree: { then: pick(random, OUTCOMES), branches: grow(factors, 1) } } };
};
const delegation: Make = (random, factors) => {
  const [own = 'b', ...others] = shuffled(random, factors);
  const [test] = divided(random, own);
  return {
    asked: asTable('unique', answered(random, division(random, others, 4))),
    d: asTable('first', [{ when: { [own]: test }, then: pick(random, OUTCOMES) }, { ask: 'asked' }, { then: 'o1' }]),
  };
};
const composed: Make = (random, factors) => {
  const [own = 'b', ...others] = shuffled(random, factors);
  const part = (factor: string): WrittenDecision => {
    const [test] = divided(random, factor);
    return asTable('first', [{ when: { [factor]: test }, then: 'o1' }, { then: 'o2' }]);
  };
  const [test, other] = divided(random, own);
  return {
    one: part(others[0] ?? 'b'),
    two: part(others[1] ?? 'b'),
    d: asTable('unique', [
      { when: { one: 'o1', two: 'o1' }, then: pick(random, OUTCOMES) },
      { when: { one: 'o1', two: 'o2', [own]: test }, then: pick(random, OUTCOMES) },
      { when: { one: 'o1', two: 'o2', [own]: other }, then: pick(random, OUTCOMES) },
      { when: { one: 'o2' }, then: pick(random, OUTCOMES) },
    ]),
  };
};
const vote: Make = (random, factors) => ({
  polled: {
    outputs: ['ballot', 'within', 'elect'],
    ...asTable(
      'collect',
      [
        ...shuffled(random, factors)
          .slice(0, 2)
          .map((factor, n) => ({
            when: { [factor]: divided(random, factor)[0] },
            then: { ballot: OUTCOMES[n], within: { anyOf: OUTCOMES }, elect: OUTCOMES[n] },
          })),
        { then: { ballot: 'o3', within: { anyOf: OUTCOMES }, elect: 'o3' } },
      ],
      { ballot: 'list', within: 'intersect', elect: 'list' },
    ),
  },
  v: { vote: { table: 'polled', ballot: 'ballot', within: 'within', elect: 'elect' } },
  d: asTable('first', [{ ask: 'v.elected' }]),
});
/** Every combination of three ordered factors: the more of them are high, the higher the answer. */
const ordered: Make = () => {
  const rules = ['l1', 'l2', 'l3'].flatMap((a, i) =>
    [false, true].flatMap((b, j) =>
      ['x', 'y', 'z'].map((c, k) => ({ when: { a, b, c }, then: OUTCOMES[Math.min(2, Math.floor((i + j + k) / 2))] })),
    ),
  );
  return { d: { order: { outcomes: OUTCOMES, rises: ['a', 'b', 'c'] }, ...asTable('unique', rules) } };
};

/** Every form of decision that packages are made of. */
export const FORMS: Readonly<Record<string, Make>> = {
  unique: partition('unique'),
  any: partition('any'),
  'first without else': partition('first'),
  'first with else': exceptions,
  'list of a division': partition('collect', 'list'),
  list: collected('list'),
  union: collected('union'),
  intersect: collected('intersect'),
  sum: figures('sum'),
  min: figures('min'),
  max: figures('max'),
  count: figures('count'),
  priority: ranked('priority'),
  'output-order': ranked('output-order'),
  tree,
  delegation,
  composed,
  vote,
  ordered,
};

/** A random package of a form. It may be faulty. */
export function sampleOf(form: string, random: Random): Sample {
  const factors = form === 'ordered' ? ['a', 'b', 'c'] : shuffled(random, Object.keys(ALL)).slice(0, 3);
  const decisions = FORMS[form]?.(random, factors) ?? {};
  // A factor that nothing tests is a fault of the package, not of its decisions.
  const written = JSON.stringify(decisions);
  const used = factors.filter((id) => written.includes(`"${id}":`));
  return { decisions, domains: Object.fromEntries(used.map((id) => [id, ALL[id] ?? []])) };
}

/** The documents of a package with some decisions. */
export function documentsOf({ decisions, domains }: Sample): string[] {
  return [
    ...RANDOM_VOCABULARY.filter((written) => {
      const { kind, id } = JSON.parse(written) as { kind: string; id: string };
      return kind !== 'Factor' || id in domains;
      // Nothing tests the collection of that vocabulary.
    }).map((written) => JSON.stringify({ ...(JSON.parse(written) as object), collections: undefined })),
    ...Object.entries(decisions).map(([id, rest]) => document('Decision', id, { ...rest, title: text(id) })),
    document('Role', 'r', { order: 1, decision: 'd' }),
  ];
}

/** A change of one decision, in place; false where there is nothing to change. */
type Mutation = (random: Random, decision: WrittenDecision, domains: Domains) => boolean;

const anyRule = (random: Random, decision: WrittenDecision): WrittenRule | undefined => pick(random, rulesOf(decision));
/** The list that holds a rule, and its place there. */
function placeOf(decision: WrittenDecision, rule: WrittenRule): { list: WrittenRule[]; at: number } {
  const lists = [
    decision.table?.rules ?? [],
    ...nodesOf(decision).flatMap(({ branches }) => (branches ? [branches] : [])),
  ];
  const list = lists.find((one) => one.includes(rule)) ?? [];
  return { list, at: list.indexOf(rule) };
}
const nodesOf = (decision: WrittenDecision): WrittenRule[] =>
  decision.tree === undefined ? [] : [decision.tree, ...rulesOf(decision)];
const testOf = (random: Random, decision: WrittenDecision, domains: Domains): [WrittenRule, string] | undefined => {
  const tests = rulesOf(decision).flatMap((rule) =>
    Object.keys(rule.when ?? {}).flatMap((id): [WrittenRule, string][] => (id in domains ? [[rule, id]] : [])),
  );
  return tests.length === 0 ? undefined : pick(random, tests);
};
const withoutTest = (when: Record<string, unknown>, factor: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(when).filter(([id]) => id !== factor));
const copyOf = (rule: WrittenRule): WrittenRule => JSON.parse(JSON.stringify(rule)) as WrittenRule;

/** The same answer with other outcomes or figures, in every part of it. */
const changed = (random: Random, answer: unknown): unknown => {
  if (typeof answer === 'number') return answer + 1 + below(random, 3);
  if (typeof answer === 'string')
    return pick(
      random,
      OUTCOMES.filter((id) => id !== answer),
    );
  if (Array.isArray(answer)) return pick(random, [OUTCOMES.slice(0, 2), OUTCOMES.slice(1), ['o1', 'o3']]);
  return Object.fromEntries(
    Object.entries(answer as object).map(([key, value]) => [key, key === 'within' ? value : changed(random, value)]),
  );
};

/** Every kind of fault that is put into packages. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'drop a rule': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at, 1);
    return list.length > 0;
  },
  'widen a test': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.when === undefined || factor === undefined) return false;
    rule.when = withoutTest(rule.when, factor);
    return true;
  },
  'change a test': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.when === undefined || factor === undefined) return false;
    rule.when = { ...rule.when, [factor]: pick(random, divided(random, factor)) };
    return true;
  },
  'add a test': (random, decision, domains) => {
    const rule = anyRule(random, decision);
    const factor = pick(random, Object.keys(domains));
    if (rule === undefined || factor in (rule.when ?? {})) return false;
    rule.when = { ...rule.when, [factor]: pick(random, divided(random, factor)) };
    return true;
  },
  'change an answer': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule?.then === undefined) return false;
    rule.then = changed(random, rule.then);
    return true;
  },
  'write a rule twice': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule === undefined) return false;
    const { list } = placeOf(decision, rule);
    list.push(copyOf(rule));
    return true;
  },
  'answer one condition twice': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule?.then === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at + 1, 0, { ...copyOf(rule), then: changed(random, rule.then) });
    return true;
  },
  'shadow a rule': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.then === undefined || factor === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at, 0, { when: { [factor]: rule.when?.[factor] }, then: copyOf(rule).then });
    return true;
  },
  'swap two rules': (random, { table }) => {
    if (table === undefined || table.rules.length < 2) return false;
    const at = below(random, table.rules.length - 1);
    table.rules.splice(at, 2, ...table.rules.slice(at, at + 2).reverse());
    return true;
  },
  'remove an else': (_, decision) => {
    if (decision.tree?.then !== undefined) {
      delete decision.tree.then;
      return true;
    }
    const { rules = [] } = decision.table ?? {};
    const last = rules.findIndex(({ when = {} }) => Object.keys(when).length === 0);
    if (last < 0 || rules.length < 2) return false;
    rules.splice(last, 1);
    return true;
  },
  'give one answer everywhere': (random, decision) => {
    const [first, ...others] = rulesOf(decision).filter(({ then }) => then !== undefined);
    if (first === undefined || others.length === 0) return false;
    const some = random() < 0.5 ? others : others.filter(() => random() < 0.5);
    for (const rule of some) rule.then = copyOf(first).then;
    return some.length > 0;
  },
  'stop telling values apart': (random, decision, domains) => {
    const [, factor] = testOf(random, decision, domains) ?? [];
    if (factor === undefined) return false;
    // The answers of rules that differ in this factor alone become the same.
    const byRest = new Map<string, unknown>();
    for (const rule of rulesOf(decision)) {
      const key = JSON.stringify(withoutTest(rule.when ?? {}, factor));
      if (rule.then === undefined) continue;
      if (byRest.has(key)) rule.then = byRest.get(key);
      else byRest.set(key, rule.then);
    }
    return true;
  },
  'split a rule in vain': (random, decision, domains) => {
    const rule = anyRule(random, decision);
    const factor = pick(random, Object.keys(domains));
    if (rule?.then === undefined || factor in (rule.when ?? {})) return false;
    const { list, at } = placeOf(decision, rule);
    const parts = divided(random, factor).map((test) => ({ ...copyOf(rule), when: { ...rule.when, [factor]: test } }));
    list.splice(at, 1, ...parts);
    return true;
  },
};

/** A copy of a package with one fault put into one of its decisions; undefined where that changes nothing. */
export function mutantOf({ decisions, domains }: Sample, mutation: string, random: Random): Sample | undefined {
  const copy = JSON.parse(JSON.stringify(decisions)) as WrittenDecisions;
  const able = Object.values(copy).filter((one) => rulesOf(one).length > 0);
  const decision = pick(random, able);
  const mutate = MUTATIONS[mutation];
  if (!mutate?.(random, decision, domains)) return undefined;
  if (JSON.stringify(copy) === JSON.stringify(decisions)) return undefined;
  return { decisions: copy, domains };
}
