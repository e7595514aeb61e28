import type { Program, ProgramDecision } from '../../program/ir/program.js';
import { allRules } from '../../program/ir/call-graph.js';
import { casesOf, mayAnswer, type Cases } from '../cases/cases.js';
import type { Problem } from './problem.js';
import { mergedRegions, simplest } from '../cases/merge.js';

/** Inputs that a decision that asks others does not answer, when everything that it looks at is stated. */
export function gapProblems(decision: ProgramDecision, program: Program): Problem[] {
  return decision.outputs.flatMap((_, output): Problem[] => {
    const cases = casesOf(program, [{ decision: decision.number, output }], { partly: false });
    return [
      ...silences(decision, output, cases, program),
      ...(cases.complete ? [] : [{ code: 'inconclusive', decision, output, unproven: ['gap'] } as const]),
    ];
  });
}

/** The cases in which a decision is silent, as one gap. */
function silences(decision: ProgramDecision, output: number, cases: Cases, program: Program): Problem[] {
  const { all } = cases;
  // That rules contradict one another is another problem.
  const open = all.filter(({ results: [result] }) => result?.answer == null && result?.hits.length === 0);
  const witness = simplest(open)?.point;
  // An output that no rule speaks of is left to others on purpose.
  const spoken = allRules(decision).some((rule) => mayAnswer(rule, output, program));
  if (witness === undefined || !spoken) return [];
  return [{ code: 'gap', decision, output, where: mergedRegions(open, cases), witness }];
}
