import type { ProgramCriterion, RoleFit, Scale } from '../../program/ir/fit.js';
import { normalised } from '../../rank/spotis.js';

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
