import { contains } from '../../program/ir/codes.js';
import type { SomeTest, Tests } from '../../program/ir/tests.js';
import type { Region } from './region.js';

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
