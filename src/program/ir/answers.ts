import type { Answer } from '../../language/schema/knowledge/decision.js';
import {
  areOutcomes,
  indexOfValue,
  type Alternatives,
  type OutcomeSet,
  type OutputValues,
} from '../../language/outputs/values.js';
import type { ProgramRule } from './program.js';

/** The outcome sets that an answer of a rule allows. */
export function alternativesOf(answer: Answer): Alternatives {
  if (typeof answer === 'string') return [[answer]];
  if ('allOf' in answer) return [[...answer.allOf].sort()];
  return answer.anyOf.flatMap(alternativesOf);
}

/** The outcome sets that a rule has for an output by itself; null where it has none, or has figures or texts. */
export function alternativesOfRule({ answers }: ProgramRule, output: number): Alternatives | null {
  const answer = answers?.[output];
  return answer != null && areOutcomes(answer) ? answer : null;
}

/** The outcome sets that a rule has by itself, of all outputs. */
export const outcomeSetsOf = (rule: ProgramRule): OutcomeSet[] =>
  (rule.answers ?? []).flatMap((_, output) => alternativesOfRule(rule, output) ?? []);

/**
 * The rules in the order of their priority: by the first output whose values differ in priority, else as they are written. Of several
 * alternatives, the preferred one counts; a rule without an output comes after those that have it.
 *
 * @param listed by output, its values from the highest priority to the lowest; undefined for an output without an order
 */
export function byPriority(
  rules: readonly ProgramRule[],
  listed: readonly (OutputValues | undefined)[],
): readonly ProgramRule[] {
  const ranked = rules.map((rule) => ({
    rule,
    ranks: listed.flatMap((values, output): number[] => {
      if (values === undefined) return [];
      const rank = indexOfValue(values, rule.answers?.[output]?.[0]);
      return [rank < 0 ? values.length : rank];
    }),
  }));
  // Sorting keeps the written order of equals.
  ranked.sort((a, b) => a.ranks.map((rank, n) => rank - (b.ranks[n] ?? 0)).find((apart) => apart !== 0) ?? 0);
  return ranked.map(({ rule }) => rule);
}
