import { has } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { SomeTest } from '../../program/ir/tests.js';
import { uncovered } from '../geometry/gaps.js';
import { assignmentOf, type ItemAssignment } from '../geometry/region.js';
import { difference } from '../../program/ir/codes.js';
import { spaceOf } from '../geometry/space.js';

/**
 * Finds an item for each test of items that must hold, such that no test that must fail holds for it.
 *
 * @param some by test, whether it must hold
 * @param codes what the workload itself states, which an item may inherit
 * @returns undefined where there are no such items
 */
export function itemsOf(
  some: ReadonlyMap<SomeTest, boolean>,
  codes: ReadonlyMap<Variable, number>,
): ItemAssignment[] | undefined {
  const items: ItemAssignment[] = [];
  for (const [test, holds] of some) {
    if (!holds) continue;
    // A test that reads another decision may fail for any item, so it excludes none.
    const others = [...some].flatMap(([other, is]) =>
      is || other.collection !== test.collection || !isPlain(other) ? [] : [other],
    );
    const space = spaceOf([test, ...others]);
    const [own = [], ...out] = space.boxes;
    const within = own.map((set, n) => {
      const { fallback } = space.columns[n] ?? {};
      const above = fallback === undefined ? UNSTATED : (codes.get(fallback) ?? UNSTATED);
      return above !== UNSTATED && has(set, UNSTATED) ? difference(set, [UNSTATED, UNSTATED]) : set;
    });
    const [free] = uncovered(within, [...out, ...space.impossible]);
    if (free === undefined) return undefined;
    items.push({ test, codes: assignmentOf(space, free).codes });
  }
  return items;
}

const isPlain = ({ tests }: SomeTest): boolean => tests.outcomes.length + tests.some.length === 0;
