import { overlaps } from '../../program/ir/codes.js';
import { codeOf, type Variable } from '../../program/ir/domain.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRole, ProgramRule } from '../../program/ir/program.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { alternativesIn, casesOf } from '../cases/cases.js';
import type { Problem } from './problem.js';
import { byPackages, mergedRegions, simplest } from '../cases/merge.js';
import { asList, operators } from '../../language/values/statement.js';
import type { Scenario } from '../../language/schema/knowledge/package.js';

/** Finds decisions that fill the same role and contradict each other. */
export function disagreementProblems(program: Program): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    return decision === undefined ? [] : disagreements(role, decision, program);
  });
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
  const decisionOfFirst = program.decisions[mine?.decision ?? -1];
  const other = program.decisions[theirs?.decision ?? -1];
  if (other === undefined || decisionOfFirst === undefined) return [];
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
        decision: decisionOfFirst,
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
  return [...found, { code: 'inconclusive', decision: decisionOfFirst, other, unproven: ['disagreement'] }];
}

/** The scenario that a rule tests, if it tests one. */
function scenarioOf({ tests }: ProgramRule, { knowledge }: Program): string | undefined {
  const test = tests.variables.find(
    ({ variable: { factor } }) => factor.type === 'choice' && factor.values === 'scenarios',
  );
  return typeof test?.test === 'string' && knowledge.scenarios.has(test.test) ? test.test : undefined;
}

/**
 * Finds rules that contradict a scenario for its most typical input, which states its presets and typical levels: the decision of the scenario
 * has a result, and a rule of a later decision hits and contradicts it.
 */
export function scenarioConflictProblems(program: Program): Problem[] {
  return program.roles
    .filter(({ each }) => each === undefined)
    .flatMap((role) =>
      [...program.knowledge.scenarios.values()].flatMap((scenario) => conflicts(scenario, role, program)),
    );
}

function conflicts(scenario: Scenario, role: ProgramRole, program: Program): Problem[] {
  const { body } = program.decisions[role.decision] ?? {};
  if (body?.form !== 'table' || body.policy.relevantHits > 1) return [];
  const codes = typicalCodes(scenario, program);
  const point = { codes: new Map(codes), some: [] };
  const all = new Int32Array(program.variables.length);
  for (const [{ index }, code] of codes) all[index] = code;
  const evaluation = new Interpreter(program, all, new Map());
  const answering = body.rules.flatMap(({ ask, tests }) => {
    if (ask === undefined || evaluation.failure(tests) !== undefined) return [];
    const result = evaluation.outcomes(ask.decision, ask.outputs[role.output] ?? 0);
    const decision = program.decisions[ask.decision];
    return result.answer == null || decision === undefined ? [] : [{ decision, result, answer: result.answer }];
  });
  const [first, ...later] = answering;
  if (first === undefined) return [];
  return later.flatMap(({ decision, result }) => {
    const against = result.hits.filter(({ answer }) => contradict(first.answer, answer));
    // Where all hits disagree, the decisions themselves do, which is reported as their disagreement.
    if (against.length === 0 || against.length === result.hits.length) return [];
    return against.map((hit): Problem => ({
      code: 'disagreement',
      decision: first.decision,
      other: decision,
      scenario: scenario.id,
      rules: [...first.result.hits.map(({ rule }) => rule), hit.rule],
      witness: point,
      answers: [first.answer, hit.answer],
    }));
  });
}

/** The codes of the scenario itself, of its presets and of its typical levels, for the variables that rules test. */
function typicalCodes(scenario: Scenario, program: Program): [Variable, number][] {
  const presets = Object.entries(scenario.presets ?? {}).map(
    ([factor, test]) => [factor, asList(operators(test)[0]?.[1])[0]] as const,
  );
  const stated = new Map<string, unknown>([...presets, ...Object.entries(scenario.typical ?? {})]);
  return program.variables.flatMap((variable): [Variable, number][] => {
    const { factor, section } = variable;
    if (section !== 'requirements') return [];
    const value = factor.type === 'choice' && factor.values === 'scenarios' ? scenario.id : stated.get(factor.id);
    return typeof value === 'string' && variable.codes.has(value) ? [[variable, codeOf(variable, value)]] : [];
  });
}

const within = (a: OutcomeSet, b: OutcomeSet): boolean => a.every((id) => b.includes(id));

/** Whether two answers contradict each other: no combination of the one is, or is part of, a combination of the other. */
function contradict(a: Alternatives, b: Alternatives): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((mine) => b.some((theirs) => within(mine, theirs) || within(theirs, mine)))
  );
}
