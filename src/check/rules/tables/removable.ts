import { sameAnswer } from '../../../language/outputs/values.js';
import type { OutputValues } from '../../../language/outputs/values.js';
import type { TableDecision } from '../../../program/ir/program.js';
import { coversOf, uncovered } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { intersectBoxes, isEmpty, isSelfContained, type Box, type Space } from '../../geometry/space.js';
import { combinedAnswer, isSelfContainedAt, sameOutput, definesOutputAt, definedOutputs } from './rule-outputs.js';

/** At most so many combinations of overlapping rules are examined for one table, which takes about a second. */
const MAX_CELLS = 20_000;

/** Positions of rules that can be removed, each with the rules that replace it. */
interface Removable {
  readonly removable: ReadonlyMap<number, readonly number[]>;
  /** Whether every other rule is proven to make a difference, as far as rules test factors alone. */
  readonly complete: boolean;
}

/**
 * Finds the rules without which a table that combines all hits has the same results. The later of two rules that could replace each other is
 * removed first, and a removed rule replaces no other, so that all of them can be removed jointly.
 */
export function removableRules(decision: TableDecision, space: Space, overlaps: Overlaps): Removable {
  const search = new Search(decision, space);
  const removable = new Map<number, readonly number[]>();
  for (let n = decision.body.rules.length - 1; n >= 0; n--) {
    const box = space.boxes[n] ?? [];
    if (isEmpty(box) || !isSelfContainedAt(decision.body.rules, n)) continue;
    const overlapping = overlaps.of(n).filter((other) => !removable.has(other));
    const by = search.replacing(n, overlapping);
    if (by !== undefined) removable.set(n, by);
  }
  return { removable: new Map([...removable].reverse()), complete: search.cells <= MAX_CELLS };
}

class Search {
  /** How many combinations of overlapping rules were examined. */
  cells = 0;
  private readonly outputs: readonly number[];

  constructor(
    private readonly decision: TableDecision,
    private readonly space: Space,
  ) {
    this.outputs = definedOutputs(decision);
  }

  /** Rules that replace another wherever it hits; undefined where it makes a difference. */
  replacing(n: number, overlapping: readonly number[]): readonly number[] | undefined {
    const { rules } = this.decision.body;
    const by = new Set<number>();
    for (const output of this.outputs) {
      if (!definesOutputAt(rules, n, output)) continue;
      const defining = overlapping.filter((other) => definesOutputAt(rules, other, output));
      const others = this.same(n, defining, output) ?? this.sameJointly(n, defining, output);
      if (others === undefined) return undefined;
      for (const other of others) by.add(other);
    }
    return by.size === 0 ? undefined : [...by].sort((a, b) => a - b);
  }

  /** Rules with the same answer that replace another, whatever else hits. */
  private same(n: number, overlapping: readonly number[], output: number): readonly number[] | undefined {
    const { rules, policies, kinds } = this.decision.body;
    const { ordered = true, idempotent } = policies[output] ?? {};
    if (idempotent?.(kinds[output] ?? 'outcome') !== true) return undefined;
    const isAlike = (other: number): boolean =>
      isSelfContainedAt(rules, other) && sameOutput(rules[n], rules[other], output);
    // Collected answers keep the order of the rules: a later rule replaces another only where no other answer comes between them.
    const isNext = (other: number): boolean =>
      other < n || !ordered || !overlapping.some((one) => one > n && one < other && !isAlike(one));
    return this.covering(
      n,
      overlapping.filter((other) => isAlike(other) && isNext(other)),
    );
  }

  /** Rules whose combined answer is the same with and without another, for every combination in which they hit. */
  private sameJointly(n: number, overlapping: readonly number[], output: number): readonly number[] | undefined {
    const certain = overlapping.filter((other) => isSelfContainedAt(this.decision.body.rules, other));
    // Where no other rule is certain to answer, the result would be lost.
    if (this.covering(n, certain) === undefined) return undefined;
    const seen = new Map<string, boolean>();
    const box = this.space.boxes[n] ?? [];
    const parts = uncovered(box, this.space.impossible);
    return parts.every((part) => this.makesNoDifference({ n, overlapping, output, seen }, part, 0, []))
      ? certain
      : undefined;
  }

  private covering(n: number, by: readonly number[]): readonly number[] | undefined {
    return coversOf(this.space.boxes[n] ?? [], by, this.space);
  }

  /**
   * Whether a rule makes no difference in a part of its box.
   *
   * @param next the first overlapping rule that may or may not hit there; of those before, `hits` do and the others do not
   */
  private makesNoDifference(what: Candidate, part: Box, next: number, hits: readonly number[]): boolean {
    if (this.cells > MAX_CELLS) return false;
    const { rules } = this.decision.body;
    for (let at = next; at < what.overlapping.length; at++) {
      const other = what.overlapping[at] ?? 0;
      const box = this.space.boxes[other] ?? [];
      const inside = intersectBoxes(part, box);
      if (isEmpty(inside)) continue;
      const rule = rules[other];
      // The result of another decision is not known here.
      if (rule?.ask !== undefined) return false;
      const outside = rule !== undefined && isSelfContained(rule) ? uncovered(part, [box]) : [part];
      return (
        outside.every((rest) => this.makesNoDifference(what, rest, at + 1, hits)) &&
        this.makesNoDifference(what, inside, at + 1, [...hits, other])
      );
    }
    this.cells++;
    const key = hits.join();
    let none = what.seen.get(key);
    if (none === undefined) what.seen.set(key, (none = this.isSame(what, hits)));
    return none;
  }

  private isSame({ n, output }: Candidate, hits: readonly number[]): boolean {
    const { body } = this.decision;
    const answersOf = (positions: readonly number[]): OutputValues[] =>
      positions.flatMap((position) => {
        const answer = body.rules[position]?.answers?.[output];
        return answer == null ? [] : [answer];
      });
    const all = [...hits, n].sort((a, b) => a - b);
    return sameAnswer(combinedAnswer(body, output, answersOf(all)), combinedAnswer(body, output, answersOf(hits)));
  }
}

/** A rule that may be removable, the rules that overlap it, and results so far. */
interface Candidate {
  readonly n: number;
  readonly overlapping: readonly number[];
  readonly output: number;
  /** By the other rules that hit, whether the rule makes no difference. */
  readonly seen: Map<string, boolean>;
}
