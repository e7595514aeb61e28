import {
  aggregateOf,
  BruteForce,
  type Input,
  type WrittenDecision,
  type WrittenDecisions,
  type WrittenRule,
} from './brute-force.js';

/** Something that is wrong with decisions, found by trying every input, and the problems of which one at least must be reported for it. */
export interface Fault {
  readonly kind: string;
  readonly decision?: string;
  readonly factor?: string;
  readonly codes: readonly string[];
  /** What may be reported and need not be. */
  readonly optional?: true;
}

/** The values of each factor that are tried, in their order; what is not stated is tried too. */
export type Domains = Readonly<Record<string, readonly unknown[]>>;

const DEAD = ['unreachable', 'masked', 'overlap', 'delegate-has-no-result', 'redundant'];
const NO_EFFECT = ['factor-without-effect', 'irrelevant-factor', 'unused-factor'];

/** Every input. */
export const inputsOf = (domains: Domains): Input[] =>
  Object.entries(domains).reduce<Input[]>(
    (all, [id, values]) =>
      all.flatMap((one) =>
        [undefined, ...values].map((value) => (value === undefined ? one : { ...one, [id]: value })),
      ),
    [{}],
  );

/** The rules of a table, or the nodes of a tree below its root. */
export function rulesOf({ table, tree }: WrittenDecision): WrittenRule[] {
  const below = (node: WrittenRule): WrittenRule[] => (node.branches ?? []).flatMap((one) => [one, ...below(one)]);
  return table?.rules ?? (tree === undefined ? [] : below(tree));
}

/** The same decisions without a rule, or without a branch and all below it. */
function without(decisions: WrittenDecisions, id: string, rule: WrittenRule): WrittenDecisions {
  const left = (node: WrittenRule): WrittenRule => ({
    ...node,
    branches: (node.branches ?? []).filter((one) => one !== rule).map(left),
  });
  const { table, tree, ...rest } = decisions[id] ?? {};
  return {
    ...decisions,
    [id]: {
      ...rest,
      ...(table && { table: { ...table, rules: table.rules.filter((one) => one !== rule) } }),
      ...(tree && { tree: left(tree) }),
    },
  };
}

/** Finds all that is wrong with decisions. `d` fills the role; the others are tested by it, or delegated to. */
export class Faults {
  private readonly inputs: readonly Input[];
  private readonly evaluated: readonly BruteForce[];
  private readonly read: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    private readonly decisions: WrittenDecisions,
    private readonly domains: Domains,
  ) {
    this.inputs = inputsOf(domains);
    this.evaluated = this.inputs.map((input) => new BruteForce(decisions, input));
    this.read = new Map(Object.keys(decisions).map((id) => [id, this.factorsBelow(id)]));
  }

  all(): Fault[] {
    return [
      ...Object.entries(this.decisions).flatMap(([id, decision]) => {
        const found = [
          ...this.ofResults(id, decision),
          ...this.ofRules(id, decision),
          ...this.ofFactors(id, decision),
          ...this.ofOrder(id, decision),
        ];
        if (!this.isUnused(id)) return found;
        // What nothing evaluates is reported once; the faults within have no effect.
        return [
          { kind: 'unused', decision: id, codes: ['unused-decision'] },
          ...found.map((one): Fault => ({ ...one, optional: true })),
        ];
      }),
      ...this.ofLevels(),
    ];
  }

  /** Whether nothing evaluates a decision. One of figures is evaluated by callers of the library. */
  private isUnused(id: string): boolean {
    return id !== 'd' && this.isLast(id) && !JSON.stringify(this.decisions[id]?.outputs ?? '').includes('quantity');
  }

  /** What references to outputs there are of a decision. */
  private outputs(id: string): string[] {
    const { outputs, vote } = this.decisions[id] ?? {};
    if (vote !== undefined) return [`${id}.winner`, `${id}.elected`];
    if (Array.isArray(outputs)) return outputs.map((name) => `${id}.${String(name)}`);
    return [id];
  }

  private answers(id: string, by: readonly BruteForce[] = this.evaluated): string[] {
    return by.map((one) =>
      this.outputs(id)
        .map((output) => one.answer(output))
        .join(),
    );
  }

  /** Whether no other decision reads a decision, so that nothing answers in its place. */
  private isLast(id: string): boolean {
    const others = Object.entries(this.decisions).flatMap(([name, decision]) => (name === id ? [] : [decision]));
    return !new RegExp(`"${id}[".]`).test(JSON.stringify(others));
  }

  private isPolled(id: string): boolean {
    return Object.values(this.decisions).some(({ vote }) => vote?.table === id);
  }

  private ofResults(id: string, decision: WrittenDecision): Fault[] {
    const found: Fault[] = [];
    const add = (kind: string, ...codes: string[]): void => void found.push({ kind, decision: id, codes });
    const factors = this.read.get(id) ?? new Set();
    const isRole = this.isLast(id);
    for (const [n, input] of this.inputs.entries()) {
      const one = this.evaluated[n];
      if (one === undefined) continue;
      for (const output of this.outputs(id)) {
        const result = one.of(output);
        if (result === 'conflict') add('conflict', 'overlap', 'masked');
        if (
          result !== null &&
          result.length === 0 &&
          aggregateOf(decision.table?.aggregate, output.split('.')[1] ?? '') === 'intersect'
        )
          add('nothing left', 'empty-intersection');
        const isWhole = [...factors].every((factor) => input[factor] !== undefined);
        if (isRole && isWhole && result === null) add('gap', 'gap');
      }
      if (decision.tree !== undefined && this.isJoined(id, decision.tree, one)) add('two answers', 'ambiguous');
    }
    if (JSON.stringify(decision.table?.aggregate ?? '').includes('list') && this.hasTwins(decision))
      add('two answers', 'ambiguous');
    if (isRole) found.push(...this.levelsAlone(id));
    return found;
  }

  /** Whether the branches that hit give a combination that none of them gives. */
  private isJoined(id: string, tree: WrittenRule, one: BruteForce): boolean {
    const result = one.of(id);
    const own = one.reached(tree).flatMap(({ then }) => (then === undefined ? [] : [JSON.stringify(then)]));
    return (
      Array.isArray(result) &&
      result.some((set) => String(set).includes('+')) &&
      !own.some((then) => then.includes('allOf'))
    );
  }

  private hasTwins({ table }: WrittenDecision): boolean {
    const rules = table?.rules ?? [];
    const key = ({ when = {} }: WrittenRule): string => JSON.stringify(Object.entries(when).sort());
    return rules.some((one, n) =>
      rules
        .slice(n + 1)
        .some((other) => key(one) === key(other) && JSON.stringify(one.then) !== JSON.stringify(other.then)),
    );
  }

  /** Levels that have no answer when they are stated alone, although others have. */
  private levelsAlone(id: string): Fault[] {
    const alone = (this.read.get(id)?.has('a') === true ? (this.domains['a'] ?? []) : []).map(
      (value) => new BruteForce(this.decisions, { a: value }).answer(id) === 'null',
    );
    return alone.includes(true) && alone.includes(false)
      ? [{ kind: 'level alone', decision: id, codes: ['level-without-result'] }]
      : [];
  }

  private ofRules(id: string, decision: WrittenDecision): Fault[] {
    const before = this.answers(id);
    const hits = (rule: WrittenRule, n: number): boolean => {
      const one = this.evaluated[n];
      if (one === undefined) return false;
      return decision.tree === undefined ? one.meets(rule) : one.reached(decision.tree).includes(rule);
    };
    return rulesOf(decision).flatMap((rule): Fault[] => {
      if (!this.inputs.some((_, n) => hits(rule, n))) return [{ kind: 'never hits', decision: id, codes: DEAD }];
      if (this.isPolled(id)) return [];
      const less = without(this.decisions, id, rule);
      const after = this.inputs.map((input) => this.answers(id, [new BruteForce(less, input)]).join());
      return after.every((answer, n) => answer === before[n])
        ? [{ kind: 'changes nothing', decision: id, codes: DEAD }]
        : [];
    });
  }

  /** Whether a decision answers the same for two values of a factor, whatever else is stated. */
  private isSame(id: string, factor: string, one: unknown, other: unknown): boolean {
    const answers = this.answers(id);
    const place = new Map(this.inputs.map((input, n) => [keyOf(input), n]));
    return this.inputs.every((input, n) => {
      if (JSON.stringify(input[factor]) !== JSON.stringify(one)) return true;
      const there = place.get(keyOf({ ...input, [factor]: other }));
      return there === undefined || answers[n] === answers[there];
    });
  }

  private ofFactors(id: string, decision: WrittenDecision): Fault[] {
    // A vote sees more of a table than its results.
    if (this.isPolled(id))
      return [{ kind: 'polled', decision: id, codes: [...NO_EFFECT, 'bound-without-effect'], optional: true }];
    const own = new Set(allWhens(decision).flatMap((when) => Object.keys(when)));
    return Object.entries(this.domains).flatMap(([factor, values]): Fault[] => {
      if (!own.has(factor)) return [];
      const same = (one: unknown, other: unknown): boolean => this.isSame(id, factor, one, other);
      if (factor === 's') return this.membersInVain(id, decision);
      if (values.slice(1).every((value) => same(values[0], value)))
        return [{ kind: 'factor in vain', decision: id, factor, codes: NO_EFFECT }];
      if (factor !== 'q') return [];
      return boundsIn(decision).flatMap((bound): Fault[] =>
        same(bound - 0.5, bound) && same(bound, bound + 0.5)
          ? [{ kind: 'bound in vain', decision: id, factor, codes: ['bound-without-effect'] }]
          : [],
      );
    });
  }

  /** Members of the set that the decision tests, and of which it makes no difference whether the set has them. */
  private membersInVain(id: string, decision: WrittenDecision): Fault[] {
    return ['m', 'n'].flatMap((member, n, all): Fault[] => {
      const other = all[1 - n] ?? '';
      if (!allWhens(decision).some(({ s }) => s !== undefined && JSON.stringify(s).includes(`"${member}"`))) return [];
      const inVain = this.isSame(id, 's', [], [member]) && this.isSame(id, 's', [other], ['m', 'n']);
      return inVain ? [{ kind: `member ${member} in vain`, decision: id, factor: 's', codes: NO_EFFECT }] : [];
    });
  }

  /** Neighbouring levels, and any two values of a choice, that no decision answers differently for. */
  private ofLevels(): Fault[] {
    const used = Object.keys(this.decisions).filter((id) => !this.isUnused(id));
    const tested = new Set(used.flatMap((id) => allWhens(this.decisions[id] ?? {}).flatMap(Object.keys)));
    return ['a', 'c'].flatMap((factor) => {
      const values = this.domains[factor] ?? [];
      if (!tested.has(factor)) return [];
      const pairs = values.flatMap((one, n) => values.slice(n + 1).map((other) => [one, other, n] as const));
      return pairs.flatMap(([one, other, n]): Fault[] =>
        used.every((id) => this.isPolled(id) || this.isSame(id, factor, one, other))
          ? [
              {
                kind: 'levels in vain',
                factor,
                codes: ['levels-without-effect', 'indistinguishable-levels', ...NO_EFFECT],
                ...((used.length < Object.keys(this.decisions).length ||
                  (factor === 'a' && other !== values[n + 1])) && {
                  optional: true,
                }),
              },
            ]
          : [],
      );
    });
  }

  private ofOrder(id: string, { order }: WrittenDecision): Fault[] {
    if (order === undefined) return [];
    const answers = this.answers(id);
    const place = new Map(this.inputs.map((input, n) => [keyOf(input), n]));
    const ranks = answers.map((answer) => {
      const [first] = (JSON.parse(answer) as string[] | null) ?? [];
      return first === undefined ? undefined : order.outcomes?.indexOf(first);
    });
    return (order.rises ?? []).flatMap((factor): Fault[] => {
      const values = this.domains[factor] ?? [];
      const broken = this.inputs.some((input, n) => {
        const at = values.findIndex((value) => value === input[factor]);
        return values.slice(at + 1).some((value) => {
          const low = ranks[n];
          const high = ranks[place.get(keyOf({ ...input, [factor]: value })) ?? -1];
          return at >= 0 && low !== undefined && high !== undefined && high < low;
        });
      });
      return broken ? [{ kind: 'against order', decision: id, factor, codes: ['against-order'] }] : [];
    });
  }

  /** The factors that a decision and all below it test. */
  private factorsBelow(id: string): Set<string> {
    const { vote, ...decision } = this.decisions[id] ?? {};
    const found = new Set<string>();
    const visit = (name: string): void => {
      for (const factor of this.factorsBelow(name.split('.')[0] ?? '')) found.add(factor);
    };
    if (vote !== undefined) visit(vote.table);
    for (const when of allWhens(decision))
      for (const name of Object.keys(when)) {
        if (this.decisions[name.split('.')[0] ?? ''] === undefined) found.add(name);
        else visit(name);
      }
    for (const { ask } of rulesOf(decision)) if (ask !== undefined) visit(ask);
    return found;
  }
}

const keyOf = (input: Input): string => JSON.stringify(Object.entries(input).sort());

const allWhens = (decision: WrittenDecision): Record<string, unknown>[] =>
  [...rulesOf(decision), ...(decision.tree === undefined ? [] : [decision.tree])].map(({ when = {} }) => when);

/** The figures that the rules of a decision mention. */
const boundsIn = (decision: WrittenDecision): number[] => [
  ...new Set(
    allWhens(decision).flatMap(({ q }) =>
      typeof q === 'number' ? [q] : Object.values(q ?? {}).filter((one) => typeof one === 'number'),
    ),
  ),
];
