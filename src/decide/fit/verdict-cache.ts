import type { Demand, ProgramCriterion, RoleFit } from '../../program/ir/fit.js';
import type { Requirement } from '../inputs/requirements.js';
import type { ScoredCriterion } from './weights.js';

/** Under the default weights: the part of a score that no workload changes, and what is scored beside it. */
export interface StaticScore {
  readonly sum: number;
  readonly dynamicPart: readonly ScoredCriterion[];
}

/** A verdict that has not been worked out. */
export const NOT_COMPUTED = -1;
/** Figures differ from workload to workload; this many are remembered of each criterion. */
const MAX_CACHED_DEMANDS = 64;

/** What does not depend on the workload, and so is worked out once: the verdict on each demand, and the settled part of each score. */
export class VerdictCache {
  private readonly columns = new Map<ProgramCriterion, Map<Demand, Int8Array>>();
  readonly staticScores: (StaticScore | undefined)[] = [];

  constructor(
    readonly month: number,
    private readonly size: number,
  ) {}

  /** The verdicts on a demand, by the position of the candidate. */
  column({ criterion, demand }: Requirement): Int8Array {
    let columns = this.columns.get(criterion);
    if (columns === undefined) this.columns.set(criterion, (columns = new Map<Demand, Int8Array>()));
    let column = columns.get(demand);
    if (column === undefined) {
      if (columns.size >= MAX_CACHED_DEMANDS) columns.clear();
      columns.set(demand, (column = new Int8Array(this.size).fill(NOT_COMPUTED)));
    }
    return column;
  }
}

/** Of each role the memo of one month: the date seldom changes between two decisions. */
const caches = new WeakMap<RoleFit, VerdictCache>();

/** The memo of a role for a month. */
export function verdictCacheOf(role: RoleFit, month: number): VerdictCache {
  let memo = caches.get(role);
  if (memo?.month !== month) caches.set(role, (memo = new VerdictCache(month, role.candidates.length)));
  return memo;
}
