import type { Program, ProgramDecision } from '../program/program.js';
import { casesOf, type Case } from './cases.js';
import type { Found } from './found.js';
import { mergedRegions, simplest } from './merge.js';

/** Inputs that a decision that asks others does not answer, when everything that it looks at is stated. */
export function silentProblems(decision: ProgramDecision, program: Program): Found[] {
  return decision.outputs.flatMap((_, output): Found[] => {
    const { all, complete } = casesOf(program, [{ decision: decision.number, output }], { partly: false });
    return complete ? silences(decision, output, all) : [{ code: 'not-proven', decision, output }];
  });
}

/** The cases in which a decision is silent, as one gap. */
export function silences(decision: ProgramDecision, output: number, all: readonly Case[]): Found[] {
  const open = all.filter(({ results }) => results[0]?.answer == null);
  const witness = simplest(open)?.point;
  // An output that is never spoken of is left to others on purpose.
  if (witness === undefined || open.length === all.length) return [];
  return [{ code: 'gap', decision, output, where: mergedRegions(open), witness }];
}
