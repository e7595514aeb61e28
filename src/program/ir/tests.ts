import { has, type CodeSet } from './codes.js';
import { UNSTATED, type Variable } from './domain.js';

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
