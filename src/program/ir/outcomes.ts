import type { Answer } from '../../language/schema/knowledge/decision.js';

/** Outcomes that belong together, sorted; none means that nothing is needed. */
export type OutcomeSet = readonly string[];

/** Any one of these combinations; in the order of preference. None at all: nothing is left. */
export type Alternatives = readonly OutcomeSet[];

const EMPTY: Alternatives = freezeAlternatives([[]]);

/** The combinations that an answer of a rule allows. */
export function alternativesOf(answer: Answer): Alternatives {
  if (typeof answer === 'string') return [[answer]];
  if ('allOf' in answer) return [[...answer.allOf].sort()];
  return answer.anyOf.flatMap(alternativesOf);
}

/** Combinations that are kept and handed out again and again, so that nobody may change them. */
export function freezeAlternatives(combos: Alternatives): Alternatives {
  combos.forEach((combo) => Object.freeze(combo));
  return Object.freeze(combos);
}

/** The combinations of several answers, one after the other, each once. */
export function distinctSets(combos: Alternatives): Alternatives {
  return [...new Map(combos.map((combo) => [combo.join(' '), combo])).values()];
}

/**
 * What satisfies all of several answers at once: a combination of each, united. Where one such union holds another, the smaller is
 * enough and the larger is dropped.
 */
export function unionOf(answers: readonly Alternatives[]): Alternatives {
  if (answers.length === 1) return answers[0] ?? EMPTY;
  const united = answers.reduce(
    (all, answer) => distinctSets(all.flatMap((a) => answer.map((b) => [...new Set([...a, ...b])].sort()))),
    EMPTY,
  );
  return united.filter(
    (combo) => !united.some((other) => other.length < combo.length && other.every((id) => combo.includes(id))),
  );
}

/** The combinations that every answer allows. */
export function intersectionOf(answers: readonly Alternatives[]): Alternatives {
  const [first = [], ...rest] = answers;
  return first.filter((combo) => rest.every((answer) => answer.some((other) => sameSet(combo, other))));
}

export function sameSet(a: OutcomeSet, b: OutcomeSet): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
