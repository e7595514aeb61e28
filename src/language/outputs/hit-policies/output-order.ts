import { listOf, listsOnce } from './collect/list.js';
import { never, type HitPolicyEntry } from './policy.js';

/** The outputs of all rules that hit, in the order of the `values` that the decision declares. */
export const outputOrder = {
  id: 'output-order',
  symbol: 'O',
  ordersByValues: true,
  relevantHits: Infinity,
  ordered: true,
  idempotent: listsOnce,
  conflicts: never,
  combine: listOf,
} as const satisfies HitPolicyEntry;
