import { always, never, type HitPolicyEntry } from '../policy.js';
import { figuresIn } from './sum.js';

/** `collect` with `max`: the greatest output of the rules that hit. */
export const max = {
  id: 'collect',
  aggregate: 'max',
  symbol: 'C>',
  takes: ['quantity'],
  relevantHits: Infinity,
  ordered: false,
  idempotent: always,
  conflicts: never,
  combine: (outputs) => [figuresIn(outputs).reduce((greatest, figure) => Math.max(greatest, figure))],
} as const satisfies HitPolicyEntry;
