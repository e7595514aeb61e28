import type { Tick } from './map-axis.js';

/** A step of an axis, and the number of a reply of it; all of its replies make the same row or column. */
export interface StepRef {
  readonly tick: Tick;
  readonly at: number;
  /** Other replies that share the step, where it is not a range that says so. */
  readonly also: readonly Tick[];
}

/** What is left of an axis when what makes no difference is put together. */
export interface MergedSteps {
  readonly steps: readonly StepRef[];
  /** Members of a set that change nothing. */
  readonly without: readonly string[];
}

/**
 * Puts together what makes no difference: neighbouring ranges of figures whose rows are equal become one, so do equal values of a long list, and members of a
 * set that change nothing lose their step. `rowOf` gives equal texts for equal rows.
 */
export function mergeSteps(ticks: readonly Tick[], rowOf: (n: number) => string): MergedSteps {
  const own = ticks.findIndex((tick) => tick.own);
  const steps: StepRef[] = [];
  const without: string[] = [];
  for (const [at, tick] of ticks.entries()) {
    const next: StepRef = { tick, at, also: [] };
    const n = indexToMergeWith(next, steps, rowOf);
    const before = steps[n];
    if (tick.member !== undefined && rowOf(at) === rowOf(own)) without.push(tick.member.id);
    else if (before === undefined) steps.push(next);
    else steps[n] = tick.range === undefined ? mergeValues(before, next) : mergeRanges(before, next);
  }
  return { steps, without };
}

/** The number of the step that a reply may share, or -1. */
function indexToMergeWith({ tick, at }: StepRef, steps: readonly StepRef[], rowOf: (n: number) => string): number {
  const isEqual = (step: StepRef): boolean => rowOf(step.at) === rowOf(at);
  if (tick.grouped) return steps.findIndex((step) => step.tick.grouped === true && isEqual(step));
  const last = steps.length - 1;
  const before = steps[last];
  return tick.range !== undefined && before?.tick.range !== undefined && isEqual(before) ? last : -1;
}

/** Two values as one step; the reply of the workload represents it. */
function mergeValues(step: StepRef, next: StepRef): StepRef {
  return next.tick.own ? { ...next, also: [step.tick, ...step.also] } : { ...step, also: [...step.also, next.tick] };
}

/** Two neighbouring ranges as one; the reply of the workload represents it. */
function mergeRanges(lower: StepRef, upper: StepRef): StepRef {
  const representative = upper.tick.own ? upper : lower;
  const low = lower.tick.range?.low;
  const high = upper.tick.range?.high;
  return { ...representative, tick: { ...representative.tick, range: { ...(low && { low }), ...(high && { high }) } } };
}
