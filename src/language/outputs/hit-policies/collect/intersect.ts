import { sameSet, type Alternatives, type OutputValues } from '../../values.js';
import { always, never, type HitPolicyEntry } from '../policy.js';

/** `collect` with `intersect`: the sets that every rule that hits allows, in the order of the first rule. */
export const intersect = {
  id: 'collect',
  aggregate: 'intersect',
  relevantHits: Infinity,
  ordered: true,
  idempotent: always,
  conflicts: never,
  takes: ['outcome'],
  mayLeaveNothing: true,
  combine(outputs: readonly OutputValues[]): Alternatives {
    const [first = [], ...others] = outputs as readonly Alternatives[];
    if (others.length === 0) return first;
    return first.filter((set) => others.every((output) => output.some((other) => sameSet(set, other))));
  },
} as const satisfies HitPolicyEntry;
