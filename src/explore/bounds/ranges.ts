/** The least and the greatest value of a number. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The smallest range that holds all of some ranges. */
export const hull = (ranges: readonly Range[]): Range => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
});
/** The sum of two ranges. */
export const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: a.high + b.high });
