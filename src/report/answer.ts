import type { AnyVocabulary } from '../language/schema/vocabulary.js';
import type { WorkloadInput } from '../language/schema/workload.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import {
  bestCompatible,
  decide,
  decidingOpinion,
  type PlaceDecision,
  type StackDecision,
} from '../decide/stack/decide.js';
import type { Verdict } from '../decide/fit/judge.js';
import { namesOf, type NamedOutcome } from './present-fit.js';
import { programOf } from '../program/ir/lower.js';
import { readInput, today, type RecommendOptions } from './recommend.js';

/** What is answered for one role, or for one item of it, in ids alone. */
export interface RoleDecision {
  readonly role: string;
  readonly name?: string;
  readonly chosen: readonly NamedOutcome[];
  /** Which opinion decided; none where neither has a result. */
  readonly opinion?: 'guide' | 'fit';
  /** What the facts say of what is chosen. */
  readonly verdict?: Verdict;
  /** What the facts rank first. */
  readonly fitBest: readonly NamedOutcome[];
}

/**
 * The decision of {@link recommend} in ids alone: both opinions on every role, without texts, trace, open factors and id. For many workloads.
 *
 * @throws {DiagnosticError} when the workload is not valid; it holds everything that is wrong
 */
export function answer<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  workload: WorkloadInput<V>,
  options: Pick<RecommendOptions, 'asOf'> = {},
): RoleDecision[] {
  const read = readInput(knowledge, workload, options);
  const decision = decide(programOf(knowledge), read, options.asOf ?? today());
  return decision.places.map((decided) => roleDecision(decided, decision));
}

/** What is decided for one role, in ids alone. */
export function roleDecision(decided: PlaceDecision, decision: StackDecision): RoleDecision {
  const { role, item, pick, status } = decided;
  const opinion = decidingOpinion(decided);
  const best = status === 'not-needed' || status === 'omitted' ? undefined : bestCompatible(decision, decided);
  return {
    role: role.id,
    ...(item && { name: item.name }),
    chosen: pick === undefined ? [] : namesOf(pick.ranked.candidate, decision.surroundings),
    ...(opinion && { opinion }),
    ...(pick && { verdict: pick.ranked.verdict }),
    fitBest: best === undefined ? [] : namesOf(best.candidate, decision.surroundings),
  };
}
