import type { AnyOf, Combo } from '../program/combos.js';

const within = (a: Combo, b: Combo): boolean => a.every((id) => b.includes(id));

/** Whether two answers contradict each other: no combination of the one is, or is part of, a combination of the other. */
export function disagree(a: AnyOf, b: AnyOf): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((mine) => b.some((theirs) => within(mine, theirs) || within(theirs, mine)))
  );
}
