import { expect, it } from 'vitest';
import { answer, startInterview } from '../../../src/index.js';
import { asOf } from '../../support/decide.js';
import { document, text } from '../../support/documents.mjs';
import { compiled } from '../../support/packages.js';

const fact = (attribute: string, value: number): object => ({
  attribute,
  value: String(value),
  kind: 'documentation',
  confidence: 'high',
  source: 'somewhere',
});
const technology = (id: string, role: string, rest: object = {}): string =>
  document('Technology', id, { role, summary: text(id), ...rest });
const combinations = (role: string, ids: readonly string[]): string =>
  JSON.stringify({ apiVersion: 'whichstack/v1', kind: 'Combinations', id: role, role, sets: ids.map((id) => [id]) });
const asking = (id: string, rest: object): string =>
  document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });
const decision = (id: string, then: unknown): string =>
  document('Decision', id, { table: { hitPolicy: 'first', rules: [{ when: {}, then }] } });

/** The store that the rules name cannot run. The even one replaces it, until the fast one is required, with which another host is chosen. */
const KNOWLEDGE = compiled([
  document('Package', 'conflicts', { version: '1' }),
  document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
  document('Bibliography', 'all', { entries: { somewhere: { title: 'somewhere', url: 'https://example.org' } } }),
  asking('b', { type: 'flag' }),
  asking('speed', { type: 'ordinal', levels: ['low', 'high'].map((id) => ({ id, title: text(id) })) }),
  ...['speed', 'calm'].flatMap((id) => [
    document('Attribute', id, { type: 'quantity', dimension: 'number' }),
    document('Criterion', id, {
      roles: ['store'],
      attributes: [id],
      ...(id === 'speed' && { factor: id, demands: { low: '1', high: '5' } }),
      better: 'higher',
      members: 'lead',
      bounds: ['1', '9'],
    }),
  ]),
  ...['h1', 'h2'].map((id) => technology(id, 'host')),
  technology('even', 'store', { facts: [fact('speed', 1), fact('calm', 9)] }),
  technology('fast', 'store', { facts: [fact('speed', 9), fact('calm', 1)] }),
  technology('named', 'store', { needs: [{ text: text('need'), that: { b: true } }] }),
  document('Compatibility', 'apart', {
    relation: 'excludes',
    of: ['fast'],
    with: ['h1'],
    text: text('why'),
    source: 'somewhere',
  }),
  combinations('host', ['h1', 'h2']),
  combinations('store', ['even', 'fast', 'named']),
  decision('host', { anyOf: ['h1', 'h2'] }),
  decision('store', 'named'),
  document('Role', 'host', { order: 1, decision: 'host' }),
  document('Role', 'store', { order: 2, decision: 'store' }),
]);

it('An interview asks for a factor that changes another place through a conflict, though its own place could give way', () => {
  const chosen = (speed?: string): string[] =>
    answer(KNOWLEDGE, { requirements: { b: false, ...(speed !== undefined && { speed }) } }, { asOf }).flatMap((one) =>
      one.chosen.map(({ id }) => id),
    );
  expect([chosen(), chosen('high')]).toEqual([
    ['h1', 'even'],
    ['h2', 'fast'],
  ]);
  const start = startInterview(KNOWLEDGE, { asOf, workload: { requirements: { b: false } }, exactly: 0 });
  expect(start.question?.key).toBe('requirements/speed');
});
