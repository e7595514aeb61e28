import type { OutputValues } from '../../../language/outputs/values.js';
import type { ProgramRule, TableDecision } from '../../../program/ir/program.js';
import type { Case, Cases, RuleAnswer } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { sameAnswer } from '../../../language/outputs/values.js';
import { combinedAnswer } from './rule-outputs.js';

/**
 * Finds rules without which every case has the same result. Where a table combines all hits, the later of two rules that could replace each
 * other is removed first, and a removed rule replaces no other, so that all reported rules can be removed jointly. Of `first`, each rule is
 * compared with all others.
 *
 * @param casesOfRule by rule, the cases in which it hits
 * @param ineffective rules that are already known to be ineffective
 */
export function redundantByCases(
  decision: TableDecision,
  proven: Cases,
  casesOfRule: ReadonlyMap<ProgramRule, readonly Case[]>,
  ineffective: ReadonlySet<ProgramRule>,
): Problem[] {
  const out = new Set(ineffective);
  const combinesAll = decision.body.policy.relevantHits > 1;
  return decision.body.rules
    .toReversed()
    .flatMap((rule): Problem[] => {
      const cases = casesOfRule.get(rule) ?? [];
      if (ineffective.has(rule) || cases.length === 0) return [];
      const others = new Set<ProgramRule>();
      for (const one of cases) {
        for (const [output, answering] of one.answering.entries()) {
          const instead = combinesAll
            ? sameWithout(
                rule,
                answering.filter((each) => each.rule === rule || !out.has(each.rule)),
                output,
                decision,
              )
            : nextAfter(rule, one, output);
          if (instead === undefined) return [];
          for (const other of instead) others.add(other);
        }
      }
      const one = simplest(
        cases.filter(({ answering }) => answering.some((answers) => answers.some((each) => each.rule === rule))),
      );
      if (one === undefined || others.size === 0) return [];
      if (combinesAll) out.add(rule);
      return [
        {
          code: 'redundant',
          decision,
          rules: [rule, ...others],
          where: mergedRegions(cases, proven),
          witness: one.example,
        },
      ];
    })
    .reverse();
}

/** The other rules that answer, if their combined answer is the same without a rule; undefined where it differs. */
function sameWithout(
  rule: ProgramRule,
  answering: readonly RuleAnswer[],
  output: number,
  { body }: TableDecision,
): readonly ProgramRule[] | undefined {
  const others = answering.filter((each) => each.rule !== rule);
  if (others.length === answering.length) return [];
  const combined = (answers: readonly RuleAnswer[]): OutputValues | null =>
    combinedAnswer(
      body,
      output,
      answers.map(({ answer }) => answer),
    );
  return sameAnswer(combined(answering), combined(others)) ? others.map((each) => each.rule) : undefined;
}

/** The rule that answers the same when the first that answers is removed; undefined where none is certain to. The result of a later delegate is not known here. */
function nextAfter(
  rule: ProgramRule,
  { hitRules, answering }: Case,
  output: number,
): readonly ProgramRule[] | undefined {
  const [first] = answering[output] ?? [];
  if (first?.rule !== rule) return [];
  for (const other of hitRules.slice(hitRules.indexOf(rule) + 1)) {
    if (other.ask !== undefined) return undefined;
    const answer = other.answers?.[output];
    if (answer != null) return sameAnswer(answer, first.answer) ? [other] : undefined;
  }
  return undefined;
}
