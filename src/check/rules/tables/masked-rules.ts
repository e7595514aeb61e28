import type { TableDecision } from '../../../program/ir/program.js';
import type { Problem } from '../problem.js';
import { boxesAt, coversOf, isCoveredBy, uncovered } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { assignmentOf, regionOf } from '../../geometry/region.js';
import { removableRules } from './removable.js';
import { intersectBoxes, isEmpty, isSelfContained, type Box, type Space } from '../../geometry/space.js';
import { isPlainAt, sameOutput, definesOutputAt, definesOutput, definedOutputs } from './rule-outputs.js';

/** Why a rule has no say, and because of which other rules. */
export interface IneffectiveRules {
  readonly why: 'masked' | 'redundant';
  readonly by: readonly number[];
}

/**
 * Rules that never answer, since others do wherever they hit, and rules without which the table would answer the same. Of `any` and `collect`, those that
 * are told can be left out all together.
 */
export function maskedAndRedundantRules(decision: TableDecision, space: Space, meetings: Overlaps): Problem[] {
  const { rules, policy } = decision.body;
  if (policy.relevantHits === Infinity) {
    const { removable, complete } = removableRules(decision, space, meetings);
    return [
      ...[...removable].map(([n, by]) => foundOf(decision, space, n, { why: 'redundant', by })),
      ...(complete ? [] : [{ code: 'inconclusive', decision, unproven: ['redundant'] } as const]),
    ];
  }
  const outputs = definedOutputs(decision);
  return rules.flatMap((rule, n): Problem[] => {
    const box = space.boxes[n];
    if (box === undefined || isEmpty(box)) return [];
    const met = meetings.of(n);
    const idle: IneffectiveRules[] = [];
    for (const output of outputs) {
      if (!definesOutput(rule, output)) continue;
      const one = idleBy({ decision, space, box, n, met, output });
      if (one === undefined) return [];
      idle.push(one);
    }
    if (idle.length === 0) return [];
    const why = idle.every((one) => one.why === 'masked') ? 'masked' : 'redundant';
    return [foundOf(decision, space, n, { why, by: [...new Set(idle.flatMap(({ by }) => by))] })];
  });
}

function foundOf(decision: TableDecision, space: Space, n: number, { why, by }: IneffectiveRules): Problem {
  const box = space.boxes[n] ?? [];
  return {
    code: why,
    decision,
    rules: [n, ...by].flatMap((one) => decision.body.rules[one] ?? []),
    where: [regionOf(space, box)],
    witness: assignmentOf(space, box),
  };
}

/** A rule of a table of `unique` or `first` for one of its outputs. */
interface Place {
  readonly decision: TableDecision;
  readonly space: Space;
  readonly box: Box;
  readonly n: number;
  /** The rules that it meets. */
  readonly met: readonly number[];
  readonly output: number;
}

/** Why a rule has no say in an output, and because of which other rules; undefined where it has one. */
function idleBy(place: Place): IneffectiveRules | undefined {
  const { decision, space, box, n, output } = place;
  const { rules, policy } = decision.body;
  const alone = policy.conflicts(true);
  const met = place.met.filter((other) => definesOutputAt(rules, other, output));
  // Of `unique`, what decides somewhere does so alone, and is missed there; so no rule changes nothing that is not in shadow.
  const before = met.filter((other) => isPlainAt(rules, other) && (alone || other < n));
  const by = coversOf(box, before, space);
  if (by !== undefined) return { why: 'masked', by };
  const mine = rules[n];
  if (alone || mine === undefined || !isSelfContained(mine)) return undefined;
  const later = nextInLine({ ...place, met });
  return later && { why: 'redundant', by: later };
}

/** The later rules of a `first` table that say the same wherever a rule decides; undefined where it makes a difference. */
function nextInLine({ decision, space, box, n, met, output }: Place): readonly number[] | undefined {
  const { rules } = decision.body;
  const before = met.filter((other) => other < n && isPlainAt(rules, other));
  const later = met.filter(
    (other) => other > n && isPlainAt(rules, other) && sameOutput(rules[n], rules[other], output),
  );
  if (later.length === 0 || !isCoveredBy(box, [...before, ...later], space)) return undefined;
  let left = uncovered(box, [...boxesAt(before, space), ...space.impossible]);
  const by: number[] = [];
  for (const other of met) {
    const next = space.boxes[other] ?? [];
    if (other < n || !left.some((part) => !isEmpty(intersectBoxes(part, next)))) continue;
    if (!isPlainAt(rules, other) || !sameOutput(rules[n], rules[other], output)) return undefined;
    by.push(other);
    left = left.flatMap((part) => uncovered(part, [next]));
    if (left.length === 0) return by;
  }
  return undefined;
}
