import type { IndexReason } from '../../../../language/schema/results/compiled.js';

/** The texts of `whichstack debug`. Names of the program are shown as they are. */
export interface DebugTexts {
  /** The head of the program, with how much it holds. */
  readonly program: (counts: { variables: number; decisions: number; rules: number }) => string;
  /** Above the variables: what code 0 is, and what the odd codes of a quantity are. */
  readonly variables: string;
  readonly hitPolicy: (policy: string) => string;
  readonly aggregate: (aggregate: string) => string;
  readonly each: (collection: string) => string;
  readonly outputs: (outputs: readonly string[]) => string;
  /** A rule without tests. */
  readonly always: string;
  /** Of a variable of an item: where its code comes from when the item does not state it. */
  readonly fallback: (variable: string) => string;
  readonly delegates: (decision: string) => string;
  readonly noAnswer: string;
  readonly nothingNeeded: string;
  readonly vote: (vote: { table: string; ballot: string; within: string; elect: string }) => string;
  /** Which index a table has, and why. */
  readonly index: Readonly<Record<IndexReason, string>>;
  /** Whether the codes of the input determine the result, so that no other decision and no item is needed. */
  readonly pure: string;
  readonly dependent: string;
  readonly bitmap: (shape: { columns: number; words: number; bytes: number }) => string;
  readonly tree: (shape: { cuts: number; leaves: number; depth: number; copies: number; bytes: number }) => string;
  readonly column: (shape: { variable: string; buckets: number; codesPerBucket: number }) => string;
  readonly rules: (count: number) => string;
  /** The head of the read set of a place. */
  readonly reads: (of: { place: string; choice: string; dependencies: number }) => string;
  readonly noChoice: string;
  readonly notStated: string;
}
