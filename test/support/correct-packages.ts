import { document, text } from './documents.mjs';
import { RANDOM_VOCABULARY } from './packages.js';
import type { Aggregates, WrittenDecision, WrittenDecisions, WrittenRule } from './brute-force.js';
import type { Domains } from './faults.js';

/** A source of random numbers, each from 0 to below 1. */
export type Random = () => number;

const ALL: Domains = {
  a: ['l1', 'l2', 'l3'],
  b: [false, true],
  c: ['x', 'y', 'z'],
  q: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5],
  s: [[], ['m'], ['n'], ['m', 'n']],
};
/** The outcomes that rules answer. */
export const OUTCOMES = ['o1', 'o2', 'o3'];

/** Decisions of a package, and the factors that it has. */
export interface Sample {
  readonly decisions: WrittenDecisions;
  readonly domains: Domains;
}

export const below = (random: Random, n: number): number => Math.floor(random() * n);
export const pick = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)] as T;
const shuffled = <T>(random: Random, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, by: random() }))
    .sort((x, y) => x.by - y.by)
    .map(({ one }) => one);

/** Conditions on a factor that divide its values in two or three. */
export function divided(random: Random, factor: string): unknown[] {
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
