import { sameValues, type OutputValues } from '../../../language/outputs/values.js';
import type { ProgramRule, ProgramTable, TableDecision } from '../../../program/ir/program.js';
import { isSelfContained } from '../../geometry/space.js';

/** Whether a rule answers an output, or asks another decision that may. */
export const definesOutput = ({ ask, answers }: ProgramRule, output: number): boolean =>
  ask !== undefined || answers?.[output] != null;

/** The outputs of a table that some rule answers. */
export const definedOutputs = ({ outputs, body }: TableDecision): number[] =>
  outputs.flatMap((_, output) => (body.rules.some((rule) => definesOutput(rule, output)) ? [output] : []));

/** Whether the rule at a position answers an output, or asks another decision that may. */
export const definesOutputAt = (rules: readonly ProgramRule[], n: number, output: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && definesOutput(rule, output);
};

/** Whether the tests of variables are all that decides whether the rule at a position hits. */
export const isPlainAt = (rules: readonly ProgramRule[], n: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && isSelfContained(rule);
};

/** Whether two rules answer the same for an output. */
export function sameOutput(a: ProgramRule | undefined, b: ProgramRule | undefined, output: number): boolean {
  const [mine, theirs] = [a?.answers?.[output], b?.answers?.[output]];
  return mine != null && theirs != null && sameValues(mine, theirs);
}

/** What a table answers for an output when rules say this, in their order; null where it is silent. */
export const answerOf = (
  { policies }: ProgramTable,
  output: number,
  says: readonly OutputValues[],
): OutputValues | null => (says.length === 0 ? null : (policies[output]?.combine(says) ?? null));

/** Whether two answers, or two silences, are the same. */
export const areAlike = (a: OutputValues | null, b: OutputValues | null): boolean =>
  a === null || b === null ? a === b : sameValues(a, b);
