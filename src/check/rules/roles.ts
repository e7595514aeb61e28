import { overlaps } from '../../program/ir/codes.js';
import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRole, ProgramRule } from '../../program/ir/program.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { alternativesIn, casesOf, variablesReadBy } from '../cases/cases.js';
import type { Problem } from './problem.js';
import { byPackages, mergedRegions, simplest } from '../cases/merge.js';

/** Finds problems between the decisions that fill the roles: levels without a result, and decisions that contradict each other. */
export function roleProblems(program: Program): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    if (decision === undefined) return [];
    return [
      ...(role.optional ? [] : levelsWithoutResult(role, decision, program)),
      ...disagreements(role, decision, program),
    ];
  });
}

/** Levels that have no result when nothing else is stated, although other levels of the same factor have one. */
function levelsWithoutResult({ output }: ProgramRole, decision: ProgramDecision, program: Program): Problem[] {
  return variablesReadBy(program, decision).flatMap((variable): Problem[] => {
    if (variable.factor.type !== 'ordinal') return [];
    const answered = [...variable.codes].map(
      ([level]) => [level, answerAlone(variable, level, decision, output, program)] as const,
    );
    const withoutResult = answered.filter(([, { answer }]) => answer === null);
    if (withoutResult.length === 0 || withoutResult.length === answered.length) return [];
    return withoutResult.map(([level]) => ({
      code: 'level-without-result',
      decision,
      output,
      factor: variable.factor.id,
      levels: [String(level)],
      witness: { codes: new Map([[variable, codeOf(variable, level)]]), some: [] },
    }));
  });
}

/** The result of an output when one level is all that is stated. */
function answerAlone(
  variable: Variable,
  level: Parameters<typeof codeOf>[1],
  decision: ProgramDecision,
  output: number,
  program: Program,
): Result {
  const codes = new Int32Array(program.variables.length).fill(UNSTATED);
  codes[variable.index] = codeOf(variable, level);
  return new Interpreter(program, codes, new Map()).outcomes(decision.number, output);
}

/**
 * Decisions that a table delegates to in turn and that contradict each other: both have a result, and no combination of the one is, or is part
 * of, a combination of the other. The table hides this, since it takes the first result.
 */
function disagreements({ output }: ProgramRole, decision: ProgramDecision, program: Program): Problem[] {
  const { body } = decision;
  if (body.form !== 'table' || body.policy.relevantHits > 1) return [];
  const asking = body.rules.filter((rule) => rule.ask !== undefined);
  return asking.flatMap((first, n) =>
    asking.slice(n + 1).flatMap((second) => disagreement(first, second, output, program)),
  );
}

function disagreement(first: ProgramRule, second: ProgramRule, output: number, program: Program): Problem[] {
  const given = new Map<Variable, readonly number[]>();
  for (const { variable, accepts } of first.tests.variables) given.set(variable, accepts);
  for (const { variable, accepts } of second.tests.variables) {
    const before = given.get(variable);
    // Rules for different scenarios never hit for the same input.
    if (before !== undefined && !overlaps(before, accepts)) return [];
    given.set(variable, accepts);
  }
  const targets = [first, second].flatMap(({ ask }) =>
    ask === undefined ? [] : [{ decision: ask.decision, output: ask.outputs[output] ?? 0 }],
  );
  const proven = casesOf(program, targets, { allowUnstated: true, given });
  const [mine, theirs] = targets;
  const asked = program.decisions[mine?.decision ?? -1];
  const other = program.decisions[theirs?.decision ?? -1];
  if (other === undefined || asked === undefined) return [];
  const contradictory = proven.all.filter(({ results }) => {
    const [a = null, b = null] = results.map(alternativesIn);
    return a !== null && b !== null && contradict(a, b);
  });
  const scenario = scenarioOf(first, program);
  const found = byPackages(contradictory).flatMap((cases): Problem[] => {
    const one = simplest(cases);
    if (one === undefined) return [];
    return [
      {
        code: 'disagreement',
        decision: asked,
        ...(mine && { output: mine.output }),
        other,
        ...(theirs && { otherOutput: theirs.output }),
        rules: one.results.flatMap(({ hits }) => hits.map(({ rule }) => rule)),
        ...(scenario !== undefined && { scenario }),
        where: mergedRegions(cases, proven),
        witness: one.example,
        answers: one.results.map(({ answer }) => answer),
      },
    ];
  });
  if (proven.complete) return found;
  return [...found, { code: 'inconclusive', decision: asked, other, unproven: ['disagreement'] }];
}

/** The scenario that a rule tests, if it tests one. */
function scenarioOf({ tests }: ProgramRule, { knowledge }: Program): string | undefined {
  const test = tests.variables.find(
    ({ variable: { factor } }) => factor.type === 'choice' && factor.values === 'scenarios',
  );
  return typeof test?.test === 'string' && knowledge.scenarios.has(test.test) ? test.test : undefined;
}

const within = (a: OutcomeSet, b: OutcomeSet): boolean => a.every((id) => b.includes(id));

/** Whether two answers contradict each other: no combination of the one is, or is part of, a combination of the other. */
export function contradict(a: Alternatives, b: Alternatives): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((mine) => b.some((theirs) => within(mine, theirs) || within(theirs, mine)))
  );
}
