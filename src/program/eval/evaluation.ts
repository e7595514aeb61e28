import { has, type Codes } from '../ir/codes.js';
import { type OutcomeSet, type OutputValue } from '../../language/outputs/values.js';
import { codeAt, type Variable } from '../ir/domain.js';
import type { Program, ProgramDecision, ProgramRule } from '../ir/program.js';
import {
  answerPasses,
  knownTruthOf,
  type OutcomeTest,
  type SomeTest,
  type Tests,
  type VariableTest,
} from '../ir/tests.js';

/** A rule that contributes to an output, and its answer. */
export interface Hit<V extends OutputValue = OutcomeSet> {
  readonly decision: ProgramDecision;
  readonly rule: ProgramRule;
  readonly answer: readonly V[];
}

/** The result of a decision for one of its outputs. */
export interface Result<V extends OutputValue = OutcomeSet> {
  /** Null where there is no result. */
  readonly answer: readonly V[] | null;
  /** The rules behind it, down to those that have an answer of their own; without a result, the rules that conflict under the hit policy. */
  readonly hits: readonly Hit<V>[];
}

export const NO_RESULT: Result<never> = { answer: null, hits: [] };

/** A test that failed. */
export type Failure = VariableTest | OutcomeTest | SomeTest;

/**
 * The results of the decisions for one set of codes, each evaluated once at most. There are two evaluations: the interpreter, which reads rule by
 * rule and is the reference, and the compiled one, which is fast.
 */
export abstract class Evaluation {
  private readonly results: (readonly Result<OutputValue>[] | undefined)[] = [];

  /**
   * @param items the codes of each item, by collection
   * @param above for an item: the evaluation of the workload that it belongs to
   */
  constructor(
    readonly program: Program,
    readonly codes: Codes,
    readonly items: ReadonlyMap<string, readonly Codes[]>,
    readonly above?: Evaluation,
  ) {}

  /** Records a test that another evaluation reads on behalf of this one; absent where nothing is recorded. */
  recordRead?(test: VariableTest): void;

  /** Records that neither a variable nor its fallback is stated; absent where nothing is recorded. */
  recordUnstated?(variable: Variable, fallback: Variable | undefined): void;

  protected abstract evaluate(decision: ProgramDecision): readonly Result<OutputValue>[];

  /** The evaluation of an item of this workload. */
  abstract ofItem(codes: Codes): Evaluation;

  /** The results of a decision, by output. */
  decide(number: number): readonly Result<OutputValue>[] {
    const known = this.results[number];
    if (known !== undefined) return known;
    const decision = this.program.decisions[number];
    if (decision === undefined) throw new RangeError(`no decision ${String(number)}`);
    // What is not decided for each item is the same for all of them.
    const shared = decision.each === undefined && this.above !== undefined;
    return (this.results[number] = shared ? this.above.decide(number) : this.evaluate(decision));
  }

  /**
   * The result of an output that answers outcomes, as those of every role, of every tested decision and of every vote do.
   */
  outcomes(decision: number, output: number): Result {
    return (this.decide(decision)[output] as Result | undefined) ?? NO_RESULT;
  }

  /** The tables evaluated so far that have no result since rules conflict under their hit policy. */
  conflicts(): ProgramDecision[] {
    return this.program.decisions.filter(
      ({ number, body }) =>
        body.form === 'table' && this.results[number]?.some(({ answer, hits }) => answer === null && hits.length > 0),
    );
  }

  /** The first test that fails, in the order: factors, outcomes of decisions, collections. */
  failure(tests: Tests): Failure | undefined {
    for (const test of tests.variables) if (!this.passes(test)) return test;
    return this.dependentFailure(tests);
  }

  /** The code that a test of a variable reads. */
  protected code({ variable, fallback }: VariableTest): number {
    return codeAt(this.codes, variable, fallback);
  }

  /** Whether the code that a test reads satisfies it. */
  protected passes(test: VariableTest): boolean {
    return has(test.accepts, this.code(test));
  }

  /** As {@link passes}, and undefined where it fails only since nothing is stated; `stated: true` is then known to fail. */
  protected knownTruth(test: VariableTest): boolean | undefined {
    return knownTruthOf(test, this.code(test));
  }

  /** Whether all tests hold; undefined where that depends on something that is not stated. */
  truth({ variables, outcomes, some }: Tests): boolean | undefined {
    let open = false;
    for (const test of variables) {
      const truth = this.knownTruth(test);
      if (truth === false) return false;
      if (truth === undefined) open = true;
    }
    if (this.dependentFailure({ outcomes, some }) !== undefined) return false;
    return open ? undefined : true;
  }

  /** The first of the tests that fail among those that need another decision or other items. */
  dependentFailure({ outcomes, some }: Pick<Tests, 'outcomes' | 'some'>): Failure | undefined {
    for (const test of outcomes) if (!this.outcomeHolds(test)) return test;
    for (const test of some) if (!this.someHolds(test)) return test;
    return undefined;
  }

  private outcomeHolds(test: OutcomeTest): boolean {
    return answerPasses(test, this.outcomes(test.decision, test.output).answer);
  }

  protected someHolds({ collection, tests }: SomeTest): boolean {
    return (this.items.get(collection) ?? []).some((codes) => this.ofItem(codes).failure(tests) === undefined);
  }
}
