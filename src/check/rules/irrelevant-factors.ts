import { has } from '../../program/ir/codes.js';
import type { Variable } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import type { Problem } from './problem.js';

/**
 * Finds factors that nothing reads, levels and values that nothing distinguishes, and outcomes that no rule answers.
 *
 * @param dead rules, as objects of their documents, that never answer
 * @param requested the numbers of the decisions that anything evaluates
 */
export function irrelevanceProblems(
  program: Program,
  dead: ReadonlySet<object>,
  requested: ReadonlySet<number>,
): Problem[] {
  return [...unusedFactors(program), ...indistinguishableLevels(program), ...unusedOutcomes(program, dead, requested)];
}

function variablesOf(program: Program): Map<string, Variable[]> {
  const found = new Map<string, Variable[]>();
  for (const variable of program.variables) {
    const { id } = variable.factor;
    found.set(id, [...(found.get(id) ?? []), variable]);
  }
  return found;
}

/** The ids of factors that criteria or collections read, or that name scenarios or outcomes. */
function readElsewhere({ knowledge, fit }: Program): Set<string> {
  return new Set([
    ...[...fit.values()].flatMap(({ criteria }) => criteria.flatMap(({ factor }) => factor?.id ?? [])),
    ...[...knowledge.criteria.values()].flatMap(({ factor }) => factor ?? []),
    ...[...knowledge.collections.values()].flatMap(({ key, impliedBy = [] }) => [key, ...impliedBy]),
    ...[...knowledge.factors.values()].flatMap((factor) =>
      (factor.type === 'choice' && factor.values === 'scenarios') ||
      (factor.type === 'set' && factor.values === 'outcomes')
        ? [factor.id]
        : [],
    ),
  ]);
}

function unusedFactors(program: Program): Problem[] {
  const elsewhere = readElsewhere(program);
  const tested = new Set([...program.tested.keys()].map(({ factor }) => factor.id));
  return [...program.knowledge.factors.keys()].flatMap((factor): Problem[] =>
    tested.has(factor) || elsewhere.has(factor)
      ? []
      : [{ code: 'unused-factor', factor, document: { kind: 'Factor', id: factor } }],
  );
}

/** Levels or values of one factor that every test and every demand treats alike. */
function indistinguishableLevels(program: Program): Problem[] {
  const byFactor = variablesOf(program);
  const criteria = [...program.fit.values()].flatMap((role) => role.criteria);
  return [...program.knowledge.factors.values()].flatMap((factor): Problem[] => {
    if (factor.type !== 'ordinal' && !(factor.type === 'choice' && typeof factor.values === 'object')) return [];
    const variables = byFactor.get(factor.id) ?? [];
    const demands = criteria.filter((criterion) => criterion.factor === factor);
    if (variables.length === 0 && demands.length === 0) return [];
    const alike = new Map<string, string[]>();
    program.knowledge.values(factor).forEach(({ id }, place) => {
      const tests = variables.map((variable) =>
        [...(program.tested.get(variable) ?? [])].map((accepts) => Number(has(accepts, place + 1))).join(''),
      );
      const requested = demands.map(({ demands: by, bounds }) => String(by.get(id) ?? bounds.get(id)));
      const key = [...tests, ...requested].join(' ');
      alike.set(key, [...(alike.get(key) ?? []), id]);
    });
    return [...alike.values()]
      .filter((levels) => levels.length > 1)
      .map((levels) => ({
        code: 'indistinguishable-levels',
        factor: factor.id,
        levels,
        document: { kind: 'Factor', id: factor.id },
      }));
  });
}

/** Outcomes that no live rule of a requested decision names, and that no combination, compatibility, criterion or technology refers to. */
function unusedOutcomes(
  { knowledge, numbers }: Program,
  dead: ReadonlySet<object>,
  requested: ReadonlySet<number>,
): Problem[] {
  const named = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string') named.add(value);
    else if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === 'object' && value !== null && !dead.has(value)) {
      for (const key of Object.keys(value)) gather((value as Record<string, unknown>)[key]);
    }
  };
  for (const { document } of knowledge.stored) {
    if (document.kind === 'Outcome') gather(document.family);
    else if (document.kind === 'Technology') {
      gather([document.family, document.runsOn, document.realises, document.alternatives, document.needs]);
      if (document.realises !== undefined) named.add(document.id);
    } else if (['Combinations', 'Compatibility', 'Criterion'].includes(document.kind)) gather(document);
  }
  for (const [id, decision] of knowledge.decisions) if (requested.has(numbers.get(id) ?? -1)) gather(decision);
  return knowledge.outcomes.flatMap(({ id }): Problem[] => {
    const kind = knowledge.technologies.has(id) ? 'Technology' : 'Outcome';
    return named.has(id) ? [] : [{ code: 'unused-outcome', technology: id, document: { kind, id } }];
  });
}
