import type { Changes } from '../variants/changes.js';
import { isUnstated, sameReply, type Move } from '../variants/question.js';
import type { Choice } from '../variants/choice.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** Changes that together make another choice. */
export interface Counterfactual {
  readonly changes: Changes;
  /** The same in the order that they were made, each with all levels that it passes. */
  readonly moves: readonly Move[];
  /** What is chosen then. */
  readonly there: Choice;
}

/** How far changes go: by factors first, then by levels. */
export interface Distance {
  readonly factors: number;
  readonly levels: number;
}

/** The smallest changes that flip the choice of one place. */
export interface Counterfactuals {
  /** All that are as small as the smallest; none where nothing was found. */
  readonly flips: readonly Counterfactual[];
  /** Whether the search is a proof: nothing smaller flips it, or where none was found, nothing at all. */
  readonly proven: boolean;
  /** No change smaller than this flips it; undefined where every change was examined. */
  readonly beyond?: Distance;
  /** How many variants were decided. */
  readonly decided: number;
}

export interface CounterfactualOptions {
  /** Factors that may not change, or keys of questions. */
  readonly keep?: ReadonlySet<string>;
  /** Whether another choice is the one that is looked for; any other by default. */
  readonly wanted?: (there: Choice, now: Choice) => boolean;
  /** No more variants than these are decided. */
  readonly most: number;
}

interface State {
  readonly changes: Changes;
  /** The same in the order that they were made, each with all levels that it passes. */
  readonly moves: readonly Move[];
  readonly distance: Distance;
}

/** What is still to do: decide for a state, or follow up one that was decided for. None of it leads nearer than its distance. */
type Task = State & { readonly kind: 'decide' | 'vary' | 'toggle' };

/** Looks for the smallest changes that flip what is chosen for the places of one stack. */
export class CounterfactualSearch {
  constructor(private readonly variants: WorkloadVariants) {}

  /**
   * The smallest changes that flip what is chosen for a place, all of them where several tie. A uniform-cost search (Russell and Norvig, "Artificial
   * Intelligence", 3.4.2) over changes, by factors, then levels. It only ever changes what shows some look of the last decision something else, and misses
   * nothing by that: a decision to which all changes still to be made look the same would not be another with them.
   */
  smallest(place: string, { keep = new Set(), wanted = isOther, most }: CounterfactualOptions): Counterfactuals {
    const { variants } = this;
    const { unchanged } = variants;
    const now = variants.choice(unchanged, place);
    const queue = new DistanceQueue();
    queue.add({ kind: 'decide', changes: unchanged, moves: [], distance: { factors: 0, levels: 0 } });
    const known = new Set([unchanged]);
    const flips: Counterfactual[] = [];
    let decided = 0;
    let found: Distance | undefined;
    for (let task = queue.next(); task !== undefined; task = queue.next()) {
      const { kind, changes, moves, distance } = task;
      const { factors, levels } = distance;
      if (found !== undefined && compare(found, distance) < 0) break;
      if (kind !== 'decide') {
        for (const move of this.following(changes, place, kind, keep)) {
          const further = changes.with(move);
          if (known.has(further)) continue;
          known.add(further);
          queue.add({
            kind: 'decide',
            changes: further,
            moves: withMove(moves, move),
            // The task is at one level further, as the nearest that may follow.
            distance: { factors, levels: levels - 1 + move.levels },
          });
        }
        continue;
      }
      // What is no number sets no limit that can be kept.
      const isWithin = decided < most;
      if (!isWithin) return { flips, proven: false, beyond: distance, decided };
      decided++;
      // Most answers flip with one change, so that most of these are not followed; farther on, the same changes are examined again and again.
      const there = factors > 1 ? variants.tracked(changes, place).choice : variants.choice(changes, place);
      // Without the place, as another scenario has it, there is nothing to compare.
      if (!there.exists) continue;
      if (factors > 0 && wanted(there, now)) {
        flips.push({ changes, moves, there });
        found = distance;
        continue;
      }
      queue.add({ kind: 'vary', changes, moves, distance: { factors: factors + 1, levels: levels + 1 } });
      if (moves.some(({ question }) => question.factor.type === 'set'))
        queue.add({ kind: 'toggle', changes, moves, distance: { factors, levels: levels + 1 } });
    }
    return { flips, proven: true, decided };
  }

  /** One more change of what was read: a question that nothing is changed of yet, or another member of a set that is changed already. What is implied stays. */
  private *following(
    changes: Changes,
    place: string,
    kind: 'vary' | 'toggle',
    keep: ReadonlySet<string>,
  ): Iterable<Move> {
    const { variants } = this;
    const seen = variants.tracked(changes, place);
    for (const question of seen.questions) {
      const before = changes.get(question);
      const isSet = question.factor.type === 'set';
      if (keep.has(question.factor.id) || keep.has(question.key) || (before !== undefined) !== (kind === 'toggle'))
        continue;
      if ((kind === 'toggle' && !isSet) || variants.isImplied(question, changes)) continue;
      const from = before ?? variants.defaultReply(question, changes);
      for (const move of seen.relevantMoves(question, variants.questions.moves(question, from))) {
        const isBack =
          before !== undefined &&
          (isUnstated(move.reply) || sameReply(move.reply, variants.defaultReply(question, variants.unchanged)));
        if (!isBack) yield move;
      }
    }
  }
}

/** With one more; of a question that was changed already, the two are one. */
function withMove(moves: readonly Move[], move: Move): readonly Move[] {
  const before = moves.find(({ question }) => question === move.question);
  if (before === undefined) return [...moves, move];
  return [...moves.filter((one) => one !== before), { ...move, levels: before.levels + move.levels }];
}

const isOther = (there: Choice, now: Choice): boolean => there.id !== now.id;

function compare(a: Distance, b: Distance): number {
  return a.factors - b.factors || a.levels - b.levels;
}

/** Tasks by their distance, the nearest first; of equal ones, in the order that they came. */
class DistanceQueue {
  private readonly buckets = new Map<number, Task[]>();
  private readonly open: number[] = [];
  /** How many tasks of the nearest bucket were given out. */
  private taken = 0;

  /** A task no nearer than the one given out last. */
  add(task: Task): void {
    const at = task.distance.factors * MAX_LEVELS + task.distance.levels;
    const bucket = this.buckets.get(at);
    if (bucket !== undefined) bucket.push(task);
    else {
      this.buckets.set(at, [task]);
      this.open.push(at);
      this.open.sort((a, b) => b - a);
    }
  }

  next(): Task | undefined {
    for (let at = this.open.at(-1); at !== undefined; at = this.open.at(-1)) {
      const task = this.buckets.get(at)?.[this.taken];
      if (task !== undefined) {
        this.taken++;
        return task;
      }
      this.buckets.delete(at);
      this.open.pop();
      this.taken = 0;
    }
    return undefined;
  }
}

/** More than the levels of all changes together. */
const MAX_LEVELS = 1_000_000;
