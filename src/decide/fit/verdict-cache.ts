import type { Demand, ProgramCriterion, RoleFit } from '../../program/ir/fit.js';
import type { Requirement } from '../inputs/requirements.js';
import type { ScoredCriterion } from './scores.js';

/** Under the default weights: the part of a score that no workload changes, and the criteria of the other part. */
export interface StaticScore {
  readonly sum: number;
  readonly dynamicPart: readonly ScoredCriterion[];
}

/** The mark of a verdict that is not computed yet. */
export const NOT_COMPUTED = -1;
/** For each criterion, verdicts on so many demands are cached; stated figures differ from workload to workload. */
const MAX_CACHED_DEMANDS = 64;

/** Caches what does not depend on the workload, for one role and one month: the verdict on each demand, and the static part of each score. */
export class VerdictCache {
  private readonly columns = new Map<ProgramCriterion, Map<Demand, Int8Array>>();
  readonly staticScores: (StaticScore | undefined)[] = [];

  constructor(
    readonly month: number,
    private readonly size: number,
  ) {}

  /** The verdict indexes for a demand, by the position of the candidate. */
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

/** One cache for each role: the month seldom changes between two decisions. */
const caches = new WeakMap<RoleFit, VerdictCache>();

/** The cache of a role for a month, counted from year 0. */
export function verdictCacheOf(role: RoleFit, month: number): VerdictCache {
  let cache = caches.get(role);
  if (cache?.month !== month) caches.set(role, (cache = new VerdictCache(month, role.candidates.length)));
  return cache;
}
