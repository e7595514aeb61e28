import type { OutputValues } from '../../../language/outputs/values.js';
import type { TableDecision } from '../../../program/ir/program.js';
import { coversOf, uncovered } from '../../geometry/gaps.js';
import type { Overlaps } from '../../geometry/overlap-index.js';
import { intersectBoxes, isEmpty, isSelfContained, type Box, type Space } from '../../geometry/space.js';
import { answerOf, areAlike, isPlainAt, sameOutput, definesOutputAt, definedOutputs } from './rule-outputs.js';

/** So many overlaps of the rules of one table are told apart: as many as take a second or so. */
const MOST_CELLS = 20_000;

/** Rules that can be left out, by position, with others that say as much where they hit. */
interface Removable {
  readonly removable: ReadonlyMap<number, readonly number[]>;
  /** Whether every other rule makes a difference, as far as rules look at factors alone. */
  readonly complete: boolean;
}

/**
 * The rules of an `any` or `collect` table without which it answers the same. The later of two that could take one another's place is left out first;
 * what is left out already takes nobody's place, so all of them can be left out together.
 */
export function removableRules(decision: TableDecision, space: Space, meetings: Overlaps): Removable {
  const search = new Search(decision, space);
  const removable = new Map<number, readonly number[]>();
  for (let n = decision.body.rules.length - 1; n >= 0; n--) {
    const box = space.boxes[n] ?? [];
    if (isEmpty(box) || !isPlainAt(decision.body.rules, n)) continue;
    const met = meetings.of(n).filter((other) => !removable.has(other));
    const by = search.replacing(n, met);
    if (by !== undefined) removable.set(n, by);
  }
  return { removable: new Map([...removable].reverse()), complete: search.cells <= MOST_CELLS };
}

class Search {
  /** How many overlaps were looked at. */
  cells = 0;
  private readonly outputs: readonly number[];

  constructor(
    private readonly decision: TableDecision,
    private readonly space: Space,
  ) {
    this.outputs = definedOutputs(decision);
  }

  /** Rules that say as much as another wherever it hits; undefined where it makes a difference. */
  replacing(n: number, met: readonly number[]): readonly number[] | undefined {
    const { rules } = this.decision.body;
    const by = new Set<number>();
    for (const output of this.outputs) {
      if (!definesOutputAt(rules, n, output)) continue;
      const speaking = met.filter((other) => definesOutputAt(rules, other, output));
      const others = this.same(n, speaking, output) ?? this.together(n, speaking, output);
      if (others === undefined) return undefined;
      for (const other of others) by.add(other);
    }
    return by.size === 0 ? undefined : [...by].sort((a, b) => a - b);
  }

  /** Rules that say the very same and take the place of another, whatever else hits. */
  private same(n: number, met: readonly number[], output: number): readonly number[] | undefined {
    const { rules, policies, kinds } = this.decision.body;
    const { ordered = true, idempotent } = policies[output] ?? {};
    if (idempotent?.(kinds[output] ?? 'outcome') !== true) return undefined;
    const isAlike = (other: number): boolean => isPlainAt(rules, other) && sameOutput(rules[n], rules[other], output);
    // What is collected keeps the order of the rules: a later one takes the place only where nothing else speaks between.
    const isNext = (other: number): boolean =>
      other < n || !ordered || !met.some((one) => one > n && one < other && !isAlike(one));
    return this.covering(
      n,
      met.filter((other) => isAlike(other) && isNext(other)),
    );
  }

  /** Rules that between them answer the same with and without another, in every way in which they hit together. */
  private together(n: number, met: readonly number[], output: number): readonly number[] | undefined {
    const sure = met.filter((other) => isPlainAt(this.decision.body.rules, other));
    // Where no other speaks for sure, an answer would be missed.
    if (this.covering(n, sure) === undefined) return undefined;
    const seen = new Map<string, boolean>();
    const box = this.space.boxes[n] ?? [];
    const parts = uncovered(box, this.space.impossible);
    return parts.every((part) => this.makesNone({ n, met, output, seen }, part, 0, [])) ? sure : undefined;
  }

  private covering(n: number, by: readonly number[]): readonly number[] | undefined {
    return coversOf(this.space.boxes[n] ?? [], by, this.space);
  }

  /** Whether a rule makes no difference in a part of its box, where some of those that it meets are known to hit, and others not. */
  private makesNone(what: Sought, part: Box, next: number, hits: readonly number[]): boolean {
    if (this.cells > MOST_CELLS) return false;
    const { rules } = this.decision.body;
    for (let at = next; at < what.met.length; at++) {
      const other = what.met[at] ?? 0;
      const box = this.space.boxes[other] ?? [];
      const inside = intersectBoxes(part, box);
      if (isEmpty(inside)) continue;
      const rule = rules[other];
      // What another decision answers is not known here.
      if (rule?.ask !== undefined) return false;
      const outside = rule !== undefined && isSelfContained(rule) ? uncovered(part, [box]) : [part];
      return (
        outside.every((rest) => this.makesNone(what, rest, at + 1, hits)) &&
        this.makesNone(what, inside, at + 1, [...hits, other])
      );
    }
    this.cells++;
    const key = hits.join();
    let none = what.seen.get(key);
    if (none === undefined) what.seen.set(key, (none = this.isSame(what, hits)));
    return none;
  }

  private isSame({ n, output }: Sought, hits: readonly number[]): boolean {
    const { body } = this.decision;
    const says = (positions: readonly number[]): OutputValues[] =>
      positions.flatMap((position) => {
        const answer = body.rules[position]?.answers?.[output];
        return answer == null ? [] : [answer];
      });
    const all = [...hits, n].sort((a, b) => a - b);
    return areAlike(answerOf(body, output, says(all)), answerOf(body, output, says(hits)));
  }
}

/** A rule, those that speak where it does, and what was found of their overlaps so far. */
interface Sought {
  readonly n: number;
  readonly met: readonly number[];
  readonly output: number;
  /** By the rules that hit besides it, whether it makes no difference. */
  readonly seen: Map<string, boolean>;
}
