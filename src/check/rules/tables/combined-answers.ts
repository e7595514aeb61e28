import type { OutcomeSet } from '../../../language/outputs/values.js';
import { isTable, type Program, type ProgramDecision, type TableDecision } from '../../../program/ir/program.js';
import { alternativesIn, casesOf, type Case, type Cases } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { byPackages, mergedRegions, simplest } from '../../cases/merge.js';

/** Finds answers that cannot be combined although their rules hit jointly: an empty intersection, or a union that is no known combination. */
export function collectedProblems(program: Program): Problem[] {
  return program.decisions.filter(isTable).flatMap((decision) => {
    const { body, number } = decision;
    return body.policies.flatMap(({ joinsOutcomes = false, mayLeaveNothing = false }, output): Problem[] => {
      // A table of `union` says that its answers are meant jointly; which ones can be is not known without any combination.
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

/** Finds rules that hit jointly and whose answers unite to outcomes that are no known combination. */
export function unionProblems(
  decision: ProgramDecision,
  output: number,
  proven: Cases,
  { knowledge }: Program,
): Problem[] {
  const known = new Set([...knowledge.combinations.values()].flat().map((set) => [...set].sort().join(' ')));
  const isUnknown = (combo: OutcomeSet, ofRules: ReadonlySet<string>): boolean =>
    combo.length > 1 && !ofRules.has(String(combo)) && !known.has(combo.join(' '));
  const odd = proven.all.filter(({ results: [result] }) => {
    const ofRules = new Set(result?.hits.flatMap((hit) => hit.answer.map(String)));
    return alternativesIn(result)?.some((combo) => isUnknown(combo, ofRules)) === true;
  });
  const groups = new Map<string, Case[]>();
  for (const one of odd) {
    const key = one.results[0]?.hits.map(({ rule }) => rule.id).join(' ') ?? '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((cases): Problem[] => {
    const one = simplest(cases);
    const result = one?.results[0];
    if (one === undefined || result === undefined) return [];
    const rules = result.hits.filter(
      ({ answer }) => !result.answer?.some((combo) => answer.some((c) => String(c) === String(combo))),
    );
    return [
      {
        code: 'ambiguous',
        decision,
        output,
        rules: rules.map(({ rule }) => rule),
        where: mergedRegions(cases, proven),
        witness: one.example,
        answers: rules.map(({ answer }) => answer),
      },
    ];
  });
}
