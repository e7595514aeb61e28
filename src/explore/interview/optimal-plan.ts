import type { Changes } from '../variants/changes.js';
import type { Lookahead, Successor } from './lookahead.js';
import type { Question } from '../variants/question.js';

/** The best next question, and how many questions are expected with it. */
export interface OptimalStep {
  readonly question: Question | undefined;
  /** Expected number of questions, this one included; 0 where the answer is determined. */
  readonly expected: number;
  /** The best way takes no more questions than these, whatever the replies. */
  readonly worst: number;
}

/** Thrown where there are more states than may be visited. */
class TooManyStates extends Error {}

const NO_QUESTION: OptimalStep = { question: undefined, expected: 0, worst: 0 };

/**
 * The least expected number of questions until nothing else can be chosen, by dynamic programming over the points of the interview: it is 0 where all
 * completions choose the same, else 1 and what is expected after the best question. Points that the same replies lead to, in whatever order, are one. Only
 * questions that some completion reads are tried; the others cannot matter. A reply that is not expected has no part in what is expected; where there are many, the questions after it are bounded.
 */
export class OptimalPlan {
  private readonly steps = new Map<Changes, OptimalStep>();
  private readonly decidedStates = new Map<Changes, boolean>();
  /** Whether replies that are not expected, such as "don't know", are followed too, and not bounded. */
  private followsOthers = false;
  private readonly reachableQuestions = new Map<Changes, ReadonlySet<Question>>();

  /** @param maxStates no more points than these are examined */
  constructor(
    private readonly lookahead: Lookahead,
    private readonly maxStates: number,
  ) {}

  /** The best question at a point; undefined where that takes more points than may be examined. */
  at(replies: Changes): OptimalStep | undefined {
    const sizes = this.lookahead.at(replies).open.map((question) => this.lookahead.replyCount(question));
    const mayFit = sizes.reduce((all, size) => all * size, 1) <= this.maxStates;
    // What is no number sets no limit that can be kept.
    if (!mayFit) return undefined;
    this.followsOthers = sizes.reduce((all, size) => all * (size + 1), 1) <= this.maxStates;
    try {
      return this.solve(replies);
    } catch (error) {
      if (error instanceof TooManyStates) return undefined;
      throw error;
    }
  }

  private solve(replies: Changes): OptimalStep {
    const known = this.steps.get(replies);
    if (known !== undefined) return known;
    let best: OptimalStep | undefined;
    if (this.isDecided(replies)) best = NO_QUESTION;
    else {
      for (const question of this.reachable(replies)) {
        const likely = this.successors(replies, question).filter(({ weight }) => weight > 0);
        // At least one question more wherever the choice is not determined.
        const least = likely.map((one) => (this.isDecided(one.replies) ? 0 : one.weight));
        let expected = 1 + least.reduce((sum, weight) => sum + weight, 0);
        let worst = 0;
        for (const [n, { replies: there, weight }] of likely.entries()) {
          if (best !== undefined && expected >= best.expected - 1e-12) break;
          const after = this.solve(there);
          expected += weight * after.expected - (least[n] ?? 0);
          worst = Math.max(worst, after.worst);
        }
        if (best === undefined || expected < best.expected - 1e-12) best = { question, expected, worst: worst + 1 };
      }
      if (best?.question !== undefined)
        best = { ...best, worst: Math.max(best.worst, this.mostAfterOthers(replies, best.question)) };
    }
    best ??= NO_QUESTION;
    this.steps.set(replies, best);
    return best;
  }

  /** The most questions, or a bound of them, where the reply to one is not an expected one, such as "don't know": it, and all that can be asked then. */
  private mostAfterOthers(replies: Changes, question: Question): number {
    const others = this.successors(replies, question).filter(({ weight }) => weight === 0);
    const after = others.map((one) => {
      if (this.followsOthers) return this.solve(one.replies).worst;
      return this.isDecided(one.replies) ? 0 : this.lookahead.openQuestions(one.replies).length;
    });
    return 1 + Math.max(0, ...after);
  }

  /** Whether all completions choose the same. */
  private isDecided(replies: Changes): boolean {
    const known = this.decidedStates.get(replies);
    if (known !== undefined) return known;
    const { id, open } = this.lookahead.at(replies);
    const [question] = open;
    // Where not all completions choose the same, those that differ in everything mostly do not.
    const mayBe = question === undefined || (this.completed(replies, 0) === id && this.completed(replies, -2) === id);
    const next = question === undefined || !mayBe ? [] : this.successors(replies, question);
    const same =
      mayBe &&
      next.every((one) => this.lookahead.at(one.replies).id === id) &&
      next.every((one) => this.isDecided(one.replies));
    this.decidedStates.set(replies, same);
    return same;
  }

  /** What is chosen when each open question in turn has the reply at a place of its list; "don't know" is the last. */
  private completed(replies: Changes, at: 0 | -2): string {
    const { id, open } = this.lookahead.at(replies);
    const [question] = open;
    const next = question === undefined ? undefined : this.successors(replies, question).at(at);
    return next === undefined ? id : this.completed(next.replies, at);
  }

  /** The questions that are read here or after some expected replies; the others make no difference to those. */
  private reachable(replies: Changes): ReadonlySet<Question> {
    const known = this.reachableQuestions.get(replies);
    if (known !== undefined) return known;
    const { open } = this.lookahead.at(replies);
    const [question] = open;
    const found = new Set(open);
    for (const { replies: there, weight } of question === undefined ? [] : this.successors(replies, question))
      if (weight > 0) for (const more of this.reachable(there)) found.add(more);
    this.reachableQuestions.set(replies, found);
    return found;
  }

  private successors(replies: Changes, question: Question): readonly Successor[] {
    if (this.lookahead.visited > this.maxStates || this.lookahead.replyCount(question) === Infinity)
      throw new TooManyStates();
    return this.lookahead.successors(replies, question, true);
  }
}
