import type { Changes } from '../variants/changes.js';
import { stated, type Lookahead } from './lookahead.js';
import { possibleChoicesByPlace } from '../bounds/possible-choices.js';
import { changeOf, UNSTATED_REPLY, type Question, repliesTo } from '../variants/question.js';

/** Whether anything else may be chosen with any replies to the open questions. */
export type Proof =
  | { readonly result: 'none' }
  /** With these replies, it is. */
  | { readonly result: 'other'; readonly replies: Changes }
  /** Neither is proven within the budget. */
  | { readonly result: 'unknown' };

interface Unsettled {
  readonly places: ReadonlySet<string>;
  readonly causes: ReadonlySet<Question>;
}

/** A set of as many members is tried in all of its subsets. */
const MEMBERS = 5;

/** Looks for replies with which something else is chosen, or proves that there are none. */
export class BranchAndBound {
  private readonly done = new Set<Changes>();
  private left: number;
  private isComplete = true;

  /** @param most so many points are looked at */
  constructor(
    private readonly outlook: Lookahead,
    private readonly most: number,
  ) {
    this.left = most;
  }

  private get unchanged(): Changes {
    return this.outlook.variations.unchanged;
  }

  get looked(): number {
    return this.most - this.left;
  }

  /** The open questions that what may be chosen hangs on; none where nothing else may be chosen. */
  get causes(): ReadonlySet<Question> {
    return this.unsettled(this.unchanged, () => true).causes;
  }

  /**
   * Splits the open questions into their replies, one after the other, where it is not proven for all of them at once that nothing else is chosen (branch and
   * bound, after Land and Doig, 1960).
   */
  run(): Proof {
    const found = this.from(this.unchanged, () => true);
    if (found !== undefined) return { result: 'other', replies: found };
    return { result: this.isComplete ? 'none' : 'unknown' };
  }

  /** @param isWanted the places that are not settled with fewer replies */
  private from(replies: Changes, isWanted: (place: string) => boolean): Changes | undefined {
    const { outlook } = this;
    if (outlook.at(replies).id !== outlook.at(this.unchanged).id) return replies;
    if (this.done.has(replies)) return undefined;
    this.done.add(replies);
    if (this.left <= 0) {
      this.isComplete = false;
      return undefined;
    }
    const { places, causes } = this.unsettled(replies, isWanted);
    const [question] = causes;
    if (question === undefined) return undefined;
    for (const reply of this.repliesTo(question)) {
      const found = this.from(replies.with(changeOf(question, reply)), (place) => places.has(place));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The places for which something else may be chosen with some replies, and the open questions that this hangs on. */
  private unsettled(replies: Changes, isWanted: (place: string) => boolean): Unsettled {
    const { outlook } = this;
    const { chosen, open } = outlook.at(replies);
    if (open.length === 0) return { places: new Set(), causes: new Set() };
    this.left--;
    const isOpen = outlook.openWith(replies);
    const places = new Set<string>();
    const causes = new Set<Question>();
    for (const { key, chosen: may, causes: own } of possibleChoicesByPlace(
      outlook.variations,
      stated(replies),
      isOpen,
      isWanted,
    )) {
      if (may?.size === 1 && may.has(String(chosen.get(key) ?? []))) continue;
      const looked = new Set([...outlook.placeAt(replies, key).questions].filter(isOpen));
      // What nothing open was looked at for is settled, however little is known of it.
      if (looked.size === 0) continue;
      places.add(key);
      const told = [...own].filter((question) => looked.has(question));
      for (const question of told.length > 0 ? told : looked) causes.add(question);
    }
    for (const question of outlook.variations.itemCreating) if (isOpen(question)) causes.add(question);
    return { places, causes };
  }

  private repliesTo(question: Question): readonly (typeof UNSTATED_REPLY)[] {
    const { program } = this.outlook.variations;
    const { factor } = question;
    if (factor.type === 'set' && program.knowledge.values(factor).length > MEMBERS) {
      this.isComplete = false;
      return [UNSTATED_REPLY, ...this.outlook.membersLookedAt(question)];
    }
    return [UNSTATED_REPLY, ...repliesTo(question, program, MEMBERS)];
  }
}
