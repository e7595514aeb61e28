import { intersection, type CodeSet } from '../../program/ir/codes.js';
import type { Variable } from '../../program/ir/domain.js';
import type { ProgramRule } from '../../program/ir/program.js';

/** What some tests leave of each variable. */
export type PathCondition = ReadonlyMap<Variable, CodeSet>;

/** What the tests of a rule leave, of what those above it leave. */
export function narrow({ tests }: ProgramRule, above: PathCondition): PathCondition {
  const here = new Map(above);
  for (const { variable, fallback, accepts } of tests.variables) {
    // What an item has from the workload can be so without being stated of it.
    if (fallback === undefined) here.set(variable, intersection(here.get(variable) ?? accepts, accepts));
  }
  return here;
}
