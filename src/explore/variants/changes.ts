import { getOrInsert } from '../../language/get-or-insert.js';
import type { Change, Question, Reply } from './question.js';

/**
 * Changes to a workload, at most one of each question. From one beginning, the same changes are the same object in whatever order they are made, so that what
 * is known of them can be kept by it: a trie of changes in the order of their questions.
 */
export class Changes implements Iterable<Change> {
  readonly size: number;
  private further?: Map<string, Changes>;

  private constructor(
    /** All changes but the last; undefined where there are none. */
    readonly before?: Changes,
    /** The change of the last question. */
    readonly last?: Change,
  ) {
    this.size = before === undefined ? 0 : before.size + 1;
  }

  /** A beginning: no changes. */
  static none(): Changes {
    return new Changes();
  }

  /** In the order of their questions. */
  *[Symbol.iterator](): Iterator<Change> {
    if (this.before !== undefined) yield* this.before;
    if (this.last !== undefined) yield this.last;
  }

  /** The reply that a question is changed to; undefined where it is not changed. */
  get(question: Question): Reply | undefined {
    if (this.last?.question === question) return this.last.reply;
    return this.before?.get(question);
  }

  /** With one more, whatever was changed of its question. */
  with(change: Change): Changes {
    const { before, last } = this;
    if (before === undefined || last === undefined || last.question.number < change.question.number)
      return this.next(change);
    return last.question === change.question ? before.next(change) : before.with(change).next(last);
  }

  /** Some of the changes. */
  filter(holds: (change: Change) => boolean): Changes {
    const { before, last } = this;
    if (before === undefined || last === undefined) return this;
    const some = before.filter(holds);
    if (!holds(last)) return some;
    return some === before ? this : some.next(last);
  }

  /** With one more, of a question after all that are changed. */
  private next(change: Change): Changes {
    this.further ??= new Map();
    return getOrInsert(this.further, change.key, () => new Changes(this, change));
  }
}
