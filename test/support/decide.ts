import {
  loadKnowledge,
  recommend,
  type AnyRecommendation,
  type KnowledgeBase,
  type RoleAnswer,
  type AnyVocabulary,
  type WorkloadInput,
} from '../../src/index.js';

/** The knowledge that ships. */
export const builtin: KnowledgeBase = loadKnowledge();
/** The day that tests judge by. */
export const asOf = '2026-11-23';
/** Recommends on that day. */
export const decide = (
  workload: WorkloadInput<AnyVocabulary>,
  options: Parameters<typeof recommend>[2] = {},
): AnyRecommendation => recommend(builtin, workload, { asOf, ...options });
/** The answer for a role, the first where there are several. */
export const role = (recommendation: AnyRecommendation, name: string): RoleAnswer => {
  const found = [recommendation.stack[name]].flat()[0];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
/** What is chosen, in ids. */
export const ids = (chosen: RoleAnswer['chosen']): string[] => chosen.map(({ id }) => id);
