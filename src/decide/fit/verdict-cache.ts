import { getOrInsert } from '../../language/get-or-insert.js';
import type { Demand, ProgramCriterion, RoleFit } from '../../program/ir/fit.js';
import type { Requirement } from '../inputs/requirements.js';
import type { ScoredCriterion } from './scores.js';

/** The mark of a verdict that is not computed yet. */
export const NOT_COMPUTED = -1;
/** For each criterion, results on so many demands are cached; stated figures differ from workload to workload. */
const MAX_CACHED_DEMANDS = 64;

/** Caches what does not depend on the workload, for one role and one month: by demand, the verdict on each candidate and how far it falls short. */
export class VerdictCache {
  private readonly verdicts = new Map<ProgramCriterion, Map<Demand, Int8Array>>();
  private readonly shortfalls = new Map<ProgramCriterion, Map<number, Float64Array>>();
  /** Where a candidate of which nothing is known falls short of nothing. */
  private readonly forgivingShortfalls = new Map<ProgramCriterion, Map<number, Float64Array>>();

  constructor(
    readonly month: number,
    private readonly size: number,
  ) {}

  /** The verdict indexes for a demand, by the position of the candidate. */
  column({ criterion, demand }: Requirement): Int8Array {
    return cached(this.verdicts, criterion, demand, () => new Int8Array(this.size).fill(NOT_COMPUTED));
  }

  /** How far candidates fall short of what is asked, by position; NaN where it is not computed yet. */
  distances({ criterion, asked, isForgiving }: ScoredCriterion): Float64Array {
    const all = isForgiving ? this.forgivingShortfalls : this.shortfalls;
    return cached(all, criterion, asked, () => new Float64Array(this.size).fill(Number.NaN));
  }
}

function cached<K, V>(all: Map<ProgramCriterion, Map<K, V>>, criterion: ProgramCriterion, key: K, make: () => V): V {
  const columns = getOrInsert(all, criterion, () => new Map<K, V>());
  if (columns.size >= MAX_CACHED_DEMANDS && !columns.has(key)) columns.clear();
  return getOrInsert(columns, key, make);
}

/** One cache for each role: the month seldom changes between two decisions. */
const caches = new WeakMap<RoleFit, VerdictCache>();

/** The cache of a role for a month, counted from year 0. */
export function verdictCacheOf(role: RoleFit, month: number): VerdictCache {
  let cache = caches.get(role);
  if (cache?.month !== month) caches.set(role, (cache = new VerdictCache(month, role.candidates.length)));
  return cache;
}
