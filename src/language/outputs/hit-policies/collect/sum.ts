import type { OutputValues } from '../../values.js';
import { never, type HitPolicyEntry } from '../policy.js';

/** `collect` with `sum`: the sum of the outputs of all rules that hit. */
export const sum = {
  id: 'collect',
  aggregate: 'sum',
  symbol: 'C+',
  takes: ['quantity'],
  relevantHits: Infinity,
  ordered: false,
  idempotent: never,
  conflicts: never,
  combine: (outputs) => [figuresIn(outputs).reduce((total, figure) => total + figure, 0)],
} as const satisfies HitPolicyEntry;

/**
 * The figures of several outputs.
 *
 * @throws {TypeError} when one is no figure; linking lets no such output through
 */
export function figuresIn(outputs: readonly OutputValues[]): readonly number[] {
  return outputs.flat().map((value) => {
    if (typeof value !== 'number') throw new TypeError(`no figure: ${String(value)}`);
    return value;
  });
}
