import type { ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { coverConflicts, otherOf, type RuleConflicts, type RulePair } from '../../geometry/conflict-cover.js';
import { minimizeCover, MAX_BOXES_TO_MINIMIZE } from '../../geometry/minimize-cover.js';
import type { Problem, ProblemView } from '../problem.js';
import { mergeAdjacent } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { assignmentOf, regionOf } from '../../geometry/region.js';
import { intersectBoxes, includesBox, isEmpty, withoutImpossible, type Box, type Space } from '../../geometry/space.js';
import { sameOutput } from './rule-outputs.js';

/** So many overlaps are looked at in one table; a table with more has one mistake many times. */
const MOST_OVERLAPS = 100_000;

/** Two rules that hit together in a box and must not, for an output. */
interface Overlap extends RulePair {
  readonly box: Box;
  readonly output: number;
}

/** Rules of a table that hit together although the hit policy does not let them: few rules, each with those that it must not meet. */
export function contradictions(decision: TableDecision, space: Space, meetings: Overlaps): Problem[] {
  const { overlaps, complete } = overlapsOf(decision, space, meetings);
  // Of two, the one that lies within the other.
  const ofPair = ({ a, b }: Overlap): number => (includesBox(space.boxes[a] ?? [], space.boxes[b] ?? []) ? b : a);
  return [
    ...coverConflicts(overlaps, ofPair).flatMap((one) => contradiction(one, decision, space)),
    ...(complete ? [] : [{ code: 'inconclusive', decision, unproven: ['overlap'] } as const]),
  ];
}

/**
 * Of the problems of a `unique` table, each once: what shadows a rule contradicts it. A rule that never answers, since others are hit by all of its inputs,
 * is told as that alone, unless it is the one that keeps them all from answering. Those that are named so are not told again by themselves.
 */
export function toldOnce(problems: readonly Problem[]): Problem[] {
  const of = (sought: Problem['code']): Problem[] => problems.filter(({ code }) => code === sought);
  const firstOf = ({ rules: [rule] = [] }: ProblemView): ProgramRule | undefined => rule;
  const silent = new Set(of('masked').map(firstOf));
  const isSilenced = ({ rules: [rule, ...others] = [] }: ProblemView): boolean =>
    silent.has(rule) && !(others.length > 1 && others.every((other) => silent.has(other)));
  const silenced = new Set(of('overlap').filter(isSilenced).map(firstOf));
  const isTold = (one: Problem): boolean =>
    one.code === 'masked' ? silenced.has(firstOf(one)) : !silenced.has(firstOf(one));
  const named = new Set(
    [...of('overlap'), ...of('masked')].filter(isTold).flatMap(({ rules = [] }: ProblemView) => rules),
  );
  return problems.filter((one) => {
    if (one.code === 'overlap') return isTold(one);
    const rule = firstOf(one);
    return one.code !== 'masked' || isTold(one) || rule === undefined || !named.has(rule);
  });
}

function overlapsOf(
  { body: { rules, policy } }: TableDecision,
  space: Space,
  meetings: Overlaps,
): { overlaps: Overlap[]; complete: boolean } {
  const overlaps: Overlap[] = [];
  for (const [a, rule] of rules.entries()) {
    for (const b of meetings.of(a)) {
      if (b < a) continue;
      const output = spokenByBoth(rule, rules[b]).find((one) => policy.conflicts(sameOutput(rule, rules[b], one)));
      if (output === undefined) continue;
      const box = withoutImpossible(intersectBoxes(space.boxes[a] ?? [], space.boxes[b] ?? []), space);
      if (isEmpty(box)) continue;
      overlaps.push({ a, b, box, output });
      if (overlaps.length >= MOST_OVERLAPS) return { overlaps, complete: false };
    }
  }
  return { overlaps, complete: true };
}

const spokenByBoth = (a: ProgramRule, b: ProgramRule | undefined): number[] =>
  (a.answers ?? []).flatMap((answer, output) => (answer !== null && b?.answers?.[output] != null ? [output] : []));

function contradiction(one: RuleConflicts<Overlap>, decision: TableDecision, space: Space): Problem[] {
  const { rules } = decision.body;
  const [first] = one.conflicts;
  if (first === undefined) return [];
  const boxes = mergeAdjacent(one.conflicts.map(({ box }) => box));
  const where = boxes.length > MAX_BOXES_TO_MINIMIZE ? boxes : minimizeCover(boxes);
  const outputs = new Set(one.conflicts.map(({ output }) => output));
  return [
    {
      code: 'overlap',
      decision,
      ...(outputs.size === 1 && { output: first.output }),
      rules: rulesOf(one, decision),
      where: where.map((box) => regionOf(space, box)),
      witness: assignmentOf(space, first.box),
      answers: [one.rule, otherOf(first, one.rule)].map((n) => rules[n]?.answers?.[first.output] ?? null),
    },
  ];
}

/** The rule that is told, and then those that it meets. */
const rulesOf = ({ rule, conflicts }: RuleConflicts<Overlap>, { body: { rules } }: TableDecision): ProgramRule[] =>
  [rule, ...conflicts.map((one) => otherOf(one, rule))].flatMap((n) => rules[n] ?? []);
