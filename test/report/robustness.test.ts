import { describe, expect, it } from 'vitest';
import { decide, role } from '../support/decide.js';

describe('Robustness', () => {
  it('gives the share of the winner and of the guide, and the nearest weighting that turns the ranking', () => {
    const { exploration } = decide(
      { requirements: { scenario: 'edge', resources: 'constrained', performance: 'high', memory: '30MiB' } },
      { robustness: true },
    );
    const runtime = exploration?.robustness.find((one) => one.role === 'runtime');
    expect(runtime?.winner.share).toBeGreaterThan(0);
    expect(runtime?.winner.share).toBeLessThan(1);
    expect(runtime?.guide?.id).toBe('wasmedge');
    expect(runtime?.error).toBeLessThanOrEqual(0.01);
    const weights = Object.values(runtime?.turning?.weights ?? {});
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  });

  it('gives the share of the chosen realisation, which differs from the first of the facts', () => {
    // Of two that miss something each, what runs already is chosen.
    const need = { name: 'objects', need: 'objects', latency: '1ms', throughput: '100MB/s', durability: 'extreme' };
    const { exploration } = decide(
      { requirements: { data: [need] }, environment: { location: 'on-premises', existing: ['seaweedfs'], nodes: 1 } },
      { robustness: true },
    );
    const objects = exploration?.robustness.find((one) => one.name === 'objects');
    expect(objects?.winner.id).toBe('s3@rustfs');
    expect(objects?.chosen?.id).toBe('s3@seaweedfs');
    expect(objects?.guide?.id).toBe('s3@seaweedfs');
    // Both can come first, so that neither share is all or none.
    for (const share of [objects?.winner.share, objects?.chosen?.share]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('names every criterion whose weight differs at the turning point', () => {
    const need = { name: 'objects', need: 'objects', writesPerSecond: '50k', throughput: '1GB/s' };
    const { exploration } = decide(
      { requirements: { data: [need] }, environment: { location: 'cloud', existing: ['seaweedfs'] } },
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

  it('is not given where nothing that is scored is asked for, nor where the facts do not tell the first apart', () => {
    const unasked = decide({ requirements: { scenario: 'edge', resources: 'constrained' } }, { robustness: true });
    expect(role(unasked, 'runtime').fitBest).toEqual([]);
    expect(role(unasked, 'runtime').fitTied.length).toBeGreaterThan(1);
    expect(unasked.exploration?.robustness.filter((one) => one.role === 'runtime')).toEqual([]);
  });

  it('does not touch the id of the recommendation', () => {
    const workload = { requirements: { security: 'high' } };
    expect(decide(workload, { robustness: true }).id).toBe(decide(workload).id);
  });
});
