import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distances, nearestTurning, sharesFirst, spotis, type Ideal } from '../../src/index.js';

const rounded = (scores: readonly number[]): number[] => scores.map((score) => Math.round(score * 10_000) / 10_000);

/** Dezert, Tchamova, Han and Tacnet, FUSION 2020: the numbers of the article, as pymcdm and evo-spotis test themselves by them too. */
describe('The published numbers of SPOTIS', () => {
  it('are reproduced for the example of three criteria', () => {
    const scores = spotis({
      matrix: [
        [10.5, -3.1, 1.7],
        [-4.7, 0, 3.4],
        [8.1, 0.3, 1.3],
        [3.2, 7.3, -5.3],
      ],
      bounds: [
        [-5, 12],
        [-6, 10],
        [-8, 5],
      ],
      ideal: ['max', 'min', 'max'],
      weights: [0.2, 0.3, 0.5],
    });
    expect(rounded(scores)).toEqual([0.1989, 0.3705, 0.3063, 0.7491]);
  });

  const cars = {
    matrix: [
      [15_000, 4.3, 99, 42, 737],
      [15_290, 5.0, 116, 42, 892],
      [15_350, 5.0, 114, 45, 952],
      [15_490, 5.3, 123, 45, 1120],
    ],
    bounds: [
      [14_000, 16_000],
      [3, 8],
      [80, 140],
      [35, 60],
      [650, 1300],
    ] as const,
    weights: [5, 4, 4, 1, 3], // seventeenths
  };
  it('are reproduced for the choice of a car', () => {
    const ideal: Ideal[] = ['min', 'min', 'min', 'max', 'max'];
    expect(rounded(spotis({ ...cars, ideal }))).toEqual([0.4779, 0.5781, 0.5558, 0.5801]);
  });
  it('are reproduced for the choice of a car by an expected solution point', () => {
    const ideal: Ideal[] = [15_300, 4, 115, 50, 900];
    expect(rounded(spotis({ ...cars, ideal }))).toEqual([0.1841, 0.0734, 0.0842, 0.192]);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const problem = fc.integer({ min: 1, max: 6 }).chain((criteria) =>
  fc.record({
    rows: fc.array(fc.array(share, { minLength: criteria, maxLength: criteria }), { minLength: 2, maxLength: 8 }),
    weights: fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: criteria, maxLength: criteria }),
  }),
);

describe('SPOTIS', () => {
  it('never reorders the rest when an alternative is added or removed', () => {
    fc.assert(
      fc.property(problem, fc.nat(), ({ rows, weights }, pick) => {
        const bounds = weights.map(() => [0, 1] as const);
        const ideal = weights.map(() => 'min' as const);
        const all = spotis({ matrix: rows, bounds, ideal, weights });
        const out = pick % rows.length;
        const rest = spotis({ matrix: rows.filter((_, i) => i !== out), bounds, ideal, weights });
        expect(rest).toEqual(all.filter((_, i) => i !== out));
      }),
    );
  });

  it('gives 0 to the ideal and 1 to the alternative that is furthest from it', () => {
    const given = {
      bounds: [
        [-2, 6],
        [0, 10],
      ] as const,
      ideal: ['max', 'min'] as const,
      weights: [1, 3],
    };
    expect(
      spotis({
        ...given,
        matrix: [
          [6, 0],
          [-2, 10],
        ],
      }),
    ).toEqual([0, 1]);
  });

  it.each([
    [
      'a value outside its bounds',
      { matrix: [[2]], bounds: [[0, 1]], ideal: ['min'], weights: [1] },
      /outside the bounds/,
    ],
    ['bounds without width', { matrix: [[0]], bounds: [[0, 0]], ideal: ['min'], weights: [1] }, /no width/],
    ['an ideal outside the bounds', { matrix: [[0]], bounds: [[0, 1]], ideal: [3], weights: [1] }, /ideal/],
    ['a negative weight', { matrix: [[0]], bounds: [[0, 1]], ideal: ['min'], weights: [-1] }, /weights/],
    [
      'too few weights',
      {
        matrix: [[0, 0]],
        bounds: [
          [0, 1],
          [0, 1],
        ],
        ideal: ['min', 'min'],
        weights: [1],
      },
      /weights/,
    ],
    ['too few values', { matrix: [[]], bounds: [[0, 1]], ideal: ['min'], weights: [1] }, /values/],
    ['what is not a number', { matrix: [[Number.NaN]], bounds: [[0, 1]], ideal: ['min'], weights: [1] }, /outside/],
  ])('refuses %s', (_, given, message) => {
    expect(() => spotis(given as unknown as Parameters<typeof spotis>[0])).toThrow(message);
  });
});

describe('Robustness', () => {
  it('gives the exact share where geometry gives one', () => {
    // Two criteria: a wins while the first weighs more than a third. d_a = 1 - w, d_b = 2w - w... = w * 1 + (1 - w) * 0.
    const a = [0, 0.5];
    const b = [1, 0];
    // w*0 + (1-w)*0.5 <= w  <=>  w >= 1/3
    const { first, error } = sharesFirst([a, b]);
    expect(first[0]).toBeCloseTo(2 / 3, 2);
    expect(first[1]).toBeCloseTo(1 / 3, 2);
    expect(sharesFirst([a, b, [1, 1]]).exact).toEqual([false, false, true]);
    expect(error).toBeLessThanOrEqual(0.0025);
  });

  it('is a third each for three alternatives that differ in their corner alone', () => {
    const { first } = sharesFirst([
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ]);
    for (const each of first) expect(each).toBeCloseTo(1 / 3, 2);
  });

  it('sums to one or more, is 1 for an alternative that is better everywhere, and 0 for one that is worse everywhere', () => {
    fc.assert(
      fc.property(problem, ({ rows }) => {
        const better = rows[0]?.map(() => -1) ?? [];
        const { first } = sharesFirst([...rows, better]);
        expect(first.at(-1)).toBe(1);
        expect(first.slice(0, -1).every((each) => each === 0)).toBe(true);
        expect(sharesFirst(rows).first.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('finds the nearest weighting that changes the winner: it does, and no nearer one does', () => {
    fc.assert(
      fc.property(
        problem,
        fc.array(fc.array(share, { minLength: 6, maxLength: 6 }), { minLength: 40, maxLength: 40 }),
        ({ rows, weights }, others) => {
          const bounds = weights.map(() => [0, 1] as const);
          const ideal = weights.map(() => 'min' as const);
          const scores = spotis({ matrix: rows, bounds, ideal, weights });
          const winner = scores.indexOf(Math.min(...scores));
          const turning = nearestTurning(distances({ matrix: rows, bounds, ideal }), weights, winner);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const at = (shares: readonly number[], row: number): number =>
            (rows[row] ?? []).reduce((total, value, j) => total + value * (shares[j] ?? 0), 0);
          if (turning !== undefined) {
            expect(turning.weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 9);
            expect(Math.min(...turning.weights)).toBeGreaterThanOrEqual(0);
            expect(at(turning.weights, turning.rival)).toBeLessThanOrEqual(at(turning.weights, winner) + 1e-9);
          }
          for (const other of others) {
            const part = other.slice(0, weights.length).map((value) => value + 1e-3);
            const total = part.reduce((all, value) => all + value, 0);
            const shares = part.map((value) => value / total);
            const dethroned = rows.some((_, i) => at(shares, i) < at(shares, winner) - 1e-9);
            const far = Math.hypot(...shares.map((value, j) => value - (weights[j] ?? 0) / sum));
            if (dethroned) expect(far).toBeGreaterThanOrEqual((turning?.distance ?? Infinity) - 1e-6);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
