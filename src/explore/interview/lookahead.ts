import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Inputs } from '../../decide/inputs/inputs.js';
import type { Value } from '../../language/values/statement.js';
import type { Program } from '../../program/ir/program.js';
import { getOrInsert, ownPart } from '../../language/get-or-insert.js';
import type { Changes } from '../variants/changes.js';
import {
  changeOf,
  isUnstated,
  UNSTATED_REPLY,
  type Question,
  type Reply,
  MAX_SUBSET_MEMBERS,
  repliesTo,
} from '../variants/question.js';
import { ANY_MEMBER, type ReadKey } from '../variants/dependencies.js';
import type { TrackedChoice } from '../variants/tracked-decision.js';
import type { Implications } from '../../decide/inputs/implied.js';
import type { Priors } from './priors.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** What would be chosen at some point of an interview, and which questions are still relevant to it. */
export interface Forecast {
  /** What is chosen, by place. */
  readonly chosen: ReadonlyMap<string, OutcomeSet>;
  /** The same for the same choices. */
  readonly id: string;
  /** The unanswered questions that were read, in that order; none means that nothing else can be chosen. */
  readonly open: readonly Question[];
}

/** A possible reply with its probability. */
interface WeightedReply {
  readonly reply: Reply;
  /** How probable it is taken to be; those of a question sum to 1. */
  readonly weight: number;
}

/** The point that a reply leads to. */
export interface Successor {
  readonly replies: Changes;
  readonly weight: number;
}

/** The cells of a figure that a look ahead tries, from the first to the last, where it does not try all. */
const PROBED_CELLS = [0, 0.25, 0.5, 0.75, 1];

/** Looks ahead from a workload: what would be chosen with some replies to what is not answered yet. */
export class Lookahead {
  private readonly forecasts = new Map<Changes, Forecast>();
  private readonly places = new Map<Changes, readonly string[]>();
  private readonly membersRead = new Map<Question, Set<string>>();
  private readonly weightedReplies = new Map<Question, readonly WeightedReply[]>();
  private readonly implying = new Map<Changes, Inputs>();

  /** @param unansweredKeys the keys of the questions that were put and met with "don't know" */
  constructor(
    private readonly program: Program,
    private readonly implications: Implications,
    readonly variants: WorkloadVariants,
    private readonly unansweredKeys: ReadonlySet<string>,
    private readonly priors: Priors,
  ) {}

  /** How many points were visited. */
  get visited(): number {
    return this.forecasts.size;
  }

  /** What would be chosen with some replies; one that states nothing is "don't know". */
  at(replies: Changes): Forecast {
    return getOrInsert(this.forecasts, replies, () => this.forecast(replies));
  }

  private forecast(replies: Changes): Forecast {
    const chosen = new Map<string, OutcomeSet>();
    const readQuestions = new Set<Question>();
    const note = ({ question, member }: ReadKey): void => {
      readQuestions.add(question);
      if (question.factor.type === 'set') this.recordMember(question, member);
    };
    // Which places there are depends on these, even where there is none yet.
    for (const question of this.variants.itemCreating) note({ question });
    for (const place of this.placesAt(replies)) {
      const { choice, readSet } = this.placeAt(replies, place);
      chosen.set(place, choice.chosen ?? []);
      for (const readKey of readSet) note(readKey);
    }
    const isOpen = this.isOpenAt(replies);
    return {
      chosen,
      id: [...chosen].map(([place, combo]) => `${place}=${String(combo)}`).join('\n'),
      open: [...readQuestions].filter(isOpen),
    };
  }

  /** What is chosen for a place with some replies, and what that depends on. */
  placeAt(replies: Changes, place: string): TrackedChoice {
    return this.variants.tracked(statedReplies(replies), place);
  }

  /** The places of the stack with some replies; these depend on the scenario and on what implies items. */
  private placesAt(replies: Changes): readonly string[] {
    const creating = statedReplies(replies).filter(({ question }) => this.variants.createsItems(question));
    return getOrInsert(this.places, creating, () => this.variants.trackedDecision(creating).places);
  }

  /** What may be asked with some replies. */
  isOpenAt(replies: Changes): (question: Question) => boolean {
    const { variants } = this;
    const changes = statedReplies(replies);
    return (question) => {
      const { key, item, factor } = question;
      if (replies.get(question) !== undefined || this.unansweredKeys.has(key)) return false;
      // What an item inherits is asked once, for the workload.
      if (item !== undefined && factor.inherited === true && factor.askedOf.includes('requirements')) return false;
      return isUnstated(variants.defaultReply(question, changes)) && this.impliedReply(question, changes) === undefined;
    };
  }

  /** All that may be asked with some replies. */
  openQuestions(replies: Changes): readonly Question[] {
    const { questions } = this.variants;
    const { items } = this.variants.inputs(statedReplies(replies));
    return [...questions.general, ...items.flatMap((item) => questions.of(item))].filter(this.isOpenAt(replies));
  }

  /** What is given with some replies implies this reply to a question. */
  private impliedReply(question: Question, changes: Changes): Value | undefined {
    const { implications, variants } = this;
    if (!implications.isImplied(question.factor)) return undefined;
    const relevant = changes.filter(
      (one) => implications.implies(one.question.factor) || variants.createsItems(one.question),
    );
    const inputs = getOrInsert(this.implying, relevant, () => variants.inputs(relevant));
    return implications.valueOf(question, inputs, variants.workload.empty);
  }

  /** Some replies with one more, and with those that it implies: an interview states these with it. */
  replied(replies: Changes, question: Question, reply: Reply): Changes {
    const { implications, variants } = this;
    const after = replies.with(changeOf(question, reply));
    if (!implications.implies(question.factor)) return after;
    const isOpen = this.isOpenAt(replies);
    const stated = statedReplies(after);
    const { items } = variants.inputs(stated);
    return [...variants.questions.general, ...items.flatMap((item) => variants.questions.of(item))].reduce(
      (all, other) => {
        if (!implications.isImplied(other.factor) || other === question || variants.createsItems(other)) return all;
        const value = isOpen(other) ? this.impliedReply(other, stated) : undefined;
        return value === undefined ? all : all.with(changeOf(other, { value }));
      },
      after,
    );
  }

  private recordMember(question: Question, member: string | undefined): void {
    const known = this.membersRead.get(question) ?? new Set<string>();
    this.membersRead.set(question, known);
    if (member === undefined) for (const { id } of this.program.knowledge.values(question.factor)) known.add(id);
    else if (member !== ANY_MEMBER) known.add(member);
  }

  /** The points that the replies to a question lead to: all of them, or a few that tell most. "Don't know" is the last. */
  successors(replies: Changes, question: Question, all: boolean): readonly Successor[] {
    return this.weightedRepliesTo(question, all).map(({ reply, weight }) => ({
      replies: this.replied(replies, question, reply),
      weight,
    }));
  }

  private weightedRepliesTo(question: Question, all: boolean): readonly WeightedReply[] {
    if (!all) return this.weighted(question, this.fewReplies(question));
    let found = this.weightedReplies.get(question);
    if (found === undefined)
      this.weightedReplies.set(question, (found = this.weighted(question, repliesTo(question, this.program))));
    return found;
  }

  /** How many replies there are to a question, "don't know" among them; infinite for a set with too many members to try all its subsets. */
  replyCount(question: Question): number {
    const { factor } = question;
    if (factor.type === 'set' && this.program.knowledge.values(factor).length > MAX_SUBSET_MEMBERS) return Infinity;
    return this.weightedRepliesTo(question, true).length;
  }

  /** Replies to a set with none, each or all of its members that were read. */
  repliesOfMembersRead(question: Question): readonly Reply[] {
    const members = [...(this.membersRead.get(question) ?? [])].sort();
    const each = members.length <= 1 ? [] : members.map((member) => [member]);
    return [[], ...each, members].map((value) => ({ value }));
  }

  private fewReplies(question: Question): readonly Reply[] {
    const { type } = question.factor;
    if (type === 'set') {
      const all = this.repliesOfMembersRead(question);
      return all.length <= PROBED_CELLS.length ? all : [all.at(0), all.at(-1)].flatMap((reply) => reply ?? []);
    }
    const all = repliesTo(question, this.program);
    if (type !== 'quantity' || all.length <= PROBED_CELLS.length) return all;
    return PROBED_CELLS.flatMap((share) => all[Math.round(share * (all.length - 1))] ?? []);
  }

  private weighted({ factor }: Question, replies: readonly Reply[]): WeightedReply[] {
    const prior = ownPart(this.priors, factor.id);
    const weights = replies.map(({ value }) => (prior === undefined ? 1 : (ownPart(prior, String(value)) ?? 0)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const likely = replies.map((reply, n): WeightedReply => ({
      reply,
      weight: sum > 0 ? (weights[n] ?? 0) / sum : 1 / replies.length,
    }));
    // What is expected is expected of an interview that ends with an answer, and not of one that "don't know" cuts short.
    return [...likely, { reply: UNSTATED_REPLY, weight: 0 }];
  }
}

/** Who does not know states nothing, and the workload keeps its default. */
export const statedReplies = (replies: Changes): Changes => replies.filter(({ reply }) => !isUnstated(reply));
