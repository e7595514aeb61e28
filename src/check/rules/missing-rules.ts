import type { Program, ProgramDecision } from '../../program/ir/program.js';
import { allRules } from '../../program/ir/call-graph.js';
import { casesOf, mayAnswer, type Cases } from '../cases/cases.js';
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
