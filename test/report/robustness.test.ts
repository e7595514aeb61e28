import { describe, expect, it } from 'vitest';
import { recommend, type AnyRecommendation, type AnyVocabulary, type WorkloadInput } from '../../src/index.js';
import { asOf, decide, role } from '../support/decide.js';
import { machines } from '../support/diff.js';
import { document, text } from '../support/documents.mjs';
import { compiled } from '../support/packages.js';

const CRITERIA = ['pace', 'load', 'reach'] as const;

/** A cart of oak or of iron, and a sledge. Each misses two of the three figures that are stated of it, none the same two. */
const carriers = compiled([
  document('Package', 'carriers', { version: '1' }),
  document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
  document('Bibliography', 'works', { entries: { paper: { title: 'Paper', url: 'https://example.org' } } }),
  document('Factor', 'existing', { question: text('?'), askedOf: ['environment'], type: 'set', values: 'outcomes' }),
  ...CRITERIA.flatMap((id) => [
    document('Factor', id, { question: text('?'), askedOf: ['requirements'], type: 'quantity', dimension: 'number' }),
    document('Attribute', id, { type: 'quantity', dimension: 'number' }),
    document('Criterion', id, {
      roles: ['carrier'],
      attributes: [id],
      factor: id,
      better: 'higher',
      members: 'lead',
      bounds: [0, 10],
      weight: 1,
    }),
  ]),
  document('Technology', 'cart', { role: 'carrier', summary: text('cart'), interface: true }),
  ...Object.entries({ oak: [9, 5, 8], iron: [6, 9, 6], sledge: [3, 1, 9] }).map(([id, figures]) =>
    document('Technology', id, {
      role: 'carrier',
      summary: text(id),
      ...(id !== 'sledge' && { realises: ['cart'] }),
      facts: CRITERIA.map((attribute, n) => ({
        attribute,
        value: figures[n],
        kind: 'benchmark',
        confidence: 'high',
        source: 'paper',
      })),
    }),
  ),
  document('Combinations', 'all', { title: undefined, role: 'carrier', sets: [['cart'], ['sledge']] }),
  document('Role', 'carrier', { order: 1, decision: 'choice' }),
  // The rule reads what is stated, so that facts do not overrule it.
  document('Decision', 'choice', {
    table: {
      hitPolicy: 'first',
      rules: [{ when: Object.fromEntries(CRITERIA.map((id) => [id, { stated: true }])), then: 'cart' }],
    },
  }),
]);
const far: WorkloadInput<AnyVocabulary> = {
  requirements: { pace: 9, load: 9, reach: 9 },
  environment: { existing: ['iron'] },
};

type Robust = NonNullable<AnyRecommendation['exploration']>['robustness'];
const robustness = (...[knowledge, workload]: [Parameters<typeof recommend>[0], typeof far]): Robust =>
  recommend(knowledge, workload, { asOf, robustness: true }).exploration?.robustness ?? [];

describe('Robustness', () => {
  it('gives the share of the winner and of the guide, and the nearest weighting that turns the ranking', () => {
    // The mule misses the speed by 0.4 of the scale, the hare the price by 0.7, and the snail the speed by 0.8.
    const [found] = robustness(machines(), { requirements: { site: 'works', hurry: 7 } });
    const [mule, hare] = [7 / 11, 4 / 11];
    expect([found?.winner.id, found?.guide?.id, found?.chosen?.id, found?.contenders]).toEqual([
      'mule',
      'hare',
      'hare',
      3,
    ]);
    expect(Math.abs((found?.winner.share ?? 0) - mule)).toBeLessThanOrEqual(0.01);
    expect(Math.abs((found?.guide?.share ?? 0) - hare)).toBeLessThanOrEqual(0.01);
    expect(found?.error).toBeLessThanOrEqual(0.01);
    expect(found?.turning?.rival).toBe('hare');
    expect(found?.turning?.weights['pace']).toBeCloseTo(mule, 3);
    expect(found?.turning?.weights['cost']).toBeCloseTo(hare, 3);
  });

  it('gives the share of the chosen realisation, which differs from the first of the facts', () => {
    const [carrier] = robustness(carriers, far);
    expect(carrier?.winner.id).toBe('cart@oak');
    expect(carrier?.chosen?.id).toBe('cart@iron');
    expect(carrier?.guide?.id).toBe('cart@iron');
    // Both can come first, so that neither share is all or none.
    for (const share of [carrier?.winner.share, carrier?.chosen?.share]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('names every criterion whose weight differs at the turning point', () => {
    const turning = robustness(carriers, far)[0]?.turning;
    const shifts = [...(turning?.gains ?? []), ...(turning?.losses ?? [])];
    expect(shifts.length).toBeGreaterThan(2);
    expect(turning?.gains.every(({ before, weight }) => weight > before)).toBe(true);
    expect(turning?.losses.every(({ before, weight }) => weight < before)).toBe(true);
    const moved = shifts.reduce((sum, { before, weight }) => sum + weight - before, 0);
    expect(Math.abs(moved)).toBeLessThan(0.005 * (Object.keys(turning?.weights ?? {}).length - shifts.length + 1));
    // There, the iron cart draws level: oak misses load and reach, iron pace and reach.
    const at = (id: (typeof CRITERIA)[number]): number => turning?.weights[id] ?? 0;
    expect(0.5 * at('load') + 0.2 * at('reach')).toBeCloseTo(0.4 * at('pace') + 0.4 * at('reach'), 3);
  });

  it('has nothing to weigh where nothing that is scored is missed', () => {
    // Mule and snail meet all that is asked, so that the facts do not tell them apart.
    const knowledge = machines({ rules: [{ when: { site: 'home' }, then: 'mule' }] });
    const workload: typeof far = { requirements: { site: 'home', hurry: 1 } };
    const answer = role(recommend(knowledge, workload, { asOf }), 'machine');
    expect([answer.fitBest, answer.fitTied]).toEqual([[], ['mule', 'snail']]);
    expect(robustness(knowledge, workload)).toEqual([]);
  });

  it('does not touch the id of the recommendation', () => {
    const workload = { requirements: { security: 'high' } };
    expect(decide(workload, { robustness: true }).id).toBe(decide(workload).id);
  });
});
