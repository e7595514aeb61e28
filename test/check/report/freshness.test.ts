import { describe, expect, it } from 'vitest';
import { verify, type Verification } from '../../../src/index.js';
import { asOf, builtin } from '../../support/decide.js';
import { fitsSchema } from '../../support/outputs.js';

const checkedOn = (date: string): Verification => verify(builtin, { lang: 'en', asOf: date }).verification;

describe('The freshness report', () => {
  it('names claims without evidence, and every source without a date', () => {
    const { freshness: report } = checkedOn(asOf);
    expect(report.unsupported.map(({ technology, attribute, verdict }) => [technology, attribute, verdict])).toEqual([
      ['wasmedge', 'start-time', 'unconfirmed'],
      ['wasmedge', 'memory-overhead', 'unsourced'],
      ['docker', 'performance-loss', 'unconfirmed'],
    ]);
    const { references } = builtin;
    expect(report.undated.map(({ id }) => id)).toEqual(
      [...references].filter(([, { date }]) => date === undefined).map(([id]) => id),
    );
    expect(report.facts).toBeGreaterThan(300);
  });

  it('lists more stale facts at a later date', () => {
    const later = checkedOn('2040-01-01');
    expect([later.counts.error, fitsSchema('verification', later)]).toEqual([0, true]);
    const [now, then] = [checkedOn(asOf).freshness, later.freshness];
    expect(then.stale.length).toBeGreaterThan(now.stale.length + 50);
    for (const { until } of then.stale) expect(until < '2040-01').toBe(true);
  });
});
