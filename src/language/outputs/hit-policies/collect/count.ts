import { never, type HitPolicyEntry } from '../policy.js';

/** `collect` with `count`: how many rules that hit have the output. Where no rule hits, there is no result, not zero. */
export const count = {
  id: 'collect',
  aggregate: 'count',
  symbol: 'C#',
  counts: true,
  relevantHits: Infinity,
  ordered: false,
  idempotent: never,
  conflicts: never,
  combine: (outputs) => [outputs.length],
} as const satisfies HitPolicyEntry;
