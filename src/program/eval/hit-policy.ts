import type { Aggregate, HitPolicy } from '../../language/schema/knowledge/decision.js';
import { distinctSets, intersectionOf, sameSet, unionOf, type Alternatives } from '../ir/outcomes.js';
import { NO_RESULT, type Result } from './evaluation.js';

/**
 * How the rules that hit make one answer (DMN 1.5, 8.2.11). A policy that DMN has and we have not, such as priority, is one more entry
 * here: both ways of evaluating a table, and the checks, ask nothing else of it.
 */
interface Policy {
  /** After how many rules that speak, in their order, nothing that follows can change the answer. */
  readonly enough: number;
  /** What the rules that speak answer together; two at least, in their order, and no more than are enough. */
  readonly together: (spoken: readonly Result[], aggregate: Aggregate) => Result;
}

const POLICIES: Readonly<Record<HitPolicy, Policy>> = {
  first: { enough: 1, together: ([first = NO_RESULT]) => first },
  unique: { enough: 2, together: contradiction },
  any: {
    enough: Infinity,
    together(spoken) {
      const answers = answersOf(spoken);
      const [first = []] = answers;
      return answers.every((answer) => sameAlternatives(answer, first))
        ? { answer: first, hits: hitsOf(spoken) }
        : contradiction(spoken);
    },
  },
  collect: {
    enough: Infinity,
    together: (spoken, aggregate) => ({ answer: AGGREGATES[aggregate](answersOf(spoken)), hits: hitsOf(spoken) }),
  },
};

const AGGREGATES: Readonly<Record<Aggregate, (answers: readonly Alternatives[]) => Alternatives>> = {
  list: (answers) => distinctSets(answers.flat()),
  union: unionOf,
  intersect: intersectionOf,
};

/** Silent, and the rules that ought not to hit together are told. */
function contradiction(spoken: readonly Result[]): Result {
  return { answer: null, hits: hitsOf(spoken) };
}

const answersOf = (spoken: readonly Result[]): Alternatives[] => spoken.map(({ answer }) => answer ?? []);
const hitsOf = (spoken: readonly Result[]): Result['hits'] => spoken.flatMap(({ hits }) => hits);

/** Whether two answers allow the same combinations in the same order. */
export const sameAlternatives = (a: Alternatives, b: Alternatives): boolean =>
  a.length === b.length && a.every((combo, n) => sameSet(combo, b[n] ?? []));

/** After how many rules that speak the others need not be looked at. */
export const maxRelevantHits = (policy: HitPolicy): number => POLICIES[policy].enough;

/** Puts the answers of the rules that speak together. */
export function combineHits(policy: HitPolicy, aggregate: Aggregate, spoken: readonly Result[]): Result {
  const [first] = spoken;
  if (first === undefined) return NO_RESULT;
  return spoken.length === 1 ? first : POLICIES[policy].together(spoken, aggregate);
}
