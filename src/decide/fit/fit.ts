import { getOrInsert } from '../../language/get-or-insert.js';
import type { Tests } from '../../program/ir/tests.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import { CandidateJudge, type RequirementVerdict } from './judge-candidate.js';
import { VERDICTS, type EvidenceApplies, type Verdict } from './judge.js';
import { verdictCacheOf, NOT_COMPUTED, type VerdictCache } from './verdict-cache.js';
import { requirementsOf, type Requirement, type InputLookup } from '../inputs/requirements.js';
import { byRank, CONTRADICTED, isTied, MISS, penaltyOf, worstVerdict } from './order.js';
import { Distances, scoredCriteria, scoredCriterion, type ScoredCriterion } from './scores.js';

/** What the verdicts and scores depend on apart from the facts and the inputs. */
export interface FitSettings {
  /** The month to judge by, counted from year 0. */
  readonly month: number;
  /** The weights that the user sets, by criterion; empty for those of the knowledge. */
  readonly weights: ReadonlyMap<string, number>;
  /** What counts against a technology in addition to the verdicts, as a penalty: its needs that are not stated to be met. */
  readonly openNeeds: (technology: string) => number;
}

/** What counts of a verdict, as it is cached: the verdict, and whether doubtful evidence contradicts what is unknown. */
const STANDINGS = [...VERDICTS, 'contradicted'] as const;
const FAILS = STANDINGS.indexOf('fails');

/** A requirement with the indexes of what counts of the verdicts on it, by the position of the candidate, as far as they are known. */
interface CountingRequirement {
  readonly requirement: Requirement;
  readonly column: Int8Array;
}

/** Whether a verdict is left out: an unknown one on what is always demanded, such as upkeep, or on a limit that most candidates do not have, is no reason to rank a candidate lower. */
const isDisregarded = ({ origin, criterion }: Requirement, verdict: Verdict): boolean =>
  verdict === 'unknown' && (origin === undefined || criterion.criterion.onlyKnown === true);

/** Whether a requirement counts: what is only typical of a scenario is judged and shown, and decides nothing. */
export const counts = ({ origin }: Requirement): boolean => origin !== 'typical';

/** Whether the facts never pass over a failure of a requirement. */
export const isFilter = ({ criterion }: Requirement): boolean => criterion.criterion.filter === true;

/** A candidate with its verdicts and its score, each computed on demand. */
export class RankedCandidate {
  private cachedVerdicts?: readonly RequirementVerdict[];
  private cachedPenalty?: number;
  private cachedDemandPenalty?: number;
  private cachedScore?: number;

  constructor(
    readonly candidate: Candidate,
    private readonly opinion: RoleOpinion,
  ) {}

  /** How many demands it fails, is unknown in and meets under conditions, as one number, with the needs that are not stated to be met; smaller is better. */
  get penalty(): number {
    return (this.cachedPenalty ??= this.demandPenalty + this.opinion.openNeeds(this.judged));
  }

  private get demandPenalty(): number {
    return (this.cachedDemandPenalty ??= this.opinion.demandPenalty(this.judged));
  }

  /** How far it falls short of what is asked, weighted, by the worse end of what is known; smaller is better. */
  get score(): number {
    return (this.cachedScore ??= this.opinion.score(this.candidate));
  }

  /** The worst verdict on what the workload itself demands; what is only typical of its scenario does not count. */
  get verdict(): Verdict {
    return worstVerdict(this.demandPenalty);
  }

  /** The part of the penalty that the verdicts make, and what is needed of the workload itself: what the evidence says, without the needs of the environment. */
  get evidencePenalty(): number {
    const open = this.penalty - this.demandPenalty;
    return open >= penaltyOf('unknown') ? this.penalty : this.penalty - open;
  }

  /** The candidate that is judged: of an interface, the best that realises it. */
  get judged(): Candidate {
    return this.opinion.bestWay(this.candidate);
  }

  /** By requirement, without those that are left out. */
  get verdicts(): readonly RequirementVerdict[] {
    return (this.cachedVerdicts ??= this.opinion.requirements
      .map((requirement) => this.opinion.judge(this.judged, requirement))
      .filter(({ requirement, verdict }) => !isDisregarded(requirement, verdict)));
  }

  /** By scored criterion: how far it falls short of what is asked, 0 to 1. */
  get distances(): readonly number[] {
    return this.opinion.scored.map((scored) => this.opinion.distance(this.judged, scored));
  }
}

/** The fit of one role: what is demanded, and every candidate with its verdict and score. */
export class RoleOpinion {
  private readonly cache: VerdictCache;
  private readonly applies: EvidenceApplies;
  private cachedRequirements?: readonly Requirement[];
  private cachedCounting?: readonly CountingRequirement[];
  private readonly openNeedsByTechnology = new Map<string, number>();
  private readonly rankedByCandidate = new Map<Candidate, RankedCandidate>();
  private cachedScored?: readonly ScoredCriterion[];
  private readonly evidence: CandidateJudge;
  private distances?: Distances;
  private readonly bestWays = new Map<Candidate, Candidate>();
  private cachedTotalWeight?: number;
  private readonly scoredByRequirement = new Map<Requirement, ScoredCriterion | null>();
  private cachedRanking?: readonly RankedCandidate[];

  constructor(
    private readonly role: RoleFit,
    private readonly inputOf: InputLookup,
    private readonly evaluation: Evaluation,
    private readonly settings: FitSettings,
  ) {
    this.cache = verdictCacheOf(role, settings.month);
    this.applies = ({ tests }) => (tests === undefined ? true : evaluation.truth(tests));
    this.evidence = new CandidateJudge(settings.month, this.applies);
  }

  /** What the workload, its scenario and the knowledge demand. */
  get requirements(): readonly Requirement[] {
    return (this.cachedRequirements ??= this.requirementsIf((tests) => this.evaluation.truth(tests)));
  }

  /** What is demanded if the conditions of criteria have some truth values. */
  requirementsIf(truth: (tests: Tests) => boolean | undefined): readonly Requirement[] {
    return requirementsOf(this.role, this.inputOf, truth);
  }

  /** The criteria that are scored, since the workload asks for them. */
  get scored(): readonly ScoredCriterion[] {
    return (this.cachedScored ??= scoredCriteria(
      this.role,
      this.requirements.filter(counts),
      this.inputOf,
      this.settings.weights,
    ));
  }

  /** The criterion of a requirement as it is scored for that alone; none where it is not scored. */
  scoredFor(requirement: Requirement): ScoredCriterion | undefined {
    const { criterion, index } = requirement;
    return criterion.criterion.presentIn === undefined
      ? scoredCriterion(criterion, index, requirement, this.settings.weights)
      : undefined;
  }

  /** The criteria that score what is in use already by a factor. */
  presenceCriteria(factor: string): readonly Pick<ScoredCriterion, 'weight'>[] {
    const { weights } = this.settings;
    return this.role.criteria.flatMap(({ id, criterion, weight }) =>
      criterion.presentIn === factor ? [{ weight: weights.get(id) ?? weight }] : [],
    );
  }

  /** Every candidate: what fails fewest demands comes first, then what is unknown in fewest, then what is conditional in fewest; then what falls short least. */
  get ranked(): readonly RankedCandidate[] {
    return (this.cachedRanking ??= this.role.candidates.map((candidate) => this.rank(candidate)).sort(byRank));
  }

  /** A candidate, ranked; also one that is only named by a rule. */
  rank(candidate: Candidate): RankedCandidate {
    return getOrInsert(this.rankedByCandidate, candidate, () => new RankedCandidate(candidate, this));
  }

  /** The rank of a candidate among all, counted from 1; tied candidates share it. */
  rankNumber(ranked: RankedCandidate): number {
    const ahead = this.ranked.filter(
      (other) => other.candidate !== ranked.candidate && !isTied(other, ranked) && byRank(other, ranked) < 0,
    );
    return ahead.length + 1;
  }

  /** Of an interface without a realisation, the candidate that realises it best; of any other, itself. */
  bestWay(candidate: Candidate): Candidate {
    if (candidate.ways.length === 0) return candidate;
    let best = this.bestWays.get(candidate);
    if (best === undefined) {
      [best = candidate] = candidate.ways
        .map((way) => this.rank(way))
        .sort(byRank)
        .map((way) => way.candidate);
      this.bestWays.set(candidate, best);
    }
    return best;
  }

  /** Whether a candidate fails a demand of a kind that the facts never pass over, such as the kind of data. */
  isFiltered(written: Candidate): boolean {
    const candidate = this.bestWay(written);
    return this.counting.some((one) => isFilter(one.requirement) && this.standing(candidate, one) === FAILS);
  }

  /** The greatest penalty of a candidate on one demand of a kind that the facts never pass over. */
  filterPenalty(written: Candidate): number {
    const candidate = this.bestWay(written);
    let greatest = 0;
    for (const one of this.counting)
      if (isFilter(one.requirement)) greatest = Math.max(greatest, this.countingPenalty(candidate, one));
    return greatest;
  }

  /** The requirements that count, each with the verdicts on it that are known. */
  private get counting(): readonly CountingRequirement[] {
    return (this.cachedCounting ??= this.requirements
      .filter(counts)
      .map((requirement) => this.withColumn(requirement)));
  }

  private withColumn(requirement: Requirement): CountingRequirement {
    return { requirement, column: this.cache.column(requirement) };
  }

  /** What the needs of a candidate that are not stated to be met count against it, as a penalty. */
  openNeeds({ carried }: Candidate): number {
    let sum = 0;
    for (const name of carried)
      sum += getOrInsert(this.openNeedsByTechnology, name, () => this.settings.openNeeds(name));
    return sum;
  }

  /** The part of a penalty that the numbers of verdicts make, however far what fails misses a demand. */
  verdictPenalty(written: Candidate): number {
    const candidate = this.bestWay(written);
    const misses = this.counting.filter((one) => this.standing(candidate, one) === FAILS);
    return misses.reduce(
      (sum, { requirement }) => sum - MISS * this.miss(candidate, requirement),
      this.rank(candidate).penalty,
    );
  }

  /** The part of a penalty that the verdicts make. */
  demandPenalty(candidate: Candidate): number {
    let penalty = 0;
    for (const one of this.counting) penalty += this.countingPenalty(candidate, one);
    return penalty;
  }

  /** What the verdict on one requirement adds to the penalty of a candidate. */
  penaltyOn(candidate: Candidate, requirement: Requirement): number {
    return this.countingPenalty(candidate, this.withColumn(requirement));
  }

  private countingPenalty(candidate: Candidate, one: CountingRequirement): number {
    const { requirement } = one;
    const standing = STANDINGS[this.standing(candidate, one)] ?? 'unknown';
    if (standing === 'fails') return penaltyOf('fails') + MISS * this.miss(candidate, requirement);
    const verdict = standing === 'contradicted' ? 'unknown' : standing;
    if (isDisregarded(requirement, verdict)) return 0;
    return penaltyOf(verdict) + (standing === 'contradicted' ? CONTRADICTED : 0);
  }

  /** How far a candidate misses a demand that it fails, all the way where the criterion has no scale, by its share in all weights: 0 to 1. */
  private miss(candidate: Candidate, requirement: Requirement): number {
    const scored = getOrInsert(this.scoredByRequirement, requirement, () => this.scoredFor(requirement) ?? null);
    const { id, weight: own } = requirement.criterion;
    const weight = this.settings.weights.get(id) ?? own;
    return ((scored === null ? 1 : this.distance(candidate, scored)) * weight) / this.totalWeight;
  }

  private get totalWeight(): number {
    const { weights } = this.settings;
    return (this.cachedTotalWeight ??= this.role.criteria.reduce(
      (sum, { id, weight }) => sum + Math.max(weight, weights.get(id) ?? 0),
      0,
    ));
  }

  /** The index of what counts of a verdict; cached where no condition on a fact can change it. */
  private standing(candidate: Candidate, { requirement, column }: CountingRequirement): number {
    const { position } = candidate;
    const before = position < 0 ? NOT_COMPUTED : (column[position] ?? NOT_COMPUTED);
    if (before !== NOT_COMPUTED) return before;
    const { verdict, judgement } = this.judge(candidate, requirement);
    const standing = STANDINGS.indexOf(judgement.contradicted === true ? 'contradicted' : verdict);
    if (position >= 0 && candidate.conditional[requirement.index] === false) column[position] = standing;
    return standing;
  }

  /** The sum of what a candidate falls short of, weighted. */
  score(written: Candidate): number {
    const candidate = this.bestWay(written);
    let total = 0;
    for (const scored of this.scored) total += this.distance(candidate, scored) * scored.weight;
    return total;
  }

  /** Judges a candidate by one requirement. */
  judge(candidate: Candidate, requirement: Requirement): RequirementVerdict {
    return this.evidence.judge(candidate, requirement);
  }

  /** How far a candidate falls short of what is asked by a scored criterion. */
  distance(candidate: Candidate, scored: ScoredCriterion): number {
    if (
      candidate.position < 0 ||
      scored.criterion.criterion.presentIn !== undefined ||
      candidate.conditional[scored.index] !== false
    )
      return this.distanceOf(candidate, scored);
    const column = this.cache.distances(scored);
    const before = column[candidate.position] ?? Number.NaN;
    if (!Number.isNaN(before)) return before;
    return (column[candidate.position] = this.distanceOf(candidate, scored));
  }

  private distanceOf(candidate: Candidate, scored: ScoredCriterion): number {
    return (this.distances ??= new Distances(this.inputOf, this.settings.month, this.applies)).of(candidate, scored);
  }
}
