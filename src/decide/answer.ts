import type { KnowledgeBase } from '../load/knowledge.js';
import { decide, type Decided } from './decide.js';
import type { Candidate } from '../program/fit.js';
import type { Verdict } from './judge.js';
import { outcomesOf } from './present-fit.js';
import { programOf, readInput, today, type RecommendOptions, type WorkloadInput } from './recommend.js';

/** A technology, and what realises it where it is an interface. */
export interface Named {
  readonly id: string;
  readonly by?: string;
}

/** What is answered for one role, or for one item of it, in ids alone. */
export interface RoleDecision {
  readonly role: string;
  readonly name?: string;
  readonly chosen: readonly Named[];
  /** Which opinion decided; none where nothing is chosen. */
  readonly opinion?: 'guide' | 'fit';
  /** What the facts say of what is chosen. */
  readonly verdict?: Verdict;
  /** What the facts rank first. */
  readonly fitBest: readonly Named[];
}

/**
 * The decision of {@link recommend} in ids alone: both opinions on every role, without texts, trace, open factors and id. For many workloads.
 *
 * @throws {DiagnosticError} when the workload is not valid; it holds everything that is wrong
 */
export function answer(
  knowledge: KnowledgeBase,
  workload: WorkloadInput,
  options: Pick<RecommendOptions, 'asOf'> = {},
): RoleDecision[] {
  const read = readInput(knowledge, workload, options);
  return decide(programOf(knowledge), read, options.asOf ?? today()).roles.map(roleDecision);
}

function roleDecision({ role, item, pick, field, standing, result }: Decided): RoleDecision {
  const best = standing === 'not-needed' ? undefined : field.firstBeside(pick?.ranked);
  return {
    role: role.id,
    ...(item && { name: item.name }),
    chosen: pick === undefined ? [] : names(pick.ranked.candidate),
    ...(pick && {
      opinion: result.answer === null || standing === 'nearest' ? 'fit' : 'guide',
      verdict: pick.ranked.verdict,
    }),
    fitBest: best === undefined ? [] : names(best.candidate),
  };
}

function names(candidate: Candidate): Named[] {
  const { by } = candidate;
  return outcomesOf(candidate).map((id) => (by?.interface === id ? { id, by: by.technology } : { id }));
}
