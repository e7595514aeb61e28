import { normalised, weighted } from './spotis.js';

/** How often each alternative comes first when nothing is known of the weights. */
export interface Shares {
  /** By alternative: the share of all weightings under which no other has a smaller distance. Level ones count for each. */
  readonly first: readonly number[];
  /** By alternative: whether its share is worked out, and not sampled. */
  readonly exact: readonly boolean[];
  /** By how much the last doubling of the sample moved any share. */
  readonly error: number;
  readonly samples: number;
}

/** A weighting under which another alternative is as good as the winner. */
export interface Turning {
  /** The one that draws level. */
  readonly rival: number;
  readonly weights: readonly number[];
  /** Euclidean distance between the two weightings; at most the square root of 2. */
  readonly distance: number;
}

/** Two scores closer than this are level. */
const TIE_TOLERANCE = 1e-12;
const MIN_SAMPLES = 512;
const MAX_SAMPLES = 65_536;

/**
 * The share of the weight simplex in which each alternative comes first, for a matrix of distances (smaller is better). All weightings
 * count alike. The simplex is sampled by an additive recurrence (Roberts, "The unreasonable effectiveness of quasirandom sequences",
 * 2018) mapped by sorted spacings (Devroye, "Non-uniform random variate generation", 1986, chapter V.2), so the result is the same on
 * every run; the sample doubles until no share moves by more than `tolerance` twice in a row. With one criterion the answer is exact.
 */
export function sharesFirst(distances: readonly (readonly number[])[], tolerance = 0.005): Shares {
  const contenders = undominated(distances);
  // A criterion on which all contenders are level decides nothing, and the rest of evenly spread weights is evenly spread.
  const columns = (distances[0] ?? []).flatMap((_, j) =>
    contenders.some((i) => distances[i]?.[j] !== distances[contenders[0] ?? 0]?.[j]) ? [j] : [],
  );
  if (contenders.length <= 1 || columns.length === 0) {
    return {
      first: distances.map((_, i) => Number(contenders.includes(i))),
      exact: distances.map(() => true),
      error: 0,
      samples: 0,
    };
  }
  const rows = contenders.map((i) => Float64Array.from(columns, (j) => distances[i]?.[j] ?? 0));
  const counts = new Float64Array(rows.length);
  const weights = new Float64Array(columns.length);
  const place = simplexSampler(weights);
  let before: number[] = [];
  let calm = 0;
  let error = 1;
  let samples = 0;
  for (let goal = MIN_SAMPLES; goal <= MAX_SAMPLES && calm < 2; goal *= 2) {
    for (; samples < goal; samples++) {
      place(samples);
      countFirsts(rows, weights, counts);
    }
    const now = Array.from(counts, (n) => n / samples);
    error = before.length === 0 ? 1 : Math.max(...now.map((share, i) => Math.abs(share - (before[i] ?? 0))));
    calm = error <= tolerance ? calm + 1 : 0;
    before = now;
  }
  return {
    first: distances.map((_, i) => before[contenders.indexOf(i)] ?? 0),
    exact: distances.map((_, i) => !contenders.includes(i)),
    error,
    samples,
  };
}

/** Those that no other beats or equals everywhere; only they can come first for more than single points. Of equal ones, all stay. */
function undominated(distances: readonly (readonly number[])[]): number[] {
  const beats = (a: readonly number[], b: readonly number[]): boolean =>
    a.every((d, j) => d <= (b[j] ?? 0)) && a.some((d, j) => d < (b[j] ?? 0) - TIE_TOLERANCE);
  return distances.flatMap((row, i) => (distances.some((other) => beats(other, row)) ? [] : [i]));
}

/** Counts for those that come first under some weights. */
function countFirsts(rows: readonly Float64Array[], weights: Float64Array, counts: Float64Array): void {
  const scores = rows.map((row) => row.reduce((sum, distance, j) => sum + distance * (weights[j] ?? 0), 0));
  const best = Math.min(...scores);
  for (let i = 0; i < scores.length; i++) {
    if ((scores[i] ?? 0) - best <= TIE_TOLERANCE) counts[i] = (counts[i] ?? 0) + 1;
  }
}

/** Puts the n-th point of an evenly spread sequence on the simplex into `weights`. */
function simplexSampler(weights: Float64Array): (n: number) => void {
  const dimensions = weights.length - 1;
  // The positive root of x^(d+1) = x + 1 generalises the golden ratio.
  let root = 1.5;
  for (let n = 0; n < 64; n++) root = (1 + root) ** (1 / (dimensions + 1));
  const steps = Array.from({ length: dimensions }, (_, k) => root ** -(k + 1));
  const cuts = new Float64Array(dimensions);
  return (n) => {
    for (let k = 0; k < dimensions; k++) cuts[k] = (0.5 + (n + 1) * (steps[k] ?? 0)) % 1;
    cuts.sort();
    for (let k = 0; k <= dimensions; k++) weights[k] = (cuts[k] ?? 1) - (k === 0 ? 0 : (cuts[k - 1] ?? 0));
  };
}

/**
 * The weighting nearest to the given one under which the winner no longer comes first alone: for each rival, the projection of the weights
 * on the part of the simplex where the rival is level. The projection runs along the rival's advantage and back on the simplex (Wang
 * and Carreira-Perpiñán, "Projection onto the probability simplex", arXiv:1309.1541); how far, is found by bisection, as the
 * advantage only grows along the way.
 *
 * @returns undefined where no weighting does it
 * @throws {RangeError} when the weights are unusable
 */
export function nearestTurning(
  distances: readonly (readonly number[])[],
  weights: readonly number[],
  winner: number,
): Turning | undefined {
  const from = normalised(weights);
  const own = distances[winner] ?? [];
  let nearest: Turning | undefined;
  distances.forEach((row, rival) => {
    if (rival === winner) return;
    const advantage = own.map((d, j) => d - (row[j] ?? 0));
    if (Math.max(...advantage) <= TIE_TOLERANCE) return; // never better
    const turned = nearestTie(from, advantage);
    const distance = Math.hypot(...turned.map((w, j) => w - (from[j] ?? 0)));
    if (nearest === undefined || distance < nearest.distance) nearest = { rival, weights: turned, distance };
  });
  return nearest;
}

/** The point of the simplex nearest to `from` at which the advantage is not negative. */
function nearestTie(from: readonly number[], advantage: readonly number[]): number[] {
  const at = (far: number): number[] => projectOnSimplex(from.map((w, j) => w + far * (advantage[j] ?? 0)));
  if (weighted(from, advantage) >= 0) return [...from];
  let near = 0;
  let far = 1;
  while (weighted(at(far), advantage) < 0 && far < 2 ** 60) far *= 2;
  for (let n = 0; n < 200; n++) {
    const middle = (near + far) / 2;
    if (weighted(at(middle), advantage) < 0) near = middle;
    else far = middle;
  }
  return at(far);
}

/** The nearest point of the probability simplex. */
function projectOnSimplex(point: readonly number[]): number[] {
  const falling = [...point].sort((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  falling.forEach((value, n) => {
    sum += value;
    const candidate = (sum - 1) / (n + 1);
    if (value - candidate > 0) shift = candidate;
  });
  return point.map((value) => Math.max(0, value - shift));
}
