/** Outcomes that are chosen jointly, sorted; an empty set means that nothing is needed. */
export type OutcomeSet = readonly string[];

/** The outcome sets that an answer allows, the preferred one first; an empty list means that none is left. */
export type Alternatives = readonly OutcomeSet[];

/** Freezes alternatives that are kept and handed out repeatedly, so that no caller changes them for the others. */
export function freezeAlternatives(alternatives: Alternatives): Alternatives {
  alternatives.forEach((set) => Object.freeze(set));
  return Object.freeze(alternatives);
}

/** Whether two sets hold the same outcomes. Sets are sorted. */
export function sameSet(a: OutcomeSet, b: OutcomeSet): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** Whether two answers allow the same sets in the same order. */
export const sameAlternatives = (a: Alternatives, b: Alternatives): boolean =>
  a.length === b.length && a.every((set, n) => sameSet(set, b[n] ?? []));

/** The sets in their order, each once. */
export function distinctSets(sets: Alternatives): Alternatives {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}
