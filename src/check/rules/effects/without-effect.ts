import { getOrInsert } from '../../../language/get-or-insert.js';
import { allRules } from '../../../program/ir/call-graph.js';
import { each, has, type CodeSet } from '../../../program/ir/codes.js';
import { UNSTATED, valueOf, type Variable } from '../../../program/ir/domain.js';
import type { Program, ProgramDecision, ProgramRule } from '../../../program/ir/program.js';
import { isSelfContained } from '../../geometry/space.js';
import { sameAnswer } from '../../../language/outputs/values.js';
import type { Problem } from '../problem.js';
import { neighbours, type CodePair, type Compared, type InputComparison } from './compare.js';

/** Whether a decision answers differently for two values of a variable, all else equal. */
export type Effect = 'some' | 'none' | 'unknown';

/** Whether two inputs get different answers. */
const differs = ({ answers: [first, second] }: Compared): boolean =>
  first.length !== second.length || first.some((answer, n) => !sameAnswer(answer, second[n] ?? null));

/** Finds whether any answer of a decision differs between two values. */
export class Effects {
  private readonly known = new Map<string, Effect>();

  constructor(private readonly comparison: InputComparison) {}

  of(decision: ProgramDecision, variable: Variable, codes: CodePair): Effect {
    // A vote counts the rules of such a table, and which of them hit is known only from their own tests.
    if (this.comparison.isPolled(decision) && !allRules(decision).every(isSelfContained)) return 'some';
    const key = [decision.number, variable.index, ...codes].join();
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const found = this.comparison.find(decision, variable, codes, differs);
    const effect = typeof found === 'object' ? 'some' : found;
    this.known.set(key, effect);
    return effect;
  }
}

/** The variables that the rules of a decision test themselves, with what their tests accept. */
export function testedBy(decision: ProgramDecision): Map<Variable, { accepts: CodeSet; rule: ProgramRule }[]> {
  const found = new Map<Variable, { accepts: CodeSet; rule: ProgramRule }[]>();
  for (const rule of allRules(decision)) {
    for (const { variable, accepts } of rule.tests.variables)
      getOrInsert(found, variable, (): { accepts: CodeSet; rule: ProgramRule }[] => []).push({ accepts, rule });
  }
  return found;
}

/** Whether some test accepts one of two codes and not the other. */
export const distinguishes = (tests: Iterable<CodeSet>, [first, second]: CodePair): boolean =>
  [...tests].some((accepts) => has(accepts, first) !== has(accepts, second));

/**
 * Finds factors that a decision tests although none of its answers depends on them, and bounds of which both sides get the same answers. Whether
 * something is stated is an input like any other: a factor of which a rule tests that is left out.
 */
export function effectProblems(decision: ProgramDecision, { tested: anywhere }: Program, effects: Effects): Problem[] {
  const tested = [...testedBy(decision)];
  // The members of a set factor are judged each by itself.
  const subjects = new Map(tested.map(([{ factor, member }]) => [`${factor.id} ${member ?? ''}`, { factor, member }]));
  return [...subjects.values()].flatMap(({ factor, member }): Problem[] => {
    const own = tested.filter(([variable]) => variable.factor === factor && variable.member === member);
    if (own.some(([, tests]) => tests.some(({ accepts, rule }) => testsPresence(accepts, rule, factor.id)))) return [];
    const pairs = own.flatMap(([variable, tests]) => {
      const sets = new Set(tests.map(({ accepts }) => accepts));
      return neighbours(variable, each(variable.statable))
        .filter((codes) => distinguishes(sets, codes))
        .map((codes) => ({ variable, codes, tests, effect: effects.of(decision, variable, codes) }));
    });
    if (pairs.length === 0) return [];
    const without = pairs.filter(({ effect }) => effect === 'none');
    const open: Problem[] = pairs.some(({ effect }) => effect === 'unknown')
      ? [{ code: 'inconclusive', decision, unproven: ['factor-without-effect'] }]
      : [];
    // A decision that it tests may depend on the factor too, for other values.
    const matters = (): boolean =>
      own.some(([variable, tests]) => {
        const sets = new Set(tests.map(({ accepts }) => accepts));
        return neighbours(variable, each(variable.statable))
          .filter((codes) => !distinguishes(sets, codes) && distinguishes(anywhere.get(variable) ?? [], codes))
          .some((codes) => effects.of(decision, variable, codes) !== 'none');
      });
    if (without.length === pairs.length && !matters()) {
      const rules = [...new Set(own.flatMap(([, tests]) => tests.map(({ rule }) => rule)))];
      return [
        { code: 'factor-without-effect', decision, factor: factor.id, ...(member && { levels: [member] }), rules },
      ];
    }
    if (factor.type !== 'quantity') return open;
    return [...open, ...boundsWithoutEffect(pairs).map((one): Problem => ({ ...one, decision, factor: factor.id }))];
  });
}

/** Whether a rule tests that something is stated, or that nothing is. */
const testsPresence = (accepts: CodeSet, { rule: { when = {} } }: ProgramRule, factor: string): boolean => {
  const test = when[factor];
  return has(accepts, UNSTATED) || (typeof test === 'object' && 'stated' in test);
};

interface Pair {
  readonly variable: Variable;
  readonly codes: CodePair;
  readonly tests: readonly { readonly accepts: CodeSet; readonly rule: ProgramRule }[];
  readonly effect: Effect;
}

/** The bounds of which neither side gets another answer than the other, each with the rules that have it. */
function boundsWithoutEffect(
  pairs: readonly Pair[],
): { code: 'bound-without-effect'; levels: readonly [string]; rules: readonly ProgramRule[] }[] {
  const byBound = new Map<number, Pair[]>();
  for (const one of pairs) {
    const [first, second] = one.codes;
    // An even code is a bound itself. Of two bounds next to each other, the upper one is meant.
    const bound = second % 2 === 0 ? second : first;
    byBound.set(bound, [...(byBound.get(bound) ?? []), one]);
  }
  return [...byBound].flatMap(([bound, around]) => {
    if (around.some(({ effect }) => effect !== 'none')) return [];
    const rules = around.flatMap(({ codes, tests }) =>
      tests.flatMap(({ accepts, rule }) => (distinguishes([accepts], codes) ? [rule] : [])),
    );
    const [{ variable } = { variable: undefined }] = around;
    const value = variable && valueOf(variable, bound);
    return [{ code: 'bound-without-effect', levels: [String(value)], rules: [...new Set(rules)] } as const];
  });
}
