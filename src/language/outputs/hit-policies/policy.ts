import type { OutputKind, OutputValues } from '../values.js';

/**
 * A hit policy (DMN 1.5, 8.2.11): which of the rules that hit count, and how their outputs become one answer. Evaluation, traces, checks,
 * linking and spreadsheets read these properties; none of them knows a policy by its name. `collect` has an entry for each aggregate.
 */
export interface HitPolicyEntry {
  /** As knowledge writes it. */
  readonly id: string;
  /** Of a policy that combines outputs: how, as knowledge writes it. */
  readonly aggregate?: string;
  /** As DMN writes it in the corner of a table; undefined where DMN has no such policy. */
  readonly symbol?: string;
  /** The kinds of output that it takes; every kind where it names none. */
  readonly takes?: readonly OutputKind[];
  /** The answer is how many outputs there are, whatever their kind. */
  readonly counts?: true;
  /** The rules are ordered by the `values` that the outputs of the decision list, not as they are written. */
  readonly ordersByValues?: true;
  /** How many rules that hit and have an output are needed at most: those after them cannot change the answer. */
  readonly relevantHits: number;
  /** Whether the answer depends on the order of the rules that hit. */
  readonly ordered: boolean;
  /** Whether two rules that hit for one input conflict, so that the table has no result there, given whether their outputs are the same. */
  readonly conflicts: (sameOutput: boolean) => boolean;
  /**
   * Whether an output of this kind that several rules have counts once, where the first of them has it: the maximum of 2, 2 is that of 2, while their sum is not.
   */
  readonly idempotent: (kind: OutputKind) => boolean;
  /** The answer offers the outputs of all rules, and the input does not determine which one is meant. */
  readonly offersChoice?: true;
  /** The answer may hold outcomes of several rules jointly, as no single rule does. */
  readonly joinsOutcomes?: true;
  /** The answer may be empty although every rule that hits allows something. */
  readonly mayLeaveNothing?: true;
  /**
   * Combines the outputs of the rules that hit.
   *
   * @param outputs of the relevant rules, in their order; one at least, all of one kind that it takes
   * @returns null where the rules conflict
   */
  readonly combine: (outputs: readonly OutputValues[]) => OutputValues | null;
}

/** For policies under which rules never conflict. */
export const never = (): boolean => false;

/** For policies under which a repeated output always counts once. */
export const always = (): boolean => true;
