import type { OutputValues } from '../../../language/outputs/values.js';
import type { ProgramRule, TableDecision } from '../../../program/ir/program.js';
import type { Case, Cases, DefinedOutput } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { answerOf, areAlike } from './rule-outputs.js';

/**
 * Rules without which every case is answered the same. Of `any` and `collect` the later of two that could take one another's place is left out first, and
 * takes nobody's place any more; of `first`, each is held against all others.
 *
 * @param useless rules that are known to be of no use
 */
export function redundantByCases(
  decision: TableDecision,
  proven: Cases,
  met: ReadonlyMap<ProgramRule, readonly Case[]>,
  useless: ReadonlySet<ProgramRule>,
): Problem[] {
  const out = new Set(useless);
  const together = decision.body.policy.relevantHits > 1;
  return decision.body.rules
    .toReversed()
    .flatMap((rule): Problem[] => {
      const cases = met.get(rule) ?? [];
      if (useless.has(rule) || cases.length === 0) return [];
      const others = new Set<ProgramRule>();
      for (const one of cases) {
        for (const [output, spoken] of one.spoken.entries()) {
          const instead = together
            ? insteadOf(
                rule,
                spoken.filter((each) => each.rule === rule || !out.has(each.rule)),
                output,
                decision,
              )
            : nextAfter(rule, one, output);
          if (instead === undefined) return [];
          for (const other of instead) others.add(other);
        }
      }
      const one = simplest(
        cases.filter(({ spoken }) => spoken.some((those) => those.some((each) => each.rule === rule))),
      );
      if (one === undefined || others.size === 0) return [];
      if (together) out.add(rule);
      return [
        {
          code: 'redundant',
          decision,
          rules: [rule, ...others],
          where: mergedRegions(cases, proven),
          witness: one.point,
        },
      ];
    })
    .reverse();
}

/** Of the rules that speak, those that answer the same without one of them; undefined where they do not. */
function insteadOf(
  rule: ProgramRule,
  spoken: readonly DefinedOutput[],
  output: number,
  { body }: TableDecision,
): readonly ProgramRule[] | undefined {
  const others = spoken.filter((each) => each.rule !== rule);
  if (others.length === spoken.length) return [];
  const saying = (those: readonly DefinedOutput[]): OutputValues | null =>
    answerOf(
      body,
      output,
      those.map(({ answer }) => answer),
    );
  return areAlike(saying(spoken), saying(others)) ? others.map((each) => each.rule) : undefined;
}

/** The rule that says the same where the first that speaks is left out; undefined where none does for sure: what a later one asks is not looked at. */
function nextAfter(rule: ProgramRule, { met, spoken }: Case, output: number): readonly ProgramRule[] | undefined {
  const [first] = spoken[output] ?? [];
  if (first?.rule !== rule) return [];
  for (const other of met.slice(met.indexOf(rule) + 1)) {
    if (other.ask !== undefined) return undefined;
    const answer = other.answers?.[output];
    if (answer != null) return areAlike(answer, first.answer) ? [other] : undefined;
  }
  return undefined;
}
