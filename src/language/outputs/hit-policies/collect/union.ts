import { distinctSets, type Alternatives, type OutputValues } from '../../values.js';
import { always, never, type HitPolicyEntry } from '../policy.js';

/** `collect` with `union`: what satisfies all rules that hit. */
export const union = {
  id: 'collect',
  aggregate: 'union',
  relevantHits: Infinity,
  ordered: true,
  idempotent: always,
  conflicts: never,
  takes: ['outcome'],
  joinsOutcomes: true,
  combine: (outputs: readonly OutputValues[]): Alternatives => unionOf(outputs as readonly Alternatives[]),
} as const satisfies HitPolicyEntry;

const NOTHING_NEEDED: Alternatives = [[]];

/**
 * What satisfies all of several answers: one set of each, joined. Where a joined set contains another, the smaller one is enough and the larger one is
 * dropped.
 */
export function unionOf(answers: readonly Alternatives[]): Alternatives {
  if (answers.length === 1) return answers[0] ?? NOTHING_NEEDED;
  const joined = answers.reduce(
    (all, answer) => distinctSets(all.flatMap((a) => answer.map((b) => [...new Set([...a, ...b])].sort()))),
    NOTHING_NEEDED,
  );
  return joined.filter(
    (set) => !joined.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
  );
}
