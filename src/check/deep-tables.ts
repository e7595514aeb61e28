import type { Program, ProgramRule, TableDecision } from '../program/program.js';
import { casesOf, mayAnswer, type Case, type Cases } from './cases.js';
import type { Found } from './found.js';
import { mergedRegions, simplest } from './merge.js';
import { silentProblems } from './silences.js';
import { isPlain } from './space.js';

/**
 * What is wrong with a table whose rules look at other decisions or at items, proven by cases: inputs that it does not answer, rules that hit together
 * and must not, and rules that never hit or never answer.
 *
 * @param useless what geometry alone has found of rules of no use; of those with such tests it stands where cases are too many
 * @param impossible the rules whose conditions contradict themselves
 */
export function deepTableProblems(
  decision: TableDecision,
  program: Program,
  useless: readonly Found[],
  impossible: readonly Found[],
): Found[] {
  const { hitPolicy } = decision.body;
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const proven = casesOf(program, targets, { partly: true, table: decision });
  const known = new Set<ProgramRule>(impossible.flatMap(({ rules: [rule] = [] }) => rule ?? []));
  const alone = hitPolicy === 'unique' || hitPolicy === 'any';
  return [
    ...silentProblems(decision, program),
    ...(proven.complete
      ? [...(alone ? contradictions(decision, proven) : []), ...idleRules(decision, proven, known, program)]
      : [
          ...(alone ? [{ code: 'not-proven', decision } as const] : []),
          ...useless.filter(({ rules: [rule] = [] }) => rule !== undefined && !isPlain(rule)),
        ]),
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

/** Rules that hit in no case, and rules that hit and have the say in none. */
function idleRules(decision: TableDecision, proven: Cases, known: ReadonlySet<ProgramRule>, program: Program): Found[] {
  const { all } = proven;
  const { rules, hitPolicy } = decision.body;
  const met = new Map<ProgramRule, Case[]>(rules.map((rule) => [rule, []]));
  for (const one of all) for (const rule of one.met) met.get(rule)?.push(one);
  const decides = new Set(
    all.flatMap(({ spoken }) =>
      spoken.flatMap((those) => (hitPolicy === 'unique' && those.length > 1 ? [] : those.map(({ rule }) => rule))),
    ),
  );
  return rules.flatMap((rule): Found[] => {
    if (known.has(rule)) return [];
    const cases = met.get(rule) ?? [];
    if (cases.length === 0) return [{ code: 'unreachable', decision, rules: [rule] }];
    // What a rule asks may leave an output to others on purpose, for every input.
    const speaks = decision.outputs.map((_, output) => mayAnswer(rule, output, program));
    const behind = cases.filter(({ spoken }) =>
      spoken.some((those, output) => speaks[output] === true && those.some((one) => one.rule !== rule)),
    );
    const one = simplest(behind);
    if (decides.has(rule) || one === undefined) return [];
    const others = behind.flatMap(({ spoken }) => spoken.flatMap((those) => those.map((each) => each.rule)));
    return [
      {
        code: 'shadowed',
        decision,
        rules: [rule, ...new Set(others.filter((other) => other !== rule))],
        where: mergedRegions(behind, proven),
        witness: one.point,
      },
    ];
  });
}
