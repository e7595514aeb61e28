import { always, never, type HitPolicyEntry } from '../policy.js';
import { figuresIn } from './sum.js';

/** `collect` with `min`: the least output of the rules that hit. */
export const min = {
  id: 'collect',
  aggregate: 'min',
  symbol: 'C<',
  takes: ['quantity'],
  relevantHits: Infinity,
  ordered: false,
  idempotent: always,
  conflicts: never,
  combine: (outputs) => [figuresIn(outputs).reduce((least, figure) => Math.min(least, figure))],
} as const satisfies HitPolicyEntry;
