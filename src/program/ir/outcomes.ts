import type { Answer } from '../../language/schema/knowledge/decision.js';
import type { Alternatives } from '../../language/outputs/values.js';

/** The outcome sets that an answer of a rule allows. */
export function alternativesOf(answer: Answer): Alternatives {
  if (typeof answer === 'string') return [[answer]];
  if ('allOf' in answer) return [[...answer.allOf].sort()];
  return answer.anyOf.flatMap(alternativesOf);
}
