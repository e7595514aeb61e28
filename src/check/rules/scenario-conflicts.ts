import { codeOf, type Variable } from '../../program/ir/domain.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import { asList, operators } from '../../language/values/condition.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { Scenario } from '../../language/schema/knowledge/package.js';
import { contradict } from './roles.js';
import type { Problem } from './problem.js';

/**
 * Rules that contradict a scenario where it is at its most typical: its presets and typical levels are stated, the scenario's own decision answers, and a
 * rule of a decision that is asked after it hits and says something else.
 */
export function scenarioConflictProblems(program: Program): Problem[] {
  return program.roles
    .filter(({ each }) => each === undefined)
    .flatMap((role) =>
      [...program.knowledge.scenarios.values()].flatMap((scenario) => problems(scenario, role, program)),
    );
}

function problems(scenario: Scenario, role: ProgramRole, program: Program): Problem[] {
  const { body } = program.decisions[role.decision] ?? {};
  if (body?.form !== 'table' || body.policy.relevantHits > 1) return [];
  const codes = typicalCodes(scenario, program);
  const point = { codes: new Map(codes), some: [] };
  const all = new Int32Array(program.variables.length);
  for (const [{ index }, code] of codes) all[index] = code;
  const evaluation = new Interpreter(program, all, new Map());
  const asked = body.rules.flatMap(({ ask, tests }) => {
    if (ask === undefined || evaluation.failure(tests) !== undefined) return [];
    const result = evaluation.outcomes(ask.decision, ask.outputs[role.output] ?? 0);
    const decision = program.decisions[ask.decision];
    return result.answer == null || decision === undefined ? [] : [{ decision, result, answer: result.answer }];
  });
  const [first, ...later] = asked;
  if (first === undefined) return [];
  return later.flatMap(({ decision, result }) => {
    const against = result.hits.filter(({ answer }) => contradict(first.answer, answer));
    // Where all of it disagrees, the two decisions do, and are told as such.
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

/** The scenario, what it presets and what is typical of it, as far as rules look at it. */
function typicalCodes(scenario: Scenario, program: Program): [Variable, number][] {
  const presets = Object.entries((scenario.presets ?? {}) as Condition).map(
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
