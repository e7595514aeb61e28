import { parseRef } from '../../load/outputs.js';
import { transitiveDependencies, delegatedDecisions } from '../../program/ir/call-graph.js';
import { has } from '../../program/ir/codes.js';
import type { Variable } from '../../program/ir/domain.js';
import { isTable, type Program, type ProgramDecision } from '../../program/ir/program.js';
import type { Problem } from './problem.js';

/**
 * The numbers of the decisions that roles, scenarios or conditions of other documents name, and of all decisions that these depend on. Knowledge
 * without roles is evaluated by its callers, so there it is all decisions.
 */
export function requestedDecisions(program: Program): Set<number> {
  const { decisions, roles, numbers, knowledge } = program;
  if (roles.length === 0) return new Set(decisions.map(({ number }) => number));
  const named = [...knowledge.scenarios.values()].flatMap(({ decisions: filled = {} }) => Object.values(filled));
  for (const { document } of knowledge.stored) if (document.kind !== 'Decision') named.push(...testedIn(document));
  const first = [
    ...roles.flatMap(({ decision, narrowedBy }) => [
      decision,
      ...(narrowedBy === undefined ? [] : [narrowedBy.decision]),
    ]),
    ...decisions.filter(answersMoreThanOutcomes).map(({ number }) => number),
    ...named.flatMap((name) => numbers.get(parseRef(name).decision) ?? []),
  ];
  return new Set(transitiveDependencies(program, first).map(({ number }) => number));
}

/** Whether an output is of figures or texts: no role can take those, so that callers of the library evaluate the decision themselves. */
const answersMoreThanOutcomes = (decision: ProgramDecision): boolean =>
  isTable(decision) &&
  (decision.body.kinds.some((kind) => kind !== 'outcome') ||
    decision.body.policies.some(({ counts }) => counts === true));

/** The keys under which documents other than decisions keep conditions. */
const CONDITIONS: ReadonlySet<string> = new Set(['when', 'unless', 'that']);

/** The names that the conditions in a document test. */
function testedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(testedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [
    ...(CONDITIONS.has(key) && typeof part === 'object' && part !== null ? Object.keys(part) : []),
    ...testedIn(part),
  ]);
}

/** Finds decisions that nothing evaluates. Those that only an unused decision depends on are not reported. */
export function unusedDecisionProblems(program: Program, requested: ReadonlySet<number>): Problem[] {
  const byOthers = delegatedDecisions(program);
  return program.decisions
    .filter(({ number }: ProgramDecision) => !requested.has(number) && !byOthers.has(number))
    .map((decision) => ({ code: 'unused-decision', decision }));
}

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
