import type { Aggregate, HitPolicy } from '../language/schema/decision.js';
import { distinct, intersect, same, unite, type AnyOf } from './combos.js';
import { SILENT, type Result } from './evaluation.js';

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
  first: { enough: 1, together: ([first = SILENT]) => first },
  unique: { enough: 2, together: contradiction },
  any: {
    enough: Infinity,
    together(spoken) {
      const answers = answersOf(spoken);
      const [first = []] = answers;
      return answers.every((answer) => alike(answer, first))
        ? { answer: first, hits: hitsOf(spoken) }
        : contradiction(spoken);
    },
  },
  collect: {
    enough: Infinity,
    together: (spoken, aggregate) => ({ answer: AGGREGATES[aggregate](answersOf(spoken)), hits: hitsOf(spoken) }),
  },
};

const AGGREGATES: Readonly<Record<Aggregate, (answers: readonly AnyOf[]) => AnyOf>> = {
  list: (answers) => distinct(answers.flat()),
  union: unite,
  intersect,
};

/** Silent, and the rules that ought not to hit together are told. */
function contradiction(spoken: readonly Result[]): Result {
  return { answer: null, hits: hitsOf(spoken) };
}

const answersOf = (spoken: readonly Result[]): AnyOf[] => spoken.map(({ answer }) => answer ?? []);
const hitsOf = (spoken: readonly Result[]): Result['hits'] => spoken.flatMap(({ hits }) => hits);

/** Whether two answers allow the same combinations in the same order. */
export const alike = (a: AnyOf, b: AnyOf): boolean =>
  a.length === b.length && a.every((combo, n) => same(combo, b[n] ?? []));

/** After how many rules that speak the others need not be looked at. */
export const enough = (policy: HitPolicy): number => POLICIES[policy].enough;

/** Puts the answers of the rules that speak together. */
export function combine(policy: HitPolicy, aggregate: Aggregate, spoken: readonly Result[]): Result {
  const [first] = spoken;
  if (first === undefined) return SILENT;
  return spoken.length === 1 ? first : POLICIES[policy].together(spoken, aggregate);
}
