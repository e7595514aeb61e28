import type { OutcomeSet } from '../../../language/outputs/values.js';
import type { Program, ProgramDecision } from '../../../program/ir/program.js';
import { alternativesIn, type Case, type Cases } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';

/** Finds rules that hit jointly and whose answers unite to outcomes that are no known combination. */
export function unionProblems(
  decision: ProgramDecision,
  output: number,
  proven: Cases,
  { knowledge }: Program,
): Problem[] {
  const known = new Set([...knowledge.combinations.values()].flat().map((set) => [...set].sort().join(' ')));
  if (known.size === 0) return [];
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
