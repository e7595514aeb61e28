import type { Tension, Trend } from '../language/schema/knowledge/package.js';
import { alternativesNamed } from '../decide/stack/nearness.js';
import type { StackDecision } from '../decide/stack/decide.js';

/** The tensions and trends that touch an answer, in the order of the knowledge. */
export function remarksOn<R extends Tension | Trend>(remarks: Iterable<R>, decision: StackDecision): R[] {
  const sources = new Set<string>();
  const named = new Set<string>();
  for (const { result, chosen, role } of decision.places) {
    for (const { rule } of result.hits) if (rule.rule.source !== undefined) sources.add(rule.rule.source);
    const { knowledge } = decision.evaluation.program;
    const others = (['alternatives', 'implementations'] as const).flatMap((key) =>
      alternativesNamed(role.id, result.hits, key, knowledge),
    );
    for (const id of [...(result.answer ?? []), chosen, ...others].flat()) named.add(id);
  }
  const { evaluation } = decision;
  const { conditions } = evaluation.program;
  return [...remarks].filter(({ touches }) =>
    (touches ?? []).some((touch) => {
      const tests = conditions.get(touch);
      if (tests !== undefined && evaluation.failure(tests) !== undefined) return false;
      if (touch.sources?.every((source) => sources.has(source)) === false) return false;
      return touch.named?.some((id) => named.has(id)) ?? true;
    }),
  );
}
