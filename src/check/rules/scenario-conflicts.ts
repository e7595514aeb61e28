import { codeOf, type Variable } from '../../program/ir/domain.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import { asList, operators } from '../../language/values/statement.js';
import type { Scenario } from '../../language/schema/knowledge/package.js';
import { contradict } from './roles.js';
import type { Problem } from './problem.js';

/**
 * Finds rules that contradict a scenario for its most typical input, which states its presets and typical levels: the decision of the scenario
 * has a result, and a rule of a later decision hits and contradicts it.
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
