import { never, type HitPolicyEntry } from './policy.js';

/** At most one rule may hit. Two rules that hit for one input conflict, even with the same output. */
export const unique = {
  id: 'unique',
  symbol: 'U',
  // A second rule is enough to know of the conflict.
  relevantHits: 2,
  ordered: false,
  idempotent: never,
  conflicts: () => true,
  combine: ([first = null, ...others]) => (others.length === 0 ? first : null),
} as const satisfies HitPolicyEntry;
