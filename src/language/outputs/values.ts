/** What an output of a decision can be: outcomes, a quantity of some dimension, or a text. */
export const OUTPUT_KINDS = ['outcome', 'quantity', 'text'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** Outcomes that are chosen jointly, sorted; an empty set means that nothing is needed. */
export type OutcomeSet = readonly string[];

/** The outcome sets that an answer allows, the preferred one first; an empty list means that none is left. */
export type Alternatives = readonly OutcomeSet[];

/** One value of an output: a set of outcomes, a figure in the base unit of its dimension, or a text. */
export type OutputValue = OutcomeSet | number | string;

/** What a rule or a decision answers for one output. A single value is a list of one. */
export type OutputValues = readonly OutputValue[];

/** Freezes an answer that is kept and handed out repeatedly, so that no caller changes it for the others. */
export function freezeValues<V extends OutputValue>(values: readonly V[]): readonly V[] {
  values.forEach((value) => typeof value === 'object' && Object.freeze(value));
  return Object.freeze(values);
}

/** Whether an answer is of outcomes, not of figures or texts. */
export const areOutcomes = (values: OutputValues): values is Alternatives =>
  values.every((value) => typeof value === 'object');

/** Whether two sets hold the same outcomes. Sets are sorted. */
export function sameSet(a: OutcomeSet, b: OutcomeSet): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

const sameValue = (a: OutputValue, b: OutputValue | undefined): boolean =>
  typeof a === 'object' && typeof b === 'object' ? sameSet(a, b) : a === b;

/** Whether two answers hold the same values in the same order. */
export const sameValues = (a: OutputValues, b: OutputValues): boolean =>
  a.length === b.length && a.every((value, n) => sameValue(value, b[n]));

/** Whether two results are the same; null is no result. */
export const sameAnswer = (a: OutputValues | null, b: OutputValues | null): boolean =>
  a === null || b === null ? a === b : sameValues(a, b);

/** The sets in their order, each once. */
export function distinctSets(sets: Alternatives): Alternatives {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

/** The position of a value in a list; -1 where the list does not hold it. */
export const indexOfValue = (values: OutputValues, sought: OutputValue | undefined): number =>
  values.findIndex((value) => sameValue(value, sought));
