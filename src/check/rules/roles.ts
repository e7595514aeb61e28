import { overlaps } from '../../program/ir/codes.js';
import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRole, ProgramRule } from '../../program/ir/program.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { alternativesIn, casesOf, variablesBehind } from '../cases/cases.js';
import type { Problem } from './problem.js';
import { byPackages, mergedRegions, simplest } from '../cases/merge.js';

/** What is wrong between the decisions that fill the roles: levels that say nothing by themselves, and decisions that contradict each other. */
export function roleProblems(program: Program): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    if (decision === undefined) return [];
    return [...(role.optional ? [] : levelsSilent(role, decision, program)), ...disagreements(role, decision, program)];
  });
}

/** Levels that get no answer when they alone are stated, while others of the same factor do. */
function levelsSilent({ output }: ProgramRole, decision: ProgramDecision, program: Program): Problem[] {
  return variablesBehind(program, decision).flatMap((variable): Problem[] => {
    if (variable.factor.type !== 'ordinal') return [];
    const answered = [...variable.codes].map(
      ([level]) => [level, answerAlone(variable, level, decision, output, program)] as const,
    );
    const silent = answered.filter(([, { answer }]) => answer === null);
    if (silent.length === 0 || silent.length === answered.length) return [];
    return silent.map(([level]) => ({
      code: 'level-without-result',
      decision,
      output,
      factor: variable.factor.id,
      levels: [String(level)],
      witness: { codes: new Map([[variable, codeOf(variable, level)]]), some: [] },
    }));
  });
}

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
 * Decisions that a table asks one after the other and that contradict each other: both speak, and no combination of the one is, or is part of, a
 * combination of the other. The table hides it, since the first that speaks is taken.
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
    // Rules for different scenarios are never asked together.
    if (before !== undefined && !overlaps(before, accepts)) return [];
    given.set(variable, accepts);
  }
  const targets = [first, second].flatMap(({ ask }) =>
    ask === undefined ? [] : [{ decision: ask.decision, output: ask.outputs[output] ?? 0 }],
  );
  const proven = casesOf(program, targets, { partly: true, given });
  const [mine, theirs] = targets;
  const asked = program.decisions[mine?.decision ?? -1];
  const other = program.decisions[theirs?.decision ?? -1];
  if (other === undefined || asked === undefined) return [];
  const apart = proven.all.filter(({ results }) => {
    const [a = null, b = null] = results.map(alternativesIn);
    return a !== null && b !== null && contradict(a, b);
  });
  const scenario = scenarioOf(first, program);
  const found = byPackages(apart).flatMap((cases): Problem[] => {
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
        witness: one.point,
        answers: one.results.map(({ answer }) => answer),
      },
    ];
  });
  if (proven.complete) return found;
  return [...found, { code: 'inconclusive', decision: asked, other, unproven: ['disagreement'] }];
}

/** The scenario that a rule is asked for. */
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
