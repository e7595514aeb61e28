import { isDisregarded, type RoleOpinion } from '../../decide/fit/fit.js';
import { VERDICTS } from '../../decide/fit/judge.js';
import { NOT_COMPUTED, type VerdictCache } from '../../decide/fit/verdict-cache.js';
import { requirementsOf, type Requirement } from '../../decide/inputs/requirements.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Candidate, Facts, RoleFit } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';
import { isUndetermined, type PossibleTests } from './possible-tests.js';
import { type Question, type Reply, repliesTo } from '../variants/question.js';

/** The least and the greatest value of a number. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The requirements that a reply to an open question would add for a role. */
export interface PossibleDemand {
  readonly question: Question;
  readonly reply: Reply;
  readonly requirements: readonly Requirement[];
}

/** The verdict indexes of a candidate by possible demand, at least and at most. */
interface VerdictsByReply {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** The weighted distance of a candidate in what it fails: with the demands of the workload, and how much more with each possible demand. */
interface Shortfall {
  readonly now: { readonly most: number; readonly least: number };
  readonly most: Float64Array;
  readonly least: Float64Array;
}

/** How two candidates may compare by verdict. */
interface Comparison {
  /** Whether the first may have a better verdict with some replies. */
  readonly mayLead: boolean;
  /** Whether both may have the same verdict. */
  readonly mayTie: boolean;
}

const FAILS = VERDICTS.indexOf('fails');
const ANY: Range = { low: 0, high: FAILS };
/** The ranges that hold one verdict each. */
const EXACTLY = [0, 1, 2, 3].map((verdict): Range => ({ low: verdict, high: verdict })) as [Range, ...Range[]];

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
      const requirements = requirementsOf(fit, (id) => (id === factor.id ? given : undefined)).filter(
        ({ origin }) => origin !== undefined,
      );
      return requirements.length === 0 ? [] : [{ reply, requirements }];
    });
    byFactor.set(factor.id, found);
  }
  return found.map((one) => ({ question, ...one }));
}

/**
 * Bounds verdicts and scores for one place while questions are open. A demand can only make a verdict worse, and the worst verdict counts. So if several demands
 * cause an order of two candidates, one of these demands causes it alone, and it is enough to try the demands one by one.
 */
export class PossibleFit {
  private readonly cachedBases = new Map<Candidate, Range>();
  private readonly cachedByReply = new Map<Candidate, VerdictsByReply>();
  private readonly cachedScores = new Map<Candidate, Range>();
  private readonly cachedShortfalls = new Map<Candidate, Shortfall>();
  private readonly cachedUndetermined = new Map<Facts, boolean>();

  /**
   * @param opinion on what is stated
   * @param demands by the replies to open questions
   * @param openInventories the open questions for what is in use already
   */
  constructor(
    private readonly opinion: RoleOpinion,
    private readonly tests: PossibleTests,
    private readonly cache: VerdictCache,
    readonly demands: readonly PossibleDemand[],
    private readonly openInventories: readonly Question[],
  ) {}

  /** The worst verdict on what is demanded now, by its place. */
  base(candidate: Candidate): Range {
    let found = this.cachedBases.get(candidate);
    if (found === undefined) {
      const demanded = this.opinion.requirements.filter(({ origin }) => origin !== 'typical');
      this.cachedBases.set(candidate, (found = this.worst(candidate, demanded)));
    }
    return found;
  }

  /** The worst verdicts on what is demanded now and with each reply to an open question. */
  private byReply(candidate: Candidate): VerdictsByReply {
    let found = this.cachedByReply.get(candidate);
    if (found === undefined) {
      const base = this.base(candidate);
      found = { low: new Uint8Array(this.demands.length), high: new Uint8Array(this.demands.length) };
      for (const [n, { requirements }] of this.demands.entries()) {
        const { low, high } = this.worst(candidate, requirements);
        found.low[n] = Math.max(base.low, low);
        found.high[n] = Math.max(base.high, high);
      }
      this.cachedByReply.set(candidate, found);
    }
    return found;
  }

  private worst(candidate: Candidate, requirements: readonly Requirement[]): Range {
    let worst = EXACTLY[0];
    for (const requirement of requirements) {
      const verdict = this.verdict(candidate, requirement);
      worst = worst === EXACTLY[0] ? verdict : larger(worst, verdict);
    }
    return worst;
  }

  private verdict(candidate: Candidate, requirement: Requirement): Range {
    if (this.isUndetermined(candidate, requirement.index)) return ANY;
    const verdict = this.verdictIndex(candidate, requirement);
    return EXACTLY[isDisregarded(requirement, verdict) ? 0 : verdict] ?? ANY;
  }

  /** The place of a verdict; remembered where no condition on a fact can change it. */
  private verdictIndex(candidate: Candidate, requirement: Requirement): number {
    const { position, conditional } = candidate;
    const column = position < 0 || conditional[requirement.index] === true ? undefined : this.cache.column(requirement);
    const before = column?.[position] ?? NOT_COMPUTED;
    if (before !== NOT_COMPUTED) return before;
    const verdict = VERDICTS.indexOf(this.opinion.judge(candidate, requirement).verdict);
    if (column !== undefined) column[position] = verdict;
    return verdict;
  }

  /** Whether a fact on a criterion counts under conditions that are open. */
  private isUndetermined({ conditional, evidence }: Candidate, index: number): boolean {
    if (conditional[index] !== true) return false;
    return (evidence[index] ?? []).flat().some((facts) => {
      let found = this.cachedUndetermined.get(facts);
      if (found === undefined) {
        found = facts.list.filter(({ tests }) => isUndetermined(this.tests.truths(tests))).length > 0;
        this.cachedUndetermined.set(facts, found);
      }
      return found;
    });
  }

  /** The distance from the ideal. */
  score(candidate: Candidate): Range {
    let found = this.cachedScores.get(candidate);
    if (found === undefined) this.cachedScores.set(candidate, (found = this.scoreRange(candidate)));
    return found;
  }

  private scoreRange(candidate: Candidate): Range {
    const { scored } = this.opinion;
    const open = scored.filter(({ criterion, index }) => {
      const { presentIn } = criterion.criterion;
      const present = this.openInventories.filter(({ factor }) => factor.id === presentIn);
      for (const question of present) this.tests.causes.add(question);
      return present.length > 0 || this.isUndetermined(candidate, index);
    });
    if (open.length === 0) return exactly(this.opinion.score(candidate));
    const rest = scored
      .filter((one) => !open.includes(one))
      .reduce((sum, one) => sum + one.weight * this.opinion.distance(candidate, one)[0], 0);
    // Rounding may differ from that of the score proper.
    return { low: rest - TOLERANCE, high: rest + open.reduce((sum, { weight }) => sum + weight, 0) + TOLERANCE };
  }

  /** Whether one candidate may have a better verdict than another, or as good a one. */
  compare(one: Candidate, other: Candidate): Comparison {
    const [a, b] = [this.base(one), this.base(other)];
    if (a.low < b.high) return { mayLead: true, mayTie: true };
    const { low } = this.byReply(one);
    const { high } = this.byReply(other);
    let level = a.low <= b.high;
    for (const [n, { question }] of this.demands.entries()) {
      const [best, worst] = [low[n] ?? 0, high[n] ?? 0];
      if (best < worst) {
        this.tests.causes.add(question);
        return { mayLead: true, mayTie: true };
      }
      level ||= best === worst;
    }
    return { mayLead: false, mayTie: level };
  }

  /** Whether one candidate may come before another as the facts rank them. */
  mayPrecede(one: Candidate, other: Candidate): boolean {
    if (one.runnable !== other.runnable) return one.runnable;
    const { mayLead, mayTie } = this.compare(one, other);
    return mayLead || (mayTie && this.scoresBefore(one, other));
  }

  /** Of two with the same verdict. */
  scoresBefore(one: Candidate, other: Candidate): boolean {
    const [a, b] = [this.score(one), this.score(other)];
    return a.low < b.high || (a.low === b.high && one.id < other.id);
  }

  /** Whether a candidate may fail while another does not. */
  mayFailWhere(candidate: Candidate, other: Candidate): boolean {
    if (this.base(other).low >= FAILS) return false;
    if (this.base(candidate).high >= FAILS) return true;
    const { high } = this.byReply(candidate);
    const { low } = this.byReply(other);
    const cause = this.demands.find((_, n) => (high[n] ?? 0) >= FAILS && (low[n] ?? 0) < FAILS);
    if (cause !== undefined) this.tests.causes.add(cause.question);
    return cause !== undefined;
  }

  /** Whether a candidate may fail. */
  mayFail(candidate: Candidate): boolean {
    const { high } = this.byReply(candidate);
    const cause = this.demands.find((_, n) => (high[n] ?? 0) >= FAILS);
    if (cause !== undefined) this.tests.causes.add(cause.question);
    return this.base(candidate).high >= FAILS || cause !== undefined;
  }

  /** Whether a candidate fails whatever is replied. */
  surelyFails(candidate: Candidate): boolean {
    return this.base(candidate).low >= FAILS;
  }

  /** By how much more one candidate may fall short than another, both failing: each factor is stated in the way that is worst for it. */
  excess(one: Candidate, other: Candidate): number {
    const [a, b] = [this.shortfall(one), this.shortfall(other)];
    const most = new Map<Factor, number>();
    for (const [n, { question }] of this.demands.entries()) {
      const more = (a.most[n] ?? 0) - (b.least[n] ?? 0);
      if (more > (most.get(question.factor) ?? 0)) most.set(question.factor, more);
    }
    return [...most.values()].reduce((sum, more) => sum + more, a.now.most - b.now.least);
  }

  private shortfall(candidate: Candidate): Shortfall {
    let found = this.cachedShortfalls.get(candidate);
    if (found !== undefined) return found;
    const demanded = this.opinion.requirements.filter(({ origin }) => origin !== 'typical');
    const before = this.failed(candidate, demanded, 'low');
    found = {
      now: {
        most: this.weightedDistance(candidate, this.failed(candidate, demanded, 'high'), 1),
        least: this.weightedDistance(candidate, before, 0),
      },
      most: Float64Array.from(this.demands, ({ requirements }) =>
        this.weightedDistance(candidate, this.failed(candidate, requirements, 'high'), 1),
      ),
      // What it fails now it does not fail once more.
      least: Float64Array.from(this.demands, ({ requirements }) =>
        this.weightedDistance(
          candidate,
          this.failed(candidate, requirements, 'low').filter((index) => !before.includes(index)),
          0,
        ),
      ),
    };
    this.cachedShortfalls.set(candidate, found);
    return found;
  }

  private failed(candidate: Candidate, requirements: readonly Requirement[], end: keyof Range): number[] {
    const failed: number[] = [];
    for (const one of requirements)
      if (this.verdict(candidate, one)[end] >= FAILS && !failed.includes(one.index)) failed.push(one.index);
    return failed;
  }

  private weightedDistance(candidate: Candidate, failed: readonly number[], unsettled: number): number {
    let sum = 0;
    for (const index of failed) {
      const one = this.opinion.scored.find((scored) => scored.index === index);
      if (one === undefined) continue;
      const distance = this.isUndetermined(candidate, index) ? unsettled : this.opinion.distance(candidate, one)[0];
      sum += one.weight * distance;
    }
    return sum;
  }
}

const TOLERANCE = 1e-9;
const exactly = (value: number): Range => ({ low: value, high: value });
const larger = (a: Range, b: Range): Range => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) });
