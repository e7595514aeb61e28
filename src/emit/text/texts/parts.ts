import type { Expected } from '../../../language/schema/results/interview.js';
import type { Named } from '../../../language/schema/results/recommendation.js';

/** The ids of the combinations of an outcome, each joined by `+`. */
export const combinationIds = (outcome: readonly Named[]): string[] =>
  outcome.map((one) => (typeof one === 'string' ? one : one.allOf.join(' + ') || '∅'));

/** Whether the most questions that can be asked are so far above the least that the figure does not inform a reader. */
export const isVague = ({ atLeast, atMost }: Extract<Expected, { exact: false }>): boolean =>
  atMost > 20 && atMost > 3 * atLeast;

/** A number with at most one decimal. */
export const rounded = (n: number): string => String(Math.round(n * 10) / 10);
