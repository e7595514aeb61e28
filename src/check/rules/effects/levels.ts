import type { CodeSet } from '../../../program/ir/codes.js';
import type { Variable } from '../../../program/ir/domain.js';
import type { Program } from '../../../program/ir/program.js';
import type { Factor } from '../../../language/schema/knowledge/factor.js';
import type { Problem } from '../problem.js';
import type { CodePair } from './compare.js';
import { distinguishes, testedBy, type Effects } from './without-effect.js';

/**
 * Finds levels and values that rules distinguish and answers do not: every decision that tests for one of them answers the same for the other. Of
 * levels, only neighbours are compared. Values that no test distinguishes are another problem.
 *
 * @param requested the numbers of the decisions that anything evaluates
 */
export function levelEffectProblems(program: Program, effects: Effects, requested: ReadonlySet<number>): Problem[] {
  const byDecision = program.decisions
    .filter(({ number }) => requested.has(number))
    .map((decision) => ({ decision, tested: testedBy(decision) }));
  const others = testedElsewhere(program);
  const demands = [...program.fit.values()].flatMap(({ criteria }) => criteria);
  return [...program.knowledge.factors.values()].flatMap((factor): Problem[] => {
    if (!hasValues(factor)) return [];
    const values = program.knowledge.values(factor).map(({ id }) => id);
    const variables = program.variables.filter((variable) => variable.factor === factor);
    const areAlike = (codes: CodePair): boolean => {
      const [one = '', other = ''] = codes.map((code) => values[code - 1]);
      if (variables.some((variable) => distinguishes(others.get(variable) ?? [], codes))) return false;
      const demand = (id: string): string =>
        demands
          .filter((criterion) => criterion.factor === factor)
          .map(({ demands: by, bounds }) => String(by.get(id) ?? bounds.get(id)))
          .join(' ');
      if (demand(one) !== demand(other)) return false;
      let tested = false;
      for (const { decision, tested: own } of byDecision) {
        for (const variable of variables) {
          const tests = (own.get(variable) ?? []).map(({ accepts }) => accepts);
          if (!distinguishes(tests, codes)) continue;
          tested = true;
          if (effects.of(decision, variable, codes) !== 'none') return false;
        }
      }
      return tested;
    };
    return groupsOf(factor, values.length, areAlike).flatMap((group): Problem[] => {
      const levels = group.flatMap((code) => values[code - 1] ?? []);
      // Where all are alike, the factor as a whole is reported.
      if (levels.length < 2 || levels.length === values.length) return [];
      return [
        { code: 'levels-without-effect', factor: factor.id, levels, document: { kind: 'Factor', id: factor.id } },
      ];
    });
  });
}

const hasValues = (factor: Factor): boolean =>
  factor.type === 'ordinal' || (factor.type === 'choice' && typeof factor.values === 'object');

/** Codes from 1 in groups that are alike: of an ordinal, neighbours only. */
function groupsOf(factor: Factor, size: number, areAlike: (codes: CodePair) => boolean): number[][] {
  const groups: number[][] = [];
  for (let code = 1; code <= size; code++) {
    const candidates = factor.type === 'ordinal' ? groups.slice(-1) : groups;
    const group = candidates.find((one) => areAlike([one.at(-1) ?? 0, code]));
    if (group === undefined) groups.push([code]);
    else group.push(code);
  }
  return groups;
}

/** By variable, what the conditions of everything but decisions accept: of advisories, compatibility, criteria, facts, needs and scenarios. */
function testedElsewhere({ advisories, conditions, fit, compatibility }: Program): Map<Variable, CodeSet[]> {
  const found = new Map<Variable, CodeSet[]>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('kind' in value && value.kind === 'variable' && 'accepts' in value && 'variable' in value) {
      const { variable, fallback, accepts } = value as { variable: Variable; fallback?: Variable; accepts: CodeSet };
      for (const one of [variable, fallback])
        if (one !== undefined) found.set(one, [...(found.get(one) ?? []), accepts]);
    } else if (value instanceof Map) for (const one of value.values()) visit(one);
    else for (const one of Object.values(value)) visit(one);
  };
  visit([advisories, [...conditions.values()], fit, compatibility]);
  return found;
}
