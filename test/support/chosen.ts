import type { AnyRecommendation, RoleAnswer } from '../../src/index.js';

/** What is answered for a role, or for one of several items of it. */
export const role = ({ stack }: AnyRecommendation, id: string, n = 0): RoleAnswer => {
  const answer = [stack[id] ?? []].flat()[n];
  if (answer === undefined) throw new Error(`no ${id}`);
  return answer;
};
/** What is chosen for it, in ids. */
export const chosen = (recommendation: AnyRecommendation, id: string, n = 0): string[] =>
  role(recommendation, id, n).chosen.map((c) => c.id);
