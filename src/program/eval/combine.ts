import type { OutputValue } from '../../language/outputs/values.js';
import type { HitPolicyEntry } from '../../language/outputs/hit-policies/policy.js';
import { NO_RESULT, type Result } from './evaluation.js';

/**
 * Combines the results of the rules of a table that hit, for one output.
 *
 * @param policy of the output
 * @param results of the rules that have an output, in their order; at most as many as are relevant
 * @returns no answer, with the rules that conflict, where the policy does not let them hit for one input
 */
export function combineHits(policy: HitPolicyEntry, results: readonly Result<OutputValue>[]): Result<OutputValue> {
  const [first] = results;
  if (first === undefined) return NO_RESULT;
  const answer = policy.combine(results.map((result) => result.answer ?? []));
  if (results.length === 1 && answer === first.answer) return first;
  return { answer, hits: results.flatMap(({ hits }) => hits) };
}
