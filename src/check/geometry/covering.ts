import { isCovered } from './gaps.js';
import { includesBox, type Box, type Space } from './space.js';
import { contains } from '../../program/ir/codes.js';
import type { SomeTest, Tests } from '../../program/ir/tests.js';
import type { Region } from './region.js';

/** The boxes of the rules at some positions. */
export const boxesAt = (positions: readonly number[], { boxes }: Space): Box[] => positions.map((n) => boxes[n] ?? []);

/** Whether some rules hold all of a box that can be stated. */
export const isCoveredBy = (box: Box, positions: readonly number[], space: Space): boolean =>
  isCovered(box, [...boxesAt(positions, space), ...space.impossible]);

/** Of some rules, those that are enough to cover a box, one that covers it alone before all others; undefined where all of them are not. */
export function coversOf(box: Box, covers: readonly number[], space: Space): readonly number[] | undefined {
  const alone = covers.find((n) => includesBox(space.boxes[n] ?? [], box));
  if (alone !== undefined) return [alone];
  if (covers.length === 0 || !isCoveredBy(box, covers, space)) return undefined;
  return covers.reduce<readonly number[]>((kept, n) => {
    const others = kept.filter((other) => other !== n);
    return isCoveredBy(box, others, space) ? others : kept;
  }, covers);
}

/** Whether all inputs of a region pass some tests, as far as factors and items are concerned: what another decision answers is not known of a region. */
export function implies({ sets, some }: Region, { variables, outcomes, some: ofItems }: Tests): boolean {
  return (
    outcomes.length === 0 &&
    variables.every(({ variable: { factor, member }, accepts }) =>
      sets.some(([one, set]) => one.factor === factor && one.member === member && contains(accepts, set)),
    ) &&
    ofItems.every((test) => some.some(([one, holds]) => holds && isSame(one, test)))
  );
}

const isSame = (a: SomeTest, b: SomeTest): boolean =>
  a.name === b.name && JSON.stringify(a.test) === JSON.stringify(b.test);
