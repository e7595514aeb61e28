import { always, never, type HitPolicyEntry } from './policy.js';

/** The first rule that hits answers; the rules after it are not read. */
export const first = {
  id: 'first',
  symbol: 'F',
  relevantHits: 1,
  ordered: true,
  idempotent: always,
  conflicts: never,
  combine: ([output = null]) => output,
} as const satisfies HitPolicyEntry;
