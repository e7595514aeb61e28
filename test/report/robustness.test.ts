import { describe, expect, it } from 'vitest';
import { decide } from '../support/decide.js';

describe('Robustness', () => {
  it('gives the share of the winner and of the guide, and the nearest weighting that turns the ranking', () => {
    const { exploration } = decide(
      { requirements: { scenario: 'edge', resources: 'constrained' } },
      { robustness: true },
    );
    const runtime = exploration?.robustness.find((one) => one.role === 'runtime');
    expect(runtime?.winner.share).toBeGreaterThan(0);
    expect(runtime?.guide?.id).toBe('wasmedge');
    expect(runtime?.error).toBeLessThanOrEqual(0.01);
    const weights = Object.values(runtime?.turning?.weights ?? {});
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  });

  it('gives the share of the chosen realisation, which differs from the first of the facts', () => {
    const { exploration } = decide(
      { requirements: { data: [{ name: 'objects', need: 'objects' }] }, environment: { location: 'cloud' } },
      { robustness: true },
    );
    const objects = exploration?.robustness.find((one) => one.name === 'objects');
    expect(objects?.winner.id).toBe('s3@ceph-rgw');
    expect(objects?.chosen?.id).toBe('s3@amazon-s3');
    expect(objects?.guide?.id).toBe('s3@amazon-s3');
    // Both can come first, so that neither share is all or none.
    for (const share of [objects?.winner.share, objects?.chosen?.share]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('names every criterion whose weight differs at the turning point', () => {
    const { exploration } = decide(
      { requirements: { data: [{ name: 'objects', need: 'objects' }] }, environment: { location: 'cloud' } },
      { robustness: true },
    );
    const turning = exploration?.robustness.find((one) => one.name === 'objects')?.turning;
    const shifts = [...(turning?.gains ?? []), ...(turning?.losses ?? [])];
    expect(shifts.length).toBeGreaterThan(2);
    expect(turning?.gains.every(({ before, weight }) => weight > before)).toBe(true);
    expect(turning?.losses.every(({ before, weight }) => weight < before)).toBe(true);
    const moved = shifts.reduce((sum, { before, weight }) => sum + weight - before, 0);
    expect(Math.abs(moved)).toBeLessThan(0.005 * (Object.keys(turning?.weights ?? {}).length - shifts.length + 1));
  });

  it('does not touch the id of the recommendation', () => {
    const workload = { requirements: { security: 'high' } };
    expect(decide(workload, { robustness: true }).id).toBe(decide(workload).id);
  });
});
