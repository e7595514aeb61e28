import { POINTLESS } from '../../decide/fit/order.js';
import { isNeed, isPointlessHere, weightOfNeed } from '../../decide/stack/compatible.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Program } from '../../program/ir/program.js';
import type { PossibleTests } from './possible-tests.js';
import type { Question } from '../variants/question.js';

/** The least and the greatest value of a number. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The smallest range that holds all of some ranges. */
export const hull = (ranges: readonly Range[]): Range => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
});
/** The sum of two ranges. */
export const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: a.high + b.high });

/** Whether something may be true, and whether it must be. */
export interface MayMust {
  readonly may: boolean;
  readonly must: boolean;
}

/** What is known of a place, as far as needs depend on it. */
interface NeedsContext {
  readonly program: Program;
  readonly tests: PossibleTests;
  readonly exists: (technology: string) => boolean;
  readonly openInventories: readonly Question[];
}

/** Whether a rule of compatibility applies, as far as is known. */
type Applies = (rule: ProgramCompatibility) => MayMust;

/** What the needs of technologies that are not stated to be met may count, unless they run already. */
export function boundedNeeds(
  carried: readonly string[],
  { tests, program, exists, openInventories }: NeedsContext,
  appliesHere: Applies,
): Range {
  let [low, high] = [0, 0];
  for (const name of carried) {
    for (const rule of program.compatibility.of.get(name) ?? []) {
      if (!isNeed(rule) || exists(name)) continue;
      for (const question of openInventories) tests.causes.add(question);
      const applies = appliesHere(rule);
      const { canHold, canFail, canBeUnknown } = tests.truths(rule.that);
      if (applies.must && canBeUnknown && !canHold && !canFail && openInventories.length === 0)
        low += weightOfNeed(rule);
      if (applies.may && canBeUnknown) high += weightOfNeed(rule);
    }
  }
  return { low, high };
}

/** What it may count that technologies have no purpose here. */
export function boundedPointlessness(
  carried: readonly string[],
  { program }: NeedsContext,
  appliesHere: Applies,
): Range {
  let [low, high] = [0, 0];
  for (const name of carried) {
    for (const rule of program.compatibility.of.get(name) ?? []) {
      if (!isPointlessHere(rule)) continue;
      const { may, must } = appliesHere(rule);
      if (must) low += POINTLESS;
      if (may) high += POINTLESS;
    }
  }
  return { low, high };
}
