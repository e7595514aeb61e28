/** What is best on a criterion: the upper end of its bounds, the lower end, or a point between them. */
export type Ideal = 'max' | 'min' | number;

/** The least and the greatest value that a criterion can take. They are fixed before any alternative is scored. */
export type Bounds = readonly [low: number, high: number];

/** A decision problem: a row for each alternative, a column for each criterion. */
export interface SpotisProblem {
  readonly matrix: readonly (readonly number[])[];
  readonly bounds: readonly Bounds[];
  readonly ideal: readonly Ideal[];
  /** One for each criterion, none negative, not all zero; they are taken relative to their sum. */
  readonly weights: readonly number[];
}

/**
 * Scores alternatives by SPOTIS: the weighted distance of each from the ideal, on scales that are fixed beforehand. 0 is ideal, 1 is
 * the far end of every criterion; smaller is better. As the score of an alternative depends on no other, adding or removing one
 * never reorders the rest.
 *
 * Dezert, Tchamova, Han and Tacnet, "The SPOTIS rank reversal free method for multi-criteria decision-making support", 23rd International
 * Conference on Information Fusion, 2020, equations (2) to (4); an ideal between the bounds is their expected solution point.
 *
 * @throws {RangeError} when the parts do not fit together, a value lies outside its bounds, or weights are unusable
 */
export function spotis({ matrix, bounds, ideal, weights }: SpotisProblem): number[] {
  const shares = normalised(weights);
  if (shares.length !== bounds.length)
    throw new RangeError(`${String(bounds.length)} criteria have ${String(shares.length)} weights`);
  return distances({ matrix, bounds, ideal }).map((row) => weighted(row, shares));
}

/**
 * The distance of every value from its ideal as a share of the width of its bounds, in the shape of the matrix.
 *
 * @throws {RangeError} when the parts do not fit together or a value lies outside its bounds
 */
export function distances({ matrix, bounds, ideal }: Omit<SpotisProblem, 'weights'>): number[][] {
  const columns = bounds.map(([low, high], j) => {
    if (!(low < high) || !Number.isFinite(high - low))
      throw new RangeError(`criterion ${String(j)} has no width: ${String(low)} to ${String(high)}`);
    const aim = ideal[j];
    if (aim === undefined) throw new RangeError(`criterion ${String(j)} has no ideal`);
    const best = aim === 'max' ? high : aim === 'min' ? low : aim;
    if (!(best >= low && best <= high))
      throw new RangeError(`the ideal of criterion ${String(j)} lies outside its bounds`);
    return { low, high, best };
  });
  return matrix.map((row, i) => {
    if (row.length !== columns.length)
      throw new RangeError(
        `alternative ${String(i)} has ${String(row.length)} values for ${String(columns.length)} criteria`,
      );
    return columns.map(({ low, high, best }, j) => {
      const value = row[j] ?? Number.NaN;
      if (!(value >= low && value <= high))
        throw new RangeError(
          `value ${String(value)} of alternative ${String(i)} lies outside the bounds of criterion ${String(j)}`,
        );
      return Math.abs(value - best) / (high - low);
    });
  });
}

/**
 * Weights as shares of their sum.
 *
 * @throws {RangeError} when there is none, one is negative or not finite, or all are zero
 */
export function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.some((weight) => !(weight >= 0)) || !(sum > 0) || !Number.isFinite(sum)) {
    throw new RangeError('weights must be finite and not negative, and one of them positive');
  }
  return weights.map((weight) => weight / sum);
}

/** The sum of a row weighted by shares. */
export function weighted(row: readonly number[], shares: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += (row[j] ?? 0) * (shares[j] ?? 0);
  return sum;
}
