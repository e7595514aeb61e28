import type { CodeSet } from './codes.js';
import type { Variable } from './domain.js';

/** A test of one variable: which of its codes satisfy it. */
export interface VariableTest {
  readonly variable: Variable;
  /** Where an item does not state the factor itself: the variable of the requirements. */
  readonly fallback?: Variable;
  /** The codes that satisfy the test. */
  readonly accepts: CodeSet;
  /** As the rule writes it, for explanations. */
  readonly name: string;
  readonly test: unknown;
}

/** A test of the outcome of another decision. */
export interface OutcomeTest {
  readonly decision: number;
  readonly output: number;
  readonly operator: 'equals' | 'includes' | 'excludes' | 'empty';
  readonly operand: unknown;
  readonly name: string;
  readonly test: unknown;
}

/** A test of a collection: some item satisfies all of these. */
export interface SomeTest {
  readonly collection: string;
  readonly tests: Tests;
  readonly name: string;
  readonly test: unknown;
}

/** What a rule asks; all must hold. */
export interface Tests {
  readonly variables: readonly VariableTest[];
  readonly outcomes: readonly OutcomeTest[];
  readonly some: readonly SomeTest[];
}
