import { has } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import { ReadLog } from '../../program/eval/tracking-interpreter.js';
import type { Tests, VariableTest } from '../../program/ir/tests.js';
import type { Question } from '../variants/question.js';

/** The truth values that some tests may have; `unsaid` where what is not stated decides. */
export interface TruthSet {
  readonly canHold: boolean;
  readonly canFail: boolean;
  readonly canBeUnknown: boolean;
}

const ANY: TruthSet = { canHold: true, canFail: true, canBeUnknown: true };

/** Takes down the questions that rules look at. */
export class QuestionLog {
  readonly readLog = new ReadLog();
  private readonly questions: (readonly Question[])[] = [];

  /** The number of a look at some questions. */
  numberOf(questions: readonly Question[]): number {
    return this.questions.push(questions) - 1;
  }

  /** Does something; gives what comes of it with the questions that were looked at for it. */
  scoped<R>(act: () => R): { readonly result: R; readonly seen: readonly Question[] } {
    const { result, seen } = this.readLog.scoped(act);
    return { result, seen: [...new Set([...seen].flatMap((number) => this.questions[number] ?? []))] };
  }
}

/** What tests may say in one place while some questions are open: each of these may have any reply or none. */
export class PossibleTests {
  private readonly cache = new Map<Tests, { readonly truths: TruthSet; readonly causes: readonly Question[] }>();

  /**
   * @param evaluation notes the questions that it looks at
   * @param openQuestionOf the open question that a variable of the place stands for
   * @param causes takes the open questions that an answer hangs on
   */
  constructor(
    readonly evaluation: Evaluation,
    private readonly log: QuestionLog,
    private readonly isOpen: (question: Question) => boolean,
    private readonly openQuestionOf: (variable: Variable) => Question | undefined,
    readonly causes: Set<Question>,
  ) {}

  /** The truth values that some tests may have; those for undefined hold. */
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
    let [yes, no, unsaid, said] = [true, false, false, true];
    for (const test of variables) {
      const codes = this.codes(test);
      const holds = codes.some((code) => has(test.accepts, code));
      const open = has(test.accepts, UNSTATED) ? false : codes.includes(UNSTATED);
      no ||= codes.some((code) => code !== UNSTATED && !has(test.accepts, code));
      unsaid ||= open;
      yes &&= holds;
      said &&= holds || open;
    }
    return { canHold: yes, canFail: no, canBeUnknown: unsaid && said };
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
