import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';

const within = (a: OutcomeSet, b: OutcomeSet): boolean => a.every((id) => b.includes(id));

/** Whether two answers contradict each other: no combination of the one is, or is part of, a combination of the other. */
export function contradict(a: Alternatives, b: Alternatives): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((mine) => b.some((theirs) => within(mine, theirs) || within(theirs, mine)))
  );
}
