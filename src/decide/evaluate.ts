import type { Aggregate } from '../language/schema/decision.js';
import { distinct, intersect, same, unite, type AnyOf } from '../program/combos.js';
import { UNSTATED } from '../program/domain.js';
import { codeAt, type Codes } from '../program/rule-index.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable, ProgramVote } from '../program/program.js';
import type { OutcomeTest, SomeTest, Tests, VariableTest } from '../program/tests.js';

/** A rule that had a say in an output, and what it said. */
export interface Hit {
  readonly decision: ProgramDecision;
  readonly rule: ProgramRule;
  readonly says: AnyOf;
}

/** What a decision answers for one of its outputs; null where it is silent. */
export interface Result {
  readonly answer: AnyOf | null;
  /** The rules behind it, down to those that answer by themselves. */
  readonly hits: readonly Hit[];
}

/** A test that failed. */
export type Failure = VariableTest | OutcomeTest | SomeTest;

/** The rules of one table whose tests all hold, by position; the two ways to find them must agree. */
type Matcher = (table: ProgramTable, evaluation: Evaluation) => readonly number[];

/** By the index of the table. */
export const byIndex: Matcher = ({ index, rules }, evaluation) =>
  index.candidates(evaluation.codes).filter((n) => {
    const tests = rules[n]?.tests;
    return tests !== undefined && evaluation.deepFailure(tests) === undefined;
  });

/** Rule by rule, test by test: slower, and able to say why a rule did not hit. */
export const byReading: Matcher = ({ rules }, evaluation) =>
  rules.flatMap(({ tests }, n) => (evaluation.failure(tests) === undefined ? [n] : []));

const SILENT: Result = { answer: null, hits: [] };

/** Decides for one set of codes; every decision is evaluated once at most. */
export class Evaluation {
  private readonly results = new Map<number, readonly Result[]>();
  /** Tables whose hit policy the rules that hit do not keep; these are silent. */
  readonly conflicts = new Set<ProgramDecision>();

  /**
   * @param items the codes of each item, by collection
   * @param above for an item: the evaluation of the workload that it belongs to
   */
  constructor(
    readonly program: Program,
    readonly codes: Codes,
    readonly items: ReadonlyMap<string, readonly Codes[]>,
    private readonly above?: Evaluation,
    private readonly match: Matcher = byIndex,
  ) {}

  /** The results of a decision, by output. */
  decide(number: number): readonly Result[] {
    const decision = this.program.decisions[number];
    if (decision === undefined) throw new RangeError(`no decision ${String(number)}`);
    // What is not decided for each item is the same for all of them.
    if (decision.each === undefined && this.above !== undefined) return this.above.decide(number);
    let results = this.results.get(number);
    if (results === undefined) this.results.set(number, (results = this.evaluate(decision)));
    return results;
  }

  /** The first test that fails, in the order: factors, outcomes of decisions, collections. */
  failure(tests: Tests): Failure | undefined {
    const { codes } = this;
    for (const test of tests.variables)
      if (test.accepts[codeAt(codes, test.variable, test.fallback)] !== 1) return test;
    return this.deepFailure(tests);
  }

  /** Whether some tests hold, as far as what is stated tells: undefined where that which is not stated decides. */
  truth({ variables, outcomes, some }: Tests): boolean | undefined {
    let open = false;
    for (const test of variables) {
      const code = codeAt(this.codes, test.variable, test.fallback);
      if (test.accepts[code] === 1) continue;
      if (code !== UNSTATED) return false;
      open = true;
    }
    if (this.deepFailure({ variables: [], outcomes, some }) !== undefined) return false;
    return open ? undefined : true;
  }

  /** The first of the tests that need another decision or other items. */
  deepFailure({ outcomes, some }: Tests): Failure | undefined {
    for (const test of outcomes) if (!this.outcomeHolds(test)) return test;
    for (const test of some) if (!this.someHolds(test)) return test;
    return undefined;
  }

  private outcomeHolds({ decision, output, operator, operand }: OutcomeTest): boolean {
    const answer = this.decide(decision)[output]?.answer ?? null;
    if (operator === 'empty') return (answer !== null && answer.length === 0) === operand;
    const wanted = (Array.isArray(operand) ? operand : [operand]) as readonly string[];
    if (operator === 'equals') return answer?.length === 1 && wanted.some((id) => same(answer[0] ?? [], [id]));
    return (answer?.some((combo) => wanted.every((id) => combo.includes(id))) ?? false) === (operator === 'includes');
  }

  private someHolds({ collection, tests }: SomeTest): boolean {
    return (this.items.get(collection) ?? []).some(
      (codes) => new Evaluation(this.program, codes, this.items, this, this.match).failure(tests) === undefined,
    );
  }

  private evaluate(decision: ProgramDecision): readonly Result[] {
    const { body } = decision;
    switch (body.form) {
      case 'table':
        return this.table(decision, body);
      case 'tree':
        return decision.outputs.map((_, output) => this.tree(decision, body.root, output));
      case 'vote':
        return this.vote(body);
    }
    return body satisfies never;
  }

  private table(decision: ProgramDecision, table: ProgramTable): readonly Result[] {
    const matched = this.match(table, this);
    return decision.outputs.map((_, output) => {
      const spoken: Result[] = [];
      for (const n of matched) {
        const rule = table.rules[n];
        const result = rule === undefined ? SILENT : this.says(decision, rule, output);
        if (result.answer === null) continue;
        spoken.push(result);
        if (table.hitPolicy === 'first') break;
      }
      const result = combine(table, table.aggregates[output] ?? 'list', spoken);
      if (result.answer === null && spoken.length > 1) this.conflicts.add(decision);
      return result;
    });
  }

  private says(decision: ProgramDecision, rule: ProgramRule, output: number): Result {
    if (rule.ask !== undefined) return this.decide(rule.ask.decision)[rule.ask.outputs[output] ?? 0] ?? SILENT;
    const says = rule.answers?.[output] ?? null;
    return says === null ? SILENT : { answer: says, hits: [{ decision, rule, says }] };
  }

  /** What the firing branches say, united; where none speaks, what the node itself says. */
  private tree(decision: ProgramDecision, node: ProgramRule, output: number): Result {
    if (this.failure(node.tests) !== undefined) return SILENT;
    const branches = (node.branches ?? [])
      .map((branch) => this.tree(decision, branch, output))
      .filter(({ answer }) => answer !== null);
    const own = this.says(decision, node, output);
    if (branches.length === 0) return own;
    const hits = [...own.hits, ...branches.flatMap((branch) => branch.hits)];
    return { answer: unite(branches.map(({ answer }) => answer ?? [])), hits };
  }

  private vote({ table: number, ballot, within, elect }: ProgramVote): readonly Result[] {
    const admitted = this.decide(number)[within] ?? SILENT;
    if (admitted.answer === null || admitted.answer.length === 0) return [SILENT, SILENT];
    const voters = this.voters(number, ballot, elect);
    const votes = admitted.answer.map((candidate) =>
      voters.filter(({ choice }) => choice.some((combo) => same(combo, candidate))),
    );
    const most = Math.max(...votes.map(({ length }) => length));
    const winners = admitted.answer.filter((_, n) => votes[n]?.length === most);
    const parties = votes.filter(({ length }) => length === most && most > 0);
    const hits = parties.flatMap((party) => party.map(({ hit }) => hit));
    const winner: Result = { answer: winners, hits: most === 0 ? admitted.hits : hits };
    if (parties.length === 0) return [winner, SILENT];
    return [winner, { answer: distinct(parties.flatMap((party) => unite(party.map(({ hit }) => hit.says)))), hits }];
  }

  private voters(number: number, ballot: number, elect: number): { choice: AnyOf; hit: Hit }[] {
    const decision = this.program.decisions[number];
    if (decision?.body.form !== 'table') return [];
    const { rules } = decision.body;
    return this.match(decision.body, this).flatMap((n) => {
      const rule = rules[n];
      const [choice, says] = [rule?.answers?.[ballot], rule?.answers?.[elect]];
      return rule === undefined || choice == null || says == null ? [] : [{ choice, hit: { decision, rule, says } }];
    });
  }
}

/** Puts the answers of the rules that hit together, as the hit policy says. */
function combine({ hitPolicy }: ProgramTable, aggregate: Aggregate, spoken: readonly Result[]): Result {
  const [first] = spoken;
  if (first === undefined) return SILENT;
  const answers = spoken.map(({ answer }) => answer ?? []);
  const hits = spoken.flatMap((result) => result.hits);
  switch (hitPolicy) {
    case 'first':
      return first;
    case 'unique':
      return spoken.length === 1 ? first : SILENT;
    case 'any':
      return answers.every((answer) => String(answer.map(String)) === String(answers[0]?.map(String)))
        ? { ...first, hits }
        : SILENT;
    case 'collect':
      if (aggregate === 'union') return { answer: unite(answers), hits };
      return { answer: aggregate === 'intersect' ? intersect(answers) : distinct(answers.flat()), hits };
  }
}
