import { NO_FACTS, type Candidate, type Demand, type Facts, type RoleFit, type Scale } from '../../program/ir/fit.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import { decisiveFacts, judge, VERDICTS, type EvidenceApplies, type Judgement, type Verdict } from './judge.js';
import { verdictCacheOf, NOT_COMPUTED, type VerdictCache, type StaticScore } from './verdict-cache.js';
import { requirementsOf, type Requirement, type InputLookup } from '../inputs/requirements.js';
import { byRank, isTied } from './order.js';
import { scoredCriteria, type ScoredCriterion } from './weights.js';

/** What the evidence says of one candidate and one requirement. */
export interface RequirementVerdict {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** The member whose evidence decides, by place in the candidate. */
  readonly member: number;
  /** The attribute that decides, by place in the criterion. */
  readonly attribute: number;
  readonly judgement: Judgement;
}

/** What bears on the factual opinion beside the facts. */
export interface FitSettings {
  /** The month to judge by, counted from year 0. */
  readonly month: number;
  /** Weights that the user sets, by criterion. */
  readonly weights: ReadonlyMap<string, number>;
}

const UNKNOWN = VERDICTS.indexOf('unknown');

/** Nothing known of the upkeep, say, or of a limit, is no reason to put a candidate behind others. */
function isDisregarded({ origin, criterion }: Requirement, verdict: number): boolean {
  return verdict === UNKNOWN && (origin === undefined || criterion.criterion.onlyKnown === true);
}

/** A candidate with its verdict and its score, each worked out when asked for. */
export class RankedCandidate {
  private cachedVerdicts?: readonly RequirementVerdict[];
  private cachedVerdictIndex?: number;
  private cachedScore?: number;

  constructor(
    readonly candidate: Candidate,
    private readonly opinion: RoleOpinion,
  ) {}

  /** Place of the verdict among {@link VERDICTS}. */
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

  /** By requirement, without what is neither known nor worth asking for. */
  get verdicts(): readonly RequirementVerdict[] {
    return (this.cachedVerdicts ??= this.opinion.requirements
      .map((requirement) => this.opinion.judge(this.candidate, requirement))
      .filter(({ requirement, verdict }) => !isDisregarded(requirement, VERDICTS.indexOf(verdict))));
  }

  /** How far it is from the ideal in what it fails, by weight; 0 where it fails nothing that is scored. */
  get shortfall(): number {
    if (this.verdict !== 'fails') return 0;
    const failed = this.verdicts.filter(
      ({ requirement, verdict }) => verdict === 'fails' && requirement.origin !== 'typical',
    );
    return this.opinion.scored
      .filter(({ index }) => failed.some(({ requirement }) => requirement.index === index))
      .reduce((sum, scored) => sum + scored.weight * this.opinion.distance(this.candidate, scored)[0], 0);
  }

  /** By scored criterion: the distance from the ideal by the worse and by the better end of what is known. */
  get distances(): readonly Ends[] {
    return this.opinion.scored.map((scored) => this.opinion.distance(this.candidate, scored));
  }
}

type Ends = readonly [worst: number, best: number];
const NOTHING_KNOWN: Ends = [1, 0];
const NOT_PRESENT: Ends = [1, 1];

/** The factual opinion on one role: what is demanded, and every candidate from the best to the worst. */
export class RoleOpinion {
  private readonly cache: VerdictCache;
  private readonly applies: EvidenceApplies;
  private cachedRequirements?: readonly Requirement[];
  private cachedScored?: readonly ScoredCriterion[];
  /** What conditions leave of facts here, so that it is looked at once for all that share them. */
  private conditionalEnds?: Map<Facts, Ends>;
  private conditionalJudgements?: Map<Facts, { readonly demand: Demand; readonly judgement: Judgement }>;
  /** What stands in the set that presence is scored by. */
  private presentMembers?: readonly string[];
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

  /** The place of a candidate among all; level ones share it. */
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

  /** The place of the worst verdict on what the workload itself demands. */
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

  /** The place of a verdict; remembered where no condition on a fact can change it. */
  private verdictIn(column: Int8Array, candidate: Candidate | undefined, requirement: Requirement): number {
    if (candidate === undefined) return 0;
    const { position } = candidate;
    const before = position < 0 ? NOT_COMPUTED : (column[position] ?? NOT_COMPUTED);
    if (before !== NOT_COMPUTED) return before;
    const verdict = VERDICTS.indexOf(this.judge(candidate, requirement).verdict);
    if (position >= 0 && candidate.conditional[requirement.index] === false) column[position] = verdict;
    return verdict;
  }

  /** The weighted distances; under the default weights, what no workload changes is added up once. */
  score(candidate: Candidate): number {
    if (this.cachedTable !== undefined && candidate.position >= 0)
      return this.cachedTable.scores[candidate.position] ?? 0;
    if (this.settings.weights.size > 0 || candidate.position < 0) return this.sum(candidate, this.scored);
    const settled = (this.cache.staticScores[candidate.position] ??= this.staticScore(candidate));
    return settled.dynamicPart.length === 0 ? settled.sum : settled.sum + this.sum(candidate, settled.dynamicPart);
  }

  private staticScore(candidate: Candidate): StaticScore {
    const moves = ({ criterion, index }: ScoredCriterion): boolean =>
      criterion.criterion.presentIn !== undefined || candidate.conditional[index] === true;
    return {
      sum: this.sum(
        candidate,
        this.scored.filter((one) => !moves(one)),
      ),
      dynamicPart: this.scored.filter(moves),
    };
  }

  private sum(candidate: Candidate, list: readonly ScoredCriterion[]): number {
    let total = 0;
    for (const scored of list) total += this.distance(candidate, scored)[0] * scored.weight;
    return total;
  }

  /** What the evidence says of a candidate: the member that speaks for it, and of that the attribute that is worst. */
  judge(candidate: Candidate, requirement: Requirement): RequirementVerdict {
    const { criterion, index, demand } = requirement;
    const { better, members, contains } = criterion.criterion;
    if (contains === true && typeof demand === 'object') {
      const verdict = demand.some((name) => candidate.brings.has(name)) ? 'meets' : 'fails';
      return { requirement, verdict, member: 0, attribute: 0, judgement: { verdict, decisive: [], doubts: [] } };
    }
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    let found: RequirementVerdict | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      // A member of which nothing is known neither helps nor harms, unless it leads.
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
    const silent: Judgement = { verdict: 'unknown', decisive: [], doubts: [] };
    return found ?? { requirement, verdict: 'unknown', member: 0, attribute: 0, judgement: silent };
  }

  /** Facts with conditions are judged once for all candidates that share them. */
  private judgeFacts(facts: Facts, demand: Demand, better: 'higher' | 'lower'): Judgement {
    const before = facts.conditional ? this.conditionalJudgements?.get(facts) : undefined;
    if (before?.demand === demand) return before.judgement;
    const judgement = judge(facts.list, demand, better, this.settings.month, this.applies);
    if (facts.conditional) (this.conditionalJudgements ??= new Map()).set(facts, { demand, judgement });
    return judgement;
  }

  /** The distance from the ideal by the worse and by the better end of what is known; 1 and 0 where nothing is. */
  distance(candidate: Candidate, { criterion, scale, index }: ScoredCriterion): Ends {
    const { presentIn, members } = criterion.criterion;
    if (presentIn !== undefined) return this.presence(candidate, scale, presentIn);
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    let found: Ends | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      const own = row.map((facts) => this.ends(facts, scale)).reduce(furthest, [0, 0]);
      found = found === undefined ? own : members === 'best' ? nearest(found, own) : furthest(found, own);
    }
    return found ?? NOTHING_KNOWN;
  }

  private presence({ members }: Candidate, { distance }: Scale, factor: string): Ends {
    const present = (this.presentMembers ??= this.presentIn(factor));
    if (present.length === 0) return NOT_PRESENT;
    let held = 0;
    for (const member of members) if (present.includes(member)) held++;
    if (held === 0) return NOT_PRESENT;
    const away = distance(held / members.length);
    return [away, away];
  }

  private presentIn(factor: string): readonly string[] {
    const value = this.inputOf(factor)?.value;
    return typeof value === 'object' ? value : [];
  }

  private ends(facts: Facts, scale: Scale): Ends {
    if (!facts.conditional) return this.endsOf(facts, scale);
    const before = this.conditionalEnds?.get(facts);
    if (before !== undefined) return before;
    const ends = this.endsOf(facts, scale);
    (this.conditionalEnds ??= new Map()).set(facts, ends);
    return ends;
  }

  private endsOf({ list }: Facts, { distance }: Scale): Ends {
    let [worst, best] = [-1, 2];
    for (const { value } of decisiveFacts(list, this.settings.month, this.applies)) {
      if (value.form !== 'range') continue;
      const [a, b] = [distance(value.low), distance(value.high)];
      worst = Math.max(worst, a, b);
      best = Math.min(best, a, b);
    }
    return worst < 0 ? NOTHING_KNOWN : [worst, best];
  }
}

const furthest = (a: Ends, b: Ends): Ends => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
const nearest = (a: Ends, b: Ends): Ends => [Math.min(a[0], b[0]), Math.min(a[1], b[1])];

/** By verdict, then by what is left to spare. */
function isWorse(a: Judgement, b: Judgement): boolean {
  if (a.verdict !== b.verdict) return VERDICTS.indexOf(a.verdict) > VERDICTS.indexOf(b.verdict);
  return a.margin !== undefined && b.margin !== undefined && a.margin < b.margin;
}

/** Verdicts and scores, by the position of the candidate. */
interface CandidateTable {
  readonly verdicts: Uint8Array;
  readonly scores: readonly number[];
}
