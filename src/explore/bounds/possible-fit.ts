import { counts, type RoleOpinion } from '../../decide/fit/fit.js';
import { failuresIn, hasFailed, MISS, penaltyOf } from '../../decide/fit/order.js';
import type { ScoredCriterion } from '../../decide/fit/scores.js';
import { requirementsOf, type Requirement } from '../../decide/inputs/requirements.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Candidate, Facts, RoleFit } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';
import { isUndetermined, type PossibleTests, type TruthSet } from './possible-tests.js';
import { hull, plus, type MayMust, type Range } from './possible-needs.js';
import { type Question, type Reply, repliesTo } from '../variants/question.js';

/** The requirements that a reply to an open question would add for a role. */
export interface PossibleDemand {
  readonly question: Question;
  readonly reply: Reply;
  readonly requirements: readonly Requirement[];
}

/** What some requirements add to the penalty and the score of a candidate. */
interface Contribution {
  readonly penalty: Range;
  readonly score: Range;
}

/** What each possible demand adds, by its number. */
interface ContributionsByReply {
  readonly penalty: { readonly low: Float64Array; readonly high: Float64Array };
  readonly score: { readonly low: Float64Array; readonly high: Float64Array };
}

function emptyContributions(count: number): ContributionsByReply {
  const ends = () => ({ low: new Float64Array(count), high: new Float64Array(count) });
  return { penalty: ends(), score: ends() };
}

function put({ penalty, score }: ContributionsByReply, n: number, one: Contribution): void {
  penalty.low[n] = one.penalty.low;
  penalty.high[n] = one.penalty.high;
  score.low[n] = one.score.low;
  score.high[n] = one.score.high;
}

const at = ({ penalty, score }: ContributionsByReply, n: number): Contribution => ({
  penalty: { low: penalty.low[n] ?? 0, high: penalty.high[n] ?? 0 },
  score: { low: score.low[n] ?? 0, high: score.high[n] ?? 0 },
});

const NOTHING: Range = { low: 0, high: 0 };
const ANY_PENALTY: Range = { low: 0, high: penaltyOf('fails') + MISS };

/** By role and factor: the demands of each reply. */
const known = new WeakMap<RoleFit, Map<string, readonly Omit<PossibleDemand, 'question'>[]>>();

/** What the replies to an open question would demand of a role; those that demand nothing are left out. */
export function possibleDemands(question: Question, fit: RoleFit, program: Program): readonly PossibleDemand[] {
  const { factor, section } = question;
  const byFactor = known.get(fit) ?? new Map<string, readonly Omit<PossibleDemand, 'question'>[]>();
  known.set(fit, byFactor);
  let found = byFactor.get(factor.id);
  if (found === undefined) {
    const isCriterion = fit.criteria.some((criterion) => criterion.factor === factor);
    found = (isCriterion ? repliesTo(question, program) : []).flatMap((reply) => {
      const { value, figure } = reply;
      const given = { factor, section, value, figure, origin: 'stated' } as const;
      const requirements = requirementsOf(
        fit,
        (id) => (id === factor.id ? given : undefined),
        () => false,
      ).filter(({ origin }) => origin !== undefined);
      return requirements.length === 0 ? [] : [{ reply, requirements }];
    });
    byFactor.set(factor.id, found);
  }
  return found.map((one) => ({ question, ...one }));
}

/**
 * Bounds penalties and scores for one place while questions are open. Both are sums over what is demanded, and each question adds to them by itself. So the least
 * difference between two candidates is the sum of the least differences by question.
 */
export class PossibleFit {
  private readonly cachedBases = new Map<Candidate, Contribution>();
  private readonly cachedByReply = new Map<Candidate, ContributionsByReply>();
  private readonly scored = new Map<Requirement, ScoredCriterion | undefined>();
  private readonly cachedUndetermined = new Map<Facts, boolean>();
  /** What is demanded now, or may be. */
  private readonly demandedNow: readonly Requirement[];
  /** For each demand, the number of the first demand of the next question; the demands of one question follow one another. */
  private readonly endOfQuestion: Int32Array;

  /**
   * @param opinion on what is stated
   * @param demands by the replies to open questions
   * @param openInventories the open questions for what is in use already
   * @param openNeeds what the needs of a candidate may count against it
   */
  constructor(
    private readonly opinion: RoleOpinion,
    private readonly tests: PossibleTests,
    readonly demands: readonly PossibleDemand[],
    private readonly openInventories: readonly Question[],
    private readonly openNeeds: (candidate: Candidate) => Range,
  ) {
    this.demandedNow = opinion.requirementsIf((unless) => isSurelyTrue(tests.truths(unless))).filter(counts);
    this.endOfQuestion = new Int32Array(demands.length);
    for (let n = demands.length - 1; n >= 0; n--)
      this.endOfQuestion[n] =
        demands[n + 1]?.question === demands[n]?.question ? (this.endOfQuestion[n + 1] ?? 0) : n + 1;
  }

  /** Whether one candidate may come before another as the facts rank them. */
  mayPrecede(one: Candidate, other: Candidate): boolean {
    if (one.runnable !== other.runnable) return one.runnable;
    const least = this.compare(one, other);
    if (least !== 0) return least < 0;
    return one.tieBreak === other.tieBreak ? one.id < other.id : one.tieBreak < other.tieBreak;
  }

  /** The least difference between two candidates, in score where it is none in penalty; negative if the first may come before the second. */
  private compare(one: Candidate, other: Candidate): number {
    return this.comparePenalty(one, other) || this.compareScore(one, other);
  }

  /** The least difference between the penalties of two candidates. */
  comparePenalty(one: Candidate, other: Candidate): number {
    return this.least(one, other, 'penalty', 0);
  }

  /** The least difference between the scores of two candidates. */
  compareScore(one: Candidate, other: Candidate): number {
    return this.least(one, other, 'score', TOLERANCE);
  }

  /** The least difference of two candidates in one respect, over all replies; the questions that make it negative are causes. */
  private least(one: Candidate, other: Candidate, aspect: 'penalty' | 'score', tolerance: number): number {
    const now = this.base(one)[aspect].low - this.base(other)[aspect].high;
    const { low } = this.byReply(one)[aspect];
    const { high } = this.byReply(other)[aspect];
    let sum = now;
    for (let n = 0; n < low.length;) {
      const end = this.endOfQuestion[n] ?? low.length;
      let least = 0;
      for (; n < end; n++) least = Math.min(least, (low[n] ?? 0) - (high[n] ?? 0));
      sum += least;
    }
    if (now >= -tolerance && sum < -tolerance)
      for (const [n, { question }] of this.demands.entries())
        if ((low[n] ?? 0) < (high[n] ?? 0)) this.tests.causes.add(question);
    return Math.abs(sum) <= tolerance ? 0 : sum;
  }

  /** What is demanded now. */
  private base(candidate: Candidate): Contribution {
    return getOrInsert(this.cachedBases, candidate, () => {
      if (candidate.ways.length > 0) return best(candidate.ways.map((way) => this.base(way)));
      const { penalty, score } = this.contributionOf(candidate, this.demandedNow);
      const other = this.opinion.scored
        .filter(({ index }) => !this.demandedNow.some((requirement) => requirement.index === index))
        .map((scored) => this.shortfall(candidate, scored));
      const present = this.openPresence(candidate);
      return { penalty: plus(penalty, this.openNeeds(candidate)), score: [score, ...other, ...present].reduce(plus) };
    });
  }

  /** What each reply to an open question adds. */
  private byReply(candidate: Candidate): ContributionsByReply {
    return getOrInsert(this.cachedByReply, candidate, () => {
      const { ways } = candidate;
      const all = emptyContributions(this.demands.length);
      const byWay = ways.map((way) => this.byReply(way));
      for (const [n, { requirements }] of this.demands.entries()) {
        if (ways.length === 0) put(all, n, this.contributionOf(candidate, requirements));
        else put(all, n, best(byWay.map((one) => at(one, n))));
      }
      return all;
    });
  }

  private contributionOf(candidate: Candidate, requirements: readonly Requirement[]): Contribution {
    let penalty = NOTHING;
    let score = NOTHING;
    for (const requirement of requirements) {
      const demanded = this.isDemanded(requirement);
      if (demanded === 'never') continue;
      const scored = getOrInsert(this.scored, requirement, () => this.opinion.scoredFor(requirement));
      const own = this.penaltyOn(candidate, requirement);
      const distance = scored === undefined ? NOTHING : this.shortfall(candidate, scored);
      penalty = plus(penalty, demanded === 'always' ? own : { low: 0, high: own.high });
      score = plus(score, demanded === 'always' ? distance : { low: 0, high: distance.high });
    }
    return { penalty, score };
  }

  private isDemanded({ criterion: { unless } }: Requirement): 'always' | 'never' | 'perhaps' {
    if (unless === undefined) return 'always';
    const truths = this.tests.truths(unless);
    if (isSurelyTrue(truths)) return 'never';
    return truths.canHold ? 'perhaps' : 'always';
  }

  private penaltyOn(candidate: Candidate, requirement: Requirement): Range {
    if (this.isUndetermined(candidate, requirement.index)) return ANY_PENALTY;
    return exactly(this.opinion.penaltyOn(candidate, requirement));
  }

  /** How far a candidate falls short in a criterion, weighted. */
  private shortfall(candidate: Candidate, scored: ScoredCriterion): Range {
    const { criterion, index, weight } = scored;
    const { presentIn } = criterion.criterion;
    if (presentIn !== undefined && this.openInventories.some(({ factor }) => factor.id === presentIn)) return NOTHING;
    if (this.isUndetermined(candidate, index)) return { low: 0, high: weight };
    return exactly(this.opinion.distance(candidate, scored) * weight);
  }

  /** What the members that may be in use already add. */
  private openPresence(candidate: Candidate): Range[] {
    return this.openInventories.flatMap((question) => {
      const scored = this.opinion.presenceCriteria(question.factor.id);
      if (scored.length > 0) this.tests.causes.add(question);
      return candidate.runnable ? scored.map(({ weight }) => ({ low: 0, high: weight })) : [];
    });
  }

  /** Whether a fact on a criterion counts under conditions that are open. */
  private isUndetermined({ conditional, evidence }: Candidate, index: number): boolean {
    if (conditional[index] !== true) return false;
    return (evidence[index] ?? [])
      .flat()
      .some((facts) =>
        getOrInsert(
          this.cachedUndetermined,
          facts,
          () => facts.list.filter(({ tests }) => isUndetermined(this.tests.truths(tests))).length > 0,
        ),
      );
  }

  /** Whether a candidate may fail while another does not. */
  mayFailWhere(candidate: Candidate, other: Candidate): boolean {
    if (this.surelyFails(other)) return false;
    if (hasFailed(this.base(candidate).penalty.high)) return true;
    const [a, b] = [this.byReply(candidate), this.byReply(other)];
    return this.mayReply((n) => hasFailed(a.penalty.high[n] ?? 0) && !hasFailed(b.penalty.low[n] ?? 0));
  }

  /** Whether a candidate may fail. */
  mayFail(candidate: Candidate): boolean {
    const replies = this.byReply(candidate);
    const mayNow = hasFailed(this.base(candidate).penalty.high);
    return this.mayReply((n) => hasFailed(replies.penalty.high[n] ?? 0)) || mayNow;
  }

  /** Whether something may be unknown of a candidate. */
  mayBeUnknown(candidate: Candidate): boolean {
    const replies = this.byReply(candidate);
    const mayNow = hasUnknown(this.base(candidate).penalty.high);
    return this.mayReply((n) => hasUnknown(replies.penalty.high[n] ?? 0)) || mayNow;
  }

  /** How many demands a candidate fails, one at least; the questions that may add to them are causes. */
  failures(candidate: Candidate): Range {
    const { low, high } = this.base(candidate).penalty;
    const replies = this.byReply(candidate).penalty.high;
    let most = high;
    for (let n = 0; n < replies.length;) {
      const end = this.endOfQuestion[n] ?? replies.length;
      let greatest = 0;
      for (; n < end; n++) {
        const question = this.demands[n]?.question;
        if (hasFailed(replies[n] ?? 0) && question !== undefined) this.tests.causes.add(question);
        greatest = Math.max(greatest, replies[n] ?? 0);
      }
      most += greatest;
    }
    return { low: failuresIn(low), high: failuresIn(most) };
  }

  /** Whether a candidate fails whatever is replied. */
  surelyFails(candidate: Candidate): boolean {
    return hasFailed(this.base(candidate).penalty.low);
  }

  /** Whether a candidate may fail a demand of some kind, and whether it must. */
  fails(candidate: Candidate, isMeant: (requirement: Requirement) => boolean): MayMust {
    const { low, high } = this.greatestPenalty(candidate, isMeant);
    return { may: hasFailed(high), must: hasFailed(low) };
  }

  /** The greatest penalty of a candidate on one demand of some kind: at least, and at most. */
  greatestPenalty(candidate: Candidate, isMeant: (requirement: Requirement) => boolean): Range {
    if (candidate.ways.length > 0) return hull(candidate.ways.map((way) => this.greatestPenalty(way, isMeant)));
    const now = this.greatestOf(candidate, this.demandedNow, isMeant);
    let { high } = now;
    for (const { question, requirements } of this.demands) {
      const replied = this.greatestOf(candidate, requirements, isMeant).high;
      if (replied > now.high) this.tests.causes.add(question);
      high = Math.max(high, replied);
    }
    return { low: now.low, high };
  }

  private greatestOf(
    candidate: Candidate,
    requirements: readonly Requirement[],
    isMeant: (requirement: Requirement) => boolean,
  ): Range {
    let [low, high] = [0, 0];
    for (const requirement of requirements) {
      const demanded = isMeant(requirement) ? this.isDemanded(requirement) : 'never';
      if (demanded === 'never') continue;
      const penalty = this.penaltyOn(candidate, requirement);
      high = Math.max(high, penalty.high);
      if (demanded === 'always') low = Math.max(low, penalty.low);
    }
    return { low, high };
  }

  /** Whether something may be replied; the question is then a cause. */
  private mayReply(test: (demand: number) => boolean): boolean {
    const cause = this.demands.find((_, n) => test(n));
    if (cause !== undefined) this.tests.causes.add(cause.question);
    return cause !== undefined;
  }
}

const isSurelyTrue = ({ canHold, canFail, canBeUnknown }: TruthSet): boolean => canHold && !canFail && !canBeUnknown;

const hasUnknown = (penalty: number): boolean => penalty >= penaltyOf('unknown');

const TOLERANCE = 1e-9;
const exactly = (value: number): Range => ({ low: value, high: value });
/** An interface is as good as the best that realises it, and which one that is depends on the replies. */
const best = (ways: readonly Contribution[]): Contribution => ({
  penalty: hull(ways.map(({ penalty }) => penalty)),
  score: hull(ways.map(({ score }) => score)),
});
