import { NO_FACTS, type Candidate, type Demand, type Facts, type RoleFit } from '../../program/ir/fit.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import { judge, NO_EVIDENCE, VERDICTS, type EvidenceApplies, type Judgement, type Verdict } from './judge.js';
import { verdictCacheOf, NOT_COMPUTED, type VerdictCache, type StaticScore } from './verdict-cache.js';
import { requirementsOf, type Requirement, type InputLookup } from '../inputs/requirements.js';
import { byRank, isTied } from './order.js';
import { Distances, scoredCriteria, type Ends, type ScoredCriterion } from './scores.js';

/** The verdict of the evidence on one candidate and one requirement. */
export interface RequirementVerdict {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** The index of the member whose evidence decides. */
  readonly member: number;
  /** The index of the attribute that decides, in the criterion. */
  readonly attribute: number;
  readonly judgement: Judgement;
}

/** What the verdicts and scores depend on apart from the facts and the inputs. */
export interface FitSettings {
  /** The month to judge by, counted from year 0. */
  readonly month: number;
  /** The weights that the user sets, by criterion; empty for those of the knowledge. */
  readonly weights: ReadonlyMap<string, number>;
}

const UNKNOWN = VERDICTS.indexOf('unknown');

/** Whether a verdict is left out: an unknown one on what is always demanded, such as upkeep, or on a criterion that counts only if known, is no reason to rank a candidate lower. */
export function isDisregarded({ origin, criterion }: Requirement, verdict: number): boolean {
  return verdict === UNKNOWN && (origin === undefined || criterion.criterion.onlyKnown === true);
}

/** A candidate with its verdict and its score, each computed on demand. */
export class RankedCandidate {
  private cachedVerdicts?: readonly RequirementVerdict[];
  private cachedVerdictIndex?: number;
  private cachedScore?: number;

  constructor(
    readonly candidate: Candidate,
    private readonly opinion: RoleOpinion,
  ) {}

  /** The index of the verdict among {@link VERDICTS}; smaller is better. */
  get verdictIndex(): number {
    return (this.cachedVerdictIndex ??= this.opinion.verdictIndex(this.candidate));
  }

  /** Weighted distance from the ideal, by the worse end of what is known; smaller is better. */
  get score(): number {
    return (this.cachedScore ??= this.opinion.score(this.candidate));
  }

  /** The worst verdict on what the workload itself demands; what is only typical of its scenario does not count. */
  get verdict(): Verdict {
    return VERDICTS[this.verdictIndex] ?? 'unknown';
  }

  /** By requirement, without those that are left out. */
  get verdicts(): readonly RequirementVerdict[] {
    return (this.cachedVerdicts ??= this.opinion.requirements
      .map((requirement) => this.opinion.judge(this.candidate, requirement))
      .filter(({ requirement, verdict }) => !isDisregarded(requirement, VERDICTS.indexOf(verdict))));
  }

  /** The weighted distance from the ideal in the criteria that the candidate fails; 0 if it fails none that is scored. */
  get shortfall(): number {
    if (this.verdict !== 'fails') return 0;
    const failed = this.verdicts.filter(
      ({ requirement, verdict }) => verdict === 'fails' && requirement.origin !== 'typical',
    );
    return this.opinion.scored
      .filter(({ index }) => failed.some(({ requirement }) => requirement.index === index))
      .reduce((sum, scored) => sum + scored.weight * this.opinion.distance(this.candidate, scored)[0], 0);
  }

  /** By scored criterion: the distance from the ideal. */
  get distances(): readonly Ends[] {
    return this.opinion.scored.map((scored) => this.opinion.distance(this.candidate, scored));
  }
}

/** The fit of one role: what is demanded, and every candidate with its verdict and score. */
export class RoleOpinion {
  private readonly cache: VerdictCache;
  private readonly applies: EvidenceApplies;
  private cachedRequirements?: readonly Requirement[];
  private cachedScored?: readonly ScoredCriterion[];
  private conditionalJudgements?: Map<Facts, { readonly demand: Demand; readonly judgement: Judgement }>;
  private distances?: Distances;
  private cachedTable?: CandidateTable;
  private cachedRanking?: readonly RankedCandidate[];

  constructor(
    private readonly role: RoleFit,
    private readonly inputOf: InputLookup,
    evaluation: Evaluation,
    private readonly settings: FitSettings,
  ) {
    this.cache = verdictCacheOf(role, settings.month);
    this.applies = ({ tests }) => (tests === undefined ? true : evaluation.truth(tests));
  }

  /** What the workload, its scenario and the knowledge demand. */
  get requirements(): readonly Requirement[] {
    return (this.cachedRequirements ??= requirementsOf(this.role, this.inputOf));
  }

  /** The criteria that are scored. */
  get scored(): readonly ScoredCriterion[] {
    return (this.cachedScored ??= scoredCriteria(this.role, this.settings.weights));
  }

  /** Every candidate. Those meeting all demands come first, then conditional, unknown, failing; within each, by SPOTIS. */
  get ranked(): readonly RankedCandidate[] {
    return (this.cachedRanking ??= this.role.candidates.map((candidate) => this.rank(candidate)).sort(byRank));
  }

  /** The first of the candidates that pass, as {@link ranked} orders them, without ranking the rest. */
  first(passes: (candidate: Candidate) => boolean): RankedCandidate | undefined {
    if (this.cachedRanking !== undefined) return this.cachedRanking.find(({ candidate }) => passes(candidate));
    const { verdicts, scores } = this.table();
    let best: Candidate | undefined;
    for (const candidate of this.role.candidates) {
      if (best !== undefined) {
        const ahead =
          (verdicts[candidate.position] ?? 0) - (verdicts[best.position] ?? 0) ||
          (scores[candidate.position] ?? 0) - (scores[best.position] ?? 0) ||
          (candidate.id < best.id ? -1 : 1);
        if (ahead > 0) continue;
      }
      if (passes(candidate)) best = candidate;
    }
    return best && this.rank(best);
  }

  /** A candidate, ranked; also one that is only named by a rule. */
  rank(candidate: Candidate): RankedCandidate {
    return new RankedCandidate(candidate, this);
  }

  /** The rank of a candidate among all, counted from 1; tied candidates share it. */
  rankNumber(ranked: RankedCandidate): number {
    const ahead = this.ranked.filter(
      (other) => other.candidate !== ranked.candidate && !isTied(other, ranked) && byRank(other, ranked) < 0,
    );
    return ahead.length + 1;
  }

  /** Verdicts and scores of all candidates, by position. */
  private table(): CandidateTable {
    if (this.cachedTable !== undefined) return this.cachedTable;
    const { candidates } = this.role;
    const standings = new Uint8Array(candidates.length);
    for (const requirement of this.requirements) {
      if (requirement.origin === 'typical') continue;
      const column = this.cache.column(requirement);
      for (let position = 0; position < candidates.length; position++) {
        const verdict = this.verdictIn(column, candidates[position], requirement);
        if (verdict > (standings[position] ?? 0) && !isDisregarded(requirement, verdict)) standings[position] = verdict;
      }
    }
    const scores = candidates.map((candidate) => this.score(candidate));
    return (this.cachedTable = { verdicts: standings, scores });
  }

  /** The index of the worst verdict on what the workload itself demands. */
  verdictIndex(candidate: Candidate): number {
    if (this.cachedTable !== undefined && candidate.position >= 0)
      return this.cachedTable.verdicts[candidate.position] ?? 0;
    let standing = 0;
    for (const requirement of this.requirements) {
      if (requirement.origin === 'typical') continue;
      const verdict = this.verdictIn(this.cache.column(requirement), candidate, requirement);
      if (verdict > standing && !isDisregarded(requirement, verdict)) standing = verdict;
    }
    return standing;
  }

  /** The index of a verdict; cached where no condition on a fact can change it. */
  private verdictIn(column: Int8Array, candidate: Candidate | undefined, requirement: Requirement): number {
    if (candidate === undefined) return 0;
    const { position } = candidate;
    const before = position < 0 ? NOT_COMPUTED : (column[position] ?? NOT_COMPUTED);
    if (before !== NOT_COMPUTED) return before;
    const verdict = VERDICTS.indexOf(this.judge(candidate, requirement).verdict);
    if (position >= 0 && candidate.conditional[requirement.index] === false) column[position] = verdict;
    return verdict;
  }

  /** The sum of the weighted distances. Under the default weights, the part that no workload changes is computed once. */
  score(candidate: Candidate): number {
    if (this.cachedTable !== undefined && candidate.position >= 0)
      return this.cachedTable.scores[candidate.position] ?? 0;
    if (this.settings.weights.size > 0 || candidate.position < 0) return this.sum(candidate, this.scored);
    const settled = (this.cache.staticScores[candidate.position] ??= this.staticScore(candidate));
    return settled.dynamicPart.length === 0 ? settled.sum : settled.sum + this.sum(candidate, settled.dynamicPart);
  }

  private staticScore(candidate: Candidate): StaticScore {
    const isDynamic = ({ criterion, index }: ScoredCriterion): boolean =>
      criterion.criterion.presentIn !== undefined || candidate.conditional[index] === true;
    return {
      sum: this.sum(
        candidate,
        this.scored.filter((one) => !isDynamic(one)),
      ),
      dynamicPart: this.scored.filter(isDynamic),
    };
  }

  private sum(candidate: Candidate, list: readonly ScoredCriterion[]): number {
    let total = 0;
    for (const scored of list) total += this.distance(candidate, scored)[0] * scored.weight;
    return total;
  }

  /** Judges a candidate by one requirement. The member that the criterion selects decides, and its worst attribute. */
  judge(candidate: Candidate, requirement: Requirement): RequirementVerdict {
    const { criterion, index, demand } = requirement;
    const { better, members, contains } = criterion.criterion;
    if (contains === true && typeof demand === 'object') {
      const verdict = demand.some((name) => candidate.provides.has(name)) ? 'meets' : 'fails';
      return { requirement, verdict, member: 0, attribute: 0, judgement: { verdict, decisive: [], doubts: [] } };
    }
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    let found: RequirementVerdict | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      // A member without facts neither helps nor harms, unless it is the leading one.
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      let own: RequirementVerdict | undefined;
      for (let attribute = 0; attribute < row.length; attribute++) {
        const judgement = this.judgeFacts(row[attribute] ?? NO_FACTS, demand, better);
        if (own === undefined || isWorse(judgement, own.judgement))
          own = { requirement, verdict: judgement.verdict, member, attribute, judgement };
      }
      if (own === undefined) continue;
      if (
        found === undefined ||
        (members === 'worst' ? isWorse(own.judgement, found.judgement) : isWorse(found.judgement, own.judgement))
      )
        found = own;
    }
    return found ?? { requirement, verdict: 'unknown', member: 0, attribute: 0, judgement: NO_EVIDENCE };
  }

  /** Facts with conditions are judged once for all candidates that share them. */
  private judgeFacts(facts: Facts, demand: Demand, better: 'higher' | 'lower'): Judgement {
    const before = facts.conditional ? this.conditionalJudgements?.get(facts) : undefined;
    if (before?.demand === demand) return before.judgement;
    const judgement = judge(facts.list, demand, better, this.settings.month, this.applies);
    if (facts.conditional) (this.conditionalJudgements ??= new Map()).set(facts, { demand, judgement });
    return judgement;
  }

  /** The distance of a candidate from the ideal of a scored criterion. */
  distance(candidate: Candidate, scored: ScoredCriterion): Ends {
    this.distances ??= new Distances(this.inputOf, this.settings.month, this.applies);
    return this.distances.of(candidate, scored);
  }
}

/** Compares by verdict, then by margin. */
function isWorse(a: Judgement, b: Judgement): boolean {
  if (a.verdict !== b.verdict) return VERDICTS.indexOf(a.verdict) > VERDICTS.indexOf(b.verdict);
  return a.margin !== undefined && b.margin !== undefined && a.margin < b.margin;
}

/** Verdicts and scores, by the position of the candidate. */
interface CandidateTable {
  readonly verdicts: Uint8Array;
  readonly scores: readonly number[];
}
