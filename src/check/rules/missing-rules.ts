import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRole } from '../../program/ir/program.js';
import { allRules } from '../../program/ir/call-graph.js';
import { casesOf, mayAnswer, variablesReadBy, type Cases } from '../cases/cases.js';
import type { Problem } from './problem.js';
import { mergedRegions, simplest } from '../cases/merge.js';

/** Finds inputs without a result of a decision, by cases in which everything that it reads is stated: one gap for each output. */
export function gapProblems(decision: ProgramDecision, program: Program): Problem[] {
  return decision.outputs.flatMap((_, output): Problem[] => {
    const cases = casesOf(program, [{ decision: decision.number, output }], { allowUnstated: false });
    return [
      ...gapIn(decision, output, cases, program),
      ...(cases.complete ? [] : [{ code: 'inconclusive', decision, output, unproven: ['gap'] } as const]),
    ];
  });
}

/** The cases in which a decision has no result, as one gap. */
function gapIn(decision: ProgramDecision, output: number, cases: Cases, program: Program): Problem[] {
  const { all } = cases;
  // No result in spite of hits means that rules contradict one another, which is another problem.
  const open = all.filter(({ results: [result] }) => result?.answer == null && result?.hits.length === 0);
  const witness = simplest(open)?.example;
  // An output that no rule defines is left to other decisions on purpose.
  const isDefined = allRules(decision).some((rule) => mayAnswer(rule, output, program));
  if (witness === undefined || !isDefined) return [];
  return [{ code: 'gap', decision, output, where: mergedRegions(open, cases), witness }];
}

/** Finds levels without a result in the decisions that fill the roles, except for optional roles. */
export function levelProblems(program: Program): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    return decision === undefined || role.optional ? [] : levelsWithoutResult(role, decision, program);
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

/** Compares the decisions that scenarios put into the same slot: finds outputs that most of them define and one does not. */
export function scenarioCoverageProblems({ knowledge, decisions, numbers }: Program): Problem[] {
  const slots = new Map<string, { scenario: string; number: number }[]>();
  for (const { id: scenario, decisions: filled = {} } of knowledge.scenarios.values()) {
    for (const [slot, decision] of Object.entries(filled)) {
      const number = numbers.get(decision);
      if (number !== undefined) slots.set(slot, [...(slots.get(slot) ?? []), { scenario, number }]);
    }
  }
  return [...slots.values()].flatMap((siblings) => {
    const outputs = new Set(siblings.flatMap(({ number }) => decisions[number]?.outputs ?? []));
    return [...outputs].flatMap((output) => {
      const lacking = siblings.filter(({ number }) => !mayDefine(output, number));
      // A small minority was probably forgotten; several decisions probably leave the output undefined on purpose.
      if (lacking.length === 0 || lacking.length * 4 > siblings.length) return [];
      return lacking.flatMap(({ number, scenario }): Problem[] => {
        const decision = decisions[number];
        const place = decision?.outputs.indexOf(output) ?? -1;
        return decision === undefined
          ? []
          : [{ code: 'undefined-output', decision, scenario, ...(place >= 0 && { output: place }) }];
      });
    });
  });

  function mayDefine(output: string, number: number): boolean {
    const decision = decisions[number];
    const place = decision?.outputs.indexOf(output) ?? -1;
    return (
      decision !== undefined &&
      place >= 0 &&
      allRules(decision).some(({ ask, answers }) => ask !== undefined || answers?.[place] != null)
    );
  }
}
