import { alike, combine } from '../program/hit-policy.js';
import type { AnyOf } from '../program/combos.js';
import type { ProgramRule, ProgramTable, TableDecision } from '../program/program.js';
import { isPlain } from './space.js';

/** Whether a rule answers an output, or asks another decision that may. */
export const speaksOf = ({ ask, answers }: ProgramRule, output: number): boolean =>
  ask !== undefined || answers?.[output] != null;

/** The outputs of a table that some rule answers. */
export const spokenOf = ({ outputs, body }: TableDecision): number[] =>
  outputs.flatMap((_, output) => (body.rules.some((rule) => speaksOf(rule, output)) ? [output] : []));

/** Whether the rule at a position answers an output, or asks another decision that may. */
export const speaksAt = (rules: readonly ProgramRule[], n: number, output: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && speaksOf(rule, output);
};

/** Whether the tests of variables are all that decides whether the rule at a position hits. */
export const isPlainAt = (rules: readonly ProgramRule[], n: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && isPlain(rule);
};

/** Whether two rules answer the same for an output. */
export function sayTheSame(a: ProgramRule | undefined, b: ProgramRule | undefined, output: number): boolean {
  const [mine, theirs] = [a?.answers?.[output], b?.answers?.[output]];
  return mine != null && theirs != null && alike(mine, theirs);
}

/** What a table answers for an output when rules say this, in their order; null where it is silent. */
export const answerOf = (
  { hitPolicy, aggregates }: ProgramTable,
  output: number,
  says: readonly AnyOf[],
): AnyOf | null =>
  combine(
    hitPolicy,
    aggregates[output] ?? 'list',
    says.map((answer) => ({ answer, hits: [] })),
  ).answer;

/** Whether two answers, or two silences, are the same. */
export const areAlike = (a: AnyOf | null, b: AnyOf | null): boolean =>
  a === null || b === null ? a === b : alike(a, b);
