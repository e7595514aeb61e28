import { sameValues, type OutputValues } from '../../../language/outputs/values.js';
import type { ProgramRule, ProgramTable, TableDecision } from '../../../program/ir/program.js';
import { isSelfContained } from '../../geometry/space.js';

/** Whether a rule answers an output, or delegates to a decision that may. */
export const definesOutput = ({ ask, answers }: ProgramRule, output: number): boolean =>
  ask !== undefined || answers?.[output] != null;

/** The outputs of a table that some rule answers. */
export const definedOutputs = ({ outputs, body }: TableDecision): number[] =>
  outputs.flatMap((_, output) => (body.rules.some((rule) => definesOutput(rule, output)) ? [output] : []));

/** Whether the rule at a position answers an output, or delegates to a decision that may. */
export const definesOutputAt = (rules: readonly ProgramRule[], n: number, output: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && definesOutput(rule, output);
};

/** Whether the box of the rule at a position is exact: it tests variables only and delegates to no decision. */
export const isSelfContainedAt = (rules: readonly ProgramRule[], n: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && isSelfContained(rule);
};

/** Whether two rules answer the same for an output. */
export function sameOutput(a: ProgramRule | undefined, b: ProgramRule | undefined, output: number): boolean {
  const [mine, theirs] = [a?.answers?.[output], b?.answers?.[output]];
  return mine != null && theirs != null && sameValues(mine, theirs);
}

/** The result of a table for an output when rules give these answers, in their order; null for no result. */
export const combinedAnswer = (
  { policies }: ProgramTable,
  output: number,
  answers: readonly OutputValues[],
): OutputValues | null => (answers.length === 0 ? null : (policies[output]?.combine(answers) ?? null));
