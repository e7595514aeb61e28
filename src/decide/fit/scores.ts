import type { Candidate, Facts, ProgramCriterion, RoleFit, Scale } from '../../program/ir/fit.js';
import { normalised } from '../../rank/spotis.js';
import type { InputLookup } from '../inputs/requirements.js';
import { decisiveFacts, type EvidenceApplies } from './judge.js';

/** A criterion that is scored, and its share in the weights. */
export interface ScoredCriterion {
  readonly criterion: ProgramCriterion;
  readonly scale: Scale;
  readonly index: number;
  readonly weight: number;
}

/** Of each role the shares of the default weights. */
const shares = new WeakMap<RoleFit, readonly ScoredCriterion[]>();

/** The criteria of a role that are scored, with their shares in the weights. */
export function scoredCriteria(role: RoleFit, weights: ReadonlyMap<string, number>): readonly ScoredCriterion[] {
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

/** A distance from the ideal, 0 to 1, by the worse and by the better end of what is known. */
export type Ends = readonly [worst: number, best: number];
const NOTHING_KNOWN: Ends = [1, 0];
const NOT_PRESENT: Ends = [1, 1];

/** The distances of candidates from the ideal of each criterion, for one role and one workload. */
export class Distances {
  /** By facts with conditions, which several candidates may share. */
  private conditionalEnds?: Map<Facts, Ends>;
  /** The technologies that run already. */
  private presentMembers?: readonly string[];

  /** @param month the month to judge by, counted from year 0 */
  constructor(
    private readonly inputOf: InputLookup,
    private readonly month: number,
    private readonly applies: EvidenceApplies,
  ) {}

  /** The distance from the ideal of a criterion. A presence criterion measures the share of the members that run already. */
  of(candidate: Candidate, { criterion, scale, index }: ScoredCriterion): Ends {
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
    for (const { value } of decisiveFacts(list, this.month, this.applies)) {
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
