import { allRules } from '../../program/ir/call-graph.js';
import { each, has, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { ProgramDecision } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

/** The codes of a variable in the sets that some tests do not tell apart; `apart` has what is not stated be one by itself. */
function classesOf(variable: Variable, tests: readonly CodeSet[], partly: boolean, apart: boolean): CodeSet[] {
  const classes = new Map<string, number[]>();
  const all = variable.statable;
  for (const code of partly ? [UNSTATED, ...each(all)] : each(all)) {
    const stated = apart && code !== UNSTATED;
    const key = `${String(stated)} ${tests.map((accepts) => Number(has(accepts, code))).join('')}`;
    const ranges = classes.get(key);
    if (ranges === undefined) classes.set(key, [code, code]);
    else if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return [...classes.values()];
}

/** For each variable that some decisions test, its classes. */
export function classesBehind(behind: readonly ProgramDecision[], partly: boolean): Map<Variable, CodeSet[]> {
  const found = new Map<Variable, Map<string, CodeSet>>();
  const fallbacks = new Map<Variable, Variable>();
  const look = ({ variables, some }: Tests): void => {
    for (const { variable, fallback, accepts } of variables) {
      if (fallback !== undefined) fallbacks.set(variable, fallback);
      const sets = found.get(variable) ?? new Map<string, CodeSet>();
      found.set(variable, sets.set(String(accepts), accepts));
    }
    for (const { tests } of some) look(tests);
  };
  for (const decision of behind) for (const { tests } of allRules(decision)) look(tests);
  // An item may have it from the requirements, where something else looks at it too.
  for (const [variable, fallback] of fallbacks) {
    for (const [key, accepts] of found.get(variable) ?? []) found.get(fallback)?.set(key, accepts);
  }
  const inherits = (variable: Variable): boolean => {
    const fallback = fallbacks.get(variable);
    return fallback !== undefined && found.has(fallback);
  };
  // That nothing is stated counts where a test asks that, of any member of a set.
  const asked = new Set(
    [...found].flatMap(([{ factor }, sets]) => ([...sets.values()].some((set) => has(set, UNSTATED)) ? [factor] : [])),
  );
  return new Map(
    [...found].map(([variable, sets]) => [
      variable,
      classesOf(
        variable,
        [...sets.values()],
        partly || asked.has(variable.factor),
        variable.factor.type === 'set' || inherits(variable),
      ),
    ]),
  );
}
