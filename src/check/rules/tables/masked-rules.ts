import type { TableDecision } from '../../../program/ir/program.js';
import type { Problem } from '../problem.js';
import { boxesAt, coversOf, isCoveredBy, uncovered } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { assignmentOf, regionOf } from '../../geometry/region.js';
import { removableRules } from './removable.js';
import { intersectBoxes, isEmpty, isSelfContained, type Box, type Space } from '../../geometry/space.js';
import { isSelfContainedAt, sameOutput, definesOutputAt, definesOutput, definedOutputs } from './rule-outputs.js';

/** Why a rule never contributes to the result, and the positions of the rules that cause this. */
export interface Ineffective {
  readonly why: 'masked' | 'redundant';
  readonly by: readonly number[];
}

/**
 * Finds rules that never answer, since others answer wherever they hit, and rules without which the table has the same results. Where a table
 * combines all hits, all reported rules can be removed jointly.
 */
export function maskedAndRedundantRules(decision: TableDecision, space: Space, overlaps: Overlaps): Problem[] {
  const { rules, policy } = decision.body;
  if (policy.relevantHits === Infinity) {
    const { removable, complete } = removableRules(decision, space, overlaps);
    return [
      ...[...removable].map(([n, by]) => problemOf(decision, space, n, { why: 'redundant', by })),
      ...(complete ? [] : [{ code: 'inconclusive', decision, unproven: ['redundant'] } as const]),
    ];
  }
  const outputs = definedOutputs(decision);
  return rules.flatMap((rule, n): Problem[] => {
    const box = space.boxes[n];
    if (box === undefined || isEmpty(box)) return [];
    const overlapping = overlaps.of(n);
    const found: Ineffective[] = [];
    for (const output of outputs) {
      if (!definesOutput(rule, output)) continue;
      const one = whyIneffective({ decision, space, box, n, overlapping, output });
      if (one === undefined) return [];
      found.push(one);
    }
    if (found.length === 0) return [];
    const why = found.every((one) => one.why === 'masked') ? 'masked' : 'redundant';
    return [problemOf(decision, space, n, { why, by: [...new Set(found.flatMap(({ by }) => by))] })];
  });
}

function problemOf(decision: TableDecision, space: Space, n: number, { why, by }: Ineffective): Problem {
  const box = space.boxes[n] ?? [];
  return {
    code: why,
    decision,
    rules: [n, ...by].flatMap((one) => decision.body.rules[one] ?? []),
    where: [regionOf(space, box)],
    witness: assignmentOf(space, box),
  };
}

/** An output of a rule, in a table of which at most one rule answers. */
interface RuleOutput {
  readonly decision: TableDecision;
  readonly space: Space;
  readonly box: Box;
  readonly n: number;
  /** Positions of the rules whose boxes overlap that of the rule. */
  readonly overlapping: readonly number[];
  readonly output: number;
}

/** Why a rule never determines an output; undefined where it does for some input. */
function whyIneffective(one: RuleOutput): Ineffective | undefined {
  const { decision, space, box, n, output } = one;
  const { rules, policy } = decision.body;
  const alone = policy.conflicts(true);
  const overlapping = one.overlapping.filter((other) => definesOutputAt(rules, other, output));
  // Under `unique`, a rule that answers somewhere is the only one there, so a rule that is not masked is not redundant either.
  const before = overlapping.filter((other) => isSelfContainedAt(rules, other) && (alone || other < n));
  const by = coversOf(box, before, space);
  if (by !== undefined) return { why: 'masked', by };
  const mine = rules[n];
  if (alone || mine === undefined || !isSelfContained(mine)) return undefined;
  const later = laterSameAnswers({ ...one, overlapping });
  return later && { why: 'redundant', by: later };
}

/** The later rules of a `first` table that give the same answer wherever a rule decides; undefined where the rule makes a difference. */
function laterSameAnswers({ decision, space, box, n, overlapping, output }: RuleOutput): readonly number[] | undefined {
  const { rules } = decision.body;
  const before = overlapping.filter((other) => other < n && isSelfContainedAt(rules, other));
  const later = overlapping.filter(
    (other) => other > n && isSelfContainedAt(rules, other) && sameOutput(rules[n], rules[other], output),
  );
  if (later.length === 0 || !isCoveredBy(box, [...before, ...later], space)) return undefined;
  let left = uncovered(box, [...boxesAt(before, space), ...space.impossible]);
  const by: number[] = [];
  for (const other of overlapping) {
    const next = space.boxes[other] ?? [];
    if (other < n || !left.some((part) => !isEmpty(intersectBoxes(part, next)))) continue;
    if (!isSelfContainedAt(rules, other) || !sameOutput(rules[n], rules[other], output)) return undefined;
    by.push(other);
    left = left.flatMap((part) => uncovered(part, [next]));
    if (left.length === 0) return by;
  }
  return undefined;
}
