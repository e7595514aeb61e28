import { holds } from './packages.js';

/** A rule, a node or a decision as its document has it. */
export type Written = Record<string, unknown>;
export interface WrittenRule {
  when?: Record<string, unknown>;
  then?: unknown;
  ask?: string;
  branches?: WrittenRule[];
}
/** One aggregate for all outputs, or one for each. */
export type Aggregates = string | Readonly<Record<string, string>>;

export interface WrittenDecision {
  order?: { outcomes?: string[]; rises?: string[]; falls?: string[] };
  outputs?: unknown;
  table?: { hitPolicy: string; aggregate?: Aggregates; rules: WrittenRule[] };
  tree?: WrittenRule;
  vote?: { table: string; ballot: string; within: string; elect: string };
}
export type WrittenDecisions = Record<string, WrittenDecision>;
export type Input = Readonly<Record<string, unknown>>;

/** An answer: outcome sets as texts, or figures; null for none, and `conflict` where the hit policy lets none through. */
type BruteAnswer = readonly (string | number)[] | null | 'conflict';

/** Evaluates decisions as their documents read, without any code of the product: what it says is compared with what `check` says. */
export class BruteForce {
  private readonly known = new Map<string, BruteAnswer>();

  constructor(
    private readonly decisions: WrittenDecisions,
    private readonly input: Input,
  ) {}

  /** The answer as one text; a conflict is no answer. */
  answer(id: string): string {
    const found = this.of(id);
    return found === 'conflict' ? 'null' : JSON.stringify(found);
  }

  of(reference: string): BruteAnswer {
    const before = this.known.get(reference);
    if (before !== undefined) return before;
    const [id = '', output = ''] = reference.split('.');
    const decision = this.decisions[id];
    if (decision === undefined) throw new Error(`no decision ${id}`);
    const found = this.decide(decision, output);
    this.known.set(reference, found);
    return found;
  }

  private decide({ table, tree, vote, outputs }: WrittenDecision, output: string): BruteAnswer {
    if (tree !== undefined) return this.node(tree);
    if (vote !== undefined) return this.voted(vote, output);
    const rules = table?.rules ?? [];
    const listed = Object.values((outputs ?? {}) as Record<string, { values?: string[] }>)[0]?.values;
    const hits = rules.flatMap((rule) => {
      const found = this.meets(rule) ? this.said(rule, output) : null;
      return found === null || found === 'conflict' ? [] : [found];
    });
    if (hits.length === 0) return null;
    return combined(table?.hitPolicy ?? '', aggregateOf(table?.aggregate, output), hits, listed);
  }

  meets({ when = {} }: WrittenRule): boolean {
    return Object.entries(when).every(([name, test]) =>
      this.decisions[name.split('.')[0] ?? ''] === undefined
        ? holds(name, test, this.input[name])
        : JSON.stringify(this.of(name)) === JSON.stringify([test]),
    );
  }

  private said({ then, ask }: WrittenRule, output: string): BruteAnswer {
    if (ask !== undefined) return this.of(ask);
    if (then === undefined) return null;
    const value = output === '' ? single(then) : (then as Written)[output];
    return value === undefined ? null : valuesOf(value);
  }

  /** The nodes of a tree that hit. */
  reached(node: WrittenRule): WrittenRule[] {
    return this.meets(node) ? [node, ...(node.branches ?? []).flatMap((one) => this.reached(one))] : [];
  }

  private node(node: WrittenRule): BruteAnswer {
    if (!this.meets(node)) return null;
    const below = (node.branches ?? []).flatMap((one) => {
      const found = this.node(one);
      return found === null || found === 'conflict' ? [] : [found];
    });
    return below.length > 0 ? united(below) : this.said(node, '');
  }

  private voted({ table, ballot, within, elect }: NonNullable<WrittenDecision['vote']>, output: string): BruteAnswer {
    const admitted = this.of(`${table}.${within}`);
    if (admitted === null || admitted === 'conflict' || admitted.length === 0) return null;
    const voters = (this.decisions[table]?.table?.rules ?? []).flatMap((rule) => {
      const then = (rule.then ?? {}) as Written;
      if (!this.meets(rule) || then[ballot] === undefined || then[elect] === undefined) return [];
      return [{ choice: valuesOf(then[ballot]), elected: valuesOf(then[elect]) }];
    });
    const votes = admitted.map((one) => voters.filter(({ choice }) => choice.includes(one)));
    const most = Math.max(...votes.map(({ length }) => length));
    if (output === 'winner') return admitted.filter((_, n) => votes[n]?.length === most);
    if (most === 0) return null;
    const parties = votes.filter(({ length }) => length === most);
    return [...new Set(parties.flatMap((party) => united(party.map(({ elected }) => elected))))];
  }
}

/** How an output is combined. */
export const aggregateOf = (aggregate: Aggregates | undefined, output: string): string | undefined =>
  typeof aggregate === 'object' ? aggregate[output] : aggregate;

/** What a rule of one named output says of it. */
const single = (then: unknown): unknown =>
  typeof then === 'object' && then !== null && 'out' in then ? (then as Written)['out'] : then;

/** The values of an answer as it is written: each outcome set as a text. */
function valuesOf(value: unknown): (string | number)[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return [value];
  const { allOf, anyOf } = value as { allOf?: string[]; anyOf?: unknown[] };
  return allOf === undefined ? (anyOf ?? []).flatMap(valuesOf) : [[...allOf].sort().join('+')];
}

function combined(
  policy: string,
  aggregate: string | undefined,
  hits: readonly (readonly (string | number)[])[],
  listed: readonly string[] | undefined,
): BruteAnswer {
  const [first = []] = hits;
  const rank = (one: readonly (string | number)[]): number => listed?.indexOf(String(one[0])) ?? 0;
  const ranked = hits.toSorted((a, b) => rank(a) - rank(b));
  const figures = hits.flat() as number[];
  switch (aggregate ?? policy) {
    case 'unique':
      return hits.length === 1 ? first : 'conflict';
    case 'first':
      return first;
    case 'any':
      return hits.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : 'conflict';
    case 'priority':
      return ranked[0] ?? null;
    case 'output-order':
      return [...new Set(ranked.flat())];
    case 'list':
      return [...new Set(hits.flat())];
    case 'union':
      return united(hits);
    case 'intersect':
      return first.filter((one) => hits.every((other) => other.includes(one)));
    case 'sum':
      return [figures.reduce((sum, one) => sum + one, 0)];
    case 'min':
      return [Math.min(...figures)];
    case 'max':
      return [Math.max(...figures)];
    case 'count':
      return [hits.length];
    default:
      throw new Error(`no policy ${policy}`);
  }
}

/** One set of each answer, joined; without those that contain another. */
function united(answers: readonly (readonly (string | number)[])[]): string[] {
  if (answers.length === 1) return (answers[0] ?? []).map(String);
  const parts = (set: string): string[] => set.split('+').filter((id) => id !== '');
  const joined = answers.reduce<string[]>(
    (all, answer) => [
      ...new Set(
        all.flatMap((one) =>
          answer.map((other) => [...new Set([...parts(one), ...parts(String(other))])].sort().join('+')),
        ),
      ),
    ],
    [''],
  );
  return joined.filter(
    (set) =>
      !joined.some(
        (other) => parts(other).length < parts(set).length && parts(other).every((id) => parts(set).includes(id)),
      ),
  );
}
