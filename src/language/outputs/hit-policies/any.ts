import { sameValues } from '../values.js';
import { always, type HitPolicyEntry } from './policy.js';

/** Several rules may hit as long as their outputs are the same; rules with different outputs conflict. */
export const any = {
  id: 'any',
  symbol: 'A',
  relevantHits: Infinity,
  ordered: false,
  idempotent: always,
  conflicts: (sameOutput) => !sameOutput,
  combine: ([first = [], ...others]) => (others.every((output) => sameValues(output, first)) ? first : null),
} as const satisfies HitPolicyEntry;
