import type { Changes } from '../variants/changes.js';
import { statedReplies, type Lookahead } from './lookahead.js';
import { possibleChoicesByPlace } from '../bounds/possible-choices.js';
import { UNSTATED_REPLY, type Question, repliesTo } from '../variants/question.js';

/** Whether anything else may be chosen with any replies to the open questions. */
export type Proof =
  | { readonly result: 'none' }
  /** With these replies, it is. */
  | { readonly result: 'other'; readonly replies: Changes }
  /** Neither is proven within the budget. */
  | { readonly result: 'unknown' };

interface OpenCase {
  readonly places: ReadonlySet<string>;
  readonly questions: ReadonlySet<Question>;
}

/** A set of as many members is tried in all of its subsets. */
const MAX_SUBSET_MEMBERS_IN_PROOF = 5;

/** Looks for replies with which something else is chosen, or proves that there are none. */
export class BranchAndBound {
  private readonly visited = new Set<Changes>();
  private budget: number;
  private isExhaustive = true;

  /**
   * @param maxStates so many points are examined
   * @param maxForecasts so many are examined for what is chosen there; a question that may have many replies leads to many
   */
  constructor(
    private readonly lookahead: Lookahead,
    private readonly maxStates: number,
    private readonly maxForecasts: number,
  ) {
    this.budget = maxStates;
  }

  private get unchanged(): Changes {
    return this.lookahead.variants.unchanged;
  }

  get visitedCount(): number {
    return this.maxStates - this.budget;
  }

  /** The open questions that what may be chosen depends on; none where nothing else may be chosen. */
  get undecidedQuestions(): ReadonlySet<Question> {
    return this.undecided(this.unchanged, () => true).questions;
  }

  /**
   * Splits the open questions into their replies, one after the other, where it is not proven for all of them at once that nothing else is chosen (branch and
   * bound, after Land and Doig, 1960).
   */
  run(): Proof {
    const found = this.searchFrom(this.unchanged, () => true);
    if (found !== undefined) return { result: 'other', replies: found };
    return { result: this.isExhaustive ? 'none' : 'unknown' };
  }

  /** @param isWanted the places that are not determined with fewer replies */
  private searchFrom(replies: Changes, isWanted: (place: string) => boolean): Changes | undefined {
    const { lookahead: lookahead } = this;
    if (this.visited.has(replies)) return undefined;
    this.visited.add(replies);
    const isBeyond = this.visited.size > this.maxForecasts;
    if (!isBeyond && lookahead.at(replies).id !== lookahead.at(this.unchanged).id) return replies;
    if (this.budget <= 0 || isBeyond) {
      this.isExhaustive = false;
      return undefined;
    }
    const { places, questions: causes } = this.undecided(replies, isWanted);
    const [question] = causes;
    if (question === undefined) return undefined;
    for (const reply of this.repliesTo(question)) {
      const found = this.searchFrom(lookahead.replied(replies, question, reply), (place) => places.has(place));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The places for which something else may be chosen with some replies, and the open questions that this depends on. */
  private undecided(replies: Changes, isWanted: (place: string) => boolean): OpenCase {
    const { lookahead: lookahead } = this;
    const { chosen, open } = lookahead.at(replies);
    if (open.length === 0) return { places: new Set(), questions: new Set() };
    this.budget--;
    const isOpen = lookahead.isOpenAt(replies);
    const places = new Set<string>();
    const causes = new Set<Question>();
    for (const { key, chosen: may, causes: own } of possibleChoicesByPlace(
      lookahead.variants,
      statedReplies(replies),
      isOpen,
      isWanted,
    )) {
      if (may?.size === 1 && may.has(String(chosen.get(key) ?? []))) continue;
      const read = new Set([...lookahead.placeAt(replies, key).questions].filter(isOpen));
      // What was determined without reading anything open is determined, however little is known of it.
      if (read.size === 0) continue;
      places.add(key);
      const relevant = [...own].filter((question) => read.has(question));
      for (const question of relevant.length > 0 ? relevant : read) causes.add(question);
    }
    for (const question of lookahead.variants.itemCreating) if (isOpen(question)) causes.add(question);
    return { places, questions: causes };
  }

  private repliesTo(question: Question): readonly (typeof UNSTATED_REPLY)[] {
    const { program } = this.lookahead.variants;
    const { factor } = question;
    if (factor.type === 'set' && program.knowledge.values(factor).length > MAX_SUBSET_MEMBERS_IN_PROOF) {
      this.isExhaustive = false;
      return [UNSTATED_REPLY, ...this.lookahead.repliesOfMembersRead(question)];
    }
    return [UNSTATED_REPLY, ...repliesTo(question, program, MAX_SUBSET_MEMBERS_IN_PROOF)];
  }
}
