import type { Program, TableDecision } from '../program/program.js';
import { casesOf, type Case, type Cases } from './cases.js';
import type { Found } from './found.js';
import { idleRules } from './idle.js';
import { mergedRegions, simplest } from './merge.js';
import { silentProblems } from './silences.js';

/**
 * What is wrong with a table whose rules look at other decisions or at items, proven by cases: inputs that it does not answer, rules that hit together
 * and must not, rules that never hit or never answer, and rules that change nothing. Where there are too many cases, what was found of them stands.
 *
 * @param known what geometry alone has found of single rules
 * @param polled whether a vote counts the rules, so that each that hits has a say
 */
export function deepTableProblems(
  decision: TableDecision,
  program: Program,
  known: readonly Found[],
  polled: boolean,
): Found[] {
  const { hitPolicy } = decision.body;
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const proven = casesOf(program, targets, { partly: true, subject: decision });
  const alone = hitPolicy === 'unique' || hitPolicy === 'any';
  return [
    ...silentProblems(decision, program),
    ...(alone ? contradictions(decision, proven) : []),
    ...(alone && !proven.complete ? [{ code: 'not-proven', decision, unproven: ['contradiction'] } as const] : []),
    ...idleRules(decision, proven, program, { known, polled }),
  ];
}

/** The cases in which rules hit together although the hit policy does not let them, by the rules. */
function contradictions(decision: TableDecision, proven: Cases): Found[] {
  return decision.outputs.flatMap((_, output) => {
    const groups = new Map<string, Case[]>();
    for (const one of proven.all) {
      const spoken = one.spoken[output] ?? [];
      if (spoken.length < 2 || one.results[output]?.answer !== null) continue;
      const key = spoken.map(({ rule }) => rule.id).join(' ');
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].flatMap((cases): Found[] => {
      const one = simplest(cases);
      const spoken = one?.spoken[output] ?? [];
      if (one === undefined) return [];
      return [
        {
          code: 'contradiction',
          decision,
          output,
          rules: spoken.map(({ rule }) => rule),
          where: mergedRegions(cases, proven),
          witness: one.point,
          says: spoken.map((rule) => rule.says),
        },
      ];
    });
  });
}
