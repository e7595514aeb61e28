import { kept } from '../language/kept.js';
import { replyKey, type Change, type Question, type Reply } from './question.js';

/**
 * Changes to a workload, at most one of each question. From one beginning, the same changes are the same object in whatever order they are made, so that what
 * is known of them can be kept by it: a trie of changes in the order of their questions.
 */
export class Changes {
  private further?: Map<Question, Map<string, Changes>>;

  private constructor(private readonly behind?: { readonly before: Changes; readonly last: Change }) {}

  /** A beginning: no changes. */
  static none(): Changes {
    return new Changes();
  }

  get size(): number {
    return this.behind === undefined ? 0 : this.behind.before.size + 1;
  }

  /** In the order of their questions. */
  *[Symbol.iterator](): Iterator<Change> {
    if (this.behind === undefined) return;
    yield* this.behind.before;
    yield this.behind.last;
  }

  /** The reply that a question is changed to; undefined where it is not changed. */
  get(question: Question): Reply | undefined {
    let { behind } = this;
    while (behind !== undefined && behind.last.question !== question) ({ behind } = behind.before);
    return behind?.last.reply;
  }

  /** With one more, whatever was changed of its question. */
  with(change: Change): Changes {
    const { behind } = this;
    if (behind === undefined || behind.last.question.number < change.question.number) return this.next(change);
    const { before, last } = behind;
    return last.question === change.question ? before.next(change) : before.with(change).next(last);
  }

  /** Some of the changes. */
  filter(holds: (change: Change) => boolean): Changes {
    if (this.behind === undefined) return this;
    const { before, last } = this.behind;
    const some = before.filter(holds);
    if (!holds(last)) return some;
    return some === before ? this : some.next(last);
  }

  /** With one more, of a question after all that are changed. */
  private next(change: Change): Changes {
    const { question, reply } = change;
    this.further ??= new Map();
    const replies = kept(this.further, question, () => new Map<string, Changes>());
    return kept(replies, replyKey(reply), () => new Changes({ before: this, last: change }));
  }
}
