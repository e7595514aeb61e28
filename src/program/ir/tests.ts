import type { CodeSet } from './codes.js';
import type { Variable } from './domain.js';

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
