import type { PlaceDecision } from './decide.js';
import { distinctSets, type Alternatives } from '../../language/outputs/values.js';
import { completionsOf } from '../../program/eval/completions.js';

/** Where the rest can be stated in more ways, no answers are listed: nobody reads them, and it takes long to find them. */
const MAX_COMPLETIONS = 10_000;

const known = new WeakMap<PlaceDecision, Alternatives | null>();

/**
 * Where nothing is chosen since the rules have no result for what is stated: all that they can still answer, by what is not stated. Undefined elsewhere, and
 * where that is too much to examine.
 */
export function possibleAnswers(decided: PlaceDecision): Alternatives | undefined {
  const { status, result, evaluation, role } = decided;
  if (status !== 'no-result' || result.answer !== null || result.hits.length > 0) return undefined;
  let found = known.get(decided);
  if (found === undefined) {
    const { results, isComplete } = completionsOf(evaluation, role.decision, role.output, {
      maxCompletions: MAX_COMPLETIONS,
    });
    found = isComplete ? distinctSets(results.flatMap(({ answer }) => answer ?? [])) : null;
    known.set(decided, found);
  }
  return found ?? undefined;
}
