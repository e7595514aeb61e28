import type { Inputs } from '../../decide/inputs/inputs.js';
import { relevantQuestions, type VariantSpace } from '../../decide/stack/open-factors.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { changeOf, isUnstated, isScenario, UNSTATED_REPLY, type Question, type Reply } from '../variants/question.js';
import type { Changes } from '../variants/changes.js';
import type { Choice } from '../variants/choice.js';
import type { TrackedChoice } from '../variants/tracked-decision.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** A question that the workload leaves open, and the fewest replies to other open questions with which a reply to it makes another choice. */
export interface OpenQuestion {
  readonly question: Question;
  /** Replies to other open questions; none where a reply to this one makes another choice by itself. */
  readonly given: Changes;
  /** What is chosen with those replies alone. */
  readonly before: Choice;
  /** The replies to this question that make another choice then. */
  readonly changes: readonly { readonly reply: Reply; readonly there: Choice }[];
  /** How many replies this question has. */
  readonly tried: number;
}

/** The open questions that matter for one place. */
export interface OpenQuestions {
  /** The most useful first: those that matter with the fewest other replies, then those of which the largest share of replies matters. */
  readonly open: readonly OpenQuestion[];
  /** No other open question matters with up to so many replies jointly. */
  readonly jointReplies: number;
  /** Whether no other open question matters with any number of replies. */
  readonly proven: boolean;
  /** How many variants were decided. */
  readonly decided: number;
}

/** A variant that the search has reached. */
interface Reached {
  readonly changes: Changes;
  /** How many questions its choice depends on that the choice for the workload itself does not depend on. */
  readonly newlyRead: number;
}

/** So many variants are decided within a second or two; a workload that states little has hundreds of replies to try. */
const MAX_DECIDED = 500;
/** Most combinations of replies have the dependencies of others and need no decision; to find that out takes time, too. */
const MAX_TRIED_PER_DECIDED = 3;
/** The rank of a variant whose last reply has no effect yet: it is followed after all others. */
const LAST_RANK = -1;

/**
 * Finds the open questions that can matter for a place: with some replies to other open questions, a reply to such a question makes another choice than no reply. The search
 * applies the finder of `decide/stack/open-factors.ts` to the workload, then to every variant with one reply more, and so on: so for each question the fewest
 * other replies are found. Only replies that a dependency of the choice notices are tried; other replies cannot matter. Of two variants that differ in one reply, the
 * dependencies of both count. Replies that contradict the scenario are left out.
 *
 * @param place its key, such as `storage/ledger`
 * @param maxDecided no more variants than these are decided
 */
export function openQuestions(variants: WorkloadVariants, place: string, maxDecided = MAX_DECIDED): OpenQuestions {
  return new JointSearch(variants, place, maxDecided).run();
}

class JointSearch implements VariantSpace<Changes, Question, Reply, Choice> {
  private readonly base: Inputs;
  private readonly factorOrder: ReadonlyMap<Factor, number>;
  /** The questions that the choice for the workload itself depends on. */
  private readonly readByBase: ReadonlySet<Question>;
  private readonly found = new Map<Question, OpenQuestion>();
  private readonly known: Set<Changes>;
  private readonly decided = new Set<Changes>();
  private tried = 0;
  private isExhausted = false;
  /** The variants with one reply more than those that are followed at present. */
  private next: Reached[] = [];
  /** Whether a question is tried at present. */
  private isWanted: (question: Question) => boolean = () => true;

  constructor(
    private readonly variants: WorkloadVariants,
    private readonly place: string,
    private readonly maxDecided: number,
  ) {
    const { unchanged, program } = variants;
    this.base = variants.inputs(unchanged);
    this.factorOrder = new Map([...program.knowledge.factors.values()].map((factor, n) => [factor, n]));
    this.readByBase = new Set(variants.tracked(unchanged, place).questions);
    this.known = new Set([unchanged]);
  }

  run(): OpenQuestions {
    let level: readonly Reached[] = [{ changes: this.variants.unchanged, newlyRead: 0 }];
    for (let jointReplies = 1; ; jointReplies++) {
      const foundBefore = new Set(this.found.keys());
      this.next = [];
      // Questions that are not found yet come first, which completes this number of replies; the others only lead to larger numbers.
      for (const isFound of [false, true]) {
        this.isWanted = (question) => foundBefore.has(question) === isFound;
        for (const { changes } of level) {
          this.follow(changes);
          if (this.isExhausted) return this.result(isFound ? jointReplies : jointReplies - 1, false);
        }
      }
      for (const { changes } of level) this.followDependents(changes);
      if (this.next.length === 0) return this.result(jointReplies, true);
      // Variants whose choices read further questions lead farther.
      level = this.next.sort((a, b) => b.newlyRead - a.newlyRead);
    }
  }

  /** Keeps, of each open question of a variant, the replies that change the choice there. */
  private follow(changes: Changes): void {
    for (const { question, changes: effects } of relevantQuestions(this, changes)) {
      if (this.found.has(question)) continue;
      const isExtended = changes.get(question) !== undefined;
      const given = this.without(question, changes);
      this.found.set(question, {
        question,
        given,
        before: this.tracked(given).choice,
        // Where only several members of a set make another choice, one example is enough.
        changes: effects
          .slice(0, isExtended ? 1 : effects.length)
          .map(({ reply, effect: there }) => ({ reply, there })),
        tried: this.repliesTo(question, changes).length,
      });
    }
  }

  /** The questions that the choice depends on, as far as they are open and wanted. */
  questions(changes: Changes): Question[] {
    return this.openQuestions(changes).filter(this.isWanted);
  }

  /** The replies that a dependency of the choice notices; fewer where the search is exhausted. */
  *replies(question: Question, changes: Changes): Generator<Reply> {
    const here = this.tracked(changes);
    for (const reply of this.repliesTo(question, changes)) {
      if (here.isUnaffectedBy(question, reply)) continue;
      const isWithin = this.decided.size <= this.maxDecided && this.tried < this.maxDecided * MAX_TRIED_PER_DECIDED;
      // What is no number sets no limit that can be kept.
      if (!isWithin) {
        this.isExhausted = true;
        return;
      }
      yield reply;
    }
  }

  /** What is chosen with one reply more; undefined where that is the choice without any reply to the question, and where the question is found already. */
  effect(question: Question, reply: Reply, changes: Changes): Choice | undefined {
    const there = this.reach(changes, question, reply);
    if (there === undefined || this.found.has(question)) return undefined;
    return there.id === this.tracked(this.without(question, changes)).choice.id ? undefined : there;
  }

  /** Tries replies that only a choice with one reply more depends on. */
  private followDependents(changes: Changes): void {
    const here = this.tracked(changes);
    for (const question of this.openQuestions(changes)) {
      for (const reply of this.repliesTo(question, changes)) {
        if (here.isUnaffectedBy(question, reply)) continue;
        const there = this.tracked(changes.with(changeOf(question, reply)));
        for (const other of this.openAmong(there, changes)) {
          if (other === question) continue;
          for (const more of this.repliesTo(other, changes))
            if (here.isUnaffectedBy(other, more) && !there.isUnaffectedBy(other, more))
              this.reach(changes, other, more, LAST_RANK);
        }
      }
    }
  }

  /** What is chosen with one reply more; undefined where the reply contradicts the scenario, or the place does not exist then. */
  private reach(changes: Changes, question: Question, reply: Reply, rank?: number): Choice | undefined {
    const more = changes.with(changeOf(question, reply));
    const isNew = !this.known.has(more);
    if (isNew) this.tried++;
    this.known.add(more);
    const hasScenario = [...more].some((change) => isScenario(change.question));
    if (hasScenario && this.variants.inputs(more).departures.length > this.base.departures.length) return undefined;
    const there = this.tracked(more);
    if (!there.choice.exists) return undefined;
    if (isNew) {
      const newlyRead = rank ?? [...there.questions].filter((one) => !this.readByBase.has(one)).length;
      this.next.push({ changes: more, newlyRead });
    }
    return there.choice;
  }

  /** What is chosen with some changes. Changes that no dependency notices are dropped first, so that equal variants are decided once. */
  private tracked(changes: Changes): TrackedChoice {
    let relevant = this.variants.unchanged;
    for (;;) {
      const before = relevant;
      const tracked = this.variants.tracked(before, this.place);
      this.decided.add(before);
      relevant = changes.filter(
        ({ question, reply }) => before.get(question) !== undefined || !tracked.isUnaffectedBy(question, reply),
      );
      if (relevant === before) return tracked;
    }
  }

  private without(question: Question, changes: Changes): Changes {
    return changes.get(question) === undefined ? changes : changes.filter((one) => one.question !== question);
  }

  private openQuestions(changes: Changes): Question[] {
    return this.openAmong(this.tracked(changes), changes);
  }

  /** The questions that a choice depends on and that the workload neither replies to nor implies a reply to, in the order of the factors. Of those with a reply, only sets remain: they can get another member. */
  private openAmong(tracked: TrackedChoice, changes: Changes): Question[] {
    return [...tracked.questions]
      .filter((question) => changes.get(question) === undefined || question.factor.type === 'set')
      .filter((question) => isUnstated(this.variants.currentReply(question, this.base)))
      .filter((question) => !this.variants.isImplied(question, changes))
      .sort((a, b) => this.compare(a, b));
  }

  /** All replies to a question; where a set has members already, one member more. */
  private repliesTo(question: Question, changes: Changes): Reply[] {
    const current = changes.get(question) ?? UNSTATED_REPLY;
    const size = membersOf(current).length;
    return this.variants.questions
      .moves(question, current)
      .map(({ reply }) => reply)
      .filter((reply) => !isUnstated(reply) && (isUnstated(current) || membersOf(reply).length > size));
  }

  private result(jointReplies: number, proven: boolean): OpenQuestions {
    const share = ({ changes, tried }: OpenQuestion): number => changes.length / tried;
    const open = [...this.found.values()].sort(
      (a, b) => a.given.size - b.given.size || share(b) - share(a) || this.compare(a.question, b.question),
    );
    // The workload itself is no variant.
    return { open, jointReplies, proven, decided: this.decided.size - 1 };
  }

  /** By the order of the factors, then by key. */
  private compare(a: Question, b: Question): number {
    const [first, second] = [this.factorOrder.get(a.factor) ?? 0, this.factorOrder.get(b.factor) ?? 0];
    return first - second || (a.key < b.key ? -1 : 1);
  }
}

const membersOf = ({ value }: Reply): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
