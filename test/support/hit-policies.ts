import type { HitPolicyEntry } from '../../src/language/outputs/hit-policies/policy.js';
import {
  AGGREGATES,
  findHitPolicy,
  HIT_POLICIES,
  needsAggregate,
} from '../../src/language/outputs/hit-policies/registry.js';

/** Every hit policy, and one with each of its aggregates, as knowledge can name them. */
export const hitPolicies = (): HitPolicyEntry[] =>
  HIT_POLICIES.flatMap((policy) =>
    (needsAggregate(policy) ? AGGREGATES : [undefined]).flatMap((aggregate) => findHitPolicy(policy, aggregate) ?? []),
  );
