import type { Changes } from '../variants/changes.js';
import type { Lookahead, Successor } from './lookahead.js';
import type { Question } from '../variants/question.js';

/** The best next question, and how many questions are expected with it. */
export interface OptimalStep {
  readonly question: Question | undefined;
  /** Expected number of questions, this one included; 0 where the answer is determined. */
  readonly expected: number;
  /** The most questions that the best way takes. */
  readonly worst: number;
}

/** Thrown where there are more states than may be visited. */
class TooManyStates extends Error {}

const NO_QUESTION: OptimalStep = { question: undefined, expected: 0, worst: 0 };

/**
 * The least expected number of questions until nothing else can be chosen, by dynamic programming over the points of the interview: it is 0 where all
 * completions choose the same, else 1 and what is expected after the best question. Points that the same replies lead to, in whatever order, are one. Only
 * questions that some completion reads are tried; the others cannot matter.
 */
export class OptimalPlan {
  private readonly steps = new Map<Changes, OptimalStep>();
  private readonly decidedStates = new Map<Changes, boolean>();
  private readonly reachableQuestions = new Map<Changes, ReadonlySet<Question>>();

  /** @param maxStates no more points than these are examined */
  constructor(
    private readonly lookahead: Lookahead,
    private readonly maxStates: number,
  ) {}

  /** The best question at a point; undefined where that takes more points than may be examined. */
  at(replies: Changes): OptimalStep | undefined {
    const sizes = this.lookahead.at(replies).open.map((question) => this.lookahead.replyCount(question));
    if (sizes.reduce((all, size) => all * size, 1) > this.maxStates) return undefined;
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
        const next = this.successors(replies, question);
        // At least one question more wherever the choice is not determined.
        const least = next.map((one) => (this.isDecided(one.replies) ? 0 : one.weight));
        let expected = 1 + least.reduce((sum, weight) => sum + weight, 0);
        let worst = 0;
        for (const [n, { replies: there, weight }] of next.entries()) {
          if (best !== undefined && expected >= best.expected - 1e-12) break;
          const after = this.solve(there);
          expected += weight * after.expected - (least[n] ?? 0);
          worst = Math.max(worst, after.worst);
        }
        if (best === undefined || expected < best.expected - 1e-12) best = { question, expected, worst: worst + 1 };
      }
    }
    best ??= NO_QUESTION;
    this.steps.set(replies, best);
    return best;
  }

  /** Whether all completions choose the same. */
  private isDecided(replies: Changes): boolean {
    const known = this.decidedStates.get(replies);
    if (known !== undefined) return known;
    const { id, open } = this.lookahead.at(replies);
    const [question] = open;
    const next = question === undefined ? [] : this.successors(replies, question);
    const same =
      next.every((one) => this.lookahead.at(one.replies).id === id) && next.every((one) => this.isDecided(one.replies));
    this.decidedStates.set(replies, same);
    return same;
  }

  /** The questions that some completion reads: whatever else is replied, the others make no difference. */
  private reachable(replies: Changes): ReadonlySet<Question> {
    const known = this.reachableQuestions.get(replies);
    if (known !== undefined) return known;
    const { open } = this.lookahead.at(replies);
    const [question] = open;
    const found = new Set(open);
    if (question !== undefined)
      for (const one of this.successors(replies, question))
        for (const more of this.reachable(one.replies)) found.add(more);
    this.reachableQuestions.set(replies, found);
    return found;
  }

  private successors(replies: Changes, question: Question): readonly Successor[] {
    if (this.lookahead.visited > this.maxStates || this.lookahead.replyCount(question) === Infinity)
      throw new TooManyStates();
    return this.lookahead.successors(replies, question, true);
  }
}
