import { always, never, type HitPolicyEntry } from './policy.js';

/**
 * The rule answers whose output comes first in the list of `values` that the decision declares. With several such outputs, the first of them
 * that differs decides. Among rules of the same priority, the first one written answers.
 */
export const priority = {
  id: 'priority',
  symbol: 'P',
  ordersByValues: true,
  relevantHits: 1,
  ordered: true,
  idempotent: always,
  conflicts: never,
  combine: ([output = null]) => output,
} as const satisfies HitPolicyEntry;
