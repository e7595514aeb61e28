import { kept } from '../language/kept.js';
import { isNothing, isSame, type Move, type Question } from './question.js';
import type { Seen } from './run.js';
import type { Change, Variations } from './variations.js';

/** A change, and how many levels it passes. */
export interface Step extends Change {
  readonly levels: number;
}

/** Changes that together make another choice. */
export interface Flip {
  readonly steps: readonly Step[];
  /** What is chosen then. */
  readonly there: Seen;
}

/** How far changes go: by factors first, then by levels. */
export interface Distance {
  readonly factors: number;
  readonly levels: number;
}

/** The smallest changes that flip the choice of one place. */
export interface Flips {
  /** All that are as small as the smallest; none where nothing was found. */
  readonly flips: readonly Flip[];
  /** Whether the search is a proof: nothing smaller flips it, or where none was found, nothing at all. */
  readonly proven: boolean;
  /** No change smaller than this flips it; undefined where everything was looked at. */
  readonly beyond?: Distance;
  /** How many variations were decided. */
  readonly decided: number;
}

export interface FlipOptions {
  /** Factors that may not change, or keys of questions. */
  readonly keep?: ReadonlySet<string>;
  /** Whether another choice is the one that is looked for; any other by default. */
  readonly wanted?: (there: Seen, now: Seen) => boolean;
  /** No more variations than these are decided. */
  readonly most: number;
}

/** Steps by the key of the question. */
type Steps = ReadonlyMap<string, Step>;

interface State {
  readonly changes: Steps;
  readonly distance: Distance;
}

/** What is still to do: decide for a state, or follow up one that was decided for. None of it leads nearer than its distance. */
type Task = State & ({ readonly act: 'decide' } | { readonly act: 'vary' | 'toggle'; readonly seen: Seen });

/** Looks for the smallest changes that flip what is chosen for the places of one stack. */
export class FlipSearch {
  private readonly none: Steps = new Map();
  /** Each set of steps is the same object for all places, since what is known of it is kept by it. */
  private readonly further = new WeakMap<Steps, Map<Move, Steps>>();

  constructor(private readonly variations: Variations) {}

  /**
   * The smallest changes that flip what is chosen for a place, all of them where several tie. A uniform-cost search (Russell and Norvig, "Artificial
   * Intelligence", 3.4.2) over changes, by factors, then levels. It only ever changes what shows some look of the last decision something else, and misses
   * nothing by that: a decision to which all changes still to be made look the same would not be another with them.
   */
  smallest(place: string, { keep = new Set(), wanted = isOther, most }: FlipOptions): Flips {
    const { variations, none } = this;
    const now = variations.at(none, place);
    const queue = new Queue();
    queue.add({ act: 'decide', changes: none, distance: { factors: 0, levels: 0 } });
    const known = new Set<string>([variations.keyOf(none)]);
    const flips: Flip[] = [];
    let decided = 0;
    let found: Distance | undefined;
    for (let task = queue.next(); task !== undefined; task = queue.next()) {
      const { changes, distance } = task;
      if (found !== undefined && compare(found, distance) < 0) break;
      if (task.act !== 'decide') {
        for (const further of this.following(task, task.seen, task.act, keep)) {
          const key = variations.keyOf(further.changes);
          if (known.has(key)) continue;
          known.add(key);
          queue.add({ act: 'decide', ...further });
        }
        continue;
      }
      if (decided >= most) return { flips, proven: false, beyond: distance, decided };
      decided++;
      const seen = variations.at(changes, place);
      // Without the place, as another scenario has it, there is nothing to compare.
      if (!seen.exists) continue;
      if (changes.size > 0 && wanted(seen, now)) {
        flips.push({ steps: [...changes.values()], there: seen });
        found = distance;
        continue;
      }
      const { factors, levels } = distance;
      queue.add({ act: 'vary', seen, changes, distance: { factors: factors + 1, levels: levels + 1 } });
      if ([...changes.values()].some(({ question }) => question.factor.type === 'set'))
        queue.add({ act: 'toggle', seen, changes, distance: { factors, levels: levels + 1 } });
    }
    return { flips, proven: true, decided };
  }

  /** Changes one thing more that was looked at: a question that nothing is changed of yet, or another member of a set that is changed already. */
  private *following(
    { changes, distance: { factors, levels } }: State,
    seen: Seen,
    act: 'vary' | 'toggle',
    keep: ReadonlySet<string>,
  ): Iterable<State> {
    const { variations } = this;
    for (const question of seen.questions) {
      const before = changes.get(question.key);
      const isSet = question.factor.type === 'set';
      if (keep.has(question.factor.id) || keep.has(question.key) || (before !== undefined) !== (act === 'toggle'))
        continue;
      if (act === 'toggle' && !isSet) continue;
      const from = before?.reply ?? variations.without(question, changes);
      for (const move of seen.seeing(question, variations.questions.moves(question, from))) {
        if (
          before !== undefined &&
          (isNothing(move.reply) || isSame(move.reply, variations.without(question, this.none)))
        )
          continue;
        // The task stands at one level further, as the nearest that may follow.
        yield { changes: this.with(changes, question, move), distance: { factors, levels: levels - 1 + move.levels } };
      }
    }
  }

  private with(changes: Steps, question: Question, move: Move): Steps {
    const moved = kept(this.further, changes, () => new Map<Move, Steps>());
    return kept(moved, move, () => {
      const levels = (changes.get(question.key)?.levels ?? 0) + move.levels;
      return new Map([...changes, [question.key, { question, reply: move.reply, levels }]]);
    });
  }
}

const isOther = (there: Seen, now: Seen): boolean => there.id !== now.id;

function compare(a: Distance, b: Distance): number {
  return a.factors - b.factors || a.levels - b.levels;
}

/** Tasks by their distance, the nearest first; of equal ones, in the order that they came. */
class Queue {
  private readonly buckets = new Map<number, Task[]>();
  private readonly open: number[] = [];
  /** How many tasks of the nearest bucket were given out. */
  private taken = 0;

  /** A task no nearer than the one given out last. */
  add(task: Task): void {
    const at = task.distance.factors * LEVELS + task.distance.levels;
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
const LEVELS = 1_000_000;
