import { allRules } from './call-graph.js';
import { each, has, type CodeSet } from './codes.js';
import { UNSTATED, type Variable } from './domain.js';
import type { ProgramDecision } from './program.js';
import type { Tests } from './tests.js';

/**
 * Divides the codes of a variable into classes within which no test distinguishes.
 *
 * @param allowUnstated whether inputs may leave the variable unstated
 * @param separateUnstated whether `UNSTATED` is always a class of its own
 */
function classesOf(
  variable: Variable,
  tests: readonly CodeSet[],
  allowUnstated: boolean,
  separateUnstated: boolean,
): CodeSet[] {
  const classes = new Map<string, number[]>();
  const all = variable.statable;
  for (const code of allowUnstated ? [UNSTATED, ...each(all)] : each(all)) {
    const stated = separateUnstated && code !== UNSTATED;
    const key = `${String(stated)} ${tests.map((accepts) => Number(has(accepts, code))).join('')}`;
    const ranges = classes.get(key);
    if (ranges === undefined) classes.set(key, [code, code]);
    else if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return [...classes.values()];
}

/** By variable that some decisions test, its classes: disjoint code sets within which no test distinguishes. */
export function distinguishedClasses(
  evaluated: readonly ProgramDecision[],
  allowUnstated: boolean,
): Map<Variable, CodeSet[]> {
  const found = new Map<Variable, Map<string, CodeSet>>();
  const fallbacks = new Map<Variable, Variable>();
  const collect = ({ variables, some }: Tests): void => {
    for (const { variable, fallback, accepts } of variables) {
      if (fallback !== undefined) fallbacks.set(variable, fallback);
      const sets = found.get(variable) ?? new Map<string, CodeSet>();
      found.set(variable, sets.set(String(accepts), accepts));
    }
    for (const { tests } of some) collect(tests);
  };
  for (const decision of evaluated) for (const { tests } of allRules(decision)) collect(tests);
  // An item may inherit the value from the requirements, where other tests read it too.
  for (const [variable, fallback] of fallbacks) {
    for (const [key, accepts] of found.get(variable) ?? []) found.get(fallback)?.set(key, accepts);
  }
  const inherits = (variable: Variable): boolean => {
    const fallback = fallbacks.get(variable);
    return fallback !== undefined && found.has(fallback);
  };
  // Inputs without a statement matter where a test accepts them; for a set factor, of any of its members.
  const mayBeUnstated = new Set(
    [...found].flatMap(([{ factor }, sets]) => ([...sets.values()].some((set) => has(set, UNSTATED)) ? [factor] : [])),
  );
  return new Map(
    [...found].map(([variable, sets]) => [
      variable,
      classesOf(
        variable,
        [...sets.values()],
        allowUnstated || mayBeUnstated.has(variable.factor),
        variable.factor.type === 'set' || inherits(variable),
      ),
    ]),
  );
}
