import type { Quantity } from '../language/quantity.js';
import type { Origin } from '../language/schema/recommendation.js';
import type { Value } from '../language/statement.js';
import type { Candidate, Demand, Facts, ProgramCriterion, RoleFit, Scale } from '../program/fit.js';
import { normalised } from '../rank/spotis.js';
import type { Evaluation } from './evaluate.js';
import type { Given } from './inputs.js';
import { decidingFacts, judge, VERDICTS, type Holds, type Judgement, type Verdict } from './judge.js';

/** A criterion with what the workload demands by it. */
export interface Requirement {
  readonly criterion: ProgramCriterion;
  /** Its place among the criteria of the role. */
  readonly index: number;
  readonly demand: Demand;
  /** Where the demand comes from; none for what is always demanded. */
  readonly origin?: Origin;
  readonly value?: Value;
  readonly figure?: Quantity;
}

/** What the evidence says of one candidate and one requirement. */
export interface Judged {
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

/** What is given of a factor at the place that is decided for. */
export type StatedOf = (factor: string) => Given | undefined;

/** A criterion that is scored, and its share in the weights. */
interface Scored {
  readonly criterion: ProgramCriterion;
  readonly scale: Scale;
  readonly index: number;
  readonly weight: number;
}

const FAILS = VERDICTS.indexOf('fails');

/** A candidate with its verdict and its score; the verdicts on each requirement are worked out when asked for. */
export class Ranked {
  constructor(
    readonly candidate: Candidate,
    /** Place of the verdict among {@link VERDICTS}. */
    readonly standing: number,
    /** Weighted distance from the ideal, by the worse end of what is known; smaller is better. */
    readonly score: number,
    private readonly opinion: RoleOpinion,
  ) {}

  /** The worst verdict on what the workload itself demands; what is only typical of its scenario does not count. */
  get verdict(): Verdict {
    return VERDICTS[this.standing] ?? 'unknown';
  }

  get judged(): readonly Judged[] {
    return this.opinion.requirements.map((requirement) => this.opinion.judge(this.candidate, requirement));
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
  readonly requirements: readonly Requirement[];
  readonly scored: readonly Scored[];
  private readonly memo: Memo;
  private readonly holds: Holds;
  private known?: readonly Ranked[];
  private sorted?: readonly Ranked[];

  constructor(
    private readonly role: RoleFit,
    private readonly stated: StatedOf,
    evaluation: Evaluation,
    private readonly settings: FitSettings,
  ) {
    this.requirements = requirementsOf(role, stated);
    this.scored = scoredOf(role, settings);
    this.memo = memoOf(role, settings.month);
    this.holds = ({ tests }) => (tests === undefined ? true : evaluation.truth(tests));
  }

  /** Every candidate. Those meeting all demands come first, then conditional, unknown, failing; within each, by SPOTIS. */
  get ranked(): readonly Ranked[] {
    return (this.sorted ??= [...this.all].sort(byRank));
  }

  /** The same, as the role lists them. */
  get all(): readonly Ranked[] {
    return (this.known ??= this.role.candidates.map((candidate) => this.compute(candidate)));
  }

  /** A candidate, ranked; also one that is only named by a rule. */
  rank(candidate: Candidate): Ranked {
    return this.known?.[candidate.position] ?? this.compute(candidate);
  }

  private compute(candidate: Candidate): Ranked {
    const row = this.memo.row(candidate);
    let standing = 0;
    for (const requirement of this.requirements) {
      if (requirement.origin === 'typical') continue;
      const verdict = this.verdictOn(row, requirement);
      // Nothing known of the upkeep, say, is no reason to put a candidate behind others.
      if (verdict > standing && (requirement.origin !== undefined || verdict === FAILS)) standing = verdict;
    }
    return new Ranked(candidate, standing, this.score(row), this);
  }

  /** The weighted distances; under the default weights, what no workload changes is added up once. */
  private score(row: Row): number {
    const { candidate } = row;
    const sum = (list: readonly Scored[]): number => {
      let total = 0;
      for (const scored of list) total += this.distance(candidate, scored)[0] * scored.weight;
      return total;
    };
    if (this.settings.weights.size > 0) return sum(this.scored);
    if (row.settled === undefined) {
      const moves = ({ criterion, index }: Scored): boolean =>
        criterion.criterion.presentIn !== undefined || row.cell(index).conditional;
      row.settled = { sum: sum(this.scored.filter((scored) => !moves(scored))), moving: this.scored.filter(moves) };
    }
    return row.settled.sum + sum(row.settled.moving);
  }

  /** The place of a verdict; remembered where no condition on a fact can change it. */
  private verdictOn(row: Row, requirement: Requirement): number {
    const { index, demand } = requirement;
    const cell = row.cell(index);
    const before = cell.verdicts.get(demand);
    if (before !== undefined) return before;
    const verdict = VERDICTS.indexOf(this.judge(row.candidate, requirement).verdict);
    if (!cell.conditional) {
      if (cell.verdicts.size >= REMEMBERED) cell.verdicts.clear();
      cell.verdicts.set(demand, verdict);
    }
    return verdict;
  }

  /** What the evidence says of a candidate: the member that speaks for it, and of that the attribute that is worst. */
  judge(candidate: Candidate, requirement: Requirement): Judged {
    const { criterion, index, demand } = requirement;
    const { better, members, contains } = criterion.criterion;
    if (contains === true && typeof demand === 'object') {
      const verdict = demand.some((name) => candidate.brings.has(name)) ? 'meets' : 'fails';
      return { requirement, verdict, member: 0, attribute: 0, judgement: { verdict, deciding: [], doubts: [] } };
    }
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    let found: Judged | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      // A member of which nothing is known neither helps nor harms, unless it leads.
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      let own: Judged | undefined;
      for (let attribute = 0; attribute < row.length; attribute++) {
        const judgement = judge(row[attribute]?.list ?? [], demand, better, this.settings.month, this.holds);
        const { verdict } = judgement;
        if (own === undefined || isWorse(verdict, own.verdict))
          own = { requirement, verdict, member, attribute, judgement };
      }
      if (own === undefined) continue;
      if (
        found === undefined ||
        (members === 'worst' ? isWorse(own.verdict, found.verdict) : isWorse(found.verdict, own.verdict))
      )
        found = own;
    }
    const silent: Judgement = { verdict: 'unknown', deciding: [], doubts: [] };
    return found ?? { requirement, verdict: 'unknown', member: 0, attribute: 0, judgement: silent };
  }

  /** The distance from the ideal by the worse and by the better end of what is known; 1 and 0 where nothing is. */
  distance(candidate: Candidate, { criterion, scale, index }: Scored): Ends {
    const { presentIn, members } = criterion.criterion;
    if (presentIn !== undefined) return this.presence(candidate, scale, presentIn);
    const cell = this.memo.row(candidate).cell(index);
    if (cell.ends !== undefined) return cell.ends;
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    let found: Ends | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      const own = row.map((facts) => this.ends(facts, scale)).reduce(furthest, [0, 0]);
      found = found === undefined ? own : members === 'best' ? nearest(found, own) : furthest(found, own);
    }
    const ends = found ?? NOTHING_KNOWN;
    if (!cell.conditional) cell.ends = ends;
    return ends;
  }

  private presence({ members }: Candidate, { distance }: Scale, factor: string): Ends {
    const value = this.stated(factor)?.value;
    if (typeof value !== 'object') return NOT_PRESENT;
    const share = members.filter((member) => value.includes(member)).length / Math.max(1, members.length);
    const away = distance(share);
    return [away, away];
  }

  private ends({ list }: Facts, { distance }: Scale): Ends {
    let [worst, best] = [-1, 2];
    for (const { value } of decidingFacts(list, this.settings.month, this.holds)) {
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
const isWorse = (a: Verdict, b: Verdict): boolean => VERDICTS.indexOf(a) > VERDICTS.indexOf(b);

/** The order of candidates: what runs by itself before what is only named; then verdict, score, name. */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    Number(b.candidate.runnable) - Number(a.candidate.runnable) ||
    a.standing - b.standing ||
    a.score - b.score ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}

/** Compares by the first place at which two lists differ. */
export function inOrder(a: readonly number[], b: readonly number[]): number {
  return a.map((value, n) => value - (b[n] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** What does not depend on the workload, and so is worked out once: of a candidate and a criterion, the verdicts and the distances. */
interface Cell {
  readonly verdicts: Map<Demand, number>;
  /** Whether conditions on facts bear, so that nothing may be remembered. */
  readonly conditional: boolean;
  ends?: Ends;
}

/** Figures differ from workload to workload; this many are remembered of each cell. */
const REMEMBERED = 64;

/** The cells of a candidate. */
class Row {
  private readonly cells: Cell[];
  /** Under the default weights: the part of its score that no workload changes, and what is scored beside it. */
  settled?: { readonly sum: number; readonly moving: readonly Scored[] };

  constructor(readonly candidate: Candidate) {
    this.cells = candidate.evidence.map((rows) => ({
      verdicts: new Map(),
      conditional: rows.some((members) => members.some(({ conditional }) => conditional)),
    }));
  }

  cell(index: number): Cell {
    const cell = this.cells[index];
    if (cell === undefined) throw new RangeError(`no criterion ${String(index)}`);
    return cell;
  }
}

class Memo {
  private readonly rows = new Map<Candidate, Row>();

  constructor(readonly month: number) {}

  row(candidate: Candidate): Row {
    let row = this.rows.get(candidate);
    if (row === undefined) this.rows.set(candidate, (row = new Row(candidate)));
    return row;
  }
}

/** Of each role the memo of one month: the date seldom changes between two decisions. */
const memos = new WeakMap<RoleFit, Memo>();

function memoOf(role: RoleFit, month: number): Memo {
  let memo = memos.get(role);
  if (memo?.month !== month) memos.set(role, (memo = new Memo(month)));
  return memo;
}

const shares = new WeakMap<RoleFit, readonly Scored[]>();

function scoredOf(role: RoleFit, { weights }: FitSettings): readonly Scored[] {
  const before = shares.get(role);
  if (before !== undefined && weights.size === 0) return before;
  const found = role.criteria.flatMap((criterion, index) =>
    criterion.scale === undefined ? [] : [{ criterion, index, scale: criterion.scale }],
  );
  const raw = found.map(({ criterion }) => weights.get(criterion.id) ?? criterion.weight);
  // Where the user has left nothing to weigh, every criterion counts the same.
  const parts = found.length === 0 ? [] : normalised(raw.some((weight) => weight > 0) ? raw : raw.map(() => 1));
  const scored = found.map((one, n) => ({ ...one, weight: parts[n] ?? 0 }));
  if (weights.size === 0) shares.set(role, scored);
  return scored;
}

function requirementsOf({ criteria }: RoleFit, statedOf: StatedOf): Requirement[] {
  const found: Requirement[] = [];
  criteria.forEach((criterion, index) => {
    if (criterion.always !== undefined) found.push({ criterion, index, demand: criterion.always });
    const stated = criterion.factor === undefined ? undefined : statedOf(criterion.factor.id);
    const demand = stated === undefined ? undefined : demandOf(criterion, stated);
    if (stated === undefined || demand === undefined) return;
    const { origin, value, figure } = stated;
    found.push({ criterion, index, demand, origin, ...(value !== undefined && { value }), ...(figure && { figure }) });
  });
  return found;
}

/** A figure demands itself; a level what the criterion says, else its bound. */
function demandOf(criterion: ProgramCriterion, { factor, value, figure }: Given): Demand | undefined {
  const [attribute] = criterion.attributes;
  const measured = attribute?.type === 'quantity' ? attribute.dimension : undefined;
  if (figure !== undefined && figure.dimension === measured) return figure.value;
  if (factor.type === 'quantity') return typeof value === 'number' ? value : undefined;
  return criterion.demands.get(String(value)) ?? criterion.bounds.get(String(value));
}
