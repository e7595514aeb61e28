import { parseRef } from '../../load/outputs.js';
import { transitiveDependencies, delegatedDecisions } from '../../program/ir/call-graph.js';
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

/** The names that the conditions in a document test. */
function testedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(testedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [
    ...((key === 'when' || key === 'unless') && typeof part === 'object' && part !== null ? Object.keys(part) : []),
    ...testedIn(part),
  ]);
}

/** Finds decisions that nothing evaluates. Those that only an unused decision depends on are not reported. */
export function unusedDecisionProblems(program: Program, asked: ReadonlySet<number>): Problem[] {
  const byOthers = delegatedDecisions(program);
  return program.decisions
    .filter(({ number }: ProgramDecision) => !asked.has(number) && !byOthers.has(number))
    .map((decision) => ({ code: 'unused-decision', decision }));
}
