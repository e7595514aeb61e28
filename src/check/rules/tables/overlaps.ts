import type { ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { coverConflicts, otherOf, type RuleConflicts, type RulePair } from '../../geometry/conflict-cover.js';
import { minimizeCover, MAX_BOXES_TO_MINIMIZE } from '../../geometry/minimize-cover.js';
import type { Problem, ProblemView } from '../problem.js';
import { mergeAdjacent } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { assignmentOf, regionOf } from '../../geometry/region.js';
import { intersectBoxes, includesBox, isEmpty, withoutImpossible, type Box, type Space } from '../../geometry/space.js';
import { sameOutput } from './rule-outputs.js';

/** At most so many overlaps of one table are examined. A table with more has one mistake many times. */
const MAX_OVERLAPS = 100_000;

/** Two rules that hit jointly in a box against the hit policy, and an output for which they do. */
interface Overlap extends RulePair {
  readonly box: Box;
  readonly output: number;
}

/** Finds rules of a table that hit jointly against the hit policy: few rules, each with those that it conflicts with. */
export function overlapProblems(decision: TableDecision, space: Space, index: Overlaps): Problem[] {
  const { overlaps, complete } = overlapsOf(decision, space, index);
  // Of two rules, the one whose box lies within that of the other.
  const ofPair = ({ a, b }: Overlap): number => (includesBox(space.boxes[a] ?? [], space.boxes[b] ?? []) ? b : a);
  return [
    ...coverConflicts(overlaps, ofPair).flatMap((one) => problemOf(one, decision, space)),
    ...(complete ? [] : [{ code: 'inconclusive', decision, unproven: ['overlap'] } as const]),
  ];
}

/**
 * Leaves out problems of a `unique` table that have the same cause, since there a rule that masks another also overlaps it. A rule that others
 * mask is reported as `masked` only, unless it is the one rule that keeps all of those from answering. Masked rules that a reported problem
 * already names are not reported again.
 */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const of = (sought: Problem['code']): Problem[] => problems.filter(({ code }) => code === sought);
  const firstOf = ({ rules: [rule] = [] }: ProblemView): ProgramRule | undefined => rule;
  const masked = new Set(of('masked').map(firstOf));
  const isOfMasked = ({ rules: [rule, ...others] = [] }: ProblemView): boolean =>
    masked.has(rule) && !(others.length > 1 && others.every((other) => masked.has(other)));
  const maskedOverlaps = new Set(of('overlap').filter(isOfMasked).map(firstOf));
  const isReported = (one: Problem): boolean =>
    one.code === 'masked' ? maskedOverlaps.has(firstOf(one)) : !maskedOverlaps.has(firstOf(one));
  const named = new Set(
    [...of('overlap'), ...of('masked')].filter(isReported).flatMap(({ rules = [] }: ProblemView) => rules),
  );
  return problems.filter((one) => {
    if (one.code === 'overlap') return isReported(one);
    const rule = firstOf(one);
    return one.code !== 'masked' || isReported(one) || rule === undefined || !named.has(rule);
  });
}

function overlapsOf(
  { body: { rules, policy } }: TableDecision,
  space: Space,
  index: Overlaps,
): { overlaps: Overlap[]; complete: boolean } {
  const overlaps: Overlap[] = [];
  for (const [a, rule] of rules.entries()) {
    for (const b of index.of(a)) {
      if (b < a) continue;
      const output = definedByBoth(rule, rules[b]).find((one) => policy.conflicts(sameOutput(rule, rules[b], one)));
      if (output === undefined) continue;
      const box = withoutImpossible(intersectBoxes(space.boxes[a] ?? [], space.boxes[b] ?? []), space);
      if (isEmpty(box)) continue;
      overlaps.push({ a, b, box, output });
      if (overlaps.length >= MAX_OVERLAPS) return { overlaps, complete: false };
    }
  }
  return { overlaps, complete: true };
}

const definedByBoth = (a: ProgramRule, b: ProgramRule | undefined): number[] =>
  (a.answers ?? []).flatMap((answer, output) => (answer !== null && b?.answers?.[output] != null ? [output] : []));

function problemOf(one: RuleConflicts<Overlap>, decision: TableDecision, space: Space): Problem[] {
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

/** The rule that is reported, and then those that it conflicts with. */
const rulesOf = ({ rule, conflicts }: RuleConflicts<Overlap>, { body: { rules } }: TableDecision): ProgramRule[] =>
  [rule, ...conflicts.map((one) => otherOf(one, rule))].flatMap((n) => rules[n] ?? []);
