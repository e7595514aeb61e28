import type { Program, ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { coverConflicts, otherOf, type RulePair } from '../../geometry/conflict-cover.js';
import { casesOf, type Case, type Cases } from '../../cases/cases.js';
import type { Problem, ProblemView } from '../problem.js';
import { findDeadRules } from './dead-rules.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { gapProblems } from '../missing-rules.js';
import { sameAnswer } from '../../../language/outputs/values.js';

/**
 * Finds the problems of a table whose rules read other decisions or items, by cases: inputs without a result, rules that hit jointly against the
 * hit policy, rules that never hit or never answer, and redundant rules. Where there are too many cases, problems of the examined cases are
 * reported all the same, with a note of code `inconclusive`.
 *
 * @param known problems of single rules that geometry has found
 * @param polled whether a vote counts the rules, so that each rule that hits contributes
 */
export function tableProblemsByCases(
  decision: TableDecision,
  program: Program,
  known: readonly Problem[],
  polled: boolean,
): Problem[] {
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const proven = casesOf(program, targets, { allowUnstated: true, subject: decision });
  const alone = decision.body.policy.conflicts(false);
  const dead = findDeadRules(decision, proven, program, { known, polled });
  const masked = new Set(
    dead.flatMap(({ code, rules: [rule] = [] }: ProblemView) => (code === 'masked' ? [rule] : [])),
  );
  return [
    ...gapProblems(decision, program),
    ...(alone ? overlapProblemsByCases(decision, proven, masked) : []),
    ...(alone && !proven.complete ? [{ code: 'inconclusive', decision, unproven: ['overlap'] } as const] : []),
    ...dead,
  ];
}

/** Two rules that hit jointly in some cases against the hit policy, with the outputs concerned. */
interface CaseConflict extends RulePair {
  readonly cases: Set<Case>;
  readonly outputs: Set<number>;
}

/**
 * Cases in which rules hit jointly against the hit policy, grouped by few rules of which one takes part in each conflict.
 *
 * @param masked rules that never answer, since others mask them
 */
function overlapProblemsByCases(
  decision: TableDecision,
  proven: Cases,
  masked: ReadonlySet<ProgramRule | undefined>,
): Problem[] {
  const { rules, policy } = decision.body;
  const places = new Map(rules.map((rule, n) => [rule, n]));
  const conflicts = new Map<string, CaseConflict>();
  for (const one of proven.all) {
    for (const [output, answering] of one.answering.entries()) {
      if (answering.length < 2 || one.results[output]?.answer !== null) continue;
      for (const [n, first] of answering.entries()) {
        for (const second of answering.slice(n + 1)) {
          if (!policy.conflicts(sameAnswer(first.answer, second.answer))) continue;
          const [a = 0, b = 0] = [places.get(first.rule), places.get(second.rule)];
          const key = `${String(a)} ${String(b)}`;
          const conflict = conflicts.get(key) ?? { a, b, cases: new Set(), outputs: new Set() };
          conflicts.set(key, conflict);
          conflict.cases.add(one);
          conflict.outputs.add(output);
        }
      }
    }
  }
  const ofPair = ({ a, b }: CaseConflict): number => (masked.has(rules[b]) ? b : a);
  return coverConflicts([...conflicts.values()], ofPair).flatMap(({ rule, conflicts }): Problem[] => {
    const cases = [...new Set(conflicts.flatMap((conflict) => [...conflict.cases]))];
    const outputs = [...new Set(conflicts.flatMap((conflict) => [...conflict.outputs]))];
    const others = conflicts.map((conflict) => otherOf(conflict, rule));
    const one = simplest(cases);
    if (one === undefined) return [];
    const met = [rule, ...others].flatMap((n) => rules[n] ?? []);
    const [output = 0] = one.answering.flatMap((answering, n) => (answering.length > 1 ? [n] : []));
    return [
      {
        code: 'overlap',
        decision,
        ...(outputs.length === 1 && { output: outputs[0] ?? 0 }),
        rules: met,
        where: mergedRegions(cases, proven),
        witness: one.example,
        answers: (one.answering[output] ?? []).map(({ answer }) => answer),
      },
    ];
  });
}
