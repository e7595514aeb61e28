import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import { ReadLog } from '../../program/eval/tracking-interpreter.js';
import { knownTruthOf, type Tests, type VariableTest } from '../../program/ir/tests.js';
import type { Question } from '../variants/question.js';

/** The truth values that some tests may have: true, false, or unknown because something is not stated. */
export interface TruthSet {
  readonly canHold: boolean;
  readonly canFail: boolean;
  readonly canBeUnknown: boolean;
}

const ANY: TruthSet = { canHold: true, canFail: true, canBeUnknown: true };

/** Records the questions that rules read. */
export class QuestionLog {
  readonly readLog = new ReadLog();
  private readonly questions: (readonly Question[])[] = [];

  /** The number by which a read of some questions is recorded. */
  numberOf(questions: readonly Question[]): number {
    return this.questions.push(questions) - 1;
  }

  /** Runs a function; gives its result with the questions that it read. */
  scoped<R>(act: () => R): { readonly result: R; readonly seen: readonly Question[] } {
    const { result, seen } = this.readLog.scoped(act);
    return { result, seen: [...new Set([...seen].flatMap((number) => this.questions[number] ?? []))] };
  }
}

/** The truth values of tests for one place while some questions are open: each open question may have any reply, or none. */
export class PossibleTests {
  private readonly cache = new Map<Tests, { readonly truths: TruthSet; readonly causes: readonly Question[] }>();

  /**
   * @param evaluation records the questions that it reads in the log
   * @param openQuestionOf the open question that a variable of the place stands for
   * @param causes collects the open questions that a truth value depends on
   */
  constructor(
    readonly evaluation: Evaluation,
    private readonly log: QuestionLog,
    private readonly isOpen: (question: Question) => boolean,
    private readonly openQuestionOf: (variable: Variable) => Question | undefined,
    readonly causes: Set<Question>,
  ) {}

  /** The truth values that some tests may have; no tests always hold. */
  truths(tests: Tests | undefined): TruthSet {
    if (tests === undefined) return { canHold: true, canFail: false, canBeUnknown: false };
    let found = this.cache.get(tests);
    if (found === undefined) {
      const { result, seen } = this.log.scoped(() => this.evaluation.truth(tests));
      const causes = seen.filter(this.isOpen);
      const truths =
        causes.length > 0
          ? this.truthsOf(tests)
          : { canHold: result === true, canFail: result === false, canBeUnknown: result === undefined };
      this.cache.set(tests, (found = { truths, causes }));
    }
    if (isUndetermined(found.truths)) for (const cause of found.causes) this.causes.add(cause);
    return found.truths;
  }

  private truthsOf({ variables, outcomes, some }: Tests): TruthSet {
    if (outcomes.length + some.length > 0) return ANY;
    let [canHold, canFail, canBeUnknown, neverFails] = [true, false, false, true];
    for (const test of variables) {
      const truths = this.codes(test).map((code) => knownTruthOf(test, code));
      const holds = truths.includes(true);
      const isOpen = truths.includes(undefined);
      canFail ||= truths.includes(false);
      canBeUnknown ||= isOpen;
      canHold &&= holds;
      neverFails &&= holds || isOpen;
    }
    return { canHold, canFail, canBeUnknown: canBeUnknown && neverFails };
  }

  /** The codes that a test may find. */
  private codes({ variable, fallback }: VariableTest): number[] {
    const own = this.codesOf(variable);
    if (fallback === undefined || !own.includes(UNSTATED)) return own;
    return [...own.filter((code) => code !== UNSTATED), ...this.codesOf(fallback)];
  }

  private codesOf(variable: Variable): number[] {
    if (this.openQuestionOf(variable) === undefined) return [this.evaluation.codes[variable.index] ?? UNSTATED];
    return Array.from({ length: variable.size }, (_, code) => code);
  }
}

/** Whether tests may have more than one truth value. */
export const isUndetermined = ({ canHold, canFail, canBeUnknown }: TruthSet): boolean =>
  Number(canHold) + Number(canFail) + Number(canBeUnknown) > 1;
