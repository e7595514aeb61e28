import { has, type CodeSet } from './codes.js';
import { UNSTATED, type Variable } from './domain.js';
import { areOutcomes, sameSet, type OutputValues } from '../../language/outputs/values.js';

/** As the rule writes a test, for explanations. */
interface Written {
  /** What is tested: a factor, a decision or a collection. */
  readonly name: string;
  readonly test: unknown;
}

/** A test of one variable: which of its codes satisfy it. */
export interface VariableTest extends Written {
  readonly kind: 'variable';
  readonly variable: Variable;
  /** Where an item does not state the factor itself: the variable of the requirements. */
  readonly fallback: Variable | undefined;
  /** The codes that satisfy the test. */
  readonly accepts: CodeSet;
  /** Whether it requires by `stated: true` that something is stated: where nothing is, it is known to fail. */
  readonly requiresStated: boolean;
}

/** Whether a code is known to satisfy a test or to fail it; undefined where nothing is stated, so that a statement may still satisfy it. */
export function knownTruthOf({ accepts, requiresStated }: VariableTest, code: number): boolean | undefined {
  if (has(accepts, code)) return true;
  return code === UNSTATED && !requiresStated ? undefined : false;
}

/** A test of the outcome of another decision. */
export interface OutcomeTest extends Written {
  readonly kind: 'outcome';
  readonly decision: number;
  readonly output: number;
  readonly operator: 'equals' | 'includes' | 'excludes' | 'empty';
  readonly operand: unknown;
}

/** Whether an answer passes a test; null is no result. Only answers of outcomes are tested, which linking ensures. */
export function answerPasses({ operator, operand }: OutcomeTest, answer: OutputValues | null): boolean {
  const sets = answer !== null && areOutcomes(answer) ? answer : null;
  if (operator === 'empty') return (sets !== null && sets.length === 0) === operand;
  const wanted = (Array.isArray(operand) ? operand : [operand]) as readonly string[];
  if (operator === 'equals') return sets?.length === 1 && wanted.some((id) => sameSet(sets[0] ?? [], [id]));
  return (sets?.some((combo) => wanted.every((id) => combo.includes(id))) ?? false) === (operator === 'includes');
}

/** A test of a collection: some item satisfies all of these. */
export interface SomeTest extends Written {
  readonly kind: 'some';
  readonly collection: string;
  readonly tests: Tests;
}

/** The tests of a rule; all must hold. */
export interface Tests {
  readonly variables: readonly VariableTest[];
  readonly outcomes: readonly OutcomeTest[];
  readonly some: readonly SomeTest[];
}
