import type { Program, ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { coverConflicts, otherOf, type RulePair } from '../../geometry/conflict-cover.js';
import { casesOf, type Case, type Cases } from '../../cases/cases.js';
import type { Problem, ProblemView } from '../problem.js';
import { findDeadRules } from './dead-rules.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { gapProblems } from '../missing-rules.js';
import { areAlike } from './rule-outputs.js';

/**
 * What is wrong with a table whose rules look at other decisions or at items, proven by cases: inputs that it does not answer, rules that hit together
 * and must not, rules that never hit or never answer, and rules that change nothing. Where there are too many cases, what was found of them stands.
 *
 * @param known what geometry alone has found of single rules
 * @param polled whether a vote counts the rules, so that each that hits has a say
 */
export function tableProblemsByCases(
  decision: TableDecision,
  program: Program,
  known: readonly Problem[],
  polled: boolean,
): Problem[] {
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const proven = casesOf(program, targets, { partly: true, subject: decision });
  const alone = decision.body.policy.conflicts(false);
  const idle = findDeadRules(decision, proven, program, { known, polled });
  const silent = new Set(
    idle.flatMap(({ code, rules: [rule] = [] }: ProblemView) => (code === 'masked' ? [rule] : [])),
  );
  return [
    ...gapProblems(decision, program),
    ...(alone ? contradictions(decision, proven, silent) : []),
    ...(alone && !proven.complete ? [{ code: 'inconclusive', decision, unproven: ['overlap'] } as const] : []),
    ...idle,
  ];
}

/** Two rules that hit together in some cases and must not, for some outputs. */
interface Clash extends RulePair {
  readonly cases: Set<Case>;
  readonly outputs: Set<number>;
}

/**
 * The cases in which rules hit together although the hit policy does not let them, by few rules of which one is always among them.
 *
 * @param silent rules that never answer
 */
function contradictions(
  decision: TableDecision,
  proven: Cases,
  silent: ReadonlySet<ProgramRule | undefined>,
): Problem[] {
  const { rules, policy } = decision.body;
  const places = new Map(rules.map((rule, n) => [rule, n]));
  const clashes = new Map<string, Clash>();
  for (const one of proven.all) {
    for (const [output, spoken] of one.spoken.entries()) {
      if (spoken.length < 2 || one.results[output]?.answer !== null) continue;
      for (const [n, first] of spoken.entries()) {
        for (const second of spoken.slice(n + 1)) {
          if (!policy.conflicts(areAlike(first.answer, second.answer))) continue;
          const [a = 0, b = 0] = [places.get(first.rule), places.get(second.rule)];
          const key = `${String(a)} ${String(b)}`;
          const clash = clashes.get(key) ?? { a, b, cases: new Set(), outputs: new Set() };
          clashes.set(key, clash);
          clash.cases.add(one);
          clash.outputs.add(output);
        }
      }
    }
  }
  const ofPair = ({ a, b }: Clash): number => (silent.has(rules[b]) ? b : a);
  return coverConflicts([...clashes.values()], ofPair).flatMap(({ rule, conflicts }): Problem[] => {
    const cases = [...new Set(conflicts.flatMap((clash) => [...clash.cases]))];
    const outputs = [...new Set(conflicts.flatMap((clash) => [...clash.outputs]))];
    const others = conflicts.map((clash) => otherOf(clash, rule));
    const one = simplest(cases);
    if (one === undefined) return [];
    const met = [rule, ...others].flatMap((n) => rules[n] ?? []);
    const [output = 0] = one.spoken.flatMap((spoken, n) => (spoken.length > 1 ? [n] : []));
    return [
      {
        code: 'overlap',
        decision,
        ...(outputs.length === 1 && { output: outputs[0] ?? 0 }),
        rules: met,
        where: mergedRegions(cases, proven),
        witness: one.point,
        answers: (one.spoken[output] ?? []).map(({ answer }) => answer),
      },
    ];
  });
}
