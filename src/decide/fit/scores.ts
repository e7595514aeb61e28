import type { Candidate, Facts, ProgramCriterion, ProgramEvidence, RoleFit, Scale } from '../../program/ir/fit.js';
import type { InputLookup, Requirement } from '../inputs/requirements.js';
import { decisiveFacts, isClaim, type EvidenceApplies } from './judge.js';

/** A criterion that is scored for a workload, since the workload asks for it. */
export interface ScoredCriterion {
  readonly criterion: ProgramCriterion;
  readonly scale: Scale;
  /** The index of the criterion among those of the role. */
  readonly index: number;
  /** Its weight, next to those of the others. */
  readonly weight: number;
  /** The distance of what is asked from the ideal, 0 to 1. */
  readonly asked: number;
  /** Whether a candidate of which nothing is known is as good as any, since it is asked of everything, whatever a workload states. */
  readonly isForgiving: boolean;
}

/**
 * The criteria of a role that are scored: those that something is demanded by, up to what is demanded; those that the user weighs, over their whole scale; and what
 * is in use already, where that is stated. What nobody asks for makes no candidate better than another.
 *
 * @param requirements what counts for the verdict; what is only typical of a scenario is not asked
 * @param weights the weights that the user sets, by criterion
 */
export function scoredCriteria(
  role: RoleFit,
  requirements: readonly Requirement[],
  inputOf: InputLookup,
  weights: ReadonlyMap<string, number>,
): readonly ScoredCriterion[] {
  const byIndex = new Map<number, Requirement>();
  for (const one of requirements) if (!byIndex.has(one.index)) byIndex.set(one.index, one);
  return role.criteria.flatMap((criterion, index) => {
    const { presentIn } = criterion.criterion;
    if (presentIn !== undefined && inputOf(presentIn) === undefined) return [];
    return scoredCriterion(criterion, index, byIndex.get(index), weights) ?? [];
  });
}

/** A criterion as it is scored for a requirement, or without one; undefined where it is not scored. */
export function scoredCriterion(
  criterion: ProgramCriterion,
  index: number,
  requirement: Requirement | undefined,
  weights: ReadonlyMap<string, number>,
): ScoredCriterion | undefined {
  const { id, scale, criterion: document } = criterion;
  const weight = weights.get(id) ?? criterion.weight;
  if (scale === undefined || document.breaksTies === true || weight === 0) return undefined;
  if (document.presentIn !== undefined) return { criterion, index, scale, weight, asked: 0, isForgiving: false };
  const { demand, origin } = requirement ?? {};
  const isForgiving = origin === undefined && !weights.has(id);
  if (typeof demand === 'number')
    return { criterion, index, scale, weight, asked: scale.distance(demand), isForgiving };
  return weights.has(id) ? { criterion, index, scale, weight, asked: 0, isForgiving } : undefined;
}

/** How far candidates fall short of what is asked, for one role and one workload. */
export class Distances {
  /** The technologies that run already. */
  private presentMembers?: readonly string[];

  /** @param month the month to judge by, counted from year 0 */
  constructor(
    private readonly inputOf: InputLookup,
    private readonly month: number,
    private readonly applies: EvidenceApplies,
  ) {}

  /**
   * How far a candidate that misses what is asked by a criterion is from the ideal, 0 to 1, by the worse end of what is known; all of the scale where nothing is known. A
   * presence criterion measures the share of the members that do not run already.
   */
  of(candidate: Candidate, scored: ScoredCriterion): number {
    const { criterion, scale, index, asked } = scored;
    const { presentIn, members, better } = criterion.criterion;
    if (presentIn !== undefined) return scale.distance(this.presence(candidate, presentIn));
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    const scope = candidate.scopes[index];
    let found: number | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      const own = Math.max(0, ...row.map((facts) => this.distance(facts, scale, better, scope)));
      if (found === undefined) found = own;
      else found = members === 'best' ? Math.min(found, own) : Math.max(found, own);
    }
    // What meets the demand is not better for exceeding it. The rest does not depend on the demand, so that no order changes between two figures of facts.
    const distance = found ?? UNKNOWN;
    const isForgiven = scored.isForgiving || criterion.criterion.onlyKnown === true || isUnlimited(candidate, index);
    if (distance === UNKNOWN && isForgiven && !isKnown(rows)) return 0;
    return distance <= asked ? 0 : distance;
  }

  private presence({ realisers }: Candidate, factor: string): number {
    const present = (this.presentMembers ??= this.presentIn(factor));
    const held = realisers.filter((names) => names.some((name) => present.includes(name)));
    return held.length / realisers.length;
  }

  private presentIn(factor: string): readonly string[] {
    const value = this.inputOf(factor)?.value;
    return typeof value === 'object' ? value : [];
  }

  /**
   * The distance from the ideal by the figures that count what is asked; without any, by those that bound them: what is low in the whole is low in a part, and what
   * is high in a part is high in the whole.
   */
  private distance({ list }: Facts, scale: Scale, better: 'higher' | 'lower', scope: number | undefined): number {
    if (scope === undefined) return this.worst(list, scale) ?? UNKNOWN;
    const within = (test: (own: number) => boolean): number | undefined =>
      this.worst(
        list.filter((evidence) => test(evidence.scope ?? scope)),
        scale,
      );
    return (
      within((own) => own === scope) ?? within((own) => (better === 'lower' ? own > scope : own < scope)) ?? UNKNOWN
    );
  }

  /** The distance by the worse end of what decides; undefined where nothing is known. What only its maker claims of a figure is not known. */
  private worst(list: readonly ProgramEvidence[], { distance }: Scale): number | undefined {
    let worst: number | undefined;
    for (const evidence of decisiveFacts(list, this.month, this.applies)) {
      if (isClaim(evidence)) return undefined;
      const { value } = evidence;
      if (value.form === 'range') worst = Math.max(worst ?? 0, distance(value.low), distance(value.high));
    }
    return worst;
  }
}

const isUnlimited = ({ unlimited }: Candidate, criterion: number): boolean => (unlimited[criterion] ?? []).length > 0;

/** Whether there is any fact. */
const isKnown = (rows: Candidate['evidence'][number]): boolean =>
  rows.some((row) => row.some(({ list }) => list.length > 0));

/** The distance of what is not known. */
const UNKNOWN = 1;
