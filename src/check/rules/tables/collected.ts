import { isTable, type Program, type TableDecision } from '../../../program/ir/program.js';
import { casesOf, type Cases } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { byPackages, mergedRegions, simplest } from '../../cases/merge.js';
import { unionProblems } from './union-conflicts.js';

/** Finds answers that cannot be combined although their rules hit jointly: an empty intersection, or a union that is no known combination. */
export function collectedProblems(program: Program): Problem[] {
  return program.decisions.filter(isTable).flatMap((decision) => {
    const { body, number } = decision;
    return body.policies.flatMap(({ joinsOutcomes = false, mayLeaveNothing = false }, output): Problem[] => {
      // Without any known combination, no union can be judged.
      const joins = joinsOutcomes && program.knowledge.combinations.size > 0;
      if (!joins && !mayLeaveNothing) return [];
      const proven = casesOf(program, [{ decision: number, output }], { allowUnstated: true });
      const found = joins
        ? unionProblems(decision, output, proven, program)
        : emptyIntersections(decision, output, proven);
      const code = joins ? 'ambiguous' : 'empty-intersection';
      return [
        ...found,
        ...(proven.complete ? [] : [{ code: 'inconclusive', decision, output, unproven: [code] } as const]),
      ];
    });
  });
}

/** Inputs for which the rules of an intersection have no outcome in common. */
function emptyIntersections(decision: TableDecision, output: number, proven: Cases): Problem[] {
  const empty = proven.all.filter(({ results }) => results[0]?.answer?.length === 0);
  return byPackages(empty).flatMap((cases): Problem[] => {
    const one = simplest(cases);
    const hits = one?.results[0]?.hits ?? [];
    if (one === undefined) return [];
    return [
      {
        code: 'empty-intersection',
        decision,
        output,
        rules: hits.map(({ rule }) => rule),
        where: mergedRegions(cases, proven),
        witness: one.example,
        answers: hits.map(({ answer }) => answer),
      },
    ];
  });
}
