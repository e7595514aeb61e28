import type { Answer } from '../language/schema/decision.js';

/** Outcomes that belong together, sorted; none means that nothing is needed. */
export type Combo = readonly string[];

/** Any one of these combinations; in the order of preference. None at all: nothing is left. */
export type AnyOf = readonly Combo[];

const EMPTY: AnyOf = frozen([[]]);

/** The combinations that an answer of a rule allows. */
export function combosOf(answer: Answer): AnyOf {
  if (typeof answer === 'string') return [[answer]];
  if ('allOf' in answer) return [[...answer.allOf].sort()];
  return answer.anyOf.flatMap(combosOf);
}

/** Combinations that are kept and handed out again and again, so that nobody may change them. */
export function frozen(combos: AnyOf): AnyOf {
  combos.forEach((combo) => Object.freeze(combo));
  return Object.freeze(combos);
}

/** The combinations of several answers, one after the other, each once. */
export function distinct(combos: AnyOf): AnyOf {
  return [...new Map(combos.map((combo) => [combo.join(' '), combo])).values()];
}

/**
 * What satisfies all of several answers at once: a combination of each, united. Where one such union holds another, the smaller is
 * enough and the larger is dropped.
 */
export function unite(answers: readonly AnyOf[]): AnyOf {
  if (answers.length === 1) return answers[0] ?? EMPTY;
  const united = answers.reduce(
    (all, answer) => distinct(all.flatMap((a) => answer.map((b) => [...new Set([...a, ...b])].sort()))),
    EMPTY,
  );
  return united.filter(
    (combo) => !united.some((other) => other.length < combo.length && other.every((id) => combo.includes(id))),
  );
}

/** The combinations that every answer allows. */
export function intersect(answers: readonly AnyOf[]): AnyOf {
  const [first = [], ...rest] = answers;
  return first.filter((combo) => rest.every((answer) => answer.some((other) => same(combo, other))));
}

export function same(a: Combo, b: Combo): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
