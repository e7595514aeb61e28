import { distinctSets } from '../values.js';
import { never, type HitPolicyEntry } from './policy.js';

/** `collect` with `list`: any of the outputs will do. They keep the order of the rules, and each is listed once. */
export const list = {
  id: 'collect',
  aggregate: 'list',
  symbol: 'C',
  relevantHits: Infinity,
  ordered: true,
  idempotent: true,
  conflicts: never,
  offersChoice: true,
  combine: (outputs) => (outputs.length === 1 ? (outputs[0] ?? []) : distinctSets(outputs.flat())),
} as const satisfies HitPolicyEntry;
